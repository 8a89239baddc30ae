"""The outbox: everything the bot says, from planned to its end; the sender claims and closes rows here."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from storage.database import Transaction
from storage.instants import from_millis, to_millis

Method = Literal["send", "edit", "file", "copy"]
Kind = Literal["reply", "freeze", "reminder", "invitation", "alert", "broadcast", "ticket", "certificate"]
Status = Literal["queued", "sending", "sent", "skipped", "unreachable", "uncertain", "failed", "dropped"]

PRIORITY: dict[Kind, int] = {
    "reply": 0, "freeze": 0, "alert": 1, "reminder": 1, "invitation": 1, "ticket": 0, "certificate": 2, "broadcast": 2,
}  # fmt: skip
# The reason of a row that goes back to the queue because Telegram answered 429.
FLOOD = "flood"
# When nobody knows whether a message arrived: these are sent again once and flagged, because missing them does more
# harm than seeing them twice. The others wait for a coordinator.
SENT_AGAIN: frozenset[Kind] = frozenset({"reply", "freeze", "reminder", "invitation", "alert"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A row to be planned. ``edits``: outbox id of the message to change; ``message_id``: its Telegram id, if known."""

    chat_id: int
    kind: Kind
    method: Method
    payload: dict[str, Any]
    edits: int | None = None
    message_id: int | None = None
    dedupe_key: str | None = None
    due_at: datetime | None = None


@dataclass(slots=True)
class Row:
    """A row that is not finished, as the sender works with it."""

    id: int
    chat_id: int
    priority: int
    kind: Kind
    method: Method
    payload: dict[str, Any]
    edits: int | None
    message_id: int | None
    due_at: datetime
    attempts: int = 0
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """How one try ended. ``again_at`` is set when the row goes back to the queue."""

    row_id: int
    status: Status
    message_id: int | None = None
    reason: str | None = None
    again_at: datetime | None = None
    repeated: bool = False


def plan(tx: Transaction, draft: Draft, now: datetime) -> Row | None:
    """Put a row in the queue; None when its dedupe key is there already (planning twice is harmless)."""
    due = draft.due_at or now
    cursor = tx.execute(
        "INSERT INTO outbox (chat_id, priority, kind, method, payload, edits, message_id, dedupe_key, status, due_at, "
        "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?) ON CONFLICT (dedupe_key) DO NOTHING",
        (
            draft.chat_id,
            PRIORITY[draft.kind],
            draft.kind,
            draft.method,
            json.dumps(draft.payload, ensure_ascii=False),
            draft.edits,
            draft.message_id,
            draft.dedupe_key,
            to_millis(due),
            to_millis(now),
        ),
    )
    if not cursor.rowcount or cursor.lastrowid is None:
        return None
    return Row(
        cursor.lastrowid, draft.chat_id, PRIORITY[draft.kind], draft.kind, draft.method, draft.payload, draft.edits,
        draft.message_id, due,
    )  # fmt: skip


def due(tx: Transaction, until: datetime) -> list[Row]:
    """Queued rows that are due by ``until``, oldest first."""
    rows = tx.execute(
        f"SELECT {_COLUMNS} FROM outbox WHERE status = 'queued' AND due_at <= ? ORDER BY id",  # noqa: S608 — a constant
        (to_millis(until),),
    )
    return [_row(row) for row in rows]


def unfinished(tx: Transaction, now: datetime) -> list[Row]:
    """The work of a start: rows that are due, and rows whose next try is not due yet, because what was written to a
    chat after them has to wait behind them. Oldest first."""
    rows = tx.execute(
        f"SELECT {_COLUMNS} FROM outbox "  # noqa: S608 — a constant
        "WHERE status = 'queued' AND (due_at <= ? OR attempts > 0) ORDER BY id",
        (to_millis(now),),
    )
    return [_row(row) for row in rows]


def told_to_wait(tx: Transaction, now: datetime) -> dict[int, datetime]:
    """Chats that Telegram asked to be left alone (429), and until when; a restart must not make us forget it."""
    rows = tx.execute(
        "SELECT chat_id, max(due_at) FROM outbox "
        "WHERE status = 'queued' AND reason = ? AND due_at > ? GROUP BY chat_id",
        (FLOOD, to_millis(now)),
    )
    return {chat_id: from_millis(until) for chat_id, until in rows}


def claim(tx: Transaction, row_ids: Sequence[int]) -> set[int]:
    """Stamp rows as being sent, just before the call; what a crash leaves in this state is uncertain.

    Returns the rows that may be sent: those that ended in the meantime (muted, erased) are left as they are.
    """
    sql = "UPDATE outbox SET status = 'sending', attempts = attempts + 1 WHERE id = ? AND status = 'queued'"
    return {row_id for row_id in row_ids if tx.execute(sql, (row_id,)).rowcount}


