"""What can be decided about tickets, and what is said about them to others."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from conversations.decisions import Link, Words


@dataclass(frozen=True, slots=True)
class TicketOpened:
    """A new ticket of who writes, with the number of :meth:`Records.next_ticket`. ``topic``: a procurement card."""

    ticket_id: int
    board_id: int | None
    topic: str | None


@dataclass(frozen=True, slots=True)
class TicketWritten:
    """Something was written in a ticket; ``text`` is None for what was attached (``kind`` says what)."""

    ticket_id: int
    by_staff: bool
    kind: str
    text: str | None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class TicketGiven:
    """Somebody of the team looks after it from now on (a chat id); None: it is everybody's again."""

    ticket_id: int
    chat_id: int | None


@dataclass(frozen=True, slots=True)
class TicketClosed:
    """The matter is settled."""

    ticket_id: int


@dataclass(frozen=True, slots=True)
class TicketRated:
    """Whether it helped, in the person's word."""

    ticket_id: int
    helped: bool


TicketDecision = TicketOpened | TicketWritten | TicketGiven | TicketClosed | TicketRated


@dataclass(frozen=True, slots=True)
class TellTicket:
    """A message about a ticket to other chats; whoever answers it in Telegram writes in the ticket.

    ``copied``: the message of who is writing that is copied after it (a photo, a voice note, a file, a long text).
    ``kind``: ``ticket`` is never sent twice by itself, ``alert`` is when nobody knows whether it arrived.
    """

    ticket_id: int
    chat_ids: tuple[int, ...]
    text: "Words"
    links: "tuple[tuple[Link, ...], ...]" = ()
    copied: int | None = None
    kind: Literal["ticket", "alert"] = "ticket"
