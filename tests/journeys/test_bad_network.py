"""Stories of a bad network between bot and Telegram: what arrives, how often, and what is flagged."""

import asyncio

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from tests.conftest import RunningBot, StartBot
from tests.journeys.scenes import welcome

_REPLIES = "SELECT status, repeated, attempts FROM outbox WHERE method = 'send' ORDER BY id"


async def _hurry(bot: RunningBot, person: VirtualPerson, wanted: str) -> None:
    """Let the bot's pauses pass quickly until something arrives."""
    async with asyncio.timeout(10):
        while not any(wanted in text for text in person.texts()):
            await asyncio.sleep(0.05)
            await bot.let_pass(3)


@pytest.mark.parametrize(("fault", "seconds"), [("drop_after", None), ("hang_after", 0.3)])
async def test_a_reply_of_which_nobody_knows_is_sent_again_once_and_flagged(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, fault: str, seconds: float | None
) -> None:
    bot = await start_bot(simulator)
    simulator.faults.add(fault, "sendMessage", seconds=seconds, times=1)

    await rosa.start()
    await bot.settled()

    asked = [text for text in rosa.texts() if "¿Tiene usted 18 años" in text]
    assert len(asked) == 2
    assert bot.rows(_REPLIES) == [("sent", 1, 2)]
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")


async def test_a_reply_that_is_in_doubt_twice_is_not_sent_a_third_time_and_its_buttons_work(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    simulator.faults.add("drop_after", "sendMessage", times=2)

    await rosa.start()
    await bot.until("SELECT 1 FROM outbox WHERE status = 'uncertain'")

    assert len(rosa.texts()) == 2
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")
    assert len(bot.rows("SELECT 1 FROM consent WHERE purpose = 'adult'")) == 1


@pytest.mark.parametrize("fault", ["html_502", "error_500"])
async def test_after_a_bad_spell_everything_arrives_in_order(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, efrain: VirtualPerson, fault: str
) -> None:
    bot = await start_bot(simulator)
    await welcome(efrain)
    spell = simulator.faults.add(fault, "sendMessage", times=5)

    await rosa.start()
    await efrain.say("/registrar")
    await _hurry(bot, rosa, "¿Tiene usted 18 años")
    await _hurry(bot, efrain, "¿Qué va a registrar?")

    assert spell.hits == 5
    await bot.settled()
    assert bot.rows("SELECT * FROM outbox WHERE status NOT IN ('sent', 'skipped')") == []


async def test_while_telegram_gives_no_updates_nothing_is_lost(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    simulator.faults.add("html_502", "getUpdates", times=2)
    simulator.faults.add("drop_after", "getUpdates", times=1)

    await rosa.start()
    await rosa.expect("¿Tiene usted 18 años", timeout=10)

    await bot.settled()
    assert len(rosa.texts()) == 1
    assert bot.rows("SELECT count(*) FROM inbox") == [(1,)]


async def test_an_update_that_telegram_delivers_twice_is_answered_once(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator, "webhook")
    simulator.faults.add("duplicate_update", "message", times=1)

    await rosa.start()
    await rosa.expect("¿Tiene usted 18 años")

    await bot.settled()
    assert len(rosa.texts()) == 1
