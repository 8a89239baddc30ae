"""The roster as a file: the names its columns may have, reading one that was sent, the template to fill in."""

import asyncio
import tomllib
from pathlib import Path

from bot.content import ContentError
from bot.reports.sheets import NotASheet, read_table
from bot.words import Wording
from conversations.decisions import Words
from conversations.roster import RosterSheet, read_roster
from conversations.roster_columns import FIELDS, RosterColumns
from conversations.territory import Territory


def load_columns(root: Path) -> RosterColumns:
    """Read ``roster/columns.toml`` of the content folder. Raises ContentError."""
    file = root / "roster" / "columns.toml"
    try:
        return RosterColumns.from_lists(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ContentError(f"{file}: {error}") from error


async def read_roster_file(content: bytes, territory: Territory, columns: RosterColumns) -> RosterSheet | NotASheet:
    """Read a CSV or XLSX file of boards; nothing is written anywhere."""
    table = await read_table(content, columns.columns)
    if isinstance(table, NotASheet):
        return table
    # Thousands of barrios are looked up by ear: seconds, in which the event loop has others to serve.
    return await asyncio.to_thread(read_roster, table.rows, territory, columns)


def not_a_sheet_words(why: NotASheet) -> Words:
    """Why a file was not read, and what to do."""
    return Words("sheet-" + why.reason.replace("_", "-"))


def template(columns: RosterColumns, wording: Wording) -> bytes:
    """An XLSX file with the header, an example row that is never read, and a sheet that explains each column."""

    from bot.reports.writing import write_book

    def said(key: str) -> str:
        return wording.plain(Words(key))

    titles = [columns.titles[name] for name in FIELDS]
    examples = [said(f"roster-example-{name}") for name in FIELDS]
    explained = [
        (title, said(f"roster-help-{name}"), example)
        for title, name, example in zip(titles, FIELDS, examples, strict=True)
    ]
    header = [said(f"roster-template-{name}") for name in ("column", "what", "example")]
    return write_book(
        [
            (said("roster-template-sheet"), titles, [examples]),
            (said("roster-template-help-sheet"), header, explained),
        ]
    )
