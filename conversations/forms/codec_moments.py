"""Days and hours as people type them: 31/12/1990, ayer, 12 de marzo de 2020, 2:30 p. m."""

import re
from datetime import date, timedelta

from conversations.forms.asking import Asked, Speech
from conversations.forms.rejected import Rejected
from conversations.text import fold

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?:\s*[:.]\s*(\d{2}))?\s*h?(?:oras?|rs?)?\s*(\D*)", re.IGNORECASE)
_IN_MOMENT = re.compile(
    r"(.+?)(?:T|,|\s+a\s+las?\s+|\s+)((?:\d{1,2}[:.h]\d{2}|\d{1,2}\s*[ap]\.?\s*m).*)", re.IGNORECASE
)


def read_date(text: str, asked: Asked, speech: Speech) -> str | Rejected:
    """A day; with the appearances ``month-year`` and ``year`` only so much of it, kept as the first day."""
    found = day_in(text.strip(), speech, asked.appearances)
    return found.isoformat() if isinstance(found, date) else found


def read_time(text: str, _asked: Asked, speech: Speech) -> str | Rejected:
    """An hour of the day, kept with the person's offset."""
    clock = _clock(text.strip(), speech)
    if clock is None:
        return Rejected("form-answer-time")
    return f"{clock}.000{_offset(speech)}"


def read_moment(text: str, _asked: Asked, speech: Speech) -> str | Rejected:
    """A day and an hour."""
    match = _IN_MOMENT.fullmatch(text.strip())
    if match is None:
        return Rejected("form-answer-moment")
    day, clock = day_in(match[1].strip(), speech), _clock(match[2].strip(), speech)
    if not isinstance(day, date):
        return day
    if clock is None:
        return Rejected("form-answer-moment")
    return f"{day.isoformat()}T{clock}.000{_offset(speech)}"


def day_in(text: str, speech: Speech, appearances: tuple[str, ...] = ()) -> date | Rejected:
    """The day that the text says."""
    folded = fold(text)
    if folded in speech.days:
        return speech.now.date() + timedelta(days=speech.days[folded])
    iso, numbers = _ISO.fullmatch(text), _NUMBERS.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if numbers:
        return _day(_year(numbers[3], speech), int(numbers[2]), int(numbers[1]))
    return _in_words(folded, speech, appearances)


def _in_words(folded: str, speech: Speech, appearances: tuple[str, ...]) -> date | Rejected:
    words = [word for word in folded.split() if word not in speech.joiners]
    months = [speech.months[word] for word in words if word in speech.months]
    rest = [word for word in words if word not in speech.months]
    numbers = [word for word in rest if word.isascii() and word.isdigit()]
    spoken = [speech.lexicon.number(word) for word in rest if word not in numbers]
    days = [int(word) for word in numbers if len(word) <= 2] + [number for number in spoken if number is not None]
    years = [int(word) for word in numbers if len(word) == 4]
    if None in spoken or len(months) > 1 or len(years) > 1 or len(days) + len(years) != len(rest):
        return Rejected("form-answer-date")
    if years and not months and not days and "year" in appearances:
        return _day(years[0], 1, 1)
    if not months and len(days) == 1 and len(years) == 1 and "month-year" in appearances:
        return _day(years[0], days[0], 1)
    if not months or (not days and "month-year" not in appearances) or len(days) > 1:
        return Rejected("form-answer-date")
    if not years:
        return Rejected("form-answer-date-year")
    return _day(years[0], months[0], days[0] if days else 1)


def _day(year: int, month: int, day: int) -> date | Rejected:
    try:
        return date(year, month, day)
    except ValueError:
        return Rejected("form-answer-date-impossible")


def _year(digits: str, speech: Speech) -> int:
    """Two digits mean the past when they can: 90 is 1990, 25 is 2025 in 2026."""
    year = int(digits)
    if len(digits) == 4:
        return year
    this_year = speech.now.year
    century = this_year - this_year % 100
    return century + year if year <= this_year % 100 + 1 else century - 100 + year


def _clock(text: str, speech: Speech) -> str | None:
    digits = re.fullmatch(r"(\d{2})(\d{2})", text)
    match = _CLOCK.fullmatch(f"{digits[1]}:{digits[2]}" if digits else text)
    if match is None:
        said = speech.lexicon.number(text)
        match = None if said is None else _CLOCK.fullmatch(str(said))
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    half = fold(match[4])
    if half:
        if half not in speech.halves or not 1 <= hour <= 12:
            return None
        hour = hour % 12 + speech.halves[half]
    elif match[2] is None:
        # A bare number could be morning or afternoon.
        return None
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{hour:02}:{minute:02}:{second:02}"


def _offset(speech: Speech) -> str:
    return speech.now.isoformat()[-6:]
