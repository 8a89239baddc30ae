"""The pages of /bandeja as they are drawn, and the way from one to another."""

from collections.abc import Callable

from pydantic import JsonValue

from conversations.commands import INBOX, INBOX_TALK
from conversations.conversation import link
from conversations.decisions import Choice, Link, Screen, Words
from conversations.desk.paging import Part, number_rows, numbered_value
from conversations.desk.words import age_words
from conversations.records import Ticket
from conversations.rights import may
from conversations.screens import NO, YES, Row, preceded, with_last_row
from conversations.text import cut
from conversations.ticket_passing import REOPENED_WITHIN, team_for
from conversations.ticket_words import CANNED as READY
from conversations.ticket_words import about, colleague, message_line, person_words, status_words
from conversations.turn import Turn

__all__ = ["numbered_value"]

LIST, TICKET, REPLY, GIVE, CANNED, CANNED_ONE, CLOSE = "list", "ticket", "reply", "give", "canned", "ready", "close"
MINE, QUEUE = "mine", "queue"
# Said above the page that follows a deed.
NOTES = frozenset({
    "inbox-gone", "inbox-denied", "inbox-taken", "inbox-given", "inbox-freed", "inbox-closed", "inbox-changed",
})  # fmt: skip
_A_PAGE, _SHOWN, _MOST_COLLEAGUES = 5, 5, 12
_LINE = 30


def to(turn: Turn, question: str, **place: JsonValue) -> Turn:
    """To a page; ``place`` is added to where one is (ticket, page, canned), ``note`` is said once."""
    held = {name: value for name, value in turn.position(INBOX_TALK).items() if name != "note"}
    turn = turn.placed(INBOX_TALK, {**held, **place, "question": question})
    return turn.ask_afresh(INBOX_TALK, question)


def ticket_here(turn: Turn) -> Ticket | None:
    """The ticket of the open page."""
    number = turn.position(INBOX_TALK).get("ticket")
    return turn.known.records.ticket(number) if isinstance(number, int) else None


def visible(turn: Turn) -> tuple[Ticket, ...]:
    """Tickets that are not closed, in this person's part of the city."""
    staff = turn.known.person.staff
    return tuple(t for t in turn.known.records.open_tickets() if may(staff, "see_tickets", t.localidad))


