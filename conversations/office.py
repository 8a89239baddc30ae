"""When the team is at work: Monday to Friday from 8 to 17 o'clock in the city; holidays are not known yet."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_FIRST, _LAST = time(8), time(17)
_SATURDAY = 5
# After so long without an answer everybody is told again; after so long, one working day, the owners.
PATIENCE: Final = timedelta(hours=4)
WORKING_DAY: Final = timedelta(hours=9)


def is_open(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether somebody can be expected to answer soon. An aware datetime."""
    local = moment.astimezone(zone)
    return _works(local.date()) and _FIRST <= local.time() < _LAST


def worked(start: datetime, end: datetime, zone: ZoneInfo) -> timedelta:
    """How much office time lies between two moments, up to two weeks of them. Aware datetimes."""
    total, day = timedelta(0), start.astimezone(zone).date()
    last = min(end.astimezone(zone).date(), day + timedelta(days=14))
    while day <= last:
        if _works(day):
            opens = max(start, datetime.combine(day, _FIRST, zone))
            closes = min(end, datetime.combine(day, _LAST, zone))
            total += max(closes - opens, timedelta(0))
        day += timedelta(days=1)
    return total


def _works(day: date) -> bool:
    return day.weekday() < _SATURDAY
