"""The inbox: what Telegram sent, stored before Telegram is told so, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage import marks
from storage.database import Transaction
from storage.instants import from_millis, to_millis

_OWN = "own_updates"
InboxStatus = Literal["new", "done", "skipped", "parked"]


@dataclass(frozen=True, slots=True)
class Arrived:
    """One update. ``body`` is raw JSON, or None where only its kind may be kept (groups)."""

    update_id: int
    chat_id: int | None
    kind: str
    body: str | None


def record(tx: Transaction, updates: Sequence[Arrived], now: datetime) -> list[Arrived]:
    """Store updates in order of arrival; returns those that were not there before."""
    at = to_millis(now)
    fresh = []
    for update in updates:
        inserted = tx.execute(
            "INSERT INTO inbox (update_id, chat_id, kind, body, received_at, status) VALUES (?, ?, ?, ?, ?, 'new') "
            "ON CONFLICT (update_id) DO NOTHING",
            (update.update_id, update.chat_id, update.kind, update.body, at),
        )
        if inserted.rowcount:
            fresh.append(update)
    return fresh


def record_own(tx: Transaction, chat_id: int, kind: str, now: datetime) -> Arrived:
    """Something that Telegram did not send and that is to have its turn: numbered below zero, where it never counts."""
    number = int(marks.find(tx, _OWN) or 0) - 1  # never given twice, also when the row before is long deleted
    marks.save(tx, _OWN, str(number))
    (stored,) = record(tx, [Arrived(number, chat_id, kind, None)], now)
    return stored


def unfinished(tx: Transaction) -> list[Arrived]:
    """What was stored and not worked through, in order of arrival: the work of a start after a crash."""
    rows = tx.execute("SELECT update_id, chat_id, kind, body FROM inbox WHERE status = 'new' ORDER BY seq")
    return [Arrived(*row) for row in rows]


def is_new(tx: Transaction, update_id: int) -> bool:
    """Whether the update still waits for its turn."""
    row = tx.execute("SELECT status FROM inbox WHERE update_id = ?", (update_id,)).fetchone()
    return row is not None and row[0] == "new"


def is_overtaken(tx: Transaction, chat_id: int, update_id: int, kinds: Sequence[str], since: datetime) -> bool:
    """Whether the chat did one of these later than this update, by Telegram's numbers, whatever arrived first.

    Only among what was received ``since``: after a quiet week Telegram starts again at a random number.
    """
    row = tx.execute(
        f"SELECT 1 FROM inbox WHERE chat_id = ? AND received_at >= ? AND update_id > ? "  # noqa: S608 — places only
        f"AND kind IN ({','.join('?' * len(kinds))}) LIMIT 1",
        (chat_id, to_millis(since), update_id, *kinds),
    ).fetchone()
    return row is not None


def received_at(tx: Transaction, update_id: int) -> datetime | None:
    """When the update was stored."""
    row = tx.execute("SELECT received_at FROM inbox WHERE update_id = ?", (update_id,)).fetchone()
    return from_millis(row[0]) if row else None


def close(tx: Transaction, update_id: int, status: InboxStatus, now: datetime, *, keep_body: bool = True) -> None:
    """End an update. Without ``keep_body`` its content goes at once (a shared contact holds a phone number)."""
    tx.execute(
        "UPDATE inbox SET status = ?, closed_at = ?, body = CASE WHEN ? THEN body END WHERE update_id = ?",
        (status, to_millis(now), keep_body, update_id),
    )


def record_failure(tx: Transaction, update_id: int, error: str) -> int:
    """Count a failed try (``error``: type and place, no values); returns how many there were."""
    tx.execute("UPDATE inbox SET attempts = attempts + 1, error = ? WHERE update_id = ?", (error, update_id))
    row = tx.execute("SELECT attempts FROM inbox WHERE update_id = ?", (update_id,)).fetchone()
    return int(row[0]) if row else 0


def counts(tx: Transaction) -> dict[str, int]:
    """Waiting and parked updates, for those who look after the bot."""
    row = tx.execute(
        "SELECT (SELECT count(*) FROM inbox WHERE status = 'new'), (SELECT count(*) FROM inbox WHERE status = 'parked')"
    ).fetchone()
    return {"waiting": row[0], "parked": row[1]}
