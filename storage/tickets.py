"""Tickets: what people asked the team, what was written to and fro, and which sent message belongs to which."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.database import Transaction
from storage.instants import from_millis, to_millis

Status = Literal["open", "answered", "closed"]


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket as it stands. ``chat_id`` and ``name`` are of who asked; ``assignee`` is a chat id."""

    id: int
    person_id: int
    chat_id: int
    name: str
    board_id: int | None
    topic: str | None
    status: Status
    assignee: int | None
    opened_at: datetime
    waiting_since: datetime
    first_reply_at: datetime | None
    reminded_at: datetime | None
    escalated_at: datetime | None
    closed_at: datetime | None
    rating: str | None


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One thing that was written; ``body`` is None for what was attached."""

    by_staff: bool
    author: int
    kind: str
    body: str | None
    at: datetime


_SELECT = (
    "SELECT t.id, t.person_id, p.chat_id, p.name, t.board_id, t.topic, t.status, t.assignee, t.rating, t.opened_at, "
    "t.waiting_since, t.first_reply_at, t.reminded_at, t.escalated_at, t.closed_at "
    "FROM ticket t JOIN person p ON p.id = t.person_id"
)


def next_id(tx: Transaction) -> int:
    """The number that the next ticket will have; one that was erased is never given again."""
    row = tx.execute("SELECT seq FROM sqlite_sequence WHERE name = 'ticket'").fetchone()
    return 1 if row is None else int(row[0]) + 1


def open_ticket(
    tx: Transaction, ticket_id: int, person_id: int, board_id: int | None, topic: str | None, now: datetime
) -> None:
    """A new ticket with the number of :func:`next_id`."""
    tx.execute(
        "INSERT INTO ticket (id, person_id, board_id, topic, status, opened_at, waiting_since) "
        "VALUES (?, ?, ?, ?, 'open', ?, ?)",
        (ticket_id, person_id, board_id, topic, to_millis(now), to_millis(now)),
    )


def find(tx: Transaction, ticket_id: int) -> TicketRow | None:
    """One ticket; None when it never was, or its person was erased."""
    row = tx.execute(f"{_SELECT} WHERE t.id = ?", (ticket_id,)).fetchone()
    return None if row is None else _ticket(row)


def open_of_person(tx: Transaction, person_id: int) -> TicketRow | None:
    """The person's ticket that is not closed."""
    row = tx.execute(f"{_SELECT} WHERE t.person_id = ? AND t.status != 'closed'", (person_id,)).fetchone()
    return None if row is None else _ticket(row)


def of_person(tx: Transaction, person_id: int) -> list[TicketRow]:
    """Every ticket of a person, oldest first."""
    return [_ticket(row) for row in tx.execute(f"{_SELECT} WHERE t.person_id = ? ORDER BY t.id", (person_id,))]


def unclosed(tx: Transaction) -> list[TicketRow]:
    """What waits for the team, longest waiting first; then what was answered and not closed."""
    rows = tx.execute(f"{_SELECT} WHERE t.status != 'closed' ORDER BY t.status != 'open', t.waiting_since, t.id")
    return [_ticket(row) for row in rows]


def has_open_ticket(tx: Transaction, *, person_id: int | None = None, board_id: int | None = None) -> bool:
    """Whether this person, or anybody for this board, waits for the team or is talking with it.

    What the bot starts on its own (invitations, reminders of surveys, broadcasts) is to be held back meanwhile: ask
    this when such a message is due, and move it on while it says yes.
    """
    sql = "SELECT 1 FROM ticket WHERE status != 'closed' AND (person_id = ? OR board_id = ?) LIMIT 1"
    return tx.execute(sql, (person_id, board_id)).fetchone() is not None


def record_message(
    tx: Transaction, ticket_id: int, *, by_staff: bool, author: int, kind: str, body: str | None,
    message_id: int | None, now: datetime,
) -> None:  # fmt: skip
    """One thing that was written. The person's makes the ticket wait for the team (and opens it again if it was
    closed); the team's answers it, and whoever answers first has taken it."""
    tx.execute(
        "INSERT INTO ticket_message (ticket_id, by_staff, author, kind, body, message_id, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (ticket_id, by_staff, author, kind, body, message_id, to_millis(now)),
    )
    if by_staff:
        tx.execute(
            "UPDATE ticket SET status = 'answered', first_reply_at = coalesce(first_reply_at, ?), "
            "assignee = coalesce(assignee, ?) WHERE id = ? AND status != 'closed'",
            (to_millis(now), author, ticket_id),
        )
        return
    tx.execute(
        # A second message while the first one waits does not make it younger.
        "UPDATE ticket SET waiting_since = CASE status WHEN 'open' THEN waiting_since ELSE ?1 END, "
        "reminded_at = CASE status WHEN 'open' THEN reminded_at END, "
        "escalated_at = CASE status WHEN 'open' THEN escalated_at END, status = 'open', closed_at = NULL WHERE id = ?2",
        (to_millis(now), ticket_id),
    )