def page_of(turn: Turn) -> Part:
    """The part of the list that is open."""
    total = len(visible(turn))
    pages, wanted = max(1, -(-total // _A_PAGE)), turn.position(INBOX_TALK).get("page")
    return Part(min(wanted if isinstance(wanted, int) else 0, pages - 1), pages, _A_PAGE, total)


def staff_links(number: int) -> tuple[tuple[Link, ...], ...]:
    """Under what a colleague is told of a ticket."""
    answer, see = link(INBOX, "ticket-answer-button", f"a{number}"), link(INBOX, "ticket-see-button", f"t{number}")
    return ((answer, see),)


def closed_words(ticket: Ticket) -> Words:
    """What the person is told when the team closes the ticket; asked once whether it helped."""
    words = Words("ticket-closed-by-team", {"number": str(ticket.id), "days": REOPENED_WITHIN.days})
    return words if ticket.rating is not None else Words("ticket-closed-ask", {"closed": words})


def listing(turn: Turn, note: str | None = None) -> Screen:
    """The list, oldest first."""
    tickets = visible(turn)
    shown = page_of(turn)
    here = tickets[shown.offset : shown.offset + _A_PAGE]
    if tickets:
        waiting = sum(ticket.status == "open" for ticket in tickets)
        lines = (*(_line(turn, ticket, number) for number, ticket in enumerate(here, 1)), shown.words)
        text = Words("inbox-list", {"waiting": waiting, "claims": len(tickets) - waiting, "lines": lines})
    else:
        text = Words("inbox-empty")
    screen = Screen(LIST, text, with_last_row((*number_rows([f"t{ticket.id}" for ticket in here]), *shown.row)))
    return screen if note is None else preceded(screen, Words(note))


def _line(turn: Turn, ticket: Ticket, number: int) -> Words:
    return Words("inbox-line", {
        "number": str(number), "ticket": str(ticket.id), "name": person_words(ticket.name),
        "status": status_words(turn.known, ticket), "age": age_words(ticket.waiting_since, turn.known.now),
    })  # fmt: skip


def _ticket(turn: Turn) -> Screen:
    ticket = _here(turn)
    messages = turn.known.records.ticket_messages(ticket.id)
    text = Words("inbox-ticket", {
        "number": str(ticket.id), "name": person_words(ticket.name), "status": status_words(turn.known, ticket),
        "about": about(turn.known, ticket.board_name, ticket.topic),
        "shown": str(min(len(messages), _SHOWN)), "total": len(messages),
        "lines": tuple(message_line(turn.known, ticket, message) for message in messages[-_SHOWN:]),
    })  # fmt: skip
    return Screen(TICKET, text, with_last_row(_deeds(turn, ticket)))


def _deeds(turn: Turn, ticket: Ticket) -> tuple[Row, ...]:
    if not may(turn.known.person.staff, "answer_tickets", ticket.localidad):
        return ()
    rows: list[Row] = [
        (Choice("answer", Words("ticket-answer-button"), "primary"),),
        (Choice("canned", Words("inbox-canned-button")),),
    ]
    if ticket.status == "closed":
        return tuple(rows)
    give = Choice("give", Words("inbox-give-button"))
    mine = ticket.assignee == turn.known.chat_id
    rows.append((give,) if mine else (Choice(MINE, Words("inbox-take-button")), give))
    rows.append((Choice("close", Words("inbox-close-button"), "danger"),))
    return tuple(rows)


def _reply(turn: Turn) -> Screen:
    ticket = _here(turn)
    messages = [m for m in turn.known.records.ticket_messages(ticket.id) if not m.by_staff]
    last = message_line(turn.known, ticket, messages[-1]) if messages else person_words(ticket.name)
    return Screen(REPLY, Words("inbox-reply", {"number": str(ticket.id), "last": last}), with_last_row(()))


def _give(turn: Turn) -> Screen:
    ticket = _here(turn)
    able = [chat for chat in team_for(turn, ticket.localidad) if chat != ticket.assignee][:_MOST_COLLEAGUES]
    lines = tuple(
        Words("inbox-give-line", {"number": str(number), "colleague": colleague(turn.known, chat)})
        for number, chat in enumerate(able, 1)
    )
    rows: list[Row] = list(number_rows([f"m{chat}" for chat in able]))
    if ticket.assignee is not None:
        rows.append((Choice(QUEUE, Words("inbox-queue-button")),))
    text = Words("inbox-give", {"number": str(ticket.id), "lines": lines}) if able else Words("inbox-give-nobody")
    return Screen(GIVE, text, with_last_row(rows))


def _canned(turn: Turn) -> Screen:
    lines = tuple(
        Words("inbox-canned-line", {"number": str(number), "title": Words(f"canned-{name}-title")})
        for number, name in enumerate(READY, 1)
    )
    rows = number_rows([f"c{number}" for number in range(1, len(READY) + 1)])
    text = Words("inbox-canned", {"number": str(_here(turn).id), "lines": lines})
    return Screen(CANNED, text, with_last_row(rows))


def _canned_one(turn: Turn) -> Screen:
    name = turn.position(INBOX_TALK).get("canned")
    chosen = name if name in READY else READY[0]
    text = Words("inbox-canned-sure", {"name": person_words(_here(turn).name), "text": Words(f"canned-{chosen}")})
    return Screen(CANNED_ONE, text, with_last_row(((Choice("send", Words("send-button"), "primary"),),)))


def _close(turn: Turn) -> Screen:
    ticket = _here(turn)
    row = (Choice(YES, Words("inbox-close-yes-button"), "danger"), Choice(NO, Words("inbox-close-no-button")))
    text = Words(
        "inbox-close", {"number": str(ticket.id), "name": cut(ticket.name, _LINE), "days": REOPENED_WITHIN.days}
    )
    return Screen(CLOSE, text, with_last_row((row,)))


def _here(turn: Turn) -> Ticket:
    ticket = ticket_here(turn)
    if ticket is None:
        raise LookupError("a ticket's page without its ticket")
    return ticket


DRAWN: dict[str, Callable[[Turn], Screen]] = {
    LIST: listing, TICKET: _ticket, REPLY: _reply, GIVE: _give, CANNED: _canned, CANNED_ONE: _canned_one, CLOSE: _close,
}  # fmt: skip
