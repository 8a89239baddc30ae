"""What a cell of somebody's spreadsheet holds, as text that can be kept, or why it cannot."""

import html
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from conversations.text import tidy

Cell = str | int | float | bool | date | None

_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>|<!--")
# What Excel and LibreOffice (in English and in Spanish) leave where a formula failed.
_FAILED = re.compile(r"#(?:N/A|N/D|REF!|¡REF!|VALUE!|¡VALOR!|NAME\?|¿NOMBRE\?|DIV/0!|¡DIV/0!|NULL!|¡NULO!|NUM!|¡NUM!)")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as it stands in the sheet; ``number`` is the one that the spreadsheet program shows beside it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class BadCell:
    """Why a cell was not taken: key of a message, with its arguments."""

    key: str
    args: Mapping[str, str | int] = field(default_factory=dict)


def cell_text(cell: Cell, *, longest: int, dates: bool = False) -> str | BadCell | None:
    """The tidied text of a cell, None if it is blank; ``dates``: a date is welcome there, as day/month/year.

    Spreadsheets turn «7 de agosto» into a date and 901784749 into 901784749.0: the number is read back, the date is
    not.
    A formula is never taken for its own text.
    """
    if cell is None or isinstance(cell, bool):
        return None if cell is None else BadCell("roster-cell-odd")
    if isinstance(cell, date):
        shown = f"{cell.day:02d}/{cell.month:02d}/{cell.year}"
        return shown if dates else BadCell("roster-cell-date", {"value": shown})
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return BadCell("roster-cell-odd")
        cell = int(cell) if cell.is_integer() else cell
    text = tidy(html.unescape(str(cell)))
    if text.startswith("=") or _FAILED.fullmatch(text.upper()):
        return BadCell("roster-cell-formula")
    if _TAG.search(text):
        return BadCell("roster-cell-code")
    if len(text) > longest:
        return BadCell("roster-cell-long", {"length": len(text), "longest": longest})
    return text or None


def shown(cell: Cell) -> str:
    """A cell as it is quoted in a message, at most 40 characters."""
    if isinstance(cell, date):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year}"
    return tidy("" if cell is None else str(cell))[:40]
