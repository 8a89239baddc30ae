"""A full disk: nothing is lost, the bot says so and goes on when there is room again."""

import asyncio
import resource
import sqlite3
from pathlib import Path

import pytest

from simulator.virtual import VirtualPerson
from tests.process.starting import said, telegram
from tests.processes import BotProcess, free_port

pytestmark = pytest.mark.process


def _room(bot: BotProcess, most: int) -> None:
    """No file of the bot may grow beyond so many bytes: what a process sees of a full disk."""
    assert bot.process is not None
    resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_on_a_full_disk_it_says_so_and_answers_once_when_there_is_room(tmp_path: Path, mode: str) -> None:
    port = free_port()
    database = tmp_path / "a.sqlite3"
    settings = {
        "BOT_MODE": mode, "PORT": str(port), "WEBHOOK_URL": f"http://127.0.0.1:{port}", "WEBHOOK_SECRET": "invented",
        "LOG_LEVEL": "INFO",
    }  # fmt: skip
    async with telegram() as simulator, BotProcess(simulator.url, database, **settings) as bot:
        rosa = VirtualPerson(simulator.world, simulator.world.add_person("Rosa"))
        await said(bot, "ready")
        await asyncio.sleep(0.5)  # the first tick and the profile have been written
        _room(bot, database.with_name(database.name + "-wal").stat().st_size)

        await rosa.start()
        await said(bot, "cannot store")
        silent = rosa.texts()
        _room(bot, resource.RLIM_INFINITY)
        await rosa.expect("¿Tiene usted 18 años", timeout=20)
        await asyncio.sleep(0.3)

        assert silent == []
        assert len(rosa.texts()) == 1
        assert not any("Traceback" in line for line in bot.lines)
        assert await bot.stop() == 0
    connection = sqlite3.connect(database)
    assert connection.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
    connection.close()
