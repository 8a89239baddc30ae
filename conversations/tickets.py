"""A person asks the team: which board it is about, the question in their own words, and how it ends."""

from conversations.commands import PERSON, PERSON_TALK
from conversations.conversation import Conversation, finished, link, refused, settled
from conversations.decisions import Choice, Link, Screen, Words
from conversations.desk.paging import number_rows, numbered_value
from conversations.home import home
from conversations.inputs import Attached, Said
from conversations.records import Ticket
from conversations.screens import BACK, CANCEL, NONE, with_last_row
from conversations.text import cut
from conversations.ticket_decisions import TellTicket, TicketClosed, TicketRated
from conversations.ticket_passing import (
    REOPENED_WITHIN,
    Written,
    add,
    live_ticket,
    open_ticket,
    team_for,
    written,
)
from conversations.ticket_words import BOARD as _BOARD_LENGTH
from conversations.ticket_words import person_words
from conversations.turn import Reply, Turn

BOARD, WRITE = "board", "write"
RESOLVED = "resolved"
_MOST_BOARDS = 8


def enter(turn: Turn) -> Turn:
    """Asks for the question. ``t5``: more in a ticket; ``r5``: it is settled; ``y5``, ``n5``: it helped or did not;
    ``k`` and a card: the card did not help."""
    if not turn.known.person.accepts("service"):
        return home(turn.forgotten(PERSON_TALK).closed())
    kind, rest = turn.argument[:1], turn.argument[1:]
    ticket = _own(turn, rest)
    if kind in {"r", "y", "n", "t"} and rest.isascii() and rest.isdigit():
        if ticket is None:
            return _over(turn.say(Words("ticket-gone"), link(PERSON, "person-button")))
        if kind == "r":
            return _over(_resolved(turn, ticket))
        if kind != "t":
            return _over(_rated(turn, ticket, helped=kind == "y"))
    live = turn.known.records.own_ticket() if ticket is None else live_ticket(turn, ticket)
    if live is not None:
        return _ask(turn, WRITE, ticket=live.id)
    topic = rest if kind == "k" and turn.known.library is not None and rest in turn.known.library.cards else None
    boards = _boards(turn)
    if len(boards) > 1:
        return _ask(turn, BOARD, ticket=None, topic=topic)
    return _ask(turn, WRITE, ticket=None, topic=topic, board=next(iter(boards), None))


def draw(turn: Turn) -> Screen | None:
    """The open question."""
    return _screen(turn, turn.state.question or WRITE)


def _screen(turn: Turn, question: str) -> Screen:
    if question == BOARD:
        boards = _boards(turn)
        lines = tuple(
            Words("ticket-board-line", {"number": str(number), "board": cut(name, _BOARD_LENGTH)})
            for number, name in enumerate(boards.values(), 1)
        )
        rows = (*number_rows([f"b{board}" for board in boards]), (Choice(NONE, Words("ticket-no-board-button")),))
        return Screen(BOARD, Words("ticket-board", {"lines": lines}), with_last_row(rows))
    ticket = _place(turn)
    if ticket is None:
        hours = Words("ticket-hours-open" if turn.known.office_open else "ticket-hours-closed")
        return Screen(WRITE, Words("ticket-write", {"hours": hours}), with_last_row(()))
    row = (Choice(RESOLVED, Words("ticket-resolved-button")),)
    rows = () if ticket.status == "closed" else (row,)
    return Screen(WRITE, Words("ticket-write-more", {"number": str(ticket.id)}), with_last_row(rows))


def hear(turn: Turn, reply: Reply) -> Turn:
    """The board, the question, or the way out."""
    if turn.state.question == BOARD:
        return _board_heard(turn, reply)
    ticket = _place(turn)
    if reply.value == BACK and ticket is None and len(_boards(turn)) > 1:
        return _ask(turn.settle(Words("settled-pending", {"label": label(WRITE)})), BOARD)
    if reply.value in {BACK, CANCEL}:
        return finished(turn.settle(Words("ticket-left")), PERSON_TALK)
    if reply.value == RESOLVED and ticket is not None:
        return _over(_resolved(turn.settle(Words("ticket-left")), ticket))
    what = written(Said(reply.text))
    return _refused(turn) if what is None else _sent(turn, what)


def hear_any(turn: Turn, attached: Attached) -> Turn | None:
    """A photo, a voice note, a file in place of words."""
    what = written(attached) if turn.state.question == WRITE else None
    return None if what is None else _sent(turn, what)


def written_beside(turn: Turn, incoming: Said | Attached) -> Turn | None:
    """What somebody with an open ticket writes while nothing else is asked belongs to the ticket."""
    ticket, what = turn.known.records.own_ticket(), written(incoming)
    if ticket is None or what is None or not turn.known.person.accepts("service"):
        return None
    return add(turn, ticket, what)


