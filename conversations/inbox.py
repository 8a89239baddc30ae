"""/bandeja: the team's tickets by age; one ticket with what was written; which page is open and whether it may be."""

from conversations import inbox_pages as pages
from conversations.commands import INBOX, INBOX_TALK
from conversations.conversation import Conversation, refused
from conversations.decisions import Screen, Words
from conversations.inbox_pages import CANNED, CANNED_ONE, CLOSE, GIVE, LIST, REPLY, TICKET, ticket_here, to
from conversations.inputs import Attached, Said
from conversations.records import Ticket
from conversations.rights import may
from conversations.screens import BACK, CANCEL, NEXT_PAGE, PREVIOUS_PAGE, YES, preceded
from conversations.ticket_decisions import TellTicket, TicketClosed, TicketGiven
from conversations.ticket_passing import Written, answer, team_for, written
from conversations.ticket_words import CANNED as READY
from conversations.ticket_words import about, person_words
from conversations.tickets import closing_links
from conversations.turn import HOME, Reply, Turn

# Pages on which something is done, for which seeing is not enough.
_DEEDS = frozenset({REPLY, GIVE, CANNED, CANNED_ONE, CLOSE})
_BEHIND = {TICKET: LIST, REPLY: TICKET, GIVE: TICKET, CANNED: TICKET, CANNED_ONE: CANNED, CLOSE: TICKET}


def enter(turn: Turn) -> Turn:
    """The list; ``t5`` one ticket, ``a5`` an answer to it. Without an argument back to where one was."""
    kind, number = turn.argument[:1], turn.argument[1:]
    if kind in {"t", "a"} and number.isascii() and number.isdigit():
        turn = to(turn, TICKET if kind == "t" else REPLY, ticket=int(number))
        return turn if _problem(turn) is None else to(turn, LIST, ticket=None, note=_problem(turn))
    held = str(turn.position(INBOX_TALK).get("question") or LIST)
    turn = to(turn, held if held in _BEHIND else LIST)
    return turn if _problem(turn) is None else to(turn, LIST, ticket=None)


def draw(turn: Turn) -> Screen | None:
    """The open page, from the tickets as they are now; nothing of one that may not be seen."""
    problem = _problem(turn)
    if problem is not None:
        return pages.listing(turn, problem)
    note = turn.position(INBOX_TALK).get("note")
    screen = pages.DRAWN[turn.state.question or LIST](turn)
    return preceded(screen, Words(note)) if isinstance(note, str) and note in pages.NOTES else screen


def hear(turn: Turn, reply: Reply) -> Turn:
    """A ticket, a page, a deed, or the way back."""
    problem = _problem(turn)
    if problem is not None:
        return to(turn, LIST, ticket=None, note=problem)
    question = turn.state.question or LIST
    if reply.value == CANCEL or (reply.value == BACK and question not in _BEHIND):
        return turn.settle(Words("inbox-left")).forgotten(INBOX_TALK).closed().doing(HOME)
    if reply.value == BACK:
        return to(turn, _BEHIND[question])
    if question == LIST:
        return _list_heard(turn, reply)
    ticket = ticket_here(turn)
    heard = None if ticket is None else _HEARD[question](turn, ticket, reply)
    return _refused(turn) if heard is None else heard


def hear_any(turn: Turn, attached: Attached) -> Turn | None:
    """A photo, a voice note, a file as an answer."""
    ticket, what = ticket_here(turn), written(attached)
    if turn.state.question != REPLY or ticket is None or what is None or _problem(turn) is not None:
        return None
    return _answered(turn, ticket, what)


def overtaken(turn: Turn) -> Turn:
    """A button that is not offered any more, because a colleague was faster: the page as it stands now."""
    return to(turn, turn.state.question or LIST, note="inbox-changed")


def label(question: str) -> Words:
    """The name of a page."""
    return Words("inbox-label" if question == LIST else "inbox-ticket-label")


def explain(turn: Turn) -> Words:
    """What can be done here."""
    del turn
    return Words("inbox-help")


def expected(turn: Turn) -> Words:
    """What the open page takes."""
    return Words("inbox-reply-expected" if turn.state.question == REPLY else "inbox-expected")


def _problem(turn: Turn) -> str | None:
    """Why the open page cannot be shown: looked at before anything of a ticket is read out or done."""
    question, staff = turn.state.question or LIST, turn.known.person.staff
    if question == LIST:
        return None
    if question not in pages.DRAWN:
        return "inbox-gone"
    ticket = ticket_here(turn)
    if ticket is None:
        return "inbox-gone"
    if not may(staff, "see_tickets", ticket.localidad):
        return "inbox-denied"
    if question in _DEEDS and not may(staff, "answer_tickets", ticket.localidad):
        return "inbox-denied"
    return None


