"""XLSX → rows: the archive is held against its limits before anything in it is believed."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from openpyxl import load_workbook

from conversations.sheet_cells import Cell, SheetRow
from conversations.text import fold

_MOST_UNZIPPED = 60_000_000
_MOST_PARTS = 500
_MOST_COLUMNS = 100
_MOST_SHEETS = 30
_HEADER_WITHIN = 10
_CHUNK = 1 << 16
# An XML part of a workbook declares nothing: a declaration is how entities that grow are brought in.
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class Unsafe(Exception):
    """The archive is not opened any further; ``reason`` as the parent names it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def xlsx_rows(content: bytes, headings: frozenset[str]) -> tuple[str, Iterator[SheetRow]]:
    """The name and the rows of the first sheet with known headings, or of the first with anything in it.

    A formula is given as its last result; one without a result as its text, which begins with ``=``. Raises Unsafe.
    """
    _inspect(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns about styles and extensions it leaves out
        values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        name = _chosen(
            [sheet for sheet in values.worksheets[:_MOST_SHEETS] if sheet.sheet_state == "visible"], headings
        )
        if name is None:
            return "", iter(())
        return name, _merged(values[name], formulas[name])


def _inspect(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNZIPPED:
            raise Unsafe("too_big")
        if any(part.flag_bits & 1 for part in parts):
            raise Unsafe("protected")
        for part in parts:
            if part.filename.endswith((".xml", ".rels", ".vml")):
                _read_through(archive, part)


def _read_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    # zipfile gives no more than the size a part declares, and that was added up above.
    overlap, before = max(map(len, _DECLARATIONS)), b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if any(mark in before + chunk for mark in _DECLARATIONS):
                raise Unsafe("unsafe")
            before = chunk[-overlap:]


def _chosen(sheets: list[Any], headings: frozenset[str]) -> str | None:
    filled = None
    for sheet in sheets:
        # Some programs write a wrong size of the sheet; without it the rows themselves are counted.
        sheet.reset_dimensions()
        for row in islice(sheet.iter_rows(values_only=True), _HEADER_WITHIN * 3):
            texts = [cell for cell in row[:_MOST_COLUMNS] if cell is not None]
            if sum(isinstance(text, str) and fold(text) in headings for text in texts) > 1:
                return str(sheet.title)
            if texts and filled is None:
                filled = str(sheet.title)
    return filled


def _merged(values: Any, formulas: Any) -> Iterator[SheetRow]:
    formulas.reset_dimensions()
    for number, (results, sources) in enumerate(zip(values.iter_rows(), formulas.iter_rows(), strict=False), 1):
        if results:  # rows between two that hold something are given too, up to a million
            pairs = islice(zip(results, sources, strict=False), _MOST_COLUMNS)
            yield SheetRow(number, tuple(_cell(result, source) for result, source in pairs))


def _cell(result: Any, source: Any) -> Cell:
    value = result.value
    if value is None and source.data_type == "f":
        return "=" + str(source.value).removeprefix("=")
    if value is None or isinstance(value, str | int | float | bool | date | datetime):
        return value
    return str(value)
