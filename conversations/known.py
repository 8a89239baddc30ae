"""What a conversation is told about the person and the city before it decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from conversations.decisions import Purpose
from conversations.faq.library import Library
from conversations.lexicon import Lexicon
from conversations.records import ClaimStatus
from conversations.register import Records
from conversations.rights import Staff
from conversations.survey_records import Surveys
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
    ``today``: the day in the city. ``library``: the procurement cards, if there are any. ``chat_id``: of who writes.
    ``fresh_code``: a secret nobody has seen yet, for a link made in this step. ``moved_claims``: where this very step
    put claims that ``records`` still tells as they were. ``bot_username``: as links to the bot name it, without @.
    ``message_id``: Telegram's, of what was sent; ``reply_to``: of the message in this chat that it answers;
    ``reply_ticket``: the number of the ticket that the buttons of that message lead to.
    ``office_open``: whether the team is at work now (conversations.office). ``surveys``: what is told about surveys.
    """

    person: Person
    answers: Mapping[str, Mapping[str, str | None]]  # conversation -> question -> value, drafts only
    territory: Territory
    lexicon: Lexicon
    notice: Notice
    locales: tuple[str, ...]
    now: datetime
    records: Records
    today: date
    chat_id: int = 0
    review_all: bool = False
    fresh_code: str = ""
    library: Library | None = None
    moved_claims: Mapping[int, ClaimStatus] = field(default_factory=dict)
    bot_username: str = ""
    message_id: int | None = None
    reply_to: int | None = None
    reply_ticket: int | None = None
    office_open: bool = True
    surveys: Surveys | None = None
