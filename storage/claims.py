"""What people asked for about a board, what was written about it, and how it ended."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.errors import NotFound
from storage.instants import from_millis, to_millis

_SELECT = (
    "SELECT c.id, c.kind, c.board_id, c.person_id, p.chat_id, p.name, p.phone_encrypted, c.role, c.field, c.value, "
    "c.why, c.near_id, c.status, c.decided_by, c.created_at, c.changed_at "
    "FROM claim c JOIN person p ON p.id = c.person_id "
)
_OPEN = "c.status IN ('waiting', 'asked')"


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim to be filed: an office (``role``) or a correction (``field``, ``value``)."""

    kind: str
    board_id: int
    person_id: int
    why: str
    role: str | None = None
    field: str | None = None
    value: str | None = None
    near_id: int | None = None
    status: str = "waiting"
    run_id: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with who made it."""

    id: int
    kind: str
    board_id: int
    person_id: int
    chat_id: int
    name: str
    phone_encrypted: bytes | None
    role: str | None
    field: str | None
    value: str | None
    why: str
    near_id: int | None
    status: str
    decided_by: int | None
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class NoteRow:
    """Something written about a board or a claim; ``person_id`` if not by the team."""

    kind: str
    body: str
    at: datetime
    person_id: int | None
    actor: int


def record(tx: Transaction, draft: ClaimDraft, now: datetime) -> int:
    """File a claim. The same run, or the same open claim again, gives the one there is (with its newest value)."""
    held = tx.execute("SELECT id FROM claim WHERE run_id = ?", (draft.run_id,)).fetchone() if draft.run_id else None
    held = (
        held
        or tx.execute(
            "SELECT id FROM claim WHERE board_id = ? AND person_id = ? AND kind = ? AND role IS ? AND field IS ? "
            "AND status IN ('waiting', 'asked')",
            (draft.board_id, draft.person_id, draft.kind, draft.role, draft.field),
        ).fetchone()
    )
    if held is not None:
        tx.execute("UPDATE claim SET value = ?, changed_at = ? WHERE id = ?", (draft.value, to_millis(now), held[0]))
        return int(held[0])
    created = tx.execute(
        "INSERT INTO claim (kind, board_id, person_id, role, field, value, why, near_id, status, run_id, created_at, "
        "changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            draft.kind, draft.board_id, draft.person_id, draft.role, draft.field, draft.value, draft.why,
            draft.near_id, draft.status, draft.run_id, to_millis(now), to_millis(now),
        ),
    )  # fmt: skip
    return int(created.lastrowid or 0)


def find(tx: Transaction, claim_id: int) -> ClaimRow | None:
    """One claim."""
    row = tx.execute(f"{_SELECT} WHERE c.id = ?", (claim_id,)).fetchone()
    return None if row is None else _row(row)


def get(tx: Transaction, claim_id: int) -> ClaimRow:
    """One claim. Raises NotFound."""
    found = find(tx, claim_id)
    if found is None:
        raise NotFound(f"claim {claim_id}")
    return found


def waiting(tx: Transaction, localidad: str | None = None) -> list[ClaimRow]:
    """Open claims, oldest first; only of one localidad if given."""
    rows = tx.execute(
        f"{_SELECT} JOIN board b ON b.id = c.board_id WHERE {_OPEN} AND (? IS NULL OR b.localidad = ?) "
        "ORDER BY c.created_at, c.id",
        (localidad, localidad),
    )
    return [_row(row) for row in rows]


def of_board(tx: Transaction, board_id: int) -> list[ClaimRow]:
    """Every claim on a board, oldest first."""
    return [_row(row) for row in tx.execute(f"{_SELECT} WHERE c.board_id = ? ORDER BY c.id", (board_id,))]


def of_person(tx: Transaction, person_id: int) -> list[ClaimRow]:
    """Open claims of a person, oldest first."""
    return [_row(row) for row in tx.execute(f"{_SELECT} WHERE c.person_id = ? AND {_OPEN} ORDER BY c.id", (person_id,))]


def boards_asked_for(tx: Transaction, person_id: int) -> list[int]:
    """Boards on which a person has an open claim."""
    return list(dict.fromkeys(row.board_id for row in of_person(tx, person_id)))


def decided_of_person(tx: Transaction, person_id: int) -> list[ClaimRow]:
    """Claims of a person that are no longer open, the one decided last at the end."""
    rows = tx.execute(f"{_SELECT} WHERE c.person_id = ? AND NOT ({_OPEN}) ORDER BY c.changed_at, c.id", (person_id,))
    return [_row(row) for row in rows]


def close(tx: Transaction, claim_id: int, status: str, actor: int, now: datetime) -> bool:
    """Move an open claim on; False when it is not open any more (somebody was faster)."""
    done = tx.execute(
        "UPDATE claim SET status = ?, decided_by = ?, changed_at = ? WHERE id = ? AND status IN ('waiting', 'asked')",
        (status, actor, to_millis(now), claim_id),
    )
    return bool(done.rowcount)


def move(tx: Transaction, gone: int, kept: int) -> None:
    """Claims and notes on one board become those of another."""
    tx.execute(
        "UPDATE OR IGNORE claim SET board_id = ? WHERE board_id = ?", (kept, gone)
    )  # an open claim of the same person for the same office on both: one is enough
    tx.execute(
        "UPDATE claim SET status = 'withdrawn', decided_by = 0 WHERE board_id = ? AND status IN ('waiting', 'asked')",
        (gone,),
    )
    tx.execute("UPDATE claim SET board_id = ? WHERE board_id = ?", (kept, gone))
    tx.execute("UPDATE claim SET near_id = NULL WHERE near_id IN (?, ?)", (gone, kept))
    tx.execute("UPDATE note SET board_id = ? WHERE board_id = ?", (kept, gone))


def record_note(
    tx: Transaction, board_id: int, kind: str, body: str, actor: int, now: datetime, *,
    claim_id: int | None = None, person_id: int | None = None,
) -> None:  # fmt: skip
    """Keep a reason, a question or an answer; ``person_id`` when it is the person's own."""
    tx.execute(
        "INSERT INTO note (board_id, claim_id, person_id, actor, kind, body, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (board_id, claim_id, person_id, actor, kind, body, to_millis(now)),
    )


