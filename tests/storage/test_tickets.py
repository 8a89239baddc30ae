"""Tickets in the tables: one open per person, numbers never given again, nothing left after an erasure."""

import sqlite3
from datetime import timedelta

import pytest

from storage import outbox, people, tickets
from storage.database import Transaction
from storage.migrate import migrate
from storage.outbox import Draft
from tests.storage.invented import JUAN, NOW, ROSA, column, person

TEAM = 900


def opened(tx: Transaction, chat: int = ROSA, text: str = "¿Dónde saco el RUT?") -> int:
    """A ticket with its first message."""
    number = tickets.next_id(tx)
    tickets.open_ticket(tx, number, person(tx, chat, "Rosa").id, None, None, NOW)
    written(tx, number, text=text)
    return number


def written(tx: Transaction, number: int, *, hours: float = 0, by_staff: bool = False, text: str = "Algo") -> None:
    tickets.record_message(
        tx, number, by_staff=by_staff, author=TEAM if by_staff else ROSA, kind="text", body=text, message_id=None,
        now=NOW + timedelta(hours=hours),
    )  # fmt: skip


def said(tx: Transaction, number: int, chat: int, text: str) -> int:
    """What the bot is going to say about a ticket."""
    row = outbox.plan(tx, Draft(chat, "alert", "send", {"text": text}), NOW)
    assert row is not None
    tickets.record_relay(tx, row.id, number, chat)
    return row.id


def test_a_person_has_one_ticket_that_is_not_closed(tx: Transaction) -> None:
    number = opened(tx)

    with pytest.raises(sqlite3.IntegrityError):
        opened(tx)
    assert tickets.close(tx, number, NOW)
    assert opened(tx) == number + 1


def test_the_number_of_an_erased_ticket_is_never_given_again(tx: Transaction) -> None:
    number = opened(tx)
    people.erase(tx, ROSA, NOW)

    assert tickets.find(tx, number) is None
    assert tickets.next_id(tx) == number + 1


def test_an_erasure_takes_what_others_were_told_and_leaves_what_belongs_to_somebody_else(tx: Transaction) -> None:
    hers, his = opened(tx), opened(tx, JUAN)
    waiting, sent = said(tx, hers, TEAM, "Rosa pregunta"), said(tx, hers, TEAM, "Rosa insiste")
    outbox.close(tx, [outbox.Result(sent, "sent", message_id=5)], NOW)
    other = said(tx, his, TEAM, "Juan pregunta")

    dropped = people.erase(tx, ROSA, NOW)

    assert waiting in dropped
    assert column(tx, f"SELECT payload FROM outbox WHERE id IN ({waiting}, {sent})") == [None, None]
    assert column(tx, f"SELECT status FROM outbox WHERE id IN ({waiting}, {sent}, {other}) ORDER BY id") == [
        "skipped", "sent", "queued",
    ]  # fmt: skip
    assert tickets.ticket_of_row(tx, other) == his
    assert column(tx, "SELECT count(*) FROM ticket_message") == [1]


def test_a_message_that_arrived_leads_to_its_ticket_in_its_own_chat_only(tx: Transaction) -> None:
    number = opened(tx)
    row = said(tx, number, TEAM, "Rosa pregunta")
    assert tickets.ticket_of_message(tx, TEAM, 77) is None
    outbox.close(tx, [outbox.Result(row, "sent", message_id=77)], NOW)

    assert tickets.ticket_of_message(tx, TEAM, 77) == number
    assert tickets.ticket_of_message(tx, ROSA, 77) is None


def test_an_answer_stops_the_waiting_and_a_new_message_begins_it_anew(tx: Transaction) -> None:
    number = opened(tx)
    tickets.save_reminded(tx, number, NOW)
    written(tx, number, hours=1)
    waiting = tickets.find(tx, number)
    written(tx, number, hours=2, by_staff=True)
    answered = tickets.find(tx, number)
    written(tx, number, hours=3)
    again = tickets.find(tx, number)

    assert waiting is not None
    assert answered is not None
    assert again is not None
    assert (waiting.waiting_since, waiting.reminded_at) == (NOW, NOW)
    assert (answered.status, answered.assignee) == ("answered", TEAM)
    assert (again.status, again.waiting_since, again.reminded_at) == ("open", NOW + timedelta(hours=3), None)
    assert again.first_reply_at == NOW + timedelta(hours=2)


def test_the_outbox_was_made_anew_without_losing_what_points_at_it() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection, up_to=3)
    row = (
        "INSERT INTO outbox (id, chat_id, priority, kind, method, edits, status, due_at, created_at) "
        "VALUES (?, 1, 0, 'reply', ?, ?, 'sent', 1, 1)"
    )
    connection.execute(row, (5, "send", None))
    connection.execute(row, (6, "edit", 5))
    connection.execute(
        "INSERT INTO chat (chat_id, kind, open_row, first_seen_at, last_seen_at) VALUES (1, 'private', 5, 1, 1)"
    )

    migrate(connection)

    assert connection.execute("SELECT id, edits FROM outbox").fetchall() == [(5, None), (6, 5)]
    assert connection.execute("SELECT open_row FROM chat").fetchall() == [(5,)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("UPDATE outbox SET method = 'copy' WHERE id = 5")
    connection.close()
