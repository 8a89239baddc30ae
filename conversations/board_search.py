"""Finding a board by what people type: its name, barrio, sector or tax number, in any order and roughly spelled."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rapidfuzz import fuzz, process

from conversations.board_names import BoardEntry, BoardMatch, nit_number, telling_words
from conversations.text import fold

_SHORTEST_NIT = 5
_ONLY_A_NIT = re.compile(r"\s*(?:nit)?[^\w]*[\d.,\s–—-]+", re.IGNORECASE)
_NIT_INSIDE = re.compile(r"\d[\d.,]*\d(?:\s*[-–—]\s*\d)?")
# How alike two words must be to be one with a typo; short ones turn into others too easily.
_WORD_ALIKE = 72.0
_JOINED_ALIKE = 84.0
_SHORT = 3
_BEGUN = 0.86
_WORTH_SHOWING = 50.0
# What was said counts more than what was left out.
_SAID, _UNSAID = 0.78, 0.22
# An association is asked for by its kind; "junta de vivienda" is also said of boards that are none.
_KIND_NAMED: Mapping[str, float] = {"jvc": 3.0, "asojuntas": 12.0}
_KINDS: Mapping[str, str] = {
    "vivienda": "jvc", "jvc": "jvc", "aso": "asojuntas", "asojuntas": "asojuntas", "asojunta": "asojuntas",
    "asociacion": "asojuntas", "asociada": "asojuntas", "asociadas": "asojuntas",
}  # fmt: skip


class BoardIndex:
    """Boards made comparable once; nothing here changes afterwards."""

    def __init__(self, entries: Sequence[BoardEntry]) -> None:
        self._entries = tuple(entries)
        self._words = [_entry_words(entry) for entry in self._entries]
        self._numbers = [nit_number(entry.nit) or "" for entry in self._entries]
        counts: dict[str, int] = {}
        for words in self._words:
            for word in words:
                counts[word] = counts.get(word, 0) + 1
        total = len(self._entries) + 1
        self._weights = {word: 1.0 + math.log(total / count) for word, count in counts.items()}
        self._unknown_weight = max(self._weights.values(), default=1.0)
        self._whole = [sum(self._weights[word] for word in words) for words in self._words]
        # Form → the entries that hold it, and which of their words it covers: one, or two written as one.
        self._single: dict[str, dict[int, tuple[str, ...]]] = {}
        self._joined: dict[str, dict[int, tuple[str, ...]]] = {}
        for place, words in enumerate(self._words):
            for word in words:
                self._single.setdefault(word, {})[place] = (word,)
            for first, second in pairwise(words):
                if not (first.isdigit() or second.isdigit()):
                    self._joined.setdefault(first + second, {})[place] = (first, second)

    def find(self, text: str, limit: int = 6) -> tuple[BoardMatch, ...]:
        """Boards that the text may mean, best first; none if nothing comes near."""
        scores = self._by_nit(text)
        if not _ONLY_A_NIT.fullmatch(text) or not scores:
            for place, score in self._by_words(_NIT_INSIDE.sub(_without_nit, text)).items():
                scores[place] = max(score, scores.get(place, 0.0))
        best = sorted(scores.items(), key=lambda found: (-round(found[1], 1), *self._order(found[0])))
        return tuple(BoardMatch(self._entries[place].id, score) for place, score in best[:limit])

    def _order(self, place: int) -> tuple[bool, int, str]:
        # Of several that fit as well, the board of the whole barrio comes first.
        entry = self._entries[place]
        return entry.sector is not None, len(self._words[place]), fold(entry.name)

    def _by_nit(self, text: str) -> dict[int, float]:
        runs = [text] if _ONLY_A_NIT.fullmatch(text) else _NIT_INSIDE.findall(text)
        scores: dict[int, float] = {}
        for run in runs:
            digits = re.sub(r"\D", "", run)
            if len(digits) < _SHORTEST_NIT:
                continue
            for place, number in enumerate(self._numbers):
                if number and (score := _nit_score(digits, number)):
                    scores[place] = max(score, scores.get(place, 0.0))
        return scores

    def _by_words(self, text: str) -> dict[int, float]:
        said = telling_words(text)
        kind = next((_KINDS[word] for word in fold(text).split() if word in _KINDS), None)
        if not said:
            all_of_kind = kind if kind == "asojuntas" else None
            return {place: 80.0 for place, entry in enumerate(self._entries) if entry.kind == all_of_kind}
        # For each entry: how well each word said is found there, and how much of the entry's own words that covers.
        heard: dict[int, list[float]] = {}
        covered: dict[int, dict[str, float]] = {}
        weights = []
        for position, word in enumerate(said):
            found = self._alike(word)
            weights.append(self._weight(found))
            self._note(found, (position,), len(said), heard, covered)
        for position, (first, second) in enumerate(pairwise(said)):
            found = self._alike_joined(first + second)
            self._note(found, (position, position + 1), len(said), heard, covered)
        total = sum(weights)
        scores = {}
        for place, alike in heard.items():
            coverage = sum(weight * share for weight, share in zip(weights, alike, strict=True)) / total
            own = covered[place]
            precision = sum(self._weights[word] * share for word, share in own.items()) / self._whole[place]
            score = 100 * (_SAID * coverage + _UNSAID * precision)
            if kind is not None:
                score += _KIND_NAMED[kind] if self._entries[place].kind == kind else -_KIND_NAMED[kind]
            if score >= _WORTH_SHOWING:
                scores[place] = min(score, 100.0)
        return scores

    def _alike(self, word: str) -> list[tuple[float, Mapping[int, tuple[str, ...]], str]]:
        exact = self._single.get(word)
        if word.isdigit() or len(word) <= _SHORT:
            # A number or a tiny word is itself or another one, never a typo.
            found = [] if exact is None else [(1.0, exact, word)]
        else:
            cutoff = _WORD_ALIKE
            near = process.extract(word, self._single.keys(), scorer=fuzz.ratio, score_cutoff=cutoff, limit=None)
            found = [(_softened(score), self._single[form], form) for form, score, _ in near if not form.isdigit()]
            found += [
                (_BEGUN, holders, form) for form, holders in self._single.items()
                if len(form) > len(word) and form.startswith(word)
            ]  # fmt: skip
        return found + self._exactly_joined(word)

    def _exactly_joined(self, word: str) -> list[tuple[float, Mapping[int, tuple[str, ...]], str]]:
        if len(word) < 2 * _SHORT:
            return []
        near = process.extract(word, self._joined.keys(), scorer=fuzz.ratio, score_cutoff=_JOINED_ALIKE, limit=None)
        return [(_softened(score), self._joined[form], form) for form, score, _ in near]

    def _alike_joined(self, word: str) -> list[tuple[float, Mapping[int, tuple[str, ...]], str]]:
        if len(word) < 2 * _SHORT:
            return []
        near = process.extract(word, self._single.keys(), scorer=fuzz.ratio, score_cutoff=_JOINED_ALIKE, limit=None)
        return [(_softened(score), self._single[form], form) for form, score, _ in near if not form.isdigit()]

    def _weight(self, found: Sequence[tuple[float, Mapping[int, tuple[str, ...]], str]]) -> float:
        if not found:
            return self._unknown_weight * 0.5
        form = max(found, key=lambda one: one[0])[2]
        return self._weights.get(form, self._unknown_weight)

    @staticmethod
    def _note(
        found: Iterable[tuple[float, Mapping[int, tuple[str, ...]], str]],
        positions: tuple[int, ...],
        length: int,
        heard: dict[int, list[float]],
        covered: dict[int, dict[str, float]],
    ) -> None:
        for alike, holders, _ in found:
            for place, words in holders.items():
                shares = heard.setdefault(place, [0.0] * length)
                for position in positions:
                    shares[position] = max(shares[position], alike)
                own = covered.setdefault(place, {})
                for word in words:
                    own[word] = max(own.get(word, 0.0), alike)


def _entry_words(entry: BoardEntry) -> tuple[str, ...]:
    parts = [entry.name, entry.barrio, entry.sector or ""]
    if entry.kind == "asojuntas":
        parts.append(entry.localidad)
    return tuple(dict.fromkeys(word for part in parts for word in telling_words(part)))


def _softened(score: float) -> float:
    """A typo costs more than its share of the letters: one wrong letter of six is 0.83 alike, and counts 0.75."""
    return 1.0 - 1.5 * (1.0 - score / 100)


def _without_nit(run: re.Match[str]) -> str:
    return " " if len(re.sub(r"\D", "", run[0])) >= _SHORTEST_NIT else run[0]


def _nit_score(digits: str, number: str) -> float:
    if digits[:9] == number:
        return 100.0
    if number.startswith(digits):
        return 92.0
    if digits in number:
        return 84.0
    # One digit wrong, missing or swapped with its neighbour.
    return 72.0 if len(digits) >= 8 and fuzz.ratio(digits[:9], number) >= 88.0 else 0.0
