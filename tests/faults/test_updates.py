"""Updates that come twice, late, out of order, or to somebody else."""

import asyncio

import pytest

from simulator.second_poller import poll_beside
from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from tests.chaos.machine import locked
from tests.conftest import RunningBot, StartBot

BOTH = pytest.mark.parametrize("mode", ["polling", "webhook"])
_AGE = "¿Tiene usted 18 años o más?"
_CONSENTS = "SELECT purpose, accepted FROM consent ORDER BY id"


async def _at_the_first_consent(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> RunningBot:
    bot = await start_bot(simulator, mode)
    await rosa.start()
    await rosa.expect(_AGE)
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")
    await rosa.press("Seguir")
    await rosa.expect("¿Me permite usar sus datos")
    await bot.settled()
    return bot


@BOTH
async def test_an_update_that_comes_twice_counts_once(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await start_bot(simulator, mode)
    fault = simulator.faults.add("duplicate_update")
    await rosa.start()
    await rosa.expect(_AGE)
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")
    await bot.settled()

    assert fault.hits == 2
    assert bot.rows("SELECT count(*) FROM inbox") == [(2,)]
    assert len(rosa.texts()) == 2


@BOTH
@pytest.mark.parametrize("late", [None, 0.3])
async def test_a_press_that_the_telephone_sends_again_under_a_new_number_counts_once(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str, late: float | None
) -> None:
    bot = await _at_the_first_consent(simulator, start_bot, rosa, mode)
    simulator.faults.add("repeat_press", seconds=late, times=1)
    await rosa.press("Acepto")  # the next question has a button of the same name and value
    await rosa.expect("la Alcaldía le llame")
    await bot.until("SELECT 1 FROM inbox WHERE status = 'done' GROUP BY status HAVING count(*) = 5")

    assert bot.rows(_CONSENTS) == [("adult", 1), ("service", 1)]


async def test_a_press_that_the_telephone_sends_again_two_days_later_changes_nothing_and_shows_the_way(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await _at_the_first_consent(simulator, start_bot, rosa, "polling")
    found = rosa.find_button("Acepto")
    assert found is not None
    await rosa.press("Acepto")
    await rosa.expect("la Alcaldía le llame")
    await bot.let_pass(2 * 86_400)
    simulator.world.repeat_press(rosa.id, found[0], found[1]["callback_data"])
    await rosa.expect("la Alcaldía le llame")
    await bot.settled()

    assert bot.rows(_CONSENTS) == [("adult", 1), ("service", 1)]


async def test_a_message_that_overtakes_a_press_leaves_one_answer_and_an_open_question(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await _at_the_first_consent(simulator, start_bot, rosa, "webhook")
    simulator.faults.add("hold_update", "callback_query", seconds=0.5, times=1)
    await rosa.press("Acepto")
    await rosa.say("ayuda")
    await rosa.expect("¿Me permite usar sus datos")  # asked anew: the press was meant for the screen before
    await bot.until("SELECT 1 FROM inbox WHERE status = 'done' GROUP BY status HAVING count(*) = 5")
    before = bot.rows(_CONSENTS)
    await rosa.press("Acepto")
    await rosa.expect("la Alcaldía le llame")

    assert before == [("adult", 1)]
    assert bot.rows(_CONSENTS) == [("adult", 1), ("service", 1)]


async def test_a_press_that_overtakes_a_message_leaves_one_answer_and_an_open_question(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await _at_the_first_consent(simulator, start_bot, rosa, "webhook")
    simulator.faults.add("hold_update", "message", seconds=0.5, times=1)
    await rosa.say("ayuda")
    await rosa.press("Acepto")
    await rosa.expect("la Alcaldía le llame")
    await rosa.expect("la Alcaldía le llame", timeout=2)  # the help is for the question that is open now
    await bot.settled()

    assert bot.rows(_CONSENTS) == [("adult", 1), ("service", 1)]


@pytest.mark.parametrize("kind", ["webhook_timeout", "lose_answer"])
async def test_a_webhook_that_telegram_gives_up_on_is_posted_again_and_counts_once(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, kind: str
) -> None:
    bot = await start_bot(simulator, "webhook")
    simulator.faults.add(kind, "message", seconds=0.0005, times=1)
    await rosa.start()
    await rosa.expect(_AGE)
    await bot.settled()

    assert simulator.webhook.settings.last_error_message in ("Read timeout expired", "Connection reset by peer")
    assert bot.rows("SELECT count(*) FROM inbox") == [(1,)]
    assert len(rosa.texts()) == 1


async def test_what_a_webhook_cannot_store_telegram_brings_again(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator, "webhook")
    with locked(bot.settings.database_path):
        await rosa.start()
        async with asyncio.timeout(20):  # a tick of the bot may stand before it in line
            while simulator.webhook.settings.last_error_message is None:
                await asyncio.sleep(0.05)
    await rosa.expect(_AGE, timeout=10)

    assert "503" in str(simulator.webhook.settings.last_error_message)
    assert len(rosa.texts()) == 1


@pytest.mark.parametrize("kind", ["html_502", "error_500", "drop_before", "drop_after", "retry_after"])
async def test_a_poll_that_breaks_loses_no_update(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, kind: str
) -> None:
    bot = await start_bot(simulator)
    fault = simulator.faults.add(kind, "getUpdates", times=2)
    await rosa.start()
    await rosa.expect(_AGE)
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")

    assert fault.hits == 2
    assert bot.rows("SELECT count(*) FROM inbox") == [(2,)]


async def test_another_program_that_asks_for_the_same_updates_is_waited_out(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    beside = asyncio.create_task(poll_beside(simulator.url, simulator.token, seconds=1.5))
    await asyncio.sleep(0.3)
    await rosa.start()
    seen = await beside
    await rosa.expect(_AGE, timeout=12)

    assert len(seen) == 1
    assert bot.rows("SELECT status FROM inbox") == [("done",)]


async def test_what_another_program_took_is_gone_and_what_comes_after_is_answered(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    beside = asyncio.create_task(poll_beside(simulator.url, simulator.token, seconds=1.0, confirm=True))
    await asyncio.sleep(0.3)
    await rosa.say("hola")
    stolen = await beside
    await rosa.say("hola")
    await rosa.expect(_AGE, timeout=12)

    assert len(stolen) == 1
    assert bot.rows("SELECT count(*) FROM inbox") == [(1,)]
