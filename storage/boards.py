"""Boards and who holds an office on them."""

from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.instants import from_millis, to_millis


@dataclass(frozen=True, slots=True)
class BoardDraft:
    """A board as it was registered: what it is, where it is, what identifies it."""

    kind: str
    name: str
    localidad: str
    comuna: str
    barrio: str
    sector: str | None = None
    nit: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office that a person holds."""

    board_id: int
    board_name: str
    role: str
    since: datetime


def record(tx: Transaction, draft: BoardDraft, run_id: int | None, now: datetime) -> int:
    """Create the board of a finished run; the same run again gives the same board."""
    if run_id is not None:
        row = tx.execute("SELECT id FROM board WHERE run_id = ?", (run_id,)).fetchone()
        if row:
            return int(row[0])
    created = tx.execute(
        "INSERT INTO board (kind, name, localidad, comuna, barrio, sector, nit, run_id, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            draft.kind, draft.name, draft.localidad, draft.comuna, draft.barrio, draft.sector, draft.nit, run_id,
            to_millis(now),
        ),
    )  # fmt: skip
    return int(created.lastrowid or 0)


def record_officer(tx: Transaction, board_id: int, person_id: int, role: str, now: datetime) -> None:
    """Give a person an office; giving it twice changes nothing."""
    tx.execute(
        "INSERT INTO officer (board_id, person_id, role, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (board_id, person_id, role, to_millis(now)),
    )


def offices_of(tx: Transaction, person_id: int) -> list[OfficeRow]:
    """The offices of a person, oldest first."""
    rows = tx.execute(
        "SELECT b.id, b.name, o.role, o.since FROM officer o JOIN board b ON b.id = o.board_id "
        "WHERE o.person_id = ? ORDER BY o.id",
        (person_id,),
    )
    return [OfficeRow(row[0], row[1], row[2], from_millis(row[3])) for row in rows]


def remove_offices(tx: Transaction, person_id: int) -> None:
    """Forget that a person holds offices; the boards stay."""
    tx.execute("DELETE FROM officer WHERE person_id = ?", (person_id,))


def count(tx: Transaction) -> int:
    """How many boards are registered."""
    return int(tx.execute("SELECT count(*) FROM board").fetchone()[0])
