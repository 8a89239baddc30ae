"""What the register of boards tells a conversation that asks: frozen values, read inside the turn's transaction.

Screens of coordinators show pages of a register that were chosen by the very press that asks for them, so they cannot
be loaded beforehand; conversations ask for them through :class:`Records` and change nothing by asking (docs/adr/0010).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

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


class Records(Protocol):
    """Questions to the register. Lists are ordered; nothing here changes anything."""

    def has_roster(self) -> bool:
        """Whether a list of boards was ever imported."""

    def revision(self) -> int:
        """Grows whenever the register changes."""

    def board(self, board_id: int) -> Board | None:
        """A board by id; one that was merged is told as it is."""

    def find_boards(self, text: str, limit: int = 6, *, everything: bool = False) -> tuple[Board, ...]:
        """Boards that a text may mean (name, barrio or NIT), likeliest first; listed and proposed ones only.

        ``everything``: also those that left the programme or never got into it.
        """

    def find_people(self, text: str, limit: int = 6) -> tuple[Officer, ...]:
        """Offices that are held by somebody of this name, likeliest first."""

    def near(
        self, name: str, barrio: str, sector: str | None, nit: str | None, *, inactive: bool = False
    ) -> tuple[Board, ...]:
        """Boards that this one may be the same as, one with its tax number first; ``inactive``: also such ones."""

    def officers(self, board_id: int, *, past: bool = False) -> tuple[Officer, ...]:
        """Who holds an office now, the president first; with ``past`` those whose time is over too."""

    def officer(self, officer_id: int) -> Officer | None:
        """One office."""

    def contact(self, board_id: int) -> Contact | None:
        """Who answers for a board that was entered for somebody."""

    def claim(self, claim_id: int) -> Claim | None:
        """One claim."""

    def waiting(self, localidad: str | None = None) -> tuple[Claim, ...]:
        """Claims that wait for a decision or for the person's answer, oldest first."""

    def claims_of_board(self, board_id: int) -> tuple[Claim, ...]:
        """Every claim on a board, oldest first."""

    def own_claims(self) -> tuple[Claim, ...]:
        """Open claims of the person who is writing, oldest first."""

    def own_decided_claims(self) -> tuple[Claim, ...]:
        """Claims of the person who is writing that are no longer open, the one decided last at the end."""

    def own_past_offices(self) -> tuple[Officer, ...]:
        """Offices that the person who is writing held and no longer holds, oldest first."""

    def notes(self, claim_id: int) -> tuple[Note, ...]:
        """What was written about a claim, oldest first."""

    def board_notes(self, board_id: int) -> tuple[Note, ...]:
        """Everything written about a board and the claims on it, oldest first."""

    def actor(self, chat_id: int) -> Actor:
        """Who a chat id of the timeline is."""

    def boards_where(self, chosen: Filter, offset: int = 0, limit: int = 8) -> tuple[Board, ...]:
        """A page of boards by localidad, barrio and name."""

    def counts(self, chosen: Filter) -> Counts:
        """How many boards match."""

    def timeline(self, board_id: int) -> tuple[Event, ...]:
        """What happened with a board, and with those merged into it, oldest first."""

    def changes(self, board_id: int) -> tuple[Change, ...]:
        """How a board's record was changed, oldest first."""

    def team(self) -> tuple[TeamMember, ...]:
        """Owners first."""

    def invitation(self, code: str) -> Invitation | None:
        """The link with this code, whatever its state."""

    def handover(self, officer_id: int) -> Invitation | None:
        """The link to an office that can still be used."""

    def open_invitations(self) -> tuple[Invitation, ...]:
        """Links into the team that can still be used, oldest first."""

    def upload(self, upload_id: int) -> Upload | None:
        """A file that the person who is writing sent to be read."""

    def next_ticket(self) -> int:
        """The number that a ticket opened in this step has."""

    def own_ticket(self) -> Ticket | None:
        """The ticket of the person who is writing that is not closed."""

    def own_tickets(self) -> tuple[Ticket, ...]:
        """Every ticket of the person who is writing, oldest first."""

    def ticket(self, ticket_id: int) -> Ticket | None:
        """One ticket."""

    def ticket_of_message(self, message_id: int) -> Ticket | None:
        """The ticket that a message in the chat of who is writing belongs to, whoever said it."""

    def open_tickets(self) -> tuple[Ticket, ...]:
        """What waits for the team, longest waiting first; then what was answered and not closed."""

    def ticket_messages(self, ticket_id: int) -> tuple[TicketMessage, ...]:
        """Everything that was written in a ticket, oldest first."""
