"""Spreadsheets for tests, whole and broken, and reading them as the bot does."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from bot.reports.roster_file import not_a_sheet_words
from bot.reports.sheets import NotASheet, Table, read_table
from conversations.sheet_cells import Cell
from tests.conversations.roster_world import COLUMNS
from tests.conversations.world import worded

HEADINGS = frozenset(COLUMNS.columns)
ROWS: list[list[Cell]] = [
    ["nombre", "barrio", "nit"],
    ["JAC Nariño", "Nariño", "999123456-8"],
    ['Junta «El Níspero»; "la buena"', "Getsemaní", "999.123.457-5"],
    ["Junta,\nen dos renglones", "Manga", "-"],
]


async def read(content: bytes) -> Table:
    """The table of a file that can be read."""
    table = await read_table(content, HEADINGS)
    assert isinstance(table, Table), table
    return table


async def refused(content: bytes) -> str:
    """Why a file is not read; the reason can be told in words."""
    why = await read_table(content, HEADINGS)
    assert isinstance(why, NotASheet), why
    assert worded(not_a_sheet_words(why))
    return why.reason


def cells(table: Table) -> list[list[Cell]]:
    """The cells without their row numbers."""
    return [list(row.cells) for row in table.rows]


def separated(separator: str, rows: list[list[Cell]] = ROWS) -> str:
    """Rows as text with separated values, quoted where needed."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    """An XLSX file filled by hand."""
    book, made = Workbook(), io.BytesIO()
    fill(book)
    book.save(made)
    return made.getvalue()


def rezipped(content: bytes, changed: dict[str, bytes]) -> bytes:
    """The same archive with some parts replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
        for name in changed.keys() - set(old.namelist()):
            new.writestr(name, changed[name])
    return made.getvalue()


def readers_left() -> list[str]:
    """The command lines of readers that are still running below this process."""
    children = [
        number for task in Path("/proc/self/task").iterdir() for number in (task / "children").read_text().split()
    ]
    lines = [Path(f"/proc/{number}/cmdline").read_text().replace("\0", " ") for number in children]
    return [line for line in lines if "sheet_child" in line]
