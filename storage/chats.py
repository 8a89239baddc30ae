"""Chats: what kind they are, where their conversation stands, whether Telegram lets us write to them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.database import Transaction
from storage.instants import from_millis, to_millis

ChatKind = Literal["private", "group", "supergroup", "channel"]


@dataclass(frozen=True, slots=True)
class Chat:
    """``state`` is ChatState as JSON. ``open_row``: the outbox row that drew the open question, and when."""

    chat_id: int
    kind: ChatKind
    state: str | None
    open_row: int | None
    open_drawn_at: datetime | None
    unreachable: str | None
    muted: bool
    locale: str | None


def record_seen(tx: Transaction, chat_id: int, kind: ChatKind, now: datetime, *, refused_since: bool = False) -> Chat:
    """Note that the chat wrote, which proves that it can be reached unless it has refused us since; returns it."""
    at = to_millis(now)
    row = tx.execute(
        "INSERT INTO chat (chat_id, kind, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (chat_id) DO UPDATE SET last_seen_at = excluded.last_seen_at, kind = excluded.kind, "
        "unreachable = CASE WHEN ?5 THEN unreachable END, unreachable_at = CASE WHEN ?5 THEN unreachable_at END "
        "RETURNING state, open_row, open_drawn_at, unreachable, muted_at, locale",
        (chat_id, kind, at, at, refused_since),
    ).fetchone()
    drawn = from_millis(row[2]) if row[2] is not None else None
    return Chat(chat_id, kind, row[0], row[1], drawn, row[3], row[4] is not None, row[5])


def find(tx: Transaction, chat_id: int) -> Chat | None:
    """The chat, if it ever wrote."""
    row = tx.execute(
        "SELECT kind, state, open_row, open_drawn_at, unreachable, muted_at, locale FROM chat WHERE chat_id = ?",
        (chat_id,),
    ).fetchone()
    if row is None:
        return None
    drawn = from_millis(row[3]) if row[3] is not None else None
    return Chat(chat_id, row[0], row[1], row[2], drawn, row[4], row[5] is not None, row[6])


def save_state(tx: Transaction, chat_id: int, state: str, open_row: int | None, drawn_at: datetime | None) -> None:
    """Where the conversation stands after a turn."""
    tx.execute(
        "UPDATE chat SET state = ?, open_row = ?, open_drawn_at = ? WHERE chat_id = ?",
        (state, open_row, to_millis(drawn_at) if drawn_at else None, chat_id),
    )


def save_muted(tx: Transaction, chat_id: int, *, muted: bool, now: datetime) -> None:
    """Stop, or allow again, everything the bot would start on its own."""
    tx.execute("UPDATE chat SET muted_at = ? WHERE chat_id = ?", (to_millis(now) if muted else None, chat_id))


def save_locale(tx: Transaction, chat_id: int, locale: str) -> None:
    """The language the person picked; asked before consent, hence not with the person."""
    tx.execute("UPDATE chat SET locale = ? WHERE chat_id = ?", (locale, chat_id))


def save_unreachable(tx: Transaction, chat_id: int, reason: str | None, now: datetime) -> None:
    """Telegram refused this chat (reason), or takes it back (None). Unknown chats are left unknown."""
    tx.execute(
        "UPDATE chat SET unreachable = ?, unreachable_at = ? WHERE chat_id = ?",
        (reason, to_millis(now) if reason else None, chat_id),
    )


def refused_at(tx: Transaction, chat_id: int) -> datetime | None:
    """Since when Telegram refuses this chat; None while it does not."""
    sql = "SELECT unreachable_at FROM chat WHERE chat_id = ? AND unreachable IS NOT NULL"
    row = tx.execute(sql, (chat_id,)).fetchone()
    return from_millis(row[0]) if row else None


def record_migration(tx: Transaction, old: int, new: int, now: datetime) -> None:
    """A group became a supergroup with another id."""
    record_seen(tx, new, "supergroup", now)
    tx.execute("UPDATE chat SET migrated_to = ? WHERE chat_id = ?", (new, old))


def waiting_since(tx: Transaction, start: datetime, end: datetime) -> list[Chat]:
    """Private chats that wrote between two moments and have an open question."""
    rows = tx.execute(
        "SELECT chat_id FROM chat WHERE kind = 'private' AND open_row IS NOT NULL AND unreachable IS NULL "
        "AND last_seen_at BETWEEN ? AND ? ORDER BY chat_id",
        (to_millis(start), to_millis(end)),
    ).fetchall()
    return [chat for row in rows if (chat := find(tx, row[0])) is not None]


def count_unreachable(tx: Transaction) -> int:
    """How many private chats Telegram refuses at present."""
    row = tx.execute("SELECT count(*) FROM chat WHERE kind = 'private' AND unreachable IS NOT NULL").fetchone()
    return int(row[0])
