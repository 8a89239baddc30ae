"""Numbers and places as people type them in Colombia: 1.234,5 and 10,4 -75,5."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from conversations.forms.asking import Asked, Speech
from conversations.forms.rejected import Rejected
from conversations.text import fold

_MOST_DIGITS = 15
_LARGEST_INT = 2**31 - 1
_NUMBER = re.compile(r"[+-]?\d[\d.,'’\s]*")
_AROUND = re.compile(r"[$%°]|\b(?:cop|usd)\b", re.IGNORECASE)
_PAIR = re.compile(r"\s*(-?\d{1,3}(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*")


def read_integer(text: str, _asked: Asked, speech: Speech) -> str | Rejected:
    """A whole number: 1.234, 1 234, 12 años, doce."""
    number = number_in(text, speech, whole=True)
    if number is None:
        return Rejected("form-answer-integer")
    if number != number.to_integral_value():
        return Rejected("form-answer-integer-fraction")
    if abs(number) > _LARGEST_INT:
        return Rejected("form-answer-large")
    return str(int(number))


def read_decimal(text: str, _asked: Asked, speech: Speech) -> str | Rejected:
    """A number with or without a fraction: 1.234,5; 2,5; 2.5."""
    number = number_in(text, speech, whole=False)
    if number is None:
        return Rejected("form-answer-decimal")
    if len(number.as_tuple().digits) > _MOST_DIGITS:
        return Rejected("form-answer-large")
    return plain(number)


def read_range(text: str, asked: Asked, speech: Speech) -> str | Rejected:
    """A number of the scale."""
    start, end, step = (_parameter(asked, name) for name in ("start", "end", "step"))
    low, high = min(start, end), max(start, end)
    number = number_in(text, speech, whole=asked.type == "int")
    args: dict[str, str | int] = {"low": written(low), "high": written(high)}
    if number is None or not low <= number <= high:
        return Rejected("form-answer-range", args)
    if step and (number - start) % step:
        return Rejected("form-answer-range-step", {**args, "step": written(abs(step))})
    return plain(number)


def read_point(text: str, _asked: Asked, _speech: Speech) -> str | Rejected:
    """Latitude and longitude: 10.4236 -75.5253, also with commas for the fraction."""
    match = _PAIR.fullmatch(_plain_signs(text))
    if match is None:
        return Rejected("form-answer-point")
    latitude, longitude = (Decimal(part.replace(",", ".")) for part in match.groups())
    if abs(latitude) > 90 or abs(longitude) > 180 or not (latitude or longitude):
        return Rejected("form-answer-point")
    return f"{plain(latitude)} {plain(longitude)} 0 0"


def number_in(text: str, speech: Speech, *, whole: bool) -> Decimal | None:
    """The one number that the text says, in digits or as a word; None if there is none or more than one."""
    bare = _AROUND.sub(" ", _plain_signs(text)).strip()
    found = _NUMBER.findall(bare)
    if not found:
        said = speech.lexicon.number(text)
        return None if said is None else Decimal(said)
    rest = fold(_NUMBER.sub(" ", bare, count=1))
    if len(found) > 1 or any(character.isdigit() for character in rest) or len(rest.split()) > 3:
        return None
    return _value(found[0].strip(), whole=whole)


def plain(number: Decimal) -> str:
    """As it is stored: a point for the fraction, no exponent, no needless zeros."""
    fixed = f"{number:f}"
    return (fixed.rstrip("0").rstrip(".") if "." in fixed else fixed) or "0"


def written(number: Decimal) -> str:
    """As it is read: a comma for the fraction."""
    return plain(number).replace(".", ",")


def _plain_signs(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-")


def _value(digits: str, *, whole: bool) -> Decimal | None:
    # 1'234.567: the apostrophe of the millions is a point like the others.
    compact = re.sub(r"['’](?=\d{3})", ".", digits.rstrip(" .,'’"))
    compact = re.sub(r"[\s'’]", "", compact)
    points, commas = compact.count("."), compact.count(",")
    if points and commas:
        # The one further to the right is the fraction's, whatever the habit.
        decimal = "." if compact.rindex(".") > compact.rindex(",") else ","
        if compact.count(decimal) > 1:
            return None
        compact = compact.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    elif points or commas:
        mark = "." if points else ","
        grouped = re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(?:\{mark}\d{{3}})+", compact) is not None
        if grouped and (points or whole or commas > 1):
            # 1.234 is a thousand here; 1,234 only where a fraction makes no sense.
            compact = compact.replace(mark, "")
        elif points + commas > 1:
            return None
        else:
            compact = compact.replace(",", ".")
    try:
        return Decimal(compact)
    except InvalidOperation:
        return None


def _parameter(asked: Asked, name: str) -> Decimal:
    try:
        return Decimal(asked.parameters.get(name, {"start": "1", "end": "10", "step": "1"}[name]))
    except InvalidOperation:
        return Decimal(1)
