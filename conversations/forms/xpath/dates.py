"""Dates and moments: read from ISO text, counted in days, written back; never out of range, never an exception."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from conversations.forms.xpath.context import DateNames

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_DAY_SECONDS = 86_400
_CLOCK = r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?"
_DATE = re.compile(rf"\s*(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})(?:T{_CLOCK})?\s*", re.ASCII)
_TIME = re.compile(rf"\s*{_CLOCK}\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class DateValue:
    """A moment with its offset; ``date_only`` means the whole day that starts there."""

    moment: datetime
    date_only: bool

    def days(self) -> float:
        """Days since 1970-01-01: whole ones for a date, wherever; for a moment counted in UTC.

        A date's days are whole so that ages and differences do not carry fractions from zones and daylight saving.
        """
        if self.date_only:
            return float(self.moment.toordinal() - _EPOCH_DAY)
        return self.days_in_utc()

    def days_in_utc(self) -> float:
        """Days since 1970-01-01T00:00Z of the moment, or of the midnight a date starts with."""
        since = self.moment - _EPOCH
        return since.days + (since.seconds + since.microseconds / 1e6) / _DAY_SECONDS

    def written(self) -> str:
        """``2024-05-01`` or ``2024-05-01T10:20:30.000-05:00``."""
        return self.moment.date().isoformat() if self.date_only else self.moment.isoformat(timespec="milliseconds")


def parse_date(text: str, zone: tzinfo) -> DateValue | None:
    """Reads an ISO date or dateTime; without an offset it is the zone's. None if it is neither, or does not exist."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        midnight = datetime(int(year), int(month), int(day), tzinfo=zone)
        if hour is None:
            return DateValue(midnight, date_only=True)
        clock = midnight.replace(
            hour=int(hour),
            minute=int(minute),
            second=int(second or 0),
            microsecond=_microseconds(fraction),
            tzinfo=zone if offset is None else _offset(offset),
        )
        return DateValue(clock.astimezone(zone), date_only=False)
    except (ValueError, OverflowError):
        return None


def from_days(days: float, zone: tzinfo, *, date_only: bool) -> DateValue | None:
    """The date, or the moment, so many days after 1970-01-01. None outside the years 1 to 9999 and for NaN."""
    if math.isnan(days) or math.isinf(days):
        return None
    try:
        if date_only:
            whole = date.fromordinal(_EPOCH_DAY + math.floor(days))
            return DateValue(datetime(whole.year, whole.month, whole.day, tzinfo=zone), date_only=True)
        # A millisecond is the finest that is written; below it a day as a float has only noise.
        moment = _EPOCH + timedelta(milliseconds=round(days * _DAY_SECONDS * 1000))
        return DateValue(moment.astimezone(zone), date_only=False)
    except (ValueError, OverflowError):
        return None


def day_fraction(text: str, now: datetime, zone: tzinfo) -> float:
    """A time of day (or the one in a dateTime) in the zone as a fraction of a day; NaN if it is none."""
    whole = parse_date(text, zone)
    if whole is not None:
        return _fraction_of(whole.moment)
    match = _TIME.fullmatch(text)
    if match is None:
        return math.nan
    hour, minute, second, fraction, offset = match.groups()
    try:
        clock = now.astimezone(zone).replace(
            hour=int(hour),
            minute=int(minute),
            second=int(second or 0),
            microsecond=_microseconds(fraction),
            tzinfo=zone if offset is None else _offset(offset),
        )
        return _fraction_of(clock.astimezone(zone))
    except (ValueError, OverflowError):
        return math.nan


def _fraction_of(moment: datetime) -> float:
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return (seconds + moment.microsecond / 1e6) / _DAY_SECONDS


def _microseconds(fraction: str | None) -> int:
    return int(fraction[:6].ljust(6, "0")) if fraction else 0


def _offset(text: str) -> tzinfo:
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[3:].lstrip(":") or 0)
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


_WRITERS: dict[str, Callable[[datetime, DateNames], str]] = {
    "Y": lambda moment, _names: f"{moment.year:04}",
    "y": lambda moment, _names: f"{moment.year % 100:02}",
    "m": lambda moment, _names: f"{moment.month:02}",
    "n": lambda moment, _names: str(moment.month),
    "b": lambda moment, names: names.months[moment.month - 1],
    "d": lambda moment, _names: f"{moment.day:02}",
    "e": lambda moment, _names: str(moment.day),
    "a": lambda moment, names: names.days[moment.isoweekday() % 7],
    "H": lambda moment, _names: f"{moment.hour:02}",
    "h": lambda moment, _names: str(moment.hour),
    "M": lambda moment, _names: f"{moment.minute:02}",
    "S": lambda moment, _names: f"{moment.second:02}",
    "3": lambda moment, _names: f"{moment.microsecond // 1000:03}",
    "%": lambda _moment, _names: "%",
}


def formatted(moment: datetime, pattern: str, names: DateNames) -> str:
    """The moment in the ODK pattern (``%d/%m/%Y``); what the specification does not name stays as it is."""

    def write(match: re.Match[str]) -> str:
        writer = _WRITERS.get(match[1])
        return match[0] if writer is None else writer(moment, names)

    return re.sub(r"%(.)", write, pattern)