def label(question: str) -> Words:
    """The name of a question."""
    return Words("ticket-board-label" if question == BOARD else "ticket-write-label")


def explain(turn: Turn) -> Words:
    """Who reads it and when."""
    return Words("ticket-board-help" if turn.state.question == BOARD else "ticket-write-help")


def expected(turn: Turn) -> Words:
    """What the open question takes."""
    return Words("ticket-board-expected" if turn.state.question == BOARD else "ticket-write-expected")


def closing_links(ticket_id: int) -> tuple[tuple[Link, ...], ...]:
    """Under the last message of a ticket: whether it helped, and how to go on."""
    helped, failed = (
        link(PERSON, "card-helped-button", f"y{ticket_id}"),
        link(PERSON, "card-failed-button", f"n{ticket_id}"),
    )
    return ((helped, failed), (link(PERSON, "ticket-again-button", f"t{ticket_id}"),))


def _ask(turn: Turn, question: str, **place: int | str | None) -> Turn:
    turn = turn.placed(PERSON_TALK, {**turn.position(PERSON_TALK), **place})
    return turn.ask(PERSON_TALK, _screen(turn, question))


def _boards(turn: Turn) -> dict[int, str]:
    names = {office.board_id: office.board_name for office in turn.known.person.offices}
    return dict(list(names.items())[:_MOST_BOARDS])


def _own(turn: Turn, number: str) -> Ticket | None:
    if not (number.isascii() and number.isdigit()):
        return None
    return next((ticket for ticket in turn.known.records.own_tickets() if ticket.id == int(number)), None)


def _place(turn: Turn) -> Ticket | None:
    """The ticket that is written in; one that was opened meanwhile counts."""
    held = _own(turn, str(turn.position(PERSON_TALK).get("ticket") or ""))
    return turn.known.records.own_ticket() if held is None else live_ticket(turn, held)


def _over(turn: Turn) -> Turn:
    """Back to the question that was interrupted, if any; what was said says what comes next."""
    back = turn.position(PERSON_TALK).get("return")
    return turn.forgotten(PERSON_TALK).closed().doing(str(back) if back else None)


def _board_heard(turn: Turn, reply: Reply) -> Turn:
    boards = _boards(turn)
    board = numbered_value(reply.value, "b")
    if board in boards or reply.value == NONE:
        name: str | Words = cut(boards[board], _BOARD_LENGTH) if board in boards else Words("ticket-no-board")
        turn = turn.settle(settled(label(BOARD), name))
        return _ask(turn, WRITE, board=board or None)
    if reply.value in {BACK, CANCEL}:
        return finished(turn.settle(Words("ticket-left")), PERSON_TALK)
    return _refused(turn)


def _refused(turn: Turn) -> Turn:
    return refused(turn, _screen(turn, turn.state.question or WRITE), expected(turn))


def _sent(turn: Turn, what: Written) -> Turn:
    ticket, place = _place(turn), turn.position(PERSON_TALK)
    turn = turn.settle(settled(label(WRITE), Words("ticket-sent")))
    if ticket is not None:
        return _over(add(turn, ticket, what))
    board, topic = place.get("board"), place.get("topic")
    chosen = board if isinstance(board, int) and board in _boards(turn) else None
    return _over(open_ticket(turn, chosen, topic if isinstance(topic, str) else None, what))


def _resolved(turn: Turn, ticket: Ticket) -> Turn:
    if ticket.status == "closed":
        return turn.say(Words("ticket-closed-before", {"number": str(ticket.id)}))
    turn = turn.remember(TicketClosed(ticket.id))
    if ticket.assignee is not None and ticket.assignee in team_for(turn, ticket.localidad):
        words = Words(
            "ticket-closed-by-person", {"number": str(ticket.id), "name": person_words(turn.known.person.name)}
        )
        turn = turn.tell(TellTicket(ticket.id, (ticket.assignee,), words, kind="alert"))
    words = Words("ticket-closed", {"number": str(ticket.id), "days": REOPENED_WITHIN.days})
    if ticket.rating is not None:
        return turn.say(words, link(PERSON, "ticket-again-button", f"t{ticket.id}"))
    return turn.say_rows(Words("ticket-closed-ask", {"closed": words}), closing_links(ticket.id))


def _rated(turn: Turn, ticket: Ticket, *, helped: bool) -> Turn:
    if ticket.rating is not None:
        return turn.say(Words("ticket-rated-before"))
    turn = turn.remember(TicketRated(ticket.id, helped))
    if helped:
        return turn.say(Words("ticket-helped"))
    return turn.say(Words("ticket-failed"), link(PERSON, "ticket-again-button", f"t{ticket.id}"))


PERSON_TICKETS = Conversation(
    name=PERSON_TALK, command=PERSON, enter=enter, draw=draw, hear=hear, label=label, help=explain, expected=expected,
    free=frozenset({WRITE}), hear_any=hear_any, own_words=True,
)  # fmt: skip
