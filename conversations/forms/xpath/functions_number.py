"""Functions that reckon. What has no result is NaN or an infinity, as in XPath, never an error."""

import math
from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal, InvalidOperation
from decimal import Context as Precision

from conversations.forms.xpath.context import Context
from conversations.forms.xpath.registry import Function, nodes_of, spread
from conversations.forms.xpath.values import Value, to_number

# More than all digits of the largest float: nothing is lost on the way.
_PRECISION = Precision(prec=700)


def _number(context: Context, *value: Value) -> Value:
    return to_number(value[0] if value else context.node.string(), context)


def _int(context: Context, value: Value) -> Value:
    number = to_number(value, context)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _floor(context: Context, value: Value) -> Value:
    number = to_number(value, context)
    return float(math.floor(number)) if math.isfinite(number) else number


def _ceiling(context: Context, value: Value) -> Value:
    number = to_number(value, context)
    return float(math.ceil(number)) if math.isfinite(number) else number


def _round(context: Context, value: Value, *places: Value) -> Value:
    number = to_number(value, context)
    if not math.isfinite(number):
        return number
    if places:
        return _to_places(number, to_number(places[0], context))
    if -0.5 <= number <= 0:
        return -0.0 if number or math.copysign(1, number) < 0 else 0.0  # XPath 1.0, 4.4
    # ODK's own: halves away from zero.
    return math.copysign(math.floor(abs(number) + 0.5), number) if abs(number) < 2**52 else number


def _to_places(number: float, places: float) -> float:
    """Halves upwards, on the digits as they are written, so that 1.005 is a half."""
    if math.isnan(places):
        return math.nan
    shift = int(max(-330.0, min(330.0, places)))
    try:
        scaled = Decimal(repr(number)).scaleb(shift, _PRECISION)
        whole = _PRECISION.add(scaled, Decimal("0.5")).to_integral_value(ROUND_FLOOR)
        return float(whole.scaleb(-shift, _PRECISION))
    except (InvalidOperation, OverflowError):
        return number


def _safe(function: Callable[..., float]) -> Callable[..., Value]:
    """NaN outside the domain; the infinity of the right sign where the result is too large."""

    def call(context: Context, *values: Value) -> Value:
        numbers = [to_number(value, context) for value in values]
        try:
            return float(function(*numbers))
        except OverflowError:
            return math.inf
        except ValueError:
            return math.nan

    return call


def _power(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf
    except ValueError:
        return math.inf if base == 0 else math.nan  # zero to a negative power, root of a negative number


def _logarithm(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else function(number)


def _ten_to(exponent: float) -> float:
    return _power(10.0, exponent)


def _pi(_context: Context) -> Value:
    return math.pi


def _sum(context: Context, nodes: Value) -> Value:
    return sum((to_number(node.string(), context) for node in nodes_of(nodes, "sum")), start=0.0)


def _largest(context: Context, *values: Value) -> Value:
    return _extreme(max, values, context)


def _smallest(context: Context, *values: Value) -> Value:
    return _extreme(min, values, context)


def _extreme(choose: Callable[[list[float]], float], values: tuple[Value, ...], context: Context) -> float:
    numbers = [to_number(value, context) for value in spread(values)]
    return math.nan if not numbers or any(math.isnan(number) for number in numbers) else choose(numbers)


NUMBERS = {
    "number": Function(0, 1, _number),
    "int": Function(1, 1, _int),
    "floor": Function(1, 1, _floor),
    "ceiling": Function(1, 1, _ceiling),
    "round": Function(1, 2, _round),
    "abs": Function(1, 1, _safe(math.fabs)),
    "pow": Function(2, 2, _safe(_power)),
    "exp": Function(1, 1, _safe(math.exp)),
    "exp10": Function(1, 1, _safe(_ten_to)),
    "log": Function(1, 1, _safe(_logarithm(math.log))),
    "log10": Function(1, 1, _safe(_logarithm(math.log10))),
    "sqrt": Function(1, 1, _safe(math.sqrt)),
    "sin": Function(1, 1, _safe(math.sin)),
    "cos": Function(1, 1, _safe(math.cos)),
    "tan": Function(1, 1, _safe(math.tan)),
    "asin": Function(1, 1, _safe(math.asin)),
    "acos": Function(1, 1, _safe(math.acos)),
    "atan": Function(1, 1, _safe(math.atan)),
    "atan2": Function(2, 2, _safe(math.atan2)),
    "pi": Function(0, 0, _pi),
    "sum": Function(1, 1, _sum),
    "max": Function(1, None, _largest),
    "min": Function(1, None, _smallest),
}
