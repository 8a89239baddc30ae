"""Reading a spreadsheet that somebody sent, in a child process with little memory, little time and no secrets."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args

from conversations.sheet_cells import Cell, SheetRow

Reason = Literal[
    "empty", "not_a_sheet", "old_xls", "open_document", "protected", "too_big", "too_many_rows", "too_slow", "unsafe"
]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
MOST_BYTES = 5_000_000
_SECONDS = 20.0
_PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet that are not blank, as they stand there. ``sheet``: its name, if it has one."""

    sheet: str | None
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class NotASheet:
    """Why a file was not read."""

    reason: Reason


async def read_table(content: bytes, headings: Iterable[str] = (), *, seconds: float = _SECONDS) -> Table | NotASheet:
    """Read a CSV or XLSX file whatever its name says; of several sheets, the first that has some of the headings.

    ``headings`` in their folded form. ``seconds``: how long the child may take before it is ended.
    """
    if len(content) > MOST_BYTES:
        return NotASheet("too_big")
    if not content.strip():
        return NotASheet("empty")
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.reports.sheet_child",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(),
        cwd="/",
    )
    try:
        asked = json.dumps(sorted(headings)).encode() + b"\n"
        said, _ = await asyncio.wait_for(child.communicate(asked + content), seconds)
    except TimeoutError:
        return NotASheet("too_slow")
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode:
        # Ended by the system at one of its limits: processor time has a signal of its own, memory has not.
        return NotASheet("too_slow" if child.returncode == -signal.SIGXCPU else "too_big")
    return _understood(json.loads(said))


def _understood(answer: dict[str, object]) -> Table | NotASheet:
    rows, sheet = answer.get("rows"), answer.get("sheet")
    if not isinstance(rows, list):
        reason = answer.get("reason")
        return NotASheet(next((known for known in REASONS if known == reason), "not_a_sheet"))
    if not rows:
        return NotASheet("empty")
    read = tuple(SheetRow(number, tuple(_cell(value) for value in cells)) for number, cells in rows)
    return Table(sheet if isinstance(sheet, str) else None, read)


def _cell(value: str | int | float | bool | list[str] | None) -> Cell:  # noqa: FBT001 — a cell holds what it holds
    return date.fromisoformat(value[0]) if isinstance(value, list) else value


def _environment() -> dict[str, str]:
    # Nothing of ours goes with the file: neither token nor key. One thread, or the numeric library maps memory by core.
    own = {"PYTHONPATH": str(_PROJECT), "OPENBLAS_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"}
    return own | {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
