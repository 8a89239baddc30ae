"""What a conversation is told about the person and the city before it decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from conversations.decisions import Purpose
from conversations.lexicon import Lexicon
from conversations.records import Records
from conversations.rights import Staff
from conversations.territory import Territory


@dataclass(frozen=True, slots=True)
class Notice:
    """The privacy notice in force: its label, the sha256 of its full text, and who answers for the data."""

    version: str
    hash: str
    text: str
    responsible: str
    contact: str


@dataclass(frozen=True, slots=True)
class Office:
    """A place on a board that the person holds."""

    board_name: str
    role: str
    registered_at: datetime
    officer_id: int = 0
    board_id: int = 0


@dataclass(frozen=True, slots=True)
class ConsentHeld:
    """The last word of the person on one purpose."""

    accepted: bool
    notice_hash: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """What storage holds about who writes."""

    name: str = ""
    locale: str | None = None
    adult: bool | None = None
    consents: Mapping[Purpose, ConsentHeld] = field(default_factory=dict)
    muted: bool = False
    masked_phone: str | None = None
    offices: tuple[Office, ...] = ()
    staff: Staff | None = None

    def accepts(self, purpose: Purpose) -> bool:
        """Whether the person allowed this purpose and has not taken it back."""
        held = self.consents.get(purpose)
        return held is not None and held.accepted


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a decision may rest on: the person, the drafts, the city, the notice, the time (UTC).

    ``records`` answers questions about the register of boards. ``review_all``: every claim goes to a coordinator.
    ``chat_id``: of who writes. ``fresh_code``: a secret nobody has seen yet, for a link made in this step.
    """

    person: Person
    answers: Mapping[str, Mapping[str, str | None]]  # conversation -> question -> value, drafts only
    territory: Territory
    lexicon: Lexicon
    notice: Notice
    locales: tuple[str, ...]
    now: datetime
    records: Records
    chat_id: int = 0
    review_all: bool = False
    fresh_code: str = ""
