"""Finding the card a question asks for: sure, unsure with the likeliest few, or declined because no card answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np

from conversations.faq.examples import FAR, NEAR, TALK, Example
from conversations.faq.features import Floats, Rarity, Row, Vocabulary
from conversations.faq.language import Language, Said, hear, sentences
from conversations.faq.learning import Linear
from conversations.faq.spelling import Spelling

_OUTSIDE = (NEAR, FAR, TALK)
# Weights and thresholds below were chosen by leaving out one author after another (tests/bench/faq.py).
# What speaks for a card rather than for declining, weighed as a logistic model found it: by how much cards are likelier
# than what is out of scope (natural logarithms, times the root of the number of words, because scores of long messages
# come out flat), how clearly one card leads (logarithm of its share), and how much of the message is in words that no
# card's example holds (0 to 1).
_LIKELIER = 0.34
_LEADS = 0.94
_STRANGE = -2.3
_EVEN = 0.95
# A sentence must speak so much more clearly for a card than a whole message.
_PART = 0.6
# In a message of so many words that seems out of scope, stretches of so many words are looked at, each so far from the
# one before; one that is so clear is the question, the rest is the story around it.
_LONG_MESSAGE = 14
_STRETCH = 9
_STEP = 3
_CLEAR = 2.0
# Sure when the first card has at least this share of all cards' likelihood, the second at most that, and the message
# speaks so clearly for a card.
_SURE = 0.6
_SECOND = 0.25
_IN_SCOPE = 2.0
_SHOWN = 3
# Further answers are given for those who want to see how the others fared.
_ANSWERS = 5
_FEWEST_WORDS = 3
_LONGEST = 1000  # characters; a longer message is cut, its end is kept because questions stand there


class Outcome(StrEnum):
    """What to do with a question."""

    SURE = "sure"  # show the first card
    UNSURE = "unsure"  # offer the first three as buttons
    TALK = "talk"  # answer in kind
    OUTSIDE = "outside"  # say that no card answers, offer a person


@dataclass(frozen=True, slots=True)
class Answer:
    """A card and its share of all cards' likelihood, 0 to 1."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The likeliest cards, best first, at least three; they are not to be shown when ``declined``."""

    outcome: Outcome
    answers: tuple[Answer, ...]

    @property
    def declined(self) -> bool:
        """No card is shown and no button offered."""
        return self.outcome in (Outcome.TALK, Outcome.OUTSIDE)

    @property
    def offered(self) -> tuple[Answer, ...]:
        """What the person is shown: one card, up to three buttons, or nothing."""
        if self.declined:
            return ()
        return self.answers[:1] if self.outcome is Outcome.SURE else self.answers[:_SHOWN]


@dataclass(frozen=True, slots=True)
class Learned:
    """Examples taken apart: what each means (a topic, or a kind out of scope) and its features."""

    vocabulary: Vocabulary
    spelling: Spelling
    meant: tuple[str, ...]
    rows: tuple[Row, ...]

    def only(self, kept: Sequence[int]) -> "Learned":
        """Some of the examples, by number."""
        return Learned(
            self.vocabulary,
            self.spelling,
            tuple(self.meant[one] for one in kept),
            tuple(self.rows[one] for one in kept),
        )


def take_apart(examples: Iterable[Example], language: Language) -> Learned:
    """Examples made ready for a Finder."""
    vocabulary = Vocabulary()
    heard = [(one.meant, hear(one.text)) for one in examples]
    rows = tuple(vocabulary.learn(language.understand(words)) for _, words in heard)
    return Learned(vocabulary, Spelling(words for _, words in heard), tuple(meant for meant, _ in heard), rows)