def messages(tx: Transaction, ticket_id: int) -> list[MessageRow]:
    """Everything that was written, oldest first."""
    rows = tx.execute(
        "SELECT by_staff, author, kind, body, at FROM ticket_message WHERE ticket_id = ? ORDER BY id", (ticket_id,)
    )
    return [MessageRow(bool(row[0]), row[1], row[2], row[3], from_millis(row[4])) for row in rows]


def save_assignee(tx: Transaction, ticket_id: int, chat_id: int | None) -> bool:
    """Who looks after it now; False if it is closed or gone."""
    sql = "UPDATE ticket SET assignee = ? WHERE id = ? AND status != 'closed'"
    return bool(tx.execute(sql, (chat_id, ticket_id)).rowcount)


def release(tx: Transaction, chat_id: int) -> list[int]:
    """Whoever had these can no longer look after them: back to everybody. Returns their numbers."""
    sql = "UPDATE ticket SET assignee = NULL WHERE assignee = ? AND status != 'closed' RETURNING id"
    return sorted(row[0] for row in tx.execute(sql, (chat_id,)).fetchall())


def close(tx: Transaction, ticket_id: int, now: datetime) -> bool:
    """The matter is settled; False if it was already."""
    sql = "UPDATE ticket SET status = 'closed', closed_at = ? WHERE id = ? AND status != 'closed'"
    return bool(tx.execute(sql, (to_millis(now), ticket_id)).rowcount)


def rate(tx: Transaction, ticket_id: int, rating: Literal["helped", "failed"]) -> bool:
    """Whether it helped, in the person's word; the first one counts. False if there was one."""
    sql = "UPDATE ticket SET rating = ? WHERE id = ? AND rating IS NULL"
    return bool(tx.execute(sql, (rating, ticket_id)).rowcount)


def save_reminded(tx: Transaction, ticket_id: int, now: datetime) -> None:
    """Everybody in the team was told again."""
    tx.execute("UPDATE ticket SET reminded_at = ? WHERE id = ?", (to_millis(now), ticket_id))


def save_escalated(tx: Transaction, ticket_id: int, now: datetime) -> None:
    """The owners were told."""
    tx.execute("UPDATE ticket SET escalated_at = ? WHERE id = ?", (to_millis(now), ticket_id))


# --- messages of the bot ----------------------------------------------------------------------------------------------


def record_relay(tx: Transaction, row_id: int, ticket_id: int, chat_id: int) -> None:
    """An outbox row that speaks of a ticket in a chat."""
    tx.execute("INSERT INTO relay (row_id, ticket_id, chat_id) VALUES (?, ?, ?)", (row_id, ticket_id, chat_id))


def ticket_of_row(tx: Transaction, row_id: int) -> int | None:
    """The ticket that an outbox row speaks of."""
    row = tx.execute("SELECT ticket_id FROM relay WHERE row_id = ?", (row_id,)).fetchone()
    return None if row is None else int(row[0])


def ticket_of_message(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """The ticket that a message in a chat belongs to, said by the bot or written there."""
    row = tx.execute(
        "SELECT r.ticket_id FROM relay r JOIN outbox o ON o.id = r.row_id WHERE r.chat_id = ?1 AND o.message_id = ?2 "
        "UNION ALL SELECT ticket_id FROM ticket_message WHERE author = ?1 AND message_id = ?2 LIMIT 1",
        (chat_id, message_id),
    ).fetchone()
    return None if row is None else int(row[0])


def erase_said(tx: Transaction, person_chat: int, now: datetime) -> list[int]:
    """Texts about a person's tickets in other people's outbox rows; before the person goes, for they go with them.

    Returns the rows that will no longer be sent.
    """
    which = (
        "id IN (SELECT r.row_id FROM relay r JOIN ticket t ON t.id = r.ticket_id "
        "JOIN person p ON p.id = t.person_id WHERE p.chat_id = ?)"
    )
    skipped = tx.execute(
        f"UPDATE outbox SET status = 'skipped', reason = 'erased', closed_at = ? "  # noqa: S608 — a constant
        f"WHERE status IN ('queued', 'uncertain') AND {which} RETURNING id",
        (to_millis(now), person_chat),
    ).fetchall()
    tx.execute(f"UPDATE outbox SET payload = NULL WHERE {which}", (person_chat,))  # noqa: S608
    return [row[0] for row in skipped]


def _ticket(row: sqlite3.Row | Sequence[object]) -> TicketRow:
    *plain, rating, opened, waiting, first, reminded, escalated, closed = row
    times = [None if at is None else from_millis(at) for at in (opened, waiting, first, reminded, escalated, closed)]  # type: ignore[arg-type]
    return TicketRow(*plain, *times, rating)  # type: ignore[call-arg]
