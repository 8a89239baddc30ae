"""Functions that choose and decide. Those that need not look at every argument do not."""

from conversations.forms.xpath.context import Context
from conversations.forms.xpath.errors import XPathFunctionError
from conversations.forms.xpath.paths import Evaluator
from conversations.forms.xpath.registry import Function, spread
from conversations.forms.xpath.values import Value, text_to_number, to_boolean, to_number, to_string


def _true(_context: Context) -> Value:
    return True


def _false(_context: Context) -> Value:
    return False


def _not(_context: Context, value: Value) -> Value:
    return not to_boolean(value)


def _boolean(_context: Context, value: Value) -> Value:
    return to_boolean(value)


def _boolean_from_string(_context: Context, value: Value) -> Value:
    return to_string(value) in {"true", "1"}


def _if(context: Context, condition: Evaluator, then: Evaluator, otherwise: Evaluator) -> Value:
    return then(context) if to_boolean(condition(context)) else otherwise(context)


def _coalesce(context: Context, *candidates: Evaluator) -> Value:
    value: Value = ""
    for candidate in candidates:
        value = candidate(context)
        if to_string(value):
            break
    return value


def _once(context: Context, calculation: Evaluator) -> Value:
    """The own answer if there is one: what is drawn by lot stays."""
    own = context.current.string()
    return own or calculation(context)


def _counts(context: Context, value: Value) -> bool:
    """Numbers above zero, also as texts; of other texts those that are not empty."""
    if isinstance(value, str):
        number = text_to_number(value, context)
        return number > 0 if number == number else bool(value)  # noqa: PLR0124  NaN is not itself
    return to_number(value, context) > 0


def _within(count: float, least: float, most: float) -> bool:
    """A negative bound is none."""
    return (least < 0 or count >= least) and (most < 0 or count <= most)


def _checklist(context: Context, least: Value, most: Value, *answers: Value) -> Value:
    count = sum(_counts(context, answer) for answer in spread(answers))
    return _within(count, to_number(least, context), to_number(most, context))


def _weighted_checklist(context: Context, least: Value, most: Value, *pairs: Value) -> Value:
    if len(pairs) % 2:
        raise XPathFunctionError("weighted-checklist", "arguments", len(pairs) + 2)
    answers, weights = spread(pairs[::2]), spread(pairs[1::2])
    total = sum(
        to_number(weight, context) for answer, weight in zip(answers, weights, strict=False) if _counts(context, answer)
    )
    return _within(total, to_number(least, context), to_number(most, context))


LOGIC = {
    "true": Function(0, 0, _true),
    "false": Function(0, 0, _false),
    "not": Function(1, 1, _not),
    "boolean": Function(1, 1, _boolean),
    "boolean-from-string": Function(1, 1, _boolean_from_string),
    "if": Function(3, 3, _if, lazy=True),
    "coalesce": Function(2, None, _coalesce, lazy=True),
    "once": Function(1, 1, _once, lazy=True),
    "checklist": Function(2, None, _checklist),
    "weighted-checklist": Function(4, None, _weighted_checklist),
}
