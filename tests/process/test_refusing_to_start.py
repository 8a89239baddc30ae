"""What is wrong is said in one line that says what to do; no traceback, no secret, an exit code."""

import shutil
import socket
import sqlite3
from importlib import resources
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.keys import check_key
from storage.database import Database
from storage.phones import PhoneVault
from tests.process.starting import TOKEN, Ended, run, telegram

pytestmark = pytest.mark.process
_WEBHOOK_SECRET = "Geheim-Secreto-01"
_NOWHERE = "http://127.0.0.1:9"


def _one_line(ended: Ended, *words: str) -> None:
    assert ended.code not in (0, -9), ended
    assert len(ended.lines()) == 1, ended.err
    for word in words:
        assert word in ended.lines()[0], ended.err
    assert "Traceback" not in ended.err
    for secret in (TOKEN, _WEBHOOK_SECRET, "NOBODY_MAY_READ"):
        assert secret not in ended.out + ended.err


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, ("TELEGRAM_BOT_TOKEN", "missing", ".env")),
        ({"TELEGRAM_BOT_TOKEN": "NOBODY_MAY_READ"}, ("TELEGRAM_BOT_TOKEN",)),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "BOT_MODE": "pigeon"}, ("BOT_MODE", "polling")),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "BOT_MODE": "webhook"}, ("WEBHOOK_URL", "WEBHOOK_SECRET")),
        (
            {"TELEGRAM_BOT_TOKEN": TOKEN, "BOT_MODE": "webhook", "WEBHOOK_SECRET": _WEBHOOK_SECRET},
            ("WEBHOOK_URL",),
        ),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "PORT": "70000"}, ("PORT",)),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "PORT": "eighty"}, ("PORT",)),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "OWNER_IDS": "12,marta"}, ("OWNER_IDS",)),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "TIMEZONE": "America/Macondo"}, ("TIMEZONE", "America/Bogota")),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "http://127.0.0.1:1/bot"}, ("TELEGRAM_API_URL",)),
    ],
    ids=["no token", "token", "mode", "webhook", "webhook url", "port", "port word", "owners", "timezone", "api url"],
)
async def test_a_setting_that_is_missing_or_wrong_is_named(
    tmp_path: Path, settings: dict[str, str], words: tuple[str, ...]
) -> None:
    ended = await run("run", **{"DATABASE_PATH": str(tmp_path / "a.sqlite3")} | settings)

    _one_line(ended, *words)


async def test_a_token_that_telegram_does_not_know(tmp_path: Path) -> None:
    async with telegram() as simulator:
        ended = await _run_with(tmp_path / "a.sqlite3", simulator.url)

    _one_line(ended, "TELEGRAM_BOT_TOKEN", "@BotFather")


async def _run_with(database: Path, url: str = _NOWHERE, **settings: str) -> Ended:
    values = {
        "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, "DATABASE_PATH": str(database), "PORT": "0",
        "ENCRYPTION_KEY": Fernet.generate_key().decode(),
    }  # fmt: skip
    return await run("run", **values | settings)


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    database = tmp_path / "a.sqlite3"
    database.write_bytes(b"this is a letter, not a database\n" * 400)

    _one_line(await _run_with(database), str(database), "backup")


async def test_a_folder_in_place_of_the_database(tmp_path: Path) -> None:
    _one_line(await _run_with(tmp_path), str(tmp_path))


async def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file")

    _one_line(await _run_with(tmp_path / "var" / "a.sqlite3"), str(tmp_path / "var"))


async def test_a_folder_that_nobody_may_write_in() -> None:
    _one_line(await _run_with(Path("/proc/nothing/a.sqlite3")), "/proc/nothing")


async def test_a_database_of_a_newer_version(tmp_path: Path) -> None:
    database = tmp_path / "a.sqlite3"
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA user_version = 9000")
    connection.close()

    _one_line(await _run_with(database), str(database), "newer")


@pytest.mark.parametrize("other", [Fernet.generate_key().decode(), "nonsense", ""], ids=["other", "nonsense", "gone"])
async def test_another_encryption_key_than_the_database_was_begun_with(tmp_path: Path, other: str) -> None:
    path = tmp_path / "a.sqlite3"
    database = await Database.open(path)
    await database.write(lambda tx: check_key(tx, PhoneVault(Fernet.generate_key().decode())))
    await database.close()

    _one_line(await _run_with(path, ENCRYPTION_KEY=other), "ENCRYPTION_KEY")


async def test_a_content_folder_with_a_broken_file(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(str(resources.files("content")), content)
    (content / "locale" / "es-CO" / "welcome.ftl").write_text("this is { not Fluent")

    _one_line(await _run_with(tmp_path / "a.sqlite3", CONTENT_DIR=str(content)), "welcome.ftl", "check")


async def test_a_content_folder_that_is_missing(tmp_path: Path) -> None:
    _one_line(await _run_with(tmp_path / "a.sqlite3", CONTENT_DIR=str(tmp_path / "nowhere")), "nowhere")


async def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        async with telegram(TOKEN) as simulator:
            ended = await _run_with(tmp_path / "a.sqlite3", simulator.url, PORT=port)

    _one_line(ended, port)


async def test_a_webhook_address_that_telegram_does_not_accept(tmp_path: Path) -> None:
    async with telegram(TOKEN) as simulator:
        ended = await _run_with(
            tmp_path / "a.sqlite3",
            simulator.url,
            BOT_MODE="webhook",
            WEBHOOK_URL="ftp://example.org",
            WEBHOOK_SECRET=_WEBHOOK_SECRET,
        )

    _one_line(ended, "WEBHOOK_URL")
