"""What a value of each XForms type looks like when it is stored; what does not fit the type is stored as nothing."""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime

_LARGEST_INT = 2**31 - 1
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d):[0-5]\d)?")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)(Z|[+-][01]\d:[0-5]\d)?)?")

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def stored(kind: str, value: str) -> str:
    """The value as it is stored for the type ``kind`` (``int``, ``date`` …), ``""`` if it is none of it."""
    read = _TYPES.get(kind)
    if read is not None and value:
        return read(value.strip())
    # What XML cannot carry at all is taken out; letters with their accents apart become one.
    clean = _NOT_IN_XML.sub("", value)
    return clean if clean.isascii() else unicodedata.normalize("NFC", clean)


def _int(value: str) -> str:
    number = _number(value)
    if number is None or not -_LARGEST_INT - 1 <= int(number) <= _LARGEST_INT:
        return ""
    return str(int(number))


def _decimal(value: str) -> str:
    number = _number(value)
    if number is None:
        return ""
    if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", value):
        return value
    return plain(number)


def _number(value: str) -> float | None:
    if not _NUMBER.fullmatch(value):
        return None
    number = float(value)
    return number if math.isfinite(number) else None


def plain(number: float) -> str:
    """A number without exponent and without a needless fraction."""
    if number == int(number):
        return str(int(number))
    return f"{number:.15f}".rstrip("0") if abs(number) < 1e-4 else repr(number)


def _date(value: str) -> str:
    match = _DATE.fullmatch(value)
    if match is None:
        return ""
    try:
        date.fromisoformat(match[1])
    except ValueError:
        return ""
    return match[1]


def _time(value: str) -> str:
    return value if _TIME.fullmatch(value) else ""


def _moment(value: str) -> str:
    if not _MOMENT.fullmatch(value):
        return ""
    try:
        datetime.fromisoformat(value[:10])
    except ValueError:
        return ""
    return value


def _geopoint(value: str) -> str:
    """``latitude longitude altitude accuracy``; the point 0 0 0 0 is what devices write when they know nothing."""
    parts = value.split()
    numbers = [_number(part) for part in parts]
    if not 2 <= len(parts) <= 4 or None in numbers:
        return ""
    known = [number for number in numbers if number is not None] + [0.0] * (4 - len(numbers))
    if abs(known[0]) > 90 or abs(known[1]) > 180 or not any(known):
        return ""
    return " ".join(f"{int(number)}.0" if number == int(number) else plain(number) for number in known)


_TYPES: dict[str, Callable[[str], str]] = {
    "int": _int, "decimal": _decimal, "date": _date, "time": _time, "dateTime": _moment, "geopoint": _geopoint,
}  # fmt: skip
