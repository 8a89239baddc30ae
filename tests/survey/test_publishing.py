"""Forms of the content folder at the start of the program, and their export on the command line."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.forms import run
from bot.content import content_dir
from bot.forms.publishing import fill_forms, publish_file
from bot.forms.shelf import FormShelf
from bot.settings import Settings
from storage import forms
from storage.database import Database

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
_SMALL = b"| survey |\n| | type | name | label |\n| | text | t | %s |\n| settings |\n| | form_id |\n| | corta |\n"


async def _with(path: Path, *sources: bytes) -> tuple[list[bool], FormShelf, int]:
    database = await Database.open(path)
    try:
        shelf = FormShelf()
        done = [await publish_file(shelf, "corta.md", source, database, NOW) for source in sources]
        count = await database.read(lambda tx: tx.execute("SELECT count(*) FROM form_version").fetchone()[0])
        return done, shelf, count
    finally:
        await database.close()


def test_the_survey_of_needs_is_asked_after_the_first_start_and_compiled_only_once(tmp_path: Path) -> None:
    async def start() -> tuple[FormShelf, str]:
        database = await Database.open(tmp_path / "a.db")
        try:
            shelf = FormShelf()
            await fill_forms(shelf, content_dir(None), database, NOW)
            held = await database.read(lambda tx: forms.newest(tx, "necesidades"))
            # What is in the table is what is used: the second start would show it.
            await database.write(
                lambda tx: tx.execute("UPDATE form_version SET xform = replace(xform, 'Acepta', 'Quiere')")
            )
            return shelf, held.xform if held else ""
        finally:
            await database.close()

    first, _ = asyncio.run(start())
    second, xform = asyncio.run(start())

    assert len(first.form(first.asked["necesidades"]).questions) == 34
    assert second.asked["necesidades"].xform == xform
    assert "¿Quiere participar" in xform


def test_a_new_version_is_asked_from_then_on_and_the_old_one_is_kept(tmp_path: Path) -> None:
    done, shelf, count = asyncio.run(_with(tmp_path / "a.db", _SMALL % b"Uno", _SMALL % b"Dos", _SMALL % b"Dos"))

    assert done == [True, True, True]
    assert count == 2
    assert "Dos" in shelf.asked["corta"].xform


def test_a_form_with_errors_is_left_out_and_the_log_names_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    done, shelf, count = asyncio.run(_with(tmp_path / "a.db", b"| survey |\n| | type |\n| | nonsense |\n"))

    assert done == [False]
    assert not shelf.asked
    assert count == 0
    assert "corta.md" in caplog.text


def test_an_export_writes_a_file_and_says_how_many_boards_are_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(_with(tmp_path / "a.db", _SMALL % b"Uno"))
    settings = Settings(telegram_bot_token="77:INVENTED", database_path=tmp_path / "a.db")

    assert run(["export", "corta", str(tmp_path / "a.xlsx")], settings) == 0
    assert "0 juntas" in capsys.readouterr().out
    assert (tmp_path / "a.xlsx").stat().st_size > 0
    assert run(["export", "otra", str(tmp_path / "b.csv")], settings) == 1
    assert run(["export", "corta", str(tmp_path / "b.pdf")], settings) == 2
