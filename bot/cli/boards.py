"""``python -m bot import-boards``: what a file of boards holds and what importing it would do; the empty template."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.content import DEFAULT_LOCALE, Content, ContentError, content_dir, load_content
from bot.reports.roster_file import load_columns, not_a_sheet_words, read_roster_file, template
from bot.reports.sheets import NotASheet
from bot.settings import Settings
from bot.words import Wording
from conversations.decisions import Words
from conversations.roster_columns import RosterColumns
from conversations.roster_plan import KnownBoard, plan_import
from conversations.roster_words import preview

_CANNOT = 2


def run(arguments: list[str], settings: Settings | None = None) -> int:
    """Exit code: 0 all rows are sound, 1 some are not, 2 the file cannot be read at all.

    Without settings the content that comes with the program is read.
    """
    parser = argparse.ArgumentParser(prog="python -m bot import-boards", description="Read the roster of boards")
    parser.add_argument("file", nargs="?", type=Path, help="CSV or XLSX file")
    parser.add_argument("--dry-run", action="store_true", help="only show what would be done")
    parser.add_argument("--template", nargs="?", type=Path, const=Path(), help="write an XLSX file to fill in")
    chosen = parser.parse_args(arguments)
    if (chosen.file is None) == (chosen.template is None):
        parser.error("give a FILE to read, or --template")
    root = content_dir(settings.content_dir if settings else None)
    try:
        content, columns = load_content(root), load_columns(root)
    except ContentError as error:
        return _fail(f"Content: {error}. Mend the file, then try: python -m bot check")
    zone = settings.zone if settings else ZoneInfo("America/Bogota")
    wording = Wording(DEFAULT_LOCALE, content.messages[DEFAULT_LOCALE], zone)
    try:
        if chosen.template is not None:
            return _write_template(chosen.template, columns, wording)
        return _show(chosen.file.read_bytes(), content, columns, wording, known=())
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}. Choose another file.")


def _show(
    file: bytes, content: Content, columns: RosterColumns, wording: Wording, *, known: Sequence[KnownBoard]
) -> int:
    sheet = asyncio.run(read_roster_file(file, content.territory, columns))
    if isinstance(sheet, NotASheet):
        return _fail(wording.plain(not_a_sheet_words(sheet)))
    lines = preview(sheet, plan_import(sheet.rows, known), known, columns)
    _say(*(wording.plain(line) for line in (*lines, Words("roster-preview-nothing-written"))))
    if sheet.refused:
        return _CANNOT
    return 1 if sheet.error_count else 0


def _write_template(path: Path, columns: RosterColumns, wording: Wording) -> int:
    if path == Path():
        path = Path(wording.plain(Words("roster-template-file")))
    path.write_bytes(template(columns, wording))
    _say(wording.plain(Words("roster-template-written", {"file": str(path)})))
    return 0


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _fail(text: str) -> int:
    sys.stderr.write(text + "\n")
    return _CANNOT
