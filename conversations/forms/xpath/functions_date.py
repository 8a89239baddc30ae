"""Functions on dates, times and moments."""

import math
from datetime import datetime

from conversations.forms.xpath.context import Context
from conversations.forms.xpath.dates import DateValue, day_fraction, formatted, from_days
from conversations.forms.xpath.registry import Function
from conversations.forms.xpath.values import Value, is_nodes, to_date, to_number, to_string


def _as_date(value: Value, context: Context) -> DateValue | None:
    """A date, an ISO text, or days since 1970 (also as a text: that is how a calculation is stored)."""
    if isinstance(value, bool):
        return None
    found = to_date(value, context)
    if found is not None:
        return found
    days = to_number(value, context)
    return from_days(days, context.environment.zone, date_only=days.is_integer())


def _midnight(moment: datetime) -> DateValue:
    return DateValue(moment.replace(hour=0, minute=0, second=0, microsecond=0), date_only=True)


def _today(context: Context) -> Value:
    return _midnight(context.environment.now.astimezone(context.environment.zone))


def _now(context: Context) -> Value:
    return DateValue(context.environment.now.astimezone(context.environment.zone), date_only=False)


def _date(context: Context, value: Value) -> Value:
    found = _as_date(value, context)
    return "" if found is None else found if found.date_only else _midnight(found.moment)


def _date_time(context: Context, value: Value) -> Value:
    found = _as_date(value, context)
    return "" if found is None else DateValue(found.moment, date_only=False)


def _decimal_date_time(context: Context, value: Value) -> Value:
    if isinstance(value, float):
        return value
    found = to_date(value, context)
    return math.nan if found is None else found.days_in_utc()


def _decimal_time(context: Context, value: Value) -> Value:
    if isinstance(value, DateValue):
        value = value.written()
    if is_nodes(value) or isinstance(value, str):
        return day_fraction(to_string(value), context.environment.now, context.environment.zone)
    number = to_number(value, context)
    return number - math.floor(number) if math.isfinite(number) else math.nan


def _format_date(context: Context, value: Value, pattern: Value) -> Value:
    found = _as_date(value, context)
    return "" if found is None else formatted(found.moment, to_string(pattern), context.environment.names)


DATES = {
    "today": Function(0, 0, _today),
    "now": Function(0, 0, _now),
    "date": Function(1, 1, _date),
    "date-time": Function(1, 1, _date_time),
    "decimal-date-time": Function(1, 1, _decimal_date_time),
    "decimal-time": Function(1, 1, _decimal_time),
    "format-date": Function(2, 2, _format_date),
    "format-date-time": Function(2, 2, _format_date),
}
