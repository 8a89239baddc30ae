"""The tax number of a board (NIT): the forms people write it in, and its check digit."""

import re
from dataclasses import dataclass

# DIAN, modulo 11: weights from the rightmost digit leftwards.
_WEIGHTS = (3, 7, 13, 17, 19, 23, 29, 37, 41)
_ONLY_NUMBER = re.compile(r"(?:nit)?\D{0,3}([\d.\s,]+?)\s*(?:[-–—]\s*(\d))?\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Nit:
    """A number of nine digits, with its check digit if it was given."""

    number: str
    check: str | None

    def plain(self) -> str:
        """As it is kept: ``890480184-4``."""
        return self.number if self.check is None else f"{self.number}-{self.check}"


@dataclass(frozen=True, slots=True)
class NotANit:
    """Why a text was not taken: ``form``, ``length``, ``start``, ``check`` or ``ambiguous``."""

    reason: str


def check_digit(number: str) -> str:
    """The digit after the hyphen, for up to nine digits (DIAN, modulo 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(reversed(number), _WEIGHTS, strict=False))
    remainder = total % 11
    return str(remainder if remainder < 2 else 11 - remainder)


def parse_nit(text: str) -> Nit | NotANit:
    """Reads ``890480184``, ``890.480.184``, ``890480184-4``, ``890.480.184-4``, ten digits if the last checks."""
    match = _ONLY_NUMBER.fullmatch(text.strip())
    if match is None:
        return NotANit("form")
    number, check = re.sub(r"\D", "", match[1]), match[2]
    guessed = check is None and len(number) == 10
    if guessed:
        number, check = number[:9], number[9]
    if len(number) != 9:
        return NotANit("length")
    if number[0] not in "89":
        # Tax numbers of legal entities start with 8 or 9; anything else is likely somebody's identity card.
        return NotANit("start")
    if check is not None and check != check_digit(number):
        return NotANit("ambiguous" if guessed else "check")
    return Nit(number, check)


def written(plain: str) -> str:
    """A kept number as papers show it: ``890.480.184-4``."""
    number, hyphen, check = plain.partition("-")
    return f"{number[:3]}.{number[3:6]}.{number[6:]}{hyphen}{check}"
