"""Consent: an append-only log of decisions under a notice that is kept word for word."""

from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.instants import from_millis, to_millis


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One decision; ``purpose`` is a purpose, ``adult`` (declared age) or ``erasure``."""

    purpose: str
    accepted: bool
    notice_hash: str
    decided_at: datetime


def record_notice(tx: Transaction, notice_hash: str, version: str, body: str, now: datetime) -> None:
    """Keep the text of a notice for good, once."""
    tx.execute(
        "INSERT INTO notice (hash, version, body, first_used_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (notice_hash, version, body, to_millis(now)),
    )


def record(
    tx: Transaction,
    chat_id: int,
    purpose: str,
    now: datetime,
    *,
    accepted: bool,
    notice_hash: str,
    update_id: int | None,
) -> None:
    """Add a decision; ``update_id`` is the message or press that proves it."""
    tx.execute(
        "INSERT INTO consent (chat_id, purpose, accepted, notice_hash, update_id, decided_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (chat_id, purpose, accepted, notice_hash, update_id, to_millis(now)),
    )


def latest(tx: Transaction, chat_id: int) -> dict[str, ConsentRow]:
    """The last word on each purpose. Decisions before an erasure no longer speak for the person."""
    rows = tx.execute(
        "SELECT purpose, accepted, notice_hash, decided_at FROM consent WHERE chat_id = ? AND id > "
        "coalesce((SELECT max(id) FROM consent WHERE chat_id = ? AND purpose = 'erasure'), 0) ORDER BY id",
        (chat_id, chat_id),
    )
    return {row[0]: ConsentRow(row[0], bool(row[1]), row[2], from_millis(row[3])) for row in rows}


def history(tx: Transaction, chat_id: int) -> list[tuple[ConsentRow, str]]:
    """Every decision of a chat with the version of its notice, oldest first."""
    rows = tx.execute(
        "SELECT c.purpose, c.accepted, c.notice_hash, c.decided_at, n.version FROM consent c "
        "JOIN notice n ON n.hash = c.notice_hash WHERE c.chat_id = ? ORDER BY c.id",
        (chat_id,),
    )
    return [(ConsentRow(row[0], bool(row[1]), row[2], from_millis(row[3])), row[4]) for row in rows]


def notice_body(tx: Transaction, notice_hash: str) -> str | None:
    """The full text of a notice that was shown."""
    row = tx.execute("SELECT body FROM notice WHERE hash = ?", (notice_hash,)).fetchone()
    return row[0] if row else None
