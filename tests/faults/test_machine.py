"""The machine under the bot: a full disk, a locked database, a clock that jumps."""

from pathlib import Path

import pytest

from bot.clock import Clock
from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from storage.database import Database
from tests.chaos.machine import full_disk, locked
from tests.conftest import StartBot
from tests.faults.conftest import never
from tests.processes import BotProcess

_AGE = "¿Tiene usted 18 años o más?"


async def test_while_another_process_has_locked_the_database_nothing_is_lost_and_afterwards_all_is_answered(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    with locked(bot.settings.database_path):
        await rosa.start()
        await rosa.quiet(6.0)  # longer than the bot waits for a lock in one go
    await rosa.expect(_AGE, timeout=10)
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")

    assert bot.rows("SELECT purpose FROM consent") == [("adult",)]


async def test_a_bot_that_was_killed_in_the_middle_of_its_first_start_starts_the_next_time(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, tmp_path: Path
) -> None:
    half_begun = await Database.open(tmp_path / "juntas.sqlite3")  # tables are there, an encryption key is not
    await half_begun.close()
    await start_bot(simulator)
    await rosa.start()

    await rosa.expect(_AGE)


@pytest.mark.process
async def test_on_a_full_disk_nothing_is_lost_and_when_there_is_room_again_all_is_answered(
    simulator: Simulator, rosa: VirtualPerson, tmp_path: Path
) -> None:
    async with BotProcess(simulator.url, tmp_path / "juntas.sqlite3") as bot:
        await rosa.start()
        await rosa.expect(_AGE, timeout=10)
        assert bot.process is not None
        with full_disk(bot.process.pid):
            await rosa.press("Tengo 18")
            await never(lambda: len(rosa.texts()) > 1, seconds=3.0)
            ended = bot.process.returncode
        await rosa.expect("Antes de seguir", timeout=10)

    assert ended is None
    assert any("cannot store updates" in line for line in bot.lines)


@pytest.mark.parametrize("hours", [1, 24])
async def test_a_clock_that_jumps_ahead_leaves_the_open_question_open(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, hours: int
) -> None:
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect(_AGE)
    await bot.let_pass(hours * 3600)
    await never(lambda: len(rosa.texts()) > 1)
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")

    assert bot.rows("SELECT purpose, accepted FROM consent") == [("adult", 1)]


async def test_a_clock_that_jumps_over_a_wait_ends_it(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    simulator.faults.add("retry_after", "sendMessage", seconds=3000, times=1)
    await rosa.start()
    await bot.until("SELECT 1 FROM outbox WHERE reason = 'flood'")
    await bot.let_pass(3600)

    await rosa.expect(_AGE, timeout=2)


async def test_a_clock_is_never_put_back(simulator: Simulator) -> None:
    clock = Clock()
    clock.move_to(3600)
    before = clock.now()
    clock.move_to(1800)

    with pytest.raises(ValueError, match="only goes forward"):
        simulator.clock.advance(-1)
    assert clock.now() >= before
