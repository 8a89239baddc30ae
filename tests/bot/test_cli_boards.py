"""``python -m bot import-boards``: a preview of a file, the register brought to it, and the template."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.cli.boards import run
from bot.settings import Settings
from storage import boards
from storage.database import Database, Transaction
from tests.conversations.world import CONTENT

T = TypeVar("T")
SOUND = "nombre;barrio;nit\nJAC Manga;Manga;999123456-8\nJAC Crespo;Crespo;\n"
ONE_WRONG = "nombre;barrio;nit\nJAC Manga;Manga;999123456-1\nJAC Crespo;Crespo;\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(telegram_bot_token="77:INVENTED", database_path=tmp_path / "juntas.sqlite3")


@pytest.fixture
def listed(tmp_path: Path) -> Callable[[str], str]:
    def written(text: str) -> str:
        file = tmp_path / "lista.csv"
        file.write_text(text, encoding="utf-8")
        return str(file)

    return written


def looked(settings: Settings, work: Callable[[Transaction], T]) -> T:
    """What is in the database."""

    async def look() -> T:
        database = await Database.open(settings.database_path)
        try:
            return await database.write(work)
        finally:
            await database.close()

    return asyncio.run(look())


def names(settings: Settings) -> list[str]:
    return looked(settings, lambda tx: [row.name for row in boards.in_register(tx)])


def test_the_demo_roster_is_previewed_and_nothing_is_made(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(CONTENT / "demo/roster.csv"), "--dry-run"], settings) == 0

    said = capsys.readouterr().out.splitlines()
    assert said == ["Leí 432 juntas.", "432 son nuevas.", "No se escribió nada."]
    assert not settings.database_path.exists()


def test_the_demo_roster_is_imported_and_again_without_doubling(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(CONTENT / "demo/roster.csv")
    assert run([file, "--yes"], settings) == 0
    first = capsys.readouterr().out
    assert run([file, "--yes"], settings) == 0

    assert "Guardado: juntas nuevas, 432; juntas actualizadas, 0." in first
    assert "432 quedan igual." in capsys.readouterr().out
    assert len(names(settings)) == 432


def test_a_changed_row_updates_its_board_and_leaves_its_line_in_the_audit_log(
    settings: Settings, listed: Callable[[str], str]
) -> None:
    run([listed(SOUND), "--yes"], settings)
    code = run([listed(SOUND.replace("JAC Manga;", "JAC de Manga Real;")), "--yes"], settings)

    assert code == 0
    assert names(settings) == ["JAC de Manga Real", "JAC Crespo"]
    actions = looked(settings, lambda tx: [row[0] for row in tx.execute("SELECT action FROM audit ORDER BY id")])
    assert actions == ["board_imported", "board_imported", "roster_imported", "board_reimported", "roster_imported"]


def test_rows_with_errors_stop_the_import_unless_they_are_to_be_skipped(
    settings: Settings, listed: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = listed(ONE_WRONG)
    refused = run([file, "--yes"], settings)
    told, before = capsys.readouterr().out, names(settings)
    skipped = run([file, "--yes", "--skip-errors"], settings)

    assert (refused, skipped) == (1, 1)
    assert "Fila 2, columna «nit»: el último número de 999123456-1 no coincide: debe ser 999123456-8." in told
    assert "--skip-errors" in told
    assert before == []
    assert names(settings) == ["JAC Crespo"]


def test_nobody_who_can_be_asked_is_told_how_to_say_yes(
    settings: Settings, listed: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([listed(SOUND)], settings) == 2
    assert "agregue --yes" in capsys.readouterr().out
    assert names(settings) == []


def test_the_template_is_written_and_holds_no_board_yet(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    template = tmp_path / "plantilla.xlsx"

    assert run(["--template", str(template)]) == 0
    assert run([str(template)], settings) == 2
    assert "no hay juntas debajo" in capsys.readouterr().out


@pytest.mark.parametrize(("content", "said"), [(b"%PDF-1.7", "no es una hoja de cálculo"), (None, "No such file")])
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    content: bytes | None, said: str, tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = tmp_path / "lista.xlsx"
    if content is not None:
        sent.write_bytes(content)

    assert run([str(sent)], settings) == 2
    assert said in capsys.readouterr().err


def test_a_database_that_is_none_is_told_in_one_line(
    settings: Settings, listed: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    settings.database_path.write_bytes(os.urandom(4096))

    assert run([listed(SOUND), "--yes"], settings) == 2
    assert "Nothing was written" in capsys.readouterr().err


def test_neither_file_nor_template_is_a_wrong_command() -> None:
    with pytest.raises(SystemExit) as ended:
        run([])

    assert ended.value.code == 2
