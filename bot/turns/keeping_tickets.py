"""Keeps what was decided about tickets; every deed leaves its line in the audit log."""

from bot.turns.outcome import Occasion
from conversations.ticket_decisions import (
    TicketClosed,
    TicketDecision,
    TicketGiven,
    TicketOpened,
    TicketRated,
    TicketWritten,
)
from storage import audit, people, tickets
from storage.errors import NotFound


def keep(occasion: Occasion, decision: TicketDecision) -> None:
    """Keep one decision. Raises NotFound for a ticket of somebody who did not accept the service."""
    tx, now, actor = occasion.tx, occasion.now, occasion.chat.chat_id
    subject = f"ticket:{decision.ticket_id}"
    match decision:
        case TicketOpened(ticket_id, board_id, topic):
            person = people.find(tx, actor)
            if person is None:
                raise NotFound(f"person of chat {actor}: a ticket without consent to the service")
            tickets.open_ticket(tx, ticket_id, person.id, board_id, topic, now)
            audit.record(tx, actor, "ticket_opened", subject, now)
        case TicketWritten(ticket_id, by_staff, kind, text, message_id):
            tickets.record_message(
                tx, ticket_id, by_staff=by_staff, author=actor, kind=kind, body=text, message_id=message_id, now=now
            )
            audit.record(tx, actor, "ticket_answered" if by_staff else "ticket_written", subject, now)
        case TicketGiven(ticket_id, chat_id):
            if tickets.save_assignee(tx, ticket_id, chat_id):
                audit.record(tx, actor, "ticket_given", subject, now)
        case TicketClosed(ticket_id):
            if tickets.close(tx, ticket_id, now):
                audit.record(tx, actor, "ticket_closed", subject, now)
        case TicketRated(ticket_id, helped):
            if tickets.rate(tx, ticket_id, "helped" if helped else "failed"):
                audit.record(tx, actor, "ticket_rated", subject, now)
