"""What makes two boards the same one: the words of a name that count, its barrio and sector, its tax number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from conversations.place_search import comparable, core
from conversations.sounds import by_ear

# Said in every board's name, or around it by whoever looks for one; core() drops "junta", "barrio" and the like.
_AROUND = frozenset({
    "aso", "asociacion", "asojunta", "asojuntas", "busco", "buenas", "comunitaria", "hola", "juntas", "jvc",
    "presidenta", "presidente", "quiero", "registrar", "representante", "ucg", "vivienda",
})  # fmt: skip
_NUMBER_WORDS = {
    "uno": "1", "una": "1", "primer": "1", "primera": "1", "segunda": "2", "tres": "3", "tercer": "3", "tercera": "3",
    "tercero": "3", "cuatro": "4", "cuarta": "4", "cinco": "5", "ocho": "8", "diez": "10", "doce": "12",
    "catorce": "14", "quince": "15", "dieciseis": "16", "diecisiete": "17", "dieciocho": "18", "treinta": "30",
    "v": "5", "viii": "8", "ix": "9",
}  # fmt: skip
# "2da etapa" is "etapa 2"; "quinta" alone is a place.
_ORDINAL = re.compile(r"\b(\d{1,2})(?:r[ao]|er[ao]?|d[ao]|t[ao]|m[ao]|v[ao]|n[ao])\b")
_FIFTH = re.compile(r"\bquint[ao](?= etapa\b)|(?<=\betapa )quint[ao]\b")
_STAYS = "\0"
# Names compared again and again: those of a whole register, and some that were typed.
_KEPT = 4_096
_BARRIO_ALIKE = 88.0
_WORDS_ALIKE = 85.0
# One of two boards of a barrio names its sector and the other does not: it may be the same, it may be its neighbour.
_SECTOR_UNSAID = 80.0


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """What a board is looked for by; ``nit`` in its plain form."""

    id: int
    kind: str
    name: str
    barrio: str
    sector: str | None
    localidad: str
    comuna: str
    nit: str | None


@dataclass(frozen=True, slots=True)
class BoardMatch:
    """A board that may be meant, or may be the same; score 0–100."""

    id: int
    score: float


def telling_words(text: str) -> tuple[str, ...]:
    """The words that tell one board from another, by ear and with numbers as digits; none if all are said around."""
    numbered = _FIFTH.sub("5", _ORDINAL.sub(r"\1", comparable(text)))
    said = [_NUMBER_WORDS.get(word, word) for word in numbered.split()]
    # core() gives everything back when nothing is left: the mark that always stays prevents it.
    kept = core(" ".join([*(word for word in said if word not in _AROUND), _STAYS])).removesuffix(_STAYS)
    return tuple(by_ear(kept).split())


def board_key(kind: str, name: str, barrio: str, sector: str | None) -> tuple[str, str, str]:
    """Equal for two spellings of one board: accents, capitals, sound, order and the words around do not count."""
    words = {word for part in (name, barrio, sector or "") for word in telling_words(part)}
    return kind, _barrio_core(barrio), " ".join(sorted(words))


def nit_number(plain: str | None) -> str | None:
    """The nine digits of a tax number without its check digit."""
    return None if plain is None else plain.partition("-")[0]


def near_same(
    name: str, barrio: str, sector: str | None, entries: Iterable[BoardEntry], kind: str | None = None
) -> tuple[BoardMatch, ...]:
    """Boards of the same barrio that may be the one described, best first; only of one kind, if given."""
    here, own = _barrio_core(barrio), _own_words(name, barrio, sector)
    matches = []
    for entry in entries:
        if kind is not None and entry.kind != kind:
            continue
        there = _barrio_core(entry.barrio)
        if here != there and fuzz.ratio(here, there) < _BARRIO_ALIKE:
            continue
        score = _alike(own, _own_words(entry.name, entry.barrio, entry.sector))
        if score is not None:
            matches.append(BoardMatch(entry.id, score))
    return tuple(sorted(matches, key=lambda match: (-match.score, match.id)))


def _alike(own: frozenset[str], other: frozenset[str]) -> float | None:
    if own == other:
        return 100.0
    if not own or not other:
        return _SECTOR_UNSAID
    if {word for word in own if word.isdigit()} != {word for word in other if word.isdigit()}:
        return None
    score = fuzz.ratio(" ".join(sorted(own)), " ".join(sorted(other)))
    return score if score >= _WORDS_ALIKE else None


@lru_cache(maxsize=_KEPT)
def _own_words(name: str, barrio: str, sector: str | None) -> frozenset[str]:
    said = {word for part in (name, sector or "") for word in telling_words(part)}
    return frozenset(said - set(telling_words(barrio)))


@lru_cache(maxsize=_KEPT)
def _barrio_core(barrio: str) -> str:
    return " ".join(telling_words(barrio))
