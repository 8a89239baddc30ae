"""The child that opens a stranger's file: limits itself, reads it, answers in JSON on its standard output."""

import json
import resource
import sys
from collections.abc import Iterable
from datetime import date, datetime

from bot.reports.sheet_csv import csv_rows
from bot.reports.sheet_signs import sign_of
from bot.reports.sheet_xlsx import Unsafe, xlsx_rows
from conversations.sheet_cells import Cell, SheetRow

MOST_ROWS = 12_000
# Of the text of all cells together: what the parent has to take in.
MOST_LETTERS = 4_000_000
_LONGEST_CELL = 2_000
_MEMORY = 900_000_000
_CPU_SECONDS = 15
_LARGEST = 10**15


class _Enough(Exception):
    """The sheet holds more than is read; ``reason`` as the parent names it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def main() -> None:
    """Headings as a JSON list on the first line of standard input, then the file."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    # At the first number of seconds the parent can still tell why; at the second it is over.
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    headings = frozenset(json.loads(sys.stdin.buffer.readline()))
    json.dump(answer(sys.stdin.buffer.read(), headings), sys.stdout)


def answer(content: bytes, headings: frozenset[str]) -> dict[str, object]:
    """``{"sheet": …, "rows": [[number, cells], …]}`` or ``{"reason": …}``."""
    sign = sign_of(content)
    try:
        if sign == "xlsx":
            sheet, rows = xlsx_rows(content, headings)
            return {"sheet": sheet, "rows": _taken(rows)}
        if sign == "text":
            return {"sheet": None, "rows": _taken(csv_rows(content, headings))}
    except _Enough as enough:
        return {"reason": enough.reason}
    except Unsafe as unsafe:
        return {"reason": unsafe.reason}
    except MemoryError:
        return {"reason": "too_big"}
    except Exception:  # noqa: BLE001 — the library raises anything over a broken file; the parent tells what to do
        return {"reason": "not_a_sheet"}
    return {"reason": sign}


def _taken(rows: Iterable[SheetRow]) -> list[tuple[int, list[object]]]:
    taken: list[tuple[int, list[object]]] = []
    letters = 0
    for row in rows:
        cells = [_told(cell) for cell in row.cells]
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            continue
        letters += sum(len(cell) if isinstance(cell, str) else 8 for cell in cells)
        if letters > MOST_LETTERS:
            raise _Enough("too_big")
        if len(taken) == MOST_ROWS:
            raise _Enough("too_many_rows")
        taken.append((row.number, cells))
    return taken


def _told(cell: Cell) -> object:
    if isinstance(cell, str):
        return cell[:_LONGEST_CELL] if cell.strip() else None
    if isinstance(cell, date):
        # JSON has no dates: a list of one text stands for it.
        return [(cell.date() if isinstance(cell, datetime) else cell).isoformat()]
    if isinstance(cell, int | float) and not abs(cell) < _LARGEST:  # nor NaN, which JSON does not have
        return str(cell)[:30]
    return cell


if __name__ == "__main__":
    main()
