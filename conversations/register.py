"""The questions a conversation may ask of the register, answered inside the turn's own transaction.

Screens of coordinators show pages of a register that were chosen by the very press that asks for them, so they cannot
be loaded beforehand; conversations ask for them and change nothing by asking (docs/adr/0010).
"""

from typing import Protocol

from conversations.records import (
    Actor,
    Board,
    CardUse,
    Change,
    Claim,
    Contact,
    Counts,
    Event,
    Filter,
    Invitation,
    Note,
    Officer,
    TeamMember,
    Ticket,
    TicketMessage,
    Unanswered,
    Upload,
)


class Records(Protocol):
    """Lists are ordered; nothing here changes anything."""

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

    def unanswered(self, limit: int) -> tuple[Unanswered, ...]:
        """Procurement questions that no card answered, the most frequent first."""

    def card_uses(self, limit: int) -> tuple[CardUse, ...]:
        """Cards of the last month, the most asked first."""
