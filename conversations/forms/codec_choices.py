"""Choices as people name them: by label, by number, by an everyday word, several at once."""

import re

from rapidfuzz import fuzz, process

from conversations.forms.asking import Asked, Speech
from conversations.forms.choices import Choice
from conversations.forms.rejected import Rejected
from conversations.text import fold

_BETWEEN = re.compile(r"[,;\n/]+")
# Nearer than this a label is taken for what was meant, if no other is as near.
_NEAR = 86.0
_SHORTEST_PART = 4
# What is longer, or has more pieces, names no choices; looking it all up in a long list would take seconds.
_LONGEST = 600
_MOST_LOOKUPS = 60


def read_one(text: str, asked: Asked, speech: Speech) -> str | Rejected:
    """One choice."""
    found = _Matcher(asked, speech).matching(text[:_LONGEST])
    if len(found) == 1:
        return found[0].value
    if found:
        return Rejected("form-answer-choice-several", {"choices": ", ".join(choice.label for choice in found[:4])})
    return Rejected("form-answer-choice", {"count": len(asked.choices)})


def read_many(text: str, asked: Asked, speech: Speech) -> str | Rejected:
    """Several choices, kept in the order of the list: 1 3 5; 1, 3 y 5; labels between commas."""
    named = _several(text, asked, speech)
    if isinstance(named, Rejected):
        return named
    return " ".join(choice.value for choice in asked.choices if choice in named)


def read_ranking(text: str, asked: Asked, speech: Speech) -> str | Rejected:
    """Every choice once, the most important first."""
    named = _several(text, asked, speech)
    if isinstance(named, Rejected):
        return named
    if len(named) != len(asked.choices):
        return Rejected("form-answer-ranking", {"count": len(asked.choices)})
    return " ".join(choice.value for choice in named)


def _several(text: str, asked: Asked, speech: Speech) -> list[Choice] | Rejected:
    matcher = _Matcher(asked, speech)
    whole = matcher.matching(text[:_LONGEST])
    if len(whole) == 1:
        return whole
    named: list[Choice] = []
    for piece in _pieces(text[:_LONGEST], matcher):
        found = matcher.matching(piece)
        if len(found) != 1:
            return Rejected("form-answer-choices", {"piece": piece[:60], "count": len(asked.choices)})
        if found[0] not in named:
            named.append(found[0])
    return named or Rejected("form-answer-choices", {"piece": text[:60], "count": len(asked.choices)})


def _pieces(text: str, matcher: "_Matcher") -> list[str]:
    """What is between commas; inside of that, what joiners join, unless it is one label; numbers stand alone."""
    pieces: list[str] = []
    joiners = matcher.speech.joiners
    for piece in _BETWEEN.split(text):
        words = piece.split()
        if len(matcher.matching(piece)) == 1:
            pieces.append(piece.strip())
            continue
        if all(word.strip(".").isdigit() or fold(word) in joiners for word in words):
            pieces.extend(word for word in words if fold(word) not in joiners)
            continue
        current: list[str] = []
        for word in words:
            if fold(word) in joiners and len(matcher.matching(" ".join(current))) == 1:
                pieces.append(" ".join(current))
                current = []
            else:
                current.append(word)
        if current:
            pieces.append(" ".join(current))
    return [piece for piece in pieces if piece]


class _Matcher:
    """The choices made ready for looking up, once for an answer; each text is looked up once."""

    def __init__(self, asked: Asked, speech: Speech) -> None:
        self.speech = speech
        self._choices = asked.choices
        self._labels = [fold(choice.label) for choice in asked.choices]
        self._exact: dict[str, list[Choice]] = {}
        for choice, label in zip(asked.choices, self._labels, strict=True):
            for form in {label, fold(choice.value)}:
                self._exact.setdefault(form, []).append(choice)
        self._known: dict[str, list[Choice]] = {}

    def matching(self, text: str) -> list[Choice]:
        """Choices that the text may mean: exact before number before part of a label before nearly right."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._looked_up(text) if len(self._known) < _MOST_LOOKUPS else []
        return found

    def _looked_up(self, text: str) -> list[Choice]:
        folded = fold(text)
        if not folded:
            return [choice for choice in self._choices if choice.label.strip() == text.strip()]
        if folded in self._exact:
            return self._exact[folded]
        number = self.speech.lexicon.number(text)
        if number is not None:
            return [self._choices[number - 1]] if 1 <= number <= len(self._choices) else []
        meaning = self.speech.lexicon.means(text)
        meant = [c for c in self._choices if meaning & self.speech.lexicon.means(c.label)] if meaning else []
        if len(meant) == 1:
            return meant
        if len(folded) < _SHORTEST_PART:
            return []
        part = [c for c, label in zip(self._choices, self._labels, strict=True) if f" {folded}" in f" {label}"]
        if part:
            return part
        near = process.extract(folded, self._labels, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=2)
        if len(near) == 1 or (len(near) == 2 and near[0][1] > near[1][1]):
            return [self._choices[near[0][2]]]
        return []
