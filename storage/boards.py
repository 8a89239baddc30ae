"""The register of boards: what they are called, where they are, what became of them; never who sits on them."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage import marks
from storage.database import Transaction
from storage.errors import NotFound
from storage.instants import from_millis, to_millis

_REVISION = "boards_revision"
COLUMNS = (
    "id, kind, name, localidad, comuna, barrio, sector, nit, personeria, ruc, registry_state, status, merged_into, "
    "in_roster, assisted, created_at"
)
EDITABLE = frozenset({
    "kind", "name", "localidad", "comuna", "barrio", "sector", "nit", "personeria", "ruc", "registry_state",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class BoardDraft:
    """A board to be entered: what it is, where it is, what identifies it."""

    kind: str
    name: str
    localidad: str
    comuna: str
    barrio: str
    sector: str | None = None
    nit: str | None = None
    personeria: str | None = None
    ruc: str | None = None
    registry_state: str | None = None
    status: str = "listed"
    in_roster: bool = False
    assisted: bool = False


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A board as it stands; fields as in the table."""

    id: int
    kind: str
    name: str
    localidad: str
    comuna: str
    barrio: str
    sector: str | None
    nit: str | None
    personeria: str | None
    ruc: str | None
    registry_state: str | None
    status: str
    merged_into: int | None
    in_roster: bool
    assisted: bool
    created_at: datetime


def board_row(row: sqlite3.Row | tuple[object, ...]) -> BoardRow:
    """A row read with COLUMNS."""
    *plain, in_roster, assisted, created = row
    return BoardRow(*plain, bool(in_roster), bool(assisted), from_millis(created))  # type: ignore[call-arg,arg-type]


def record(tx: Transaction, draft: BoardDraft, run_id: int | None, now: datetime) -> int:
    """Create a board; the same run again gives the same board."""
    if run_id is not None:
        row = tx.execute("SELECT id FROM board WHERE run_id = ?", (run_id,)).fetchone()
        if row:
            return int(row[0])
    created = tx.execute(
        "INSERT INTO board (kind, name, localidad, comuna, barrio, sector, nit, personeria, ruc, registry_state, "
        "status, in_roster, assisted, run_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            draft.kind, draft.name, draft.localidad, draft.comuna, draft.barrio, draft.sector, draft.nit,
            draft.personeria, draft.ruc, draft.registry_state, draft.status, draft.in_roster, draft.assisted, run_id,
            to_millis(now),
        ),
    )  # fmt: skip
    _changed(tx)
    return int(created.lastrowid or 0)


def get(tx: Transaction, board_id: int) -> BoardRow:
    """A board. Raises NotFound."""
    found = find(tx, board_id)
    if found is None:
        raise NotFound(f"board {board_id}")
    return found


def find(tx: Transaction, board_id: int) -> BoardRow | None:
    """A board, if there is one with this id."""
    row = tx.execute(f"SELECT {COLUMNS} FROM board WHERE id = ?", (board_id,)).fetchone()  # noqa: S608 — a constant
    return None if row is None else board_row(row)


def in_register(tx: Transaction) -> list[BoardRow]:
    """Every board that can be found and claimed: listed ones and those proposed."""
    rows = tx.execute(
        f"SELECT {COLUMNS} FROM board WHERE status IN ('listed', 'proposed') ORDER BY id"  # noqa: S608 — a constant
    )
    return [board_row(row) for row in rows]


def inactive(tx: Transaction) -> list[BoardRow]:
    """Boards that left the programme."""
    sql = f"SELECT {COLUMNS} FROM board WHERE status = 'inactive' ORDER BY id"  # noqa: S608 — a constant
    return [board_row(row) for row in tx.execute(sql)]


def outside(tx: Transaction) -> list[BoardRow]:
    """Boards that left the programme or never got into it."""
    where = "status IN ('inactive', 'rejected')"
    sql = f"SELECT {COLUMNS} FROM board WHERE {where} ORDER BY id"  # noqa: S608 — constants
    return [board_row(row) for row in tx.execute(sql)]