def notes(tx: Transaction, claim_id: int) -> list[NoteRow]:
    """What was written about a claim, oldest first."""
    rows = tx.execute("SELECT kind, body, at, person_id, actor FROM note WHERE claim_id = ? ORDER BY id", (claim_id,))
    return [NoteRow(row[0], row[1], from_millis(row[2]), row[3], row[4]) for row in rows]


def board_notes(tx: Transaction, board_id: int) -> list[NoteRow]:
    """Everything written about a board, with or without a claim, oldest first."""
    rows = tx.execute("SELECT kind, body, at, person_id, actor FROM note WHERE board_id = ? ORDER BY id", (board_id,))
    return [NoteRow(row[0], row[1], from_millis(row[2]), row[3], row[4]) for row in rows]


def waiting_since(tx: Transaction, until: datetime) -> list[tuple[str, datetime]]:
    """(localidad, when it was filed) of claims that wait for the team and were filed by ``until``, oldest first."""
    rows = tx.execute(
        "SELECT b.localidad, c.created_at FROM claim c JOIN board b ON b.id = c.board_id "
        "WHERE c.status = 'waiting' AND c.created_at <= ? ORDER BY c.created_at, c.id",
        (to_millis(until),),
    )
    return [(row[0], from_millis(row[1])) for row in rows]


def _row(row: sqlite3.Row | tuple[object, ...]) -> ClaimRow:
    *plain, created, changed = row
    return ClaimRow(*plain, from_millis(created), from_millis(changed))  # type: ignore[call-arg,arg-type]
