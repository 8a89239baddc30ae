"""What is counted about questions: never who asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardShown:
    """A card was the answer."""

    card_id: str


@dataclass(frozen=True, slots=True)
class CardJudged:
    """Somebody said whether a card helped."""

    card_id: str
    helped: bool


@dataclass(frozen=True, slots=True)
class QuestionUnanswered:
    """No card answered this; ``text`` is folded, and holds neither numbers nor addresses."""

    text: str


QuestionDecision = CardShown | CardJudged | QuestionUnanswered
