"""What two ways of asking may have in common: stems, neighbouring stems, meanings, and letters as they sound."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from conversations.faq.language import Said

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int32]
# The features of one text: where each stands in the vocabulary, and its weight.
Row = tuple[Places, Floats]

# How much each kind counts beside a stem.
_PAIR = 0.9
_MEANING = 1.4
_LETTERS = 0.5
_LENGTHS = (4,)
# Rare features count a little more than in plain inverse document frequency.
_RARITY = 1.5


class Vocabulary:
    """Every feature of the texts that were learned, each with a place of its own."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._places)

    def stem(self, stem: str) -> int | None:
        """The place of a stem, if it was learned."""
        return self._places.get(f"w:{stem}")

    def learn(self, said: Said) -> Row:
        """The features of a text; new ones get a place."""
        found = _features(said)
        places = [self._places.setdefault(name, len(self._places)) for name in found]
        return np.array(places, dtype=np.int32), np.array(list(found.values()), dtype=np.float32)

    def known(self, said: Said) -> Row:
        """The features of a text that were learned before."""
        pairs = [(self._places[name], weight) for name, weight in _features(said).items() if name in self._places]
        places = np.array([place for place, _ in pairs], dtype=np.int32)
        return places, np.array([weight for _, weight in pairs], dtype=np.float32)


class Rarity:
    """How rare each feature is among some rows: about 1 if all have it. Features that none has do not count."""

    def __init__(self, rows: Sequence[Row], names: int) -> None:
        counts = np.bincount(np.concatenate([places for places, _ in rows]), minlength=names)
        rarity = (np.log((1 + len(rows)) / (1 + counts)) + 1) ** _RARITY
        self._of_unknown = float((np.log(1 + len(rows)) + 1) ** _RARITY)
        self._rarity = np.where(counts > 0, rarity, 0).astype(np.float32)

    def of(self, place: int | None) -> float:
        """The rarity of one feature; most for one that was never learned."""
        return (float(self._rarity[place]) if place is not None else 0.0) or self._of_unknown

    def weigh(self, row: Row) -> Row:
        """The row with rare features counting more, of length one (or all zeros)."""
        places, weights = row
        weighed = weights * self._rarity[places]
        length = np.sqrt(np.dot(weighed, weighed))
        return places, weighed / length if length else weighed


def _features(said: Said) -> dict[str, float]:
    """Name → weight before rarity. What is said twice counts once."""
    found = {f"w:{stem}": 1.0 for stem in said.stems}
    found |= {f"p:{first} {second}": _PAIR for first, second in zip(said.stems, said.stems[1:], strict=False)}
    found |= {f"m:{meaning}": _MEANING for meaning in said.meanings}
    for word in said.sounds:
        padded = f" {word} "
        for length in _LENGTHS:
            for start in range(len(padded) - length + 1):
                found["l:" + padded[start : start + length]] = _LETTERS
    return found
