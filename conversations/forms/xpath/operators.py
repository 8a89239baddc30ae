"""Comparing and reckoning, with empty answers, dates and sets of nodes."""

import math
from collections.abc import Callable

from conversations.forms.xpath.context import Context
from conversations.forms.xpath.values import NOT_RELEVANT, Value, is_nodes, to_boolean, to_date, to_number, to_string

# 6.1 - 7.8 = -1.7 is meant to be true.
_TOLERANCE = 1e-12


def equal(left: Value, right: Value, context: Context) -> bool:
    """``=``: for node-sets, whether any node of one equals any of the other."""
    return _any_pair(left, right, context, same=True)


def unequal(left: Value, right: Value, context: Context) -> bool:
    """``!=``: for node-sets, whether any node of one differs from any of the other."""
    return _any_pair(left, right, context, same=False)


def _any_pair(left: Value, right: Value, context: Context, *, same: bool) -> bool:
    left = "" if left is NOT_RELEVANT else left
    right = "" if right is NOT_RELEVANT else right
    if is_nodes(left):
        if isinstance(right, bool):
            return (bool(left) is right) is same
        if is_nodes(right):
            others = {node.string() for node in right}
            if same:
                return any(node.string() in others for node in left)
            return any(other != node.string() for node in left for other in others)
        return any(_same(node.string(), right, context) is same for node in left)
    if is_nodes(right):
        return _any_pair(right, left, context, same=same)
    return _same(left, right, context) is same


def _same(left: Value, right: Value, context: Context) -> bool:
    """Two single values: as booleans if one is, else as numbers if one is, else as dates if one is, else as texts."""
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) is to_boolean(right)
    if not isinstance(left, float) and not isinstance(right, float):
        first, second = to_date(left, context), to_date(right, context)
        if first is None or second is None:
            return to_string(left) == to_string(right)
        if first.date_only is not second.date_only:
            return first.moment == second.moment
    return _close(to_number(left, context), to_number(right, context))


def _close(left: float, right: float) -> bool:
    return left == right or abs(left - right) < _TOLERANCE


def less(left: Value, right: Value, context: Context) -> bool:
    """``<``."""
    return _ordered(left, right, context, _strictly)


def less_or_equal(left: Value, right: Value, context: Context) -> bool:
    """``<=``."""
    return _ordered(left, right, context, _not_above)


def greater(left: Value, right: Value, context: Context) -> bool:
    """``>``."""
    return _ordered(right, left, context, _strictly)


def greater_or_equal(left: Value, right: Value, context: Context) -> bool:
    """``>=``."""
    return _ordered(right, left, context, _not_above)


def _strictly(left: float, right: float) -> bool:
    return left < right


def _not_above(left: float, right: float) -> bool:
    return left <= right


def _ordered(left: Value, right: Value, context: Context, test: Callable[[float, float], bool]) -> bool:
    if is_nodes(left):
        if isinstance(right, bool):
            return test(float(bool(left)), float(right))
        return any(_ordered(node.string(), right, context, test) for node in left)
    if is_nodes(right):
        if isinstance(left, bool):
            return test(float(left), float(bool(right)))
        return any(_ordered(left, node.string(), context, test) for node in right)
    return test(*_on_one_scale(left, right, context))


def _on_one_scale(left: Value, right: Value, context: Context) -> tuple[float, float]:
    """Both as numbers. Beside a moment, a date is its midnight, not its whole day in UTC."""
    if not isinstance(left, float) and not isinstance(right, float):
        first, second = to_date(left, context), to_date(right, context)
        if first is not None and second is not None and first.date_only is not second.date_only:
            return first.days_in_utc(), second.days_in_utc()
    return to_number(left, context), to_number(right, context)


def plus(left: Value, right: Value, context: Context) -> float:
    """``+``; a date is its days."""
    return to_number(left, context) + to_number(right, context)


def minus(left: Value, right: Value, context: Context) -> float:
    """``-``; between dates, the days from one to the other."""
    first, second = _on_one_scale(left, right, context)
    return first - second


def times(left: Value, right: Value, context: Context) -> float:
    """``*``."""
    return to_number(left, context) * to_number(right, context)


def divided(left: Value, right: Value, context: Context) -> float:
    """``div``: by zero it gives an infinity or NaN."""
    above, below = to_number(left, context), to_number(right, context)
    if below:
        return above / below
    if math.isnan(above) or math.isnan(below) or above == 0:
        return math.nan
    return math.copysign(math.inf, above) * math.copysign(1.0, below)


def remainder(left: Value, right: Value, context: Context) -> float:
    """``mod``: with the sign of the left operand; NaN by zero."""
    above, below = to_number(left, context), to_number(right, context)
    if below == 0 or math.isinf(above):
        return math.nan
    return math.fmod(above, below)


Operator = Callable[[Value, Value, Context], Value]
OPERATORS: dict[str, Operator] = {
    "=": equal,
    "!=": unequal,
    "<": less,
    "<=": less_or_equal,
    ">": greater,
    ">=": greater_or_equal,
    "+": plus,
    "-": minus,
    "*": times,
    "div": divided,
    "mod": remainder,
}
