"""The register counted and listed: pages of boards, how many were reached, what happened with one."""

from dataclasses import dataclass
from datetime import datetime

from storage.boards import COLUMNS, BoardRow, board_row
from storage.database import Transaction
from storage.instants import from_millis

_REACHED = "EXISTS (SELECT 1 FROM officer o WHERE o.board_id = b.id AND o.until IS NULL)"
_CLAIMED = "EXISTS (SELECT 1 FROM claim c WHERE c.board_id = b.id AND c.status IN ('waiting', 'asked'))"
_REACH = {
    "reached": _REACHED,
    "claimed": f"NOT {_REACHED} AND {_CLAIMED}",
    "unreached": f"NOT {_REACHED} AND NOT {_CLAIMED}",
}


@dataclass(frozen=True, slots=True)
class Which:
    """Which boards; None for all. ``reach``: reached (an office is held), claimed (only asked for), unreached."""

    localidad: str | None = None
    kind: str | None = None
    status: str | None = None
    reach: str | None = None
    in_roster: bool | None = None


@dataclass(frozen=True, slots=True)
class CountRow:
    """Boards that match: all, and by reach."""

    total: int
    reached: int
    claimed: int
    unreached: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the audit log about a board."""

    at: datetime
    actor: int
    action: str
    object: str | None


def page(tx: Transaction, which: Which, offset: int, limit: int) -> list[BoardRow]:
    """Boards by localidad, barrio and name."""
    where, values = _where(which)
    columns = ", ".join(f"b.{name}" for name in COLUMNS.split(", "))
    rows = tx.execute(
        f"SELECT {columns} FROM board b WHERE {where} ORDER BY b.localidad, b.barrio COLLATE NOCASE, b.name, b.id "  # noqa: S608 — our own pieces
        "LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [board_row(row) for row in rows]


def counted(tx: Transaction, which: Which) -> CountRow:
    """How many boards match."""
    where, values = _where(which)
    row = tx.execute(
        f"SELECT count(*), sum({_REACHED}), sum({_REACH['claimed']}), sum({_REACH['unreached']}) "  # noqa: S608 — our own pieces
        f"FROM board b WHERE {where}",
        values,
    ).fetchone()
    return CountRow(row[0], row[1] or 0, row[2] or 0, row[3] or 0)


def timeline(tx: Transaction, board_id: int) -> list[EventRow]:
    """The audit of a board and of those merged into it, oldest first."""
    rows = tx.execute(
        "WITH RECURSIVE same (id) AS (SELECT ? UNION SELECT b.id FROM board b JOIN same s ON b.merged_into = s.id) "
        "SELECT a.at, a.actor, a.action, a.object FROM audit a JOIN same s ON a.subject = 'board:' || s.id "
        "ORDER BY a.id",
        (board_id,),
    )
    return [EventRow(from_millis(row[0]), row[1], row[2], row[3]) for row in rows]


def _where(which: Which) -> tuple[str, list[object]]:
    parts: list[str] = ["1"]
    values: list[object] = []
    for column, value in (("localidad", which.localidad), ("kind", which.kind), ("status", which.status)):
        if value is not None:
            parts.append(f"b.{column} = ?")
            values.append(value)
    if which.in_roster is not None:
        parts.append("b.in_roster = ?")
        values.append(which.in_roster)
    if which.reach is not None:
        parts.append(_REACH[which.reach])
    return " AND ".join(parts), values
