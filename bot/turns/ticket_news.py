"""News about tickets that no message brings: nobody answered in time, somebody can no longer answer, a copy failed."""

from collections.abc import Iterable
from datetime import datetime

from bot.render import text_payload
from bot.turns.members import members
from bot.turns.outcome import House, Outcome
from conversations.commands import INBOX
from conversations.conversation import link
from conversations.decisions import Words
from conversations.office import PATIENCE, WORKING_DAY, is_open, worked
from conversations.rights import may
from conversations.text import cut
from storage import boards, chats, outbox, tickets
from storage.database import Transaction
from storage.outbox import Draft
from storage.tickets import TicketRow

_NAME = 40


def escalate(tx: Transaction, house: House, now: datetime) -> None:
    """Tell the team again of what waits for too long, then the owners; once each for what the person wrote."""
    if not is_open(now, house.zone):
        return
    for ticket in tickets.unclosed(tx):
        if ticket.status != "open" or (ticket.reminded_at and ticket.escalated_at):
            continue
        waited = worked(ticket.waiting_since, now, house.zone)
        if waited >= WORKING_DAY and ticket.escalated_at is None:
            tickets.save_escalated(tx, ticket.id, now)
            tickets.save_reminded(tx, ticket.id, ticket.reminded_at or now)
            _tell(tx, house, ticket, "ticket-late-owners", _owners(tx, house), now)
        elif waited >= PATIENCE and ticket.reminded_at is None:
            tickets.save_reminded(tx, ticket.id, now)
            _tell(tx, house, ticket, "ticket-late", _in_scope(tx, house, ticket), now)


def release(tx: Transaction, outcome: Outcome, house: House, chat_id: int, now: datetime) -> None:
    """Whoever has this chat can no longer answer: their tickets are everybody's again, and the owners know."""
    freed = tickets.release(tx, chat_id)
    if not freed:
        return
    words = Words("ticket-released", {"count": len(freed), "numbers": ", ".join(map(str, freed))})
    payload = text_payload(words, house.wording(None), ((link(INBOX, "inbox-button"),),))
    for owner in _owners(tx, house):
        if owner != chat_id:
            key = f"ticket:released:{chat_id}:{freed[0]}:{now.isoformat()}:{owner}"
            outcome.plan(tx, Draft(owner, "alert", "send", payload, dedupe_key=key), now)


def copy_gone(tx: Transaction, outcome: Outcome, house: House, row_id: int, chat_id: int, now: datetime) -> None:
    """What was to be copied into a chat was deleted before it could be: say so there."""
    ticket_id = tickets.ticket_of_row(tx, row_id)
    if ticket_id is not None:
        _say(tx, outcome, house, chat_id, Words("ticket-copy-gone", {"number": str(ticket_id)}), f"gone:{row_id}", now)


def not_delivered(tx: Transaction, outcome: Outcome, house: House, row_id: int, chat_id: int, now: datetime) -> None:
    """An answer did not reach its person, who blocked the bot: whoever looks after the ticket learns it."""
    ticket_id = tickets.ticket_of_row(tx, row_id)
    ticket = None if ticket_id is None else tickets.find(tx, ticket_id)
    if ticket is not None and ticket.chat_id == chat_id and ticket.assignee is not None:
        words = Words("ticket-not-delivered", {"number": str(ticket.id), "name": cut(ticket.name, _NAME)})
        _say(tx, outcome, house, ticket.assignee, words, f"refused:{row_id}", now)


def _say(tx: Transaction, outcome: Outcome, house: House, chat_id: int, words: Words, key: str, now: datetime) -> None:
    chat = chats.find(tx, chat_id)
    payload = text_payload(words, house.wording(chat.locale if chat else None))
    outcome.plan(tx, Draft(chat_id, "alert", "send", payload, dedupe_key=f"ticket:{key}"), now)


def _tell(tx: Transaction, house: House, ticket: TicketRow, key: str, chat_ids: Iterable[int], now: datetime) -> None:
    words = Words(key, {
        "number": str(ticket.id), "name": cut(ticket.name, _NAME), "registered": ticket.waiting_since,
    })  # fmt: skip
    payload = text_payload(words, house.wording(None), ((link(INBOX, "ticket-see-button", f"t{ticket.id}"),),))
    for chat_id in chat_ids:
        dedupe = f"{key}:{ticket.id}:{ticket.waiting_since.isoformat()}:{chat_id}"
        row = outbox.plan(tx, Draft(chat_id, "alert", "send", payload, dedupe_key=dedupe), now)
        if row is not None:
            tickets.record_relay(tx, row.id, ticket.id, chat_id)


def _in_scope(tx: Transaction, house: House, ticket: TicketRow) -> list[int]:
    board = None if ticket.board_id is None else boards.find(tx, ticket.board_id)
    localidad = None if board is None else board.localidad
    places = sorted(members(tx, house).items())
    return [chat_id for chat_id, place in places if may(place, "answer_tickets", localidad)]


def _owners(tx: Transaction, house: House) -> list[int]:
    return sorted(chat_id for chat_id, place in members(tx, house).items() if place.role == "owner")