class Finder:
    """All that was learned from the examples; nothing here changes afterwards."""

    def __init__(self, learned: Learned, language: Language) -> None:
        """Raises ValueError without examples of at least three topics. Takes about a second."""
        self._language = language
        self._vocabulary = learned.vocabulary
        self._spelling = learned.spelling
        self._topics = sorted(set(learned.meant).difference(_OUTSIDE))
        if len(self._topics) < _SHOWN:
            raise ValueError(f"examples of {len(self._topics)} topics are too few to choose from")
        places = {meant: place for place, meant in enumerate((*self._topics, *_OUTSIDE))}
        meant = [places[one] for one in learned.meant]
        shape = len(learned.vocabulary), len(places)
        self._rarity = Rarity(learned.rows, shape[0])
        self._linear = Linear(learned.rows, meant, shape, self._rarity.weigh)
        self._in_cards = np.zeros(shape[0], dtype=np.bool_)
        for place, (features, _) in zip(meant, learned.rows, strict=True):
            if place < len(self._topics):
                self._in_cards[features] = True

    def match(self, text: str) -> Found:
        """What a message asks for; of several sentences, one that is in scope is enough."""
        said = [self._understood(part) for part in _parts(text[-_LONGEST:])]
        scored = [self._scores(one) for one in said]
        weighed = [self._for_cards(scores, one) for scores, one in zip(scored, said, strict=True)]
        clearest = max([weighed[0], *(one - _PART for one in weighed[1:])])
        if clearest < 0 and (rescued := self._rescued(said[0])) is not None:
            scored, clearest = [*scored, rescued], 0.0
        count = len(self._topics)
        cards = np.maximum.reduce(scored)[:count]
        shares = np.exp(cards - _sum_of_logs(cards))
        best = np.argsort(-shares, kind="stable")[:_ANSWERS].tolist()
        answers = tuple(Answer(self._topics[place], round(float(shares[place]), 4)) for place in best)
        if clearest < 0:
            small_talk = _OUTSIDE[int(scored[0][count:].argmax())] == TALK
            return Found(Outcome.TALK if small_talk else Outcome.OUTSIDE, answers)
        leads = answers[0].score >= _SURE and answers[1].score <= _SECOND
        asked = {int(s[:count].argmax()) for s, w in zip(scored[1:], weighed[1:], strict=False) if w >= _IN_SCOPE}
        sure = leads and clearest >= _IN_SCOPE and len(asked) <= 1
        return Found(Outcome.SURE if sure else Outcome.UNSURE, answers)

    def _understood(self, text: str) -> Said:
        return self._language.understand(self._spelling.mend(hear(text)))

    def _rescued(self, said: Said) -> Floats | None:
        """Scores of the stretch of a long message without marks that is clearly a question, if one is."""
        if len(said.sounds) < _LONG_MESSAGE:
            return None
        starts = range(0, len(said.sounds) - _STRETCH + _STEP, _STEP)
        parts = [self._language.part(said.sounds[start : start + _STRETCH]) for start in starts]
        scored = [self._scores(part) for part in parts]
        clear, place = max((self._for_cards(scored[i], part), i) for i, part in enumerate(parts))
        return scored[place] if clear >= _CLEAR else None

    def _scores(self, said: Said) -> Floats:
        return self._linear.scores(self._rarity.weigh(self._vocabulary.known(said)))

    def _for_cards(self, scores: Floats, said: Said) -> float:
        """Above 0 when some card is likelier to answer than none."""
        likelier, leads, strange = self._signs(scores, said)
        return _LIKELIER * likelier + _LEADS * leads + _STRANGE * strange + _EVEN

    def _signs(self, scores: Floats, said: Said) -> tuple[float, float, float]:
        cards, outside = scores[: len(self._topics)], scores[len(self._topics) :]
        of_cards = _sum_of_logs(cards)
        places = [self._vocabulary.stem(stem) for stem in said.stems]
        rarities = [self._rarity.of(place) for place in places]
        known = sum(
            rarity
            for rarity, place in zip(rarities, places, strict=True)
            if place is not None and self._in_cards[place]
        )
        strange = 1 - known / sum(rarities) if rarities else 0.0
        likelier = (of_cards - _sum_of_logs(outside)) * sqrt(len(said.stems) + 1)
        return likelier, float(cards.max()) - of_cards, strange


def _parts(text: str) -> tuple[str, ...]:
    """The whole message, and its sentences of some length if there are several."""
    long = [part for part in sentences(text) if len(part.split()) >= _FEWEST_WORDS]
    return (text, *long) if len(long) > 1 else (text,)


def _sum_of_logs(scores: Floats) -> float:
    highest = scores.max()
    return float(highest + np.log(np.exp(scores - highest).sum()))
