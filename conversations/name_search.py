"""Finding people by what somebody types of their name: any of its words, in any order, roughly spelled."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from conversations.text import fold

_ALIKE = 80.0
# Shorter words turn into others too easily: they count only as they are written.
_SHORTEST_TYPO = 4
_SMALL_WORDS = frozenset(
    {"de", "del", "la", "las", "los", "y", "don", "dona", "doña", "sr", "sra", "senor", "señor", "señora"}
)


def names_like(text: str, names: Sequence[str]) -> list[int]:
    """Places of the names that hold every word of the text, the likeliest first; none for a text without letters."""
    said = [word for word in fold(text).split() if word not in _SMALL_WORDS and not word.isdigit()]
    if not said:
        return []
    held = [fold(name).split() for name in names]
    scored = [(score, place) for place, words in enumerate(held) if (score := _score(said, words))]
    return [place for _, place in sorted(scored, key=lambda one: (-round(one[0]), len(held[one[1]]), one[1]))]


def _score(said: Sequence[str], held: Sequence[str]) -> float:
    total = 0.0
    for word in said:
        best = max((_alike(word, other) for other in held), default=0.0)
        if not best:
            return 0.0
        total += best
    return total / len(said)


def _alike(word: str, other: str) -> float:
    if word == other:
        return 100.0
    if len(word) >= 3 and other.startswith(word):
        return 90.0
    if min(len(word), len(other)) < _SHORTEST_TYPO:
        return 0.0
    score = fuzz.ratio(word, other)
    return score if score >= _ALIKE else 0.0
