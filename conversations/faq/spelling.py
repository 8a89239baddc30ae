"""Mending a mistyped word with the nearest one that examples hold."""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

# A shorter word turns into another too easily; a word seen once may be a slip itself.
_SHORTEST = 4
_SEEN = 2
# Letters missing, added, changed or swapped: one, in a long word two.
_LONG = 9


class Spelling:
    """Words as they sound, with those among them that are seen often enough to be taken for right."""

    def __init__(self, texts: Iterable[tuple[str, ...]]) -> None:
        """``texts``: the words of each example."""
        counts = Counter(word for words in texts for word in set(words))
        self._seen = frozenset(counts)
        self._right = sorted(word for word, count in counts.items() if count >= _SEEN and len(word) >= _SHORTEST)

    def mend(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words, those never seen replaced where a very similar one is known."""
        return tuple(word if len(word) < _SHORTEST or word in self._seen else self._nearest(word) for word in words)

    def _nearest(self, word: str) -> str:
        most = 2 if len(word) >= _LONG else 1
        found = process.extractOne(word, self._right, scorer=OSA.distance, score_cutoff=most)
        return word if found is None else found[0]
