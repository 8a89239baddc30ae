"""Typed answers of a registration: what is accepted, in which form it is kept, why something is not."""

import re
from dataclasses import dataclass

from conversations.nit import Nit, parse_nit
from conversations.registration_questions import BARRIO_OTHER, NAME, NIT, SECTOR
from conversations.text import calm, tidy

_ADDRESS_ON_THE_WEB = re.compile(r"https?:|www\.|t\.me/|\b[\w-]+\.(?:com|co|org|net|gov|edu|info)\b", re.IGNORECASE)
_LENGTHS = {NAME: (3, 120), BARRIO_OTHER: (2, 60), SECTOR: (1, 60)}


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer as it is kept. ``split``: ten digits were read as nine and their check digit."""

    value: str
    split: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """The key of the sentence that says what is expected."""

    key: str


def read_answer(question: str, text: str) -> Accepted | Rejected:
    """Reads the answer to a question answered in one's own words."""
    return _nit(text) if question == NIT else _name(question, text)


def _name(question: str, text: str) -> Accepted | Rejected:
    kept = calm(tidy(text))
    shortest, longest = _LENGTHS[question]
    key = question.replace("_", "-")
    if len(kept) > longest:
        return Rejected(f"registration-{key}-too-long")
    if (
        len(kept) < shortest
        or kept.startswith("/")
        or _ADDRESS_ON_THE_WEB.search(kept)
        or (question != SECTOR and not any(character.isalpha() for character in kept))
        or not any(character.isalnum() for character in kept)
    ):
        return Rejected(f"registration-{key}-expected")
    return Accepted(kept)


def _nit(text: str) -> Accepted | Rejected:
    read = parse_nit(text)
    if isinstance(read, Nit):
        digits = re.sub(r"\D", "", text)
        return Accepted(read.plain(), split="-" not in re.sub(r"[–—]", "-", text) and len(digits) == 10)
    return Rejected(f"registration-nit-{read.reason}")