def importable(tx: Transaction) -> list[BoardRow]:
    """Boards that a row of a list may be: all but rejected and merged ones."""
    rows = tx.execute(
        f"SELECT {COLUMNS} FROM board WHERE status IN ('listed', 'proposed', 'inactive') ORDER BY id"  # noqa: S608 — a constant
    )
    return [board_row(row) for row in rows]


def merged(tx: Transaction) -> list[tuple[BoardRow, int]]:
    """Boards that became another one, each with the id of the one that goes on."""
    rows = tx.execute(
        "WITH RECURSIVE way (id, last) AS (SELECT id, merged_into FROM board WHERE status = 'merged' "
        "UNION SELECT w.id, b.merged_into FROM way w JOIN board b ON b.id = w.last WHERE b.status = 'merged') "
        "SELECT w.id, w.last FROM way w JOIN board b ON b.id = w.last WHERE b.status != 'merged' ORDER BY w.id"
    ).fetchall()
    return [(get(tx, row[0]), row[1]) for row in rows]


def all_changes(tx: Transaction) -> list[tuple[int, str, str | None, str | None]]:
    """(board, field, old, new) of every change of a record by people and lists, newest first."""
    rows = tx.execute("SELECT board_id, field, old, new FROM board_change ORDER BY id DESC")
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def save_fields(tx: Transaction, board_id: int, values: Mapping[str, str | None], actor: int, now: datetime) -> int:
    """Change fields of the record and log what they were; returns how many changed. Raises NotFound, KeyError."""
    held, changed = get(tx, board_id), 0
    for field, new in values.items():
        if field not in EDITABLE:
            raise KeyError(field)
        old = getattr(held, field)
        if old == new:
            continue
        changed += 1
        sql = f"UPDATE board SET {field} = ?, updated_at = ? WHERE id = ?"  # noqa: S608 — one of EDITABLE
        tx.execute(sql, (new, to_millis(now), board_id))
        tx.execute(
            "INSERT INTO board_change (board_id, field, old, new, actor, at) VALUES (?, ?, ?, ?, ?, ?)",
            (board_id, field, old, new, actor, to_millis(now)),
        )
    if changed:
        _changed(tx)
    return changed


def save_status(tx: Transaction, board_id: int, status: str, now: datetime, *, merged_into: int | None = None) -> None:
    """Where the board stands in the programme."""
    tx.execute(
        "UPDATE board SET status = ?, merged_into = ?, updated_at = ? WHERE id = ?",
        (status, merged_into, to_millis(now), board_id),
    )
    _changed(tx)


def save_in_roster(tx: Transaction, board_id: int) -> None:
    """The board stood in an imported list."""
    tx.execute("UPDATE board SET in_roster = 1 WHERE id = ?", (board_id,))


def changes(tx: Transaction, board_id: int) -> list[tuple[datetime, int, str, str | None, str | None]]:
    """(when, who, field, old, new) of a board and of those merged into it, oldest first."""
    rows = tx.execute(
        "WITH RECURSIVE same (id) AS (SELECT ? UNION SELECT b.id FROM board b JOIN same s ON b.merged_into = s.id) "
        "SELECT c.at, c.actor, c.field, c.old, c.new FROM board_change c JOIN same s ON c.board_id = s.id "
        "ORDER BY c.id",
        (board_id,),
    )
    return [(from_millis(row[0]), row[1], row[2], row[3], row[4]) for row in rows]


def revision(tx: Transaction) -> int:
    """Grows whenever a board is entered, edited or changes its status: whoever keeps an index looks at it."""
    return int(marks.find(tx, _REVISION) or 0)


def has_roster(tx: Transaction) -> bool:
    """Whether a list was ever imported."""
    return tx.execute("SELECT 1 FROM board WHERE in_roster LIMIT 1").fetchone() is not None


def count(tx: Transaction) -> int:
    """How many boards are part of the programme."""
    return int(tx.execute("SELECT count(*) FROM board WHERE status = 'listed'").fetchone()[0])


def _changed(tx: Transaction) -> None:
    marks.save(tx, _REVISION, str(revision(tx) + 1))
