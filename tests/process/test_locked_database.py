"""Another program has locked the database while the bot starts: it waits, and at last says what to look for."""

import asyncio
from pathlib import Path

import pytest

from simulator.virtual import VirtualPerson
from storage.database import Database
from tests.chaos.machine import locked
from tests.process.starting import said, telegram
from tests.processes import BotProcess

pytestmark = pytest.mark.process


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A database that was begun."""
    path = tmp_path / "a.sqlite3"
    await (await Database.open(path)).close()
    return path


async def test_a_start_waits_until_the_other_program_is_done(path: Path) -> None:
    async with telegram() as simulator:
        rosa = VirtualPerson(simulator.world, simulator.world.add_person("Rosa"))
        with locked(path):
            bot = BotProcess(simulator.url, path)
            await bot.start()
            line = await said(bot, "another program has locked the database")
        await rosa.start()
        await rosa.expect("¿Tiene usted 18 años", timeout=10)
        code = await bot.stop()

    assert "WARNING" in line
    assert code == 0
    assert not any("Traceback" in line for line in bot.lines)


async def test_a_start_that_waits_for_a_lock_can_be_stopped(path: Path) -> None:
    async with telegram() as simulator:
        with locked(path):
            bot = BotProcess(simulator.url, path)
            await bot.start()
            await said(bot, "another program has locked the database")
            code = await bot.stop()

    assert code == 0


async def test_a_database_that_stays_locked_ends_the_start_and_nobody_is_sent_to_a_backup(path: Path) -> None:
    started = asyncio.get_running_loop().time()
    async with telegram() as simulator:
        with locked(path):
            async with BotProcess(simulator.url, path) as bot:
                code = await bot.exit_code(60)
                lines = bot.lines

    assert code == 2
    assert asyncio.get_running_loop().time() - started > 15
    assert "locked" in lines[-1]
    assert str(path) in lines[-1]
    assert "fuser" in lines[-1]
    assert "Restore" not in lines[-1]
    assert not any("Traceback" in line for line in lines)
