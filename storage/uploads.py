"""Files that people sent to be read: from the wish to what was read, so that a stop in between loses none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.database import Transaction
from storage.instants import to_millis

_COLUMNS = "id, chat_id, purpose, file_id, name, size, status, outcome"


@dataclass(frozen=True, slots=True)
class UploadRow:
    """A file; ``outcome`` is what was read, or why it could not be."""

    id: int
    chat_id: int
    purpose: str
    file_id: str
    name: str
    size: int
    status: str
    outcome: dict[str, Any] | None


def record(tx: Transaction, chat_id: int, purpose: str, file_id: str, name: str, size: int, now: datetime) -> UploadRow:
    """A file is to be fetched and read; an earlier one of the same chat and purpose is not wanted any more."""
    tx.execute(
        "UPDATE upload SET status = 'dropped', outcome = NULL, changed_at = ? "
        "WHERE chat_id = ? AND purpose = ? AND status IN ('waiting', 'ready', 'failed')",
        (to_millis(now), chat_id, purpose),
    )
    created = tx.execute(
        "INSERT INTO upload (chat_id, purpose, file_id, name, size, status, created_at, changed_at) "
        "VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)",
        (chat_id, purpose, file_id, name, size, to_millis(now), to_millis(now)),
    )
    return UploadRow(int(created.lastrowid or 0), chat_id, purpose, file_id, name, size, "waiting", None)


def find(tx: Transaction, upload_id: int) -> UploadRow | None:
    """One file."""
    row = tx.execute(f"SELECT {_COLUMNS} FROM upload WHERE id = ?", (upload_id,)).fetchone()  # noqa: S608 — a constant
    return None if row is None else _row(row)


def waiting(tx: Transaction) -> list[UploadRow]:
    """Files that were not read yet, oldest first."""
    rows = tx.execute(f"SELECT {_COLUMNS} FROM upload WHERE status = 'waiting' ORDER BY id")  # noqa: S608 — a constant
    return [_row(row) for row in rows]


def again(tx: Transaction, upload_id: int, now: datetime) -> bool:
    """What was read is not of use any more, the file is to be read once more; False when it is over."""
    done = tx.execute(
        "UPDATE upload SET status = 'waiting', outcome = NULL, changed_at = ? WHERE id = ? AND status = 'ready'",
        (to_millis(now), upload_id),
    )
    return bool(done.rowcount)


def close(tx: Transaction, upload_id: int, status: str, outcome: Mapping[str, Any] | None, now: datetime) -> bool:
    """Ready or failed with an outcome; used or dropped without. False when it was dropped or used before."""
    done = tx.execute(
        "UPDATE upload SET status = ?, outcome = ?, changed_at = ? WHERE id = ? AND status NOT IN ('used', 'dropped')",
        (status, None if outcome is None else json.dumps(outcome, ensure_ascii=False), to_millis(now), upload_id),
    )
    return bool(done.rowcount)


def _row(row: tuple[Any, ...]) -> UploadRow:
    number, chat, purpose, file_id, name, size, status, outcome = row
    return UploadRow(number, chat, purpose, file_id, name, size, status, json.loads(outcome) if outcome else None)
