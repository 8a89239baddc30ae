"""Everyday words and what they mean: the lists of ``content/lexicon``, made ready for looking up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from conversations.text import fold

_NUMBERS = "numbers"
_FILLERS = "fillers"
# Below this length a typo turns one word into another too easily.
_SHORTEST_TYPO = 5
_TYPO_SCORE = 86.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Meanings by folded form; a meaning is the name of the list that holds the form."""

    meanings: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]
    fillers: frozenset[str]

    @classmethod
    def from_lists(cls, lists: Mapping[str, Sequence[str]]) -> "Lexicon":
        """Lists by name, one form an entry. ``numbers`` holds ``form = number``, ``fillers`` words without weight."""
        fillers = frozenset(fold(form) for form in lists.get(_FILLERS, ()))
        meanings: dict[str, set[str]] = {}
        numbers: dict[str, int] = {}
        for name, forms in lists.items():
            for form in forms:
                if name == _NUMBERS:
                    written, _, number = form.partition("=")
                    numbers[fold(written)] = int(number)
                elif name != _FILLERS:
                    meanings.setdefault(fold(form), set()).add(name)
                    meanings.setdefault(_bare(fold(form), fillers), set()).add(name)
        return cls(
            meanings={form: frozenset(names) for form, names in meanings.items()},
            numbers=numbers,
            fillers=fillers,
        )

    def means(self, text: str) -> frozenset[str]:
        """The meanings of the whole text, also when said politely (words without weight left out)."""
        folded = fold(text)
        return self.meanings.get(folded) or self.meanings.get(_bare(folded, self.fillers), frozenset())

    def nearly_means(self, text: str) -> frozenset[str]:
        """The meanings of the nearest form, for a text that means nothing as it is written."""
        bare = _bare(fold(text), self.fillers)
        if len(bare) < _SHORTEST_TYPO:
            return frozenset()
        found = process.extractOne(bare, self.meanings.keys(), scorer=fuzz.ratio, score_cutoff=_TYPO_SCORE)
        return frozenset() if found is None else self.meanings[found[0]]

    def mentions(self, text: str) -> frozenset[str]:
        """Every meaning of which some form stands in the text, among other words."""
        folded = f" {fold(text)} "
        return frozenset(name for form, names in self.meanings.items() if f" {form} " in folded for name in names)

    def number(self, text: str) -> int | None:
        """The number that the whole text says: digits, a word, an ordinal."""
        folded = fold(text)
        for form in (folded, _bare(folded, self.fillers)):
            if form in self.numbers:
                return self.numbers[form]
            if form.isascii() and form.isdigit() and len(form) <= 3:
                return int(form)
        return None


def _bare(folded: str, fillers: frozenset[str]) -> str:
    """Without fillers, unless nothing else was said."""
    weighty = [word for word in folded.split(" ") if word not in fillers]
    return " ".join(weighty) or folded
