"""``python -m bot grant-owner``: the way back in when no owner is left."""

import asyncio
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.owners import run
from bot.settings import Settings
from storage import staff
from storage.database import Database

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A bot that was started once."""
    made = Settings(telegram_bot_token="77:INVENTED", database_path=tmp_path / "juntas.sqlite3", owner_ids=[900])

    async def start() -> None:
        database = await Database.open(made.database_path)
        await database.write(
            lambda tx: staff.grant(tx, 910, "coordinator", "Industrial y de la Bahía", 900, NOW, "Ana")
        )
        await database.close()

    asyncio.run(start())
    return made


def rows(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(settings.database_path)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


def test_somebody_becomes_an_owner_of_the_whole_city_with_a_line_in_the_audit_log(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["501"], settings) == 0

    assert "501 is an owner now" in capsys.readouterr().out
    held = rows(settings, "SELECT role, localidad, granted_by FROM staff WHERE chat_id = 501 AND revoked_at IS NULL")
    assert held == [("owner", None, 0)]
    assert rows(settings, "SELECT actor, action, subject FROM audit") == [(0, "owner_granted", "chat:501")]


def test_a_coordinator_changes_to_an_owner_and_has_one_place(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["910"], settings) == 0

    assert "was coordinator" in capsys.readouterr().out
    held = rows(settings, "SELECT role, localidad, name FROM staff WHERE chat_id = 910 AND revoked_at IS NULL")
    assert held == [("owner", None, "Ana")]


@pytest.mark.parametrize("owner", ["900", "501"])
def test_who_is_an_owner_already_stays_one(settings: Settings, owner: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["501"], settings)
    before = rows(settings, "SELECT count(*) FROM audit")

    assert run([owner], settings) == 0
    assert "already" in capsys.readouterr().out
    assert rows(settings, "SELECT count(*) FROM audit") == before


@pytest.mark.parametrize("wrong", ["@rosa", "0", "12x", "９９", str(1 << 60)])
def test_what_is_no_number_of_an_account_is_refused(
    settings: Settings, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([wrong], settings) == 2
    assert "not the number" in capsys.readouterr().err
    assert rows(settings, "SELECT count(*) FROM audit") == [(0,)]


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(telegram_bot_token="77:INVENTED", database_path=tmp_path / "none.sqlite3")

    assert run(["501"], settings) == 2
    assert "no database yet" in capsys.readouterr().err
    assert not settings.database_path.exists()


def test_a_file_that_is_no_database_is_told_in_one_line(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.database_path.write_bytes(os.urandom(4096))

    assert run(["501"], settings) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


async def test_it_works_while_the_bot_has_the_database_open(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    running = await Database.open(settings.database_path)
    try:
        code = await asyncio.to_thread(run, ["501"], settings)
        seen = await running.read(lambda tx: staff.find(tx, 501))
    finally:
        await running.close()

    assert code == 0
    assert seen is not None
    assert seen.role == "owner"
