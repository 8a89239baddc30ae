"""What the register of boards tells a conversation that asks (conversations/register.py): frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from conversations.rights import StaffRole

BoardStatus = Literal["listed", "proposed", "rejected", "inactive", "merged"]
ClaimStatus = Literal["waiting", "asked", "approved", "rejected", "withdrawn"]
ClaimKind = Literal["office", "correction"]
Reach = Literal["reached", "claimed", "unreached"]


@dataclass(frozen=True, slots=True)
class Board:
    """A board as it stands. ``barrio`` is a name; ``nit`` plain (``890480184-4``); ``comuna`` a number or ``rural``."""

    id: int
    kind: Literal["jac", "jvc", "asojuntas"]
    name: str
    localidad: str
    comuna: str
    barrio: str
    sector: str | None
    nit: str | None
    personeria: str | None
    ruc: str | None
    registry_state: str | None
    status: BoardStatus
    merged_into: int | None
    in_roster: bool
    assisted: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody's place on a board; ``until`` and ``ended`` once it is over."""

    id: int
    board_id: int
    person_id: int
    chat_id: int
    name: str
    role: str
    since: datetime
    term_start: date | None
    term_end: date | None
    until: datetime | None
    ended: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A reason, question or answer somebody wrote; ``by_staff``: written by the team. ``actor``: a chat id."""

    kind: Literal["reason", "question", "answer"]
    body: str
    at: datetime
    by_staff: bool
    actor: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody asked for. ``why``: key of the reason it needs a decision; ``near_id``: the board it may double.

    ``decided_by``: chat id of who moved it last, 0 the bot by its rules; None while nobody did.
    """

    id: int
    kind: ClaimKind
    board_id: int
    person_id: int
    chat_id: int
    name: str
    masked_phone: str | None
    role: str | None
    field: str | None
    value: str | None
    why: str
    near_id: int | None
    status: ClaimStatus
    created_at: datetime
    changed_at: datetime
    decided_by: int | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Who answers for a board without a phone of their own, written down by a coordinator."""

    board_id: int
    name: str
    role: str
    masked_phone: str | None
    permitted_at: datetime


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A place in the team. ``id`` is None for an owner named in the settings, who cannot be removed from the chat."""

    id: int | None
    chat_id: int
    name: str | None
    role: StaffRole
    localidad: str | None
    granted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A single-use link; ``state`` says whether it can still be used."""

    kind: Literal["staff", "handover"]
    role: StaffRole | None
    localidad: str | None
    officer_id: int | None
    made_by: int
    made_at: datetime
    expires_at: datetime
    state: Literal["open", "used", "expired", "revoked"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which boards: each field None for all."""

    localidad: str | None = None
    kind: str | None = None
    status: BoardStatus | None = None
    reach: Reach | None = None
    in_roster: bool | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Boards that match a filter: all, those with somebody in office, with a claim only, with nobody."""

    total: int
    reached: int
    claimed: int
    unreached: int


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened with a board. ``action`` is the audit's; ``actor`` a chat id, 0 the bot."""

    at: datetime
    actor: int
    action: str
    object: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something: the bot by its rules, the team (now or once), a person; the name unless it was erased."""

    kind: Literal["bot", "team", "person"]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a board's record that was changed; ``actor`` 0 is an import."""

    at: datetime
    actor: int
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent to be read: ``outcome`` is what was read or why not, as the reader left it."""

    id: int
    purpose: str
    name: str
    status: Literal["waiting", "ready", "failed", "used", "dropped"]
    outcome: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a person asked the team. ``localidad``: of its board; None if it has none. Chat ids: who asked, who has it.

    ``waiting_since``: of the oldest message that nobody of the team has answered. ``rating``: helped or failed.
    """

    id: int
    chat_id: int
    name: str
    board_id: int | None
    board_name: str | None
    localidad: str | None
    topic: str | None
    status: Literal["open", "answered", "closed"]
    assignee: int | None
    opened_at: datetime
    waiting_since: datetime
    first_reply_at: datetime | None
    closed_at: datetime | None
    rating: str | None


@dataclass(frozen=True, slots=True)
class TicketMessage:
    """One thing that was written in a ticket; ``body`` is None for what was attached. ``author``: a chat id."""

    by_staff: bool
    author: int
    kind: str
    body: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A procurement question without a card, folded, without who asked."""

    text: str
    asked: int


@dataclass(frozen=True, slots=True)
class CardUse:
    """How often a card was shown, and how often somebody said that it helped, or did not."""

    card_id: str
    shown: int
    helped: int
    failed: int
