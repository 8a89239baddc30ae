"""``python -m bot import-boards``: what a file of boards would do to the register, doing it, and the empty template."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.content import DEFAULT_LOCALE, Content, ContentError, content_dir, load_content
from bot.reports.roster_file import load_columns, not_a_sheet_words, read_roster_file, template
from bot.reports.sheets import NotASheet
from bot.settings import Settings, SettingsError, load_settings
from bot.turns.reading_roster import Register, register_of, roster_outcome
from bot.turns.roster import apply_roster
from bot.words import Wording
from conversations.decisions import Words
from conversations.roster_columns import RosterColumns
from conversations.roster_outcome import Outcome, changes_anything
from conversations.roster_words import preview
from storage import audit, boards
from storage.database import Database, Transaction, look
from storage.errors import StorageError

_SOME_WRONG, _CANNOT = 1, 2


class _RegisterChanged(Exception):
    """Somebody changed the register between the preview and the word to go on."""


def run(arguments: list[str], settings: Settings | None = None) -> int:
    """Exit code: 0 imported (or all rows are sound), 1 some rows are not, 2 nothing can be done.

    Settings are needed for writing only; the template and a dry run work without. Raises SettingsError.
    """
    chosen = _parsed(arguments)
    if settings is None:
        settings = _settings(needed=not chosen.dry_run and chosen.template is None)
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
        work = _Import(settings, content, columns, wording)
        return asyncio.run(work.run(chosen.file.read_bytes(), chosen))
    except StorageError as error:
        return _fail(f"The database cannot be used ({error}). Nothing was written.")
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}. Choose another file.")


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot import-boards", description="Import the roster of boards")
    parser.add_argument("file", nargs="?", type=Path, help="CSV or XLSX file")
    parser.add_argument("--dry-run", action="store_true", help="only show what would be done")
    parser.add_argument("--yes", action="store_true", help="do not ask before writing")
    parser.add_argument("--skip-errors", action="store_true", help="import the sound rows although others are not")
    parser.add_argument("--template", nargs="?", type=Path, const=Path(), help="write an XLSX file to fill in")
    chosen = parser.parse_args(arguments)
    if (chosen.file is None) == (chosen.template is None):
        parser.error("give a FILE to read, or --template")
    return chosen


def _settings(*, needed: bool) -> Settings | None:
    try:
        return load_settings()
    except SettingsError:
        if needed:
            raise
        return None


class _Import:
    """One file, from reading it to writing it down."""

    def __init__(self, settings: Settings | None, content: Content, columns: RosterColumns, wording: Wording) -> None:
        self._path = settings.database_path if settings else None
        self._content, self._columns, self._wording = content, columns, wording

    async def run(self, file: bytes, chosen: argparse.Namespace) -> int:
        """Show what the file would do; write it when asked to. Raises StorageError."""
        sheet = await read_roster_file(file, self._content.territory, self._columns)
        if isinstance(sheet, NotASheet):
            return _fail(self._wording.plain(not_a_sheet_words(sheet)))
        register = await self._register(dry=chosen.dry_run)
        self._say(*preview(sheet, register.plan(sheet), register.known, self._columns))
        wrong = _SOME_WRONG if sheet.error_count else 0
        if sheet.refused or chosen.dry_run or self._path is None:
            self._say(Words("roster-preview-nothing-written"))
            return _CANNOT if sheet.refused else wrong
        if wrong and not chosen.skip_errors:
            self._say(
                Words("roster-mend-or-skip", {"option": "--skip-errors"}), Words("roster-preview-nothing-written")
            )
            return wrong
        _, outcome = roster_outcome(register, sheet, self._columns)
        if not changes_anything(outcome):
            self._say(Words("roster-nothing-new"))
            return wrong
        if not chosen.yes and not self._agreed():
            self._say(Words("roster-preview-nothing-written"))
            return _CANNOT
        return await self._write(self._path, outcome, register.revision) or wrong

    async def _register(self, *, dry: bool) -> Register:
        if self._path is None or not self._path.exists():
            return Register()
        if dry:
            return await look(self._path, register_of)
        database = await Database.open(self._path)  # an older file gets the tables of this version first
        try:
            return await database.read(register_of)
        finally:
            await database.close()

    def _agreed(self) -> bool:
        if not sys.stdin.isatty():
            self._say(Words("roster-add-yes", {"option": "--yes"}))
            return False
        sys.stdout.write(self._wording.plain(Words("roster-ask")) + " ")
        sys.stdout.flush()
        return "yes" in self._content.lexicon.means(sys.stdin.readline())

    async def _write(self, path: Path, outcome: Outcome, revision: int) -> int:
        def work(tx: Transaction) -> tuple[int, int]:
            if boards.revision(tx) != revision:
                raise _RegisterChanged
            return apply_roster(tx, outcome, audit.BOT, datetime.now(UTC))

        database = await Database.open(path)
        try:
            entered, changed = await database.write(work)
        except _RegisterChanged:
            return _fail(self._wording.plain(Words("roster-changed-meanwhile")))
        finally:
            await database.close()
        self._say(Words("roster-written", {"entered": entered, "count": changed}))
        return 0

    def _say(self, *lines: Words) -> None:
        sys.stdout.write("".join(f"{self._wording.plain(line)}\n" for line in lines))


def _write_template(path: Path, columns: RosterColumns, wording: Wording) -> int:
    if path == Path():
        path = Path(wording.plain(Words("roster-template-file")))
    path.write_bytes(template(columns, wording))
    sys.stdout.write(wording.plain(Words("roster-template-written", {"file": str(path)})) + "\n")
    return 0


def _fail(text: str) -> int:
    sys.stderr.write(text + "\n")
    return _CANNOT
