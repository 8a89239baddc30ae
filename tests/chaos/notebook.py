"""What a person writes down: the answer that is under way, and those that the bot took."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered and not yet acknowledged. ``last``: whether no question has to follow. ``labels``: of the
    buttons above which it was given; a list that is drawn again with others has taken it. ``typed``: without a version.
    """

    conversation: str
    question: str
    value: str | None
    last: bool = False
    labels: tuple[str, ...] = ()
    typed: bool = False
    doubted: bool = False  # a greeting out of impatience came after it, so that silence says nothing


@dataclass(slots=True)
class Ledger:
    """What the person did, in order: (conversation, question, value), and what was left without a reply."""

    answers: list[tuple[str, str, str | None]] = field(default_factory=list)
    registered: int = 0
    actions: int = 0
    asked_again: int = 0
    nudges: list[str] = field(default_factory=list)  # what was waited for when patience ended
    unanswered: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)  # seconds from an answer to the next question
