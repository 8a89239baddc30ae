"""What is written in a ticket passes to the other side: from the person to the team, from the team to the person.

Edited messages do not pass: whoever edits one is told to write anew.
"""

from dataclasses import dataclass
from datetime import timedelta

from conversations.commands import INBOX, PERSON
from conversations.conversation import link
from conversations.decisions import Link, Words
from conversations.inputs import Attached, Incoming, Said
from conversations.records import Ticket
from conversations.rights import Staff, may
from conversations.text import visible
from conversations.ticket_decisions import TellTicket, TicketOpened, TicketWritten
from conversations.ticket_words import CANNED, PASSED, about, colleague, content, person_words
from conversations.turn import Turn

# How long a closed ticket can be taken up again.
REOPENED_WITHIN = timedelta(days=7)
_LONGEST = 1500  # letters; what is longer is copied as it was sent


@dataclass(frozen=True, slots=True)
class Written:
    """Something to pass on: a text, a ready answer (``canned``), or what was attached."""

    kind: str
    text: str | None = None


def written(incoming: Incoming) -> Written | None:
    """What can be passed on of a thing that arrived."""
    match incoming:
        case Said(text) if visible(text):
            return Written("text", visible(text))
        case Attached(kind) if kind in PASSED:
            return Written(kind)
        case _:
            return None


# --- from the person --------------------------------------------------------------------------------------------------


def open_ticket(turn: Turn, board_id: int | None, topic: str | None, what: Written) -> Turn:
    """A new ticket with what was written; everybody of the team who may answer hears of it."""
    number = turn.known.records.next_ticket()
    board = None if board_id is None else turn.known.records.board(board_id)
    turn = turn.remember(TicketOpened(number, board_id, topic), _by_person(turn, number, what))
    words = Words("ticket-new-staff", {
        "number": str(number), "name": person_words(turn.known.person.name),
        "about": about(turn.known, None if board is None else board.name, topic), "text": _shown(what),
    })  # fmt: skip
    everybody = team_for(turn, None if board is None else board.localidad)
    turn = turn.tell(TellTicket(number, everybody, words, _staff_links(number), _copied(turn, what), "alert"))
    said = Words("ticket-opened" if turn.known.office_open else "ticket-opened-closed", {"number": str(number)})
    return turn.say(said, resolved_link(number))


def add(turn: Turn, ticket: Ticket, what: Written) -> Turn:
    """More in a ticket, also in one that was closed; to whoever looks after it, else to everybody."""
    turn = turn.remember(_by_person(turn, ticket.id, what))
    words = Words("ticket-more-staff", {
        "number": str(ticket.id), "name": person_words(turn.known.person.name), "text": _shown(what),
    })  # fmt: skip
    able = team_for(turn, ticket.localidad)
    whom = (ticket.assignee,) if ticket.assignee in able else able
    turn = turn.tell(TellTicket(ticket.id, whom, words, _staff_links(ticket.id), _copied(turn, what), "alert"))
    key = "ticket-added" if turn.known.office_open else "ticket-added-closed"
    if ticket.status == "closed":
        key = "ticket-reopened"
    return turn.say(Words(key, {"number": str(ticket.id)}), resolved_link(ticket.id))


def live_ticket(turn: Turn, ticket: Ticket) -> Ticket | None:
    """The ticket that more can be written in: the person's open one, or this one if it was closed of late."""
    own = turn.known.records.own_ticket()
    if own is not None:
        return own
    closed = ticket.closed_at
    return ticket if closed is None or turn.known.now - closed <= REOPENED_WITHIN else None


def resolved_link(number: int) -> Link:
    """The button with which a person says that nothing more is needed."""
    return link(PERSON, "ticket-resolved-button", f"r{number}")


# --- from the team ----------------------------------------------------------------------------------------------------


def team_for(turn: Turn, localidad: str | None) -> tuple[int, ...]:
    """Chats of everybody else who may answer what concerns this part of the city."""
    return tuple(
        member.chat_id
        for member in turn.known.records.team()
        if may(Staff(member.role, member.localidad), "answer_tickets", localidad)
        and member.chat_id != turn.known.chat_id
    )


def answer(turn: Turn, ticket: Ticket, what: Written) -> Turn:
    """The team's answer to the person. Only for who may answer; two answers at once both pass."""
    known = turn.known
    others = [
        message.author
        for message in known.records.ticket_messages(ticket.id)
        if message.by_staff and message.author != known.chat_id and message.at >= ticket.waiting_since
    ]
    turn = turn.remember(TicketWritten(ticket.id, True, what.kind, what.text, known.message_id))  # noqa: FBT003
    key = "ticket-answer" if _copied(turn, what) is None else "ticket-answer-follows"
    words = Words(key, {"number": str(ticket.id)} | ({"text": _answer_text(what)} if key == "ticket-answer" else {}))
    turn = turn.tell(
        TellTicket(ticket.id, (ticket.chat_id,), words, ((resolved_link(ticket.id),),), _copied(turn, what))
    )
    arguments = {"number": str(ticket.id), "name": person_words(ticket.name)}
    if others:
        said = Words("ticket-passed-second", {**arguments, "colleague": colleague(known, others[-1])})
    else:
        said = Words("ticket-passed", arguments)
    return turn.say(said, _see_link(ticket.id))


def replied(turn: Turn, incoming: Incoming) -> Turn | None:
    """Something that answers a message about a ticket, whatever else is open; None if it does not."""
    what = written(incoming)
    ticket = None if what is None else _answered_ticket(turn)
    if ticket is None or what is None:
        return None
    if ticket.chat_id == turn.known.chat_id:
        if not turn.known.person.accepts("service"):
            return None
        live = live_ticket(turn, ticket)
        if live is None:
            return turn.say(Words("ticket-too-old"), link(PERSON, "person-button"))
        return add(turn, live, what)
    if not may(turn.known.person.staff, "answer_tickets", ticket.localidad):
        return turn.say(Words("ticket-not-yours"))
    return answer(turn, ticket, what)


def _answered_ticket(turn: Turn) -> Ticket | None:
    """The ticket of the message that is answered; by its buttons when the bot was killed before it knew the message."""
    known = turn.known
    found = None if known.reply_to is None else known.records.ticket_of_message(known.reply_to)
    if found is None and known.reply_ticket is not None:
        found = known.records.ticket(known.reply_ticket)
    return found


def edited(turn: Turn) -> Turn | None:
    """A message that was passed on was changed afterwards; None if it was no such message."""
    number = turn.known.message_id
    ticket = None if number is None else turn.known.records.ticket_of_message(number)
    return None if ticket is None else turn.say(Words("ticket-edit-not-passed", {"number": str(ticket.id)}))


def _by_person(turn: Turn, number: int, what: Written) -> TicketWritten:
    return TicketWritten(number, False, what.kind, what.text, turn.known.message_id)  # noqa: FBT003


def _copied(turn: Turn, what: Written) -> int | None:
    is_long = what.kind == "text" and len(what.text or "") > _LONGEST
    return turn.known.message_id if what.kind in PASSED or is_long else None


def _shown(what: Written) -> str | Words:
    return content(what.kind, what.text, _LONGEST)


def _answer_text(what: Written) -> str | Words:
    if what.kind == "canned" and what.text in CANNED:
        return Words(f"canned-{what.text}")
    return what.text or ""


def _see_link(number: int) -> Link:
    return link(INBOX, "ticket-see-button", f"t{number}")


def _staff_links(number: int) -> tuple[tuple[Link, ...], ...]:
    return ((link(INBOX, "ticket-answer-button", f"a{number}"), _see_link(number)),)
