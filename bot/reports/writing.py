"""Spreadsheets made for people: XLSX and CSV in which no cell is ever taken for a formula."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.cell.cell import Cell as BookCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from conversations.sheet_cells import Cell

# What makes Excel, LibreOffice or Google read a text as something to be worked out.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_CELL = 32_000
_NARROWEST, _WIDEST = 10, 50
_LONGEST_TITLE = 31
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

SheetContent = tuple[str, Sequence[str], Sequence[Sequence[Cell]]]


def safe(cell: Cell) -> Cell:
    """A text that begins like a formula gets an apostrophe before it; control characters go; numbers and dates stay."""
    if not isinstance(cell, str):
        return cell
    text = ILLEGAL_CHARACTERS_RE.sub("", cell)[:_LONGEST_CELL]
    return "'" + text if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def write_sheet(title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """An XLSX file of one sheet; dates without a time zone."""
    return write_book([(title, header, rows)])


def write_book(sheets: Sequence[SheetContent]) -> bytes:
    """An XLSX file of several sheets: title, header, rows of each. The header is bold and stays in view."""
    book = Workbook(write_only=True)
    for title, header, rows in sheets:
        sheet = book.create_sheet(title.translate(_NOT_IN_TITLES)[:_LONGEST_TITLE].strip() or "1")
        sheet.freeze_panes = "A2"
        columns = [
            [name, *(row[place] if place < len(row) else None for row in rows)] for place, name in enumerate(header)
        ]
        for place, column in enumerate(columns, 1):
            longest = max(len(str(cell)) for cell in column if cell is not None)
            width = min(max(longest + 2, _NARROWEST), _WIDEST)
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.append([_bold(sheet, name) for name in header])
        for row in rows:
            sheet.append([safe(cell) for cell in row])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def write_csv(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A CSV file that Excel opens by itself where the comma is for decimals: UTF-8 with its mark, semicolons."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe(name) for name in header])
    for row in rows:
        writer.writerow([cell.isoformat() if isinstance(cell, date) else safe(cell) for cell in row])
    return made.getvalue().encode("utf-8-sig")


def _bold(sheet: WriteOnlyWorksheet, text: str) -> BookCell:
    cell = WriteOnlyCell(sheet, value=str(safe(text)))
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