def close(tx: Transaction, results: Sequence[Result], now: datetime) -> None:
    """Record how tries ended, in one go for many chats."""
    at = to_millis(now)
    tx.executemany(
        # A row without a text was erased while it was being sent: it is not tried again.
        "UPDATE outbox SET status = CASE WHEN ?1 = 'queued' AND payload IS NULL THEN 'skipped' ELSE ?1 END, "
        "message_id = coalesce(?, message_id), reason = ?, "
        "due_at = coalesce(?, due_at), closed_at = ?, repeated = max(repeated, ?) WHERE id = ?",
        [
            (
                r.status,
                r.message_id,
                r.reason,
                to_millis(r.again_at) if r.again_at else None,
                None if r.again_at else at,
                r.repeated,
                r.row_id,
            )
            for r in results
        ],
    )


def recover(tx: Transaction, now: datetime) -> tuple[int, int]:
    """After a crash: rows that were being sent are uncertain. Returns (queued again and flagged, left for a person).

    A row that was flagged before and is uncertain once more is not sent a third time; an edit always is, since done
    twice it looks the same. What was erased while it was being sent ends here.
    """
    tx.execute(
        "UPDATE outbox SET status = 'skipped', reason = 'erased', closed_at = ? "
        "WHERE status = 'sending' AND payload IS NULL",
        (to_millis(now),),
    )
    kinds = ",".join(f"'{kind}'" for kind in sorted(SENT_AGAIN))
    again = tx.execute(
        f"UPDATE outbox SET status = 'queued', repeated = max(repeated, method != 'edit') "  # noqa: S608 — constants
        f"WHERE status = 'sending' AND (method = 'edit' OR (kind IN ({kinds}) AND repeated = 0))"
    ).rowcount
    left = tx.execute(
        "UPDATE outbox SET status = 'uncertain', reason = 'stopped', closed_at = ? WHERE status = 'sending'",
        (to_millis(now),),
    ).rowcount
    return again, left


def last_planned(tx: Transaction, chat_id: int) -> datetime | None:
    """When something was last written for this chat."""
    row = tx.execute("SELECT max(created_at) FROM outbox WHERE chat_id = ?", (chat_id,)).fetchone()
    return from_millis(row[0]) if row[0] is not None else None


def message_of(tx: Transaction, row_id: int) -> int | None:
    """Telegram's id of the message that a row sent; None when it never arrived for sure."""
    row = tx.execute("SELECT message_id FROM outbox WHERE id = ?", (row_id,)).fetchone()
    return row[0] if row else None


def save_payload(tx: Transaction, row_id: int, payload: dict[str, Any]) -> None:
    """Change what a row that was not sent yet is going to say; one that was erased stays without words."""
    sql = "UPDATE outbox SET payload = ? WHERE id = ? AND payload IS NOT NULL"
    tx.execute(sql, (json.dumps(payload, ensure_ascii=False), row_id))


def skip_queued(tx: Transaction, chat_id: int, reason: str, now: datetime, *, only_started_by_bot: bool) -> list[int]:
    """End a chat's waiting rows with a reason; returns their ids, so that the sender can forget them."""
    rows = tx.execute(
        "UPDATE outbox SET status = ?, reason = ?, closed_at = ? WHERE chat_id = ? AND status = 'queued' "
        "AND (priority > 0 OR NOT ?) AND kind != 'alert' RETURNING id",
        ("unreachable" if reason == "unreachable" else "skipped", reason, to_millis(now), chat_id, only_started_by_bot),
    ).fetchall()
    return [row[0] for row in rows]


def move_chat(tx: Transaction, old: int, new: int) -> None:
    """Point waiting rows at the supergroup that a group became."""
    tx.execute("UPDATE outbox SET chat_id = ? WHERE chat_id = ? AND status IN ('queued', 'sending')", (new, old))


def counts(tx: Transaction, now: datetime) -> dict[str, int]:
    """Rows that are due, uncertain, failed or perhaps sent twice, for those who look after the bot."""
    row = tx.execute(
        "SELECT (SELECT count(*) FROM outbox WHERE status = 'queued' AND due_at <= ?), "
        "(SELECT count(*) FROM outbox WHERE status = 'uncertain'), "
        "(SELECT count(*) FROM outbox WHERE status = 'failed'), (SELECT count(*) FROM outbox WHERE repeated = 1)",
        (to_millis(now),),
    ).fetchone()
    return {"queued": row[0], "uncertain": row[1], "failed": row[2], "repeated": row[3]}


_COLUMNS = "id, chat_id, priority, kind, method, payload, edits, message_id, due_at, attempts, repeated"


def _row(row: Any) -> Row:
    return Row(
        row["id"], row["chat_id"], row["priority"], row["kind"], row["method"], json.loads(row["payload"] or "{}"),
        row["edits"], row["message_id"], from_millis(row["due_at"]), row["attempts"], bool(row["repeated"]),
    )  # fmt: skip
