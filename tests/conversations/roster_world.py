"""The demo roster for tests: its rows as a sheet has them, read, kept as known boards, and ready to be searched."""

import csv
import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any

from conversations.board_names import BoardEntry
from conversations.roster import RosterRow, RosterSheet, read_roster
from conversations.roster_columns import RosterColumns
from conversations.roster_plan import KnownBoard
from conversations.sheet_cells import Cell, SheetRow
from tests.conversations.world import CONTENT, TERRITORY

COLUMNS = RosterColumns.from_lists(tomllib.loads((CONTENT / "roster/columns.toml").read_text("utf-8")))
CARIBE, VIRGEN, BAHIA = TERRITORY.localidades()
HEADER = ("nombre", "tipo", "localidad", "comuna", "barrio", "sector", "nit", "personeria", "ruc", "estado")


@cache
def demo_cells() -> tuple[tuple[Cell, ...], ...]:
    """The demo roster without its header."""
    with (CONTENT / "demo/roster.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(tuple(cell or None for cell in row) for row in csv.reader(lines))[1:]


def sheet(*rows: Sequence[Cell], first: int = 1) -> list[SheetRow]:
    """Rows numbered from the first one on."""
    return [SheetRow(number, tuple(cells)) for number, cells in enumerate(rows, first)]


def read(*rows: Sequence[Cell], header: Sequence[Cell] = HEADER) -> RosterSheet:
    """What is read of these rows below a header: the first one is row 2."""
    return read_roster(sheet(header, *rows), TERRITORY, COLUMNS)


def kept(rows: Sequence[RosterRow], first_id: int = 1) -> list[KnownBoard]:
    """Rows as boards after an import."""
    return [
        KnownBoard(
            board_id, row.kind, row.name, row.localidad, row.comuna, row.barrio, row.sector, row.nit, row.personeria,
            row.ruc, row.registry_state, in_roster=True,
        )
        for board_id, row in enumerate(rows, first_id)
    ]  # fmt: skip


def entries(boards: Sequence[KnownBoard]) -> list[BoardEntry]:
    """Boards as the search knows them."""
    return [
        BoardEntry(
            board.id, board.kind, board.name, board.barrio, board.sector, board.localidad, board.comuna, board.nit
        )
        for board in boards
    ]


def listed(**said: Cell) -> list[Cell]:
    """A sound row of the template's columns, with some cells said otherwise."""
    sound: dict[str, Cell] = {
        "nombre": "JAC El Pozón", "tipo": "JAC", "localidad": VIRGEN, "comuna": "6", "barrio": "El Pozón",
        "sector": None, "nit": "999123456-8", "personeria": None, "ruc": None, "estado": "activa",
    }  # fmt: skip
    return list((sound | said).values())


def one(**said: Cell) -> RosterRow:
    """The board read of such a row."""
    found = read(listed(**said))
    assert not found.errors, found.errors
    return found.rows[0]


def wrong(**said: Cell) -> tuple[str, str, dict[str, Any]]:
    """Column, key and arguments of the only error of such a row."""
    found = read(listed(**said))
    assert found.rows == ()
    (error,) = found.errors
    assert error.row == 2
    return error.column, error.key, dict(error.args)


def warned(**said: Cell) -> tuple[RosterRow, str, str]:
    """The board of such a row, with column and key of its only warning."""
    found = read(listed(**said))
    assert found.errors == ()
    (warning,) = found.warnings
    return found.rows[0], warning.column, warning.key