def _list_heard(turn: Turn, reply: Reply) -> Turn:
    shown = pages.page_of(turn)
    if reply.value == NEXT_PAGE and shown.page + 1 < shown.pages:
        return to(turn, LIST, page=shown.page + 1)
    if reply.value == PREVIOUS_PAGE and shown.page:
        return to(turn, LIST, page=shown.page - 1)
    number = pages.numbered_value(reply.value, "t")
    return to(turn, TICKET, ticket=number) if number else _refused(turn)


def _ticket_heard(turn: Turn, ticket: Ticket, reply: Reply) -> Turn | None:
    if reply.value == pages.MINE and may(turn.known.person.staff, "answer_tickets", ticket.localidad):
        note = "inbox-taken" if ticket.status != "closed" else "inbox-changed"
        return to(turn.remember(TicketGiven(ticket.id, turn.known.chat_id)), TICKET, note=note)
    leads = {"answer": REPLY, "canned": CANNED, "give": GIVE, "close": CLOSE}
    return to(turn, leads[reply.value]) if reply.value in leads else None


def _reply_heard(turn: Turn, ticket: Ticket, reply: Reply) -> Turn | None:
    what = written(Said(reply.text))
    return None if what is None else _answered(turn, ticket, what)


def _canned_heard(turn: Turn, ticket: Ticket, reply: Reply) -> Turn | None:
    del ticket
    number = pages.numbered_value(reply.value, "c")
    return to(turn, CANNED_ONE, canned=READY[number - 1]) if 1 <= number <= len(READY) else None


def _canned_one_heard(turn: Turn, ticket: Ticket, reply: Reply) -> Turn | None:
    name = turn.position(INBOX_TALK).get("canned")
    if reply.value != "send" or name not in READY:
        return None
    return _answered(turn, ticket, Written("canned", str(name)))


def _give_heard(turn: Turn, ticket: Ticket, reply: Reply) -> Turn | None:
    if reply.value == pages.QUEUE:
        return to(turn.remember(TicketGiven(ticket.id, None)), TICKET, note="inbox-freed")
    chat = pages.numbered_value(reply.value, "m")
    if chat not in team_for(turn, ticket.localidad):
        return None
    words = Words("ticket-given-to-you", {
        "number": str(ticket.id), "name": person_words(ticket.name),
        "about": about(turn.known, ticket.board_name, ticket.topic),
    })  # fmt: skip
    turn = turn.remember(TicketGiven(ticket.id, chat))
    turn = turn.tell(TellTicket(ticket.id, (chat,), words, pages.staff_links(ticket.id), kind="alert"))
    return to(turn, TICKET, note="inbox-given")


def _close_heard(turn: Turn, ticket: Ticket, reply: Reply) -> Turn | None:
    if reply.value != YES:
        return to(turn, TICKET) if reply.value == "no" else None
    if ticket.status == "closed":
        return to(turn, TICKET, note="inbox-changed")
    turn = turn.remember(TicketClosed(ticket.id))
    words = pages.closed_words(ticket)
    links = closing_links(ticket.id)
    turn = turn.tell(TellTicket(ticket.id, (ticket.chat_id,), words, links if ticket.rating is None else links[1:]))
    return to(turn, LIST, ticket=None, note="inbox-closed")


def _answered(turn: Turn, ticket: Ticket, what: Written) -> Turn:
    turn = turn.settle(Words("inbox-answer-settled", {"number": str(ticket.id)}))
    return to(answer(turn, ticket, what), TICKET)


def _refused(turn: Turn) -> Turn:
    screen = draw(turn)
    return turn if screen is None else refused(turn, screen, expected(turn))


_HEARD = {
    TICKET: _ticket_heard, REPLY: _reply_heard, CANNED: _canned_heard, CANNED_ONE: _canned_one_heard,
    GIVE: _give_heard, CLOSE: _close_heard,
}  # fmt: skip

INBOX_TICKETS = Conversation(
    name=INBOX_TALK, command=INBOX, enter=enter, draw=draw, hear=hear, label=label, help=explain, expected=expected,
    free=frozenset({REPLY}), lasting=True, before_consent=True, right="see_tickets", hear_any=hear_any,
    overtaken=overtaken,
)  # fmt: skip
