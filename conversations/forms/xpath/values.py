"""What an expression can be worth, and how one kind of value becomes another."""

import math
import re
from decimal import Decimal
from typing import TypeAlias, TypeGuard

from conversations.forms.node import Node
from conversations.forms.xpath.context import Context
from conversations.forms.xpath.dates import DateValue, parse_date

Value: TypeAlias = float | str | bool | DateValue | list[Node]

# XPath's numbers, and the comma that is written for the point in half of the world (JavaRosa reads it too).
_NUMBER = re.compile(r"-?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)")
_SPACE = " \t\r\n"
_EXACT = 2**53


class _NotRelevant(list[Node]):
    """An empty node-set of its own: answers were there, and none of them is relevant."""


# Compares as an empty text, not as a path that leads nowhere: ${x} = '' is true while x is not asked.
NOT_RELEVANT = _NotRelevant()


def is_nodes(value: Value) -> TypeGuard[list[Node]]:
    """Whether the value is a node-set."""
    return isinstance(value, list)


def to_number(value: Value, context: Context) -> float:
    """XPath's number(), and days since 1970 for dates and ISO texts of dates; NaN for what is neither."""
    match value:
        case float():
            return value
        case bool():
            return 1.0 if value else 0.0
        case str():
            return text_to_number(value, context)
        case DateValue():
            return value.days()
        case _:
            return text_to_number(value[0].string(), context) if value else math.nan


def text_to_number(text: str, context: Context) -> float:
    """The number a text stands for."""
    text = text.strip(_SPACE)
    if not text:
        return math.nan
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    if len(text) >= 8 and text[4] == "-":
        found = parse_date(text, context.environment.zone)
        if found is not None:
            return found.days()
    return math.nan


def to_string(value: Value) -> str:
    """XPath's string(): the first node's, numbers without exponent, dates as ISO texts."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return number_to_text(value)
        case DateValue():
            return value.written()
        case _:
            return value[0].string() if value else ""


def number_to_text(number: float) -> str:
    """``3``, ``0.5``, ``0.0000001``, ``NaN``, ``-Infinity``."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and abs(number) < _EXACT:
        return str(int(number))
    return format(Decimal(repr(number)), "f").removesuffix(".0")


def to_boolean(value: Value) -> bool:
    """XPath's boolean(): numbers but 0 and NaN, texts that are not empty, node-sets that are not empty, any date."""
    match value:
        case bool():
            return value
        case float():
            return value != 0 and not math.isnan(value)
        case str() | list():
            return bool(value)
        case _:
            return True


def to_date(value: Value, context: Context) -> DateValue | None:
    """A date from a date, an ISO text, or days since 1970; None if it is nothing of these."""
    match value:
        case DateValue():
            return value
        case list():
            return to_date(to_string(value), context)
        case str():
            return parse_date(value, context.environment.zone) if "-" in value else None
        case _:
            return None


def kind_of(value: Value) -> str:
    """The name of the value's type for errors."""
    match value:
        case bool():
            return "boolean"
        case float():
            return "number"
        case str():
            return "string"
        case DateValue():
            return "date"
        case _:
            return "node-set"
