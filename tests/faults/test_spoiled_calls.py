"""Calls that are refused, cut off, or answered by somebody else than the Bot API."""

import asyncio
import gc

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from storage.outbox import Draft
from tests.conftest import StartBot
from tests.faults.conftest import Skip, ends, plan

_AGE = "¿Tiene usted 18 años o más?"


@pytest.mark.parametrize("kind", ["html_502", "error_500"])
async def test_an_answer_that_says_it_was_not_done_is_tried_again_and_repeats_nothing(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, kind: str
) -> None:
    bot = await start_bot(simulator)
    simulator.faults.add(kind, "sendMessage", times=2)
    await rosa.start()
    await rosa.expect(_AGE)
    await bot.settled()

    assert ends(bot, rosa.id) == [("sent", 0)]
    assert len(rosa.texts()) == 1


@pytest.mark.parametrize(("kind", "copies"), [("drop_before", 1), ("drop_after", 2), ("html_504", 2)])
async def test_a_reply_whose_fate_nobody_knows_is_said_once_more_and_flagged(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, kind: str, copies: int
) -> None:
    bot = await start_bot(simulator)
    simulator.faults.add(kind, "sendMessage", times=1)
    await rosa.start()
    await bot.until("SELECT 1 FROM outbox WHERE status = 'sent'")

    assert ends(bot, rosa.id) == [("sent", 1)]
    assert len(rosa.texts()) == copies


async def test_a_reply_is_never_said_three_times_and_the_chat_goes_on(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    fault = simulator.faults.add("drop_after", "sendMessage")
    await rosa.start()
    await bot.until("SELECT 1 FROM outbox WHERE status = 'uncertain'")
    simulator.faults.lift(fault)
    await rosa.say("ayuda")
    await rosa.expect("mayores de edad")
    await bot.settled()

    assert sum(_AGE in text for text in rosa.texts()[:2]) == 2
    assert len(rosa.texts()) == 3
    assert ends(bot, rosa.id) == [("uncertain", 1), ("sent", 0)]


async def test_a_broadcast_in_doubt_waits_for_a_coordinator_and_is_not_repeated(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect(_AGE)
    simulator.faults.add("drop_after", "sendMessage", times=1)
    plan(bot, Draft(rosa.id, "broadcast", "send", {"text": "Hoy hay jornada de salud."}))
    await bot.let_pass(1)
    await bot.until("SELECT 1 FROM outbox WHERE kind = 'broadcast' AND status NOT IN ('queued', 'sending')")
    await rosa.quiet(1.5)

    assert ends(bot, rosa.id) == [("sent", 0), ("uncertain", 0)]
    assert rosa.texts().count("Hoy hay jornada de salud.") == 1


async def test_a_change_in_doubt_is_made_again_because_twice_looks_like_once(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    simulator.faults.add("drop_after", "editMessageText", times=2)
    await rosa.start()
    await rosa.expect(_AGE)
    await rosa.press("Tengo 18")
    await bot.until("SELECT 1 FROM outbox WHERE method = 'edit' AND status = 'sent' AND reason = 'not modified'")

    assert rosa.texts()[0].endswith("Edad: 18 años o más")


@pytest.mark.parametrize(("kind", "copies"), [("hang_before", 1), ("hang_after", 2)])
async def test_a_call_that_nobody_answers_is_given_up_and_holds_up_no_other_chat(
    simulator: Simulator,
    start_bot: StartBot,
    rosa: VirtualPerson,
    efrain: VirtualPerson,
    skip: Skip,
    kind: str,
    copies: int,
) -> None:
    bot = await start_bot(simulator)
    fault = simulator.faults.add(kind, "sendMessage", chat=rosa.id, times=1)
    await rosa.start()
    while not fault.hits:
        await asyncio.sleep(0.01)
    await efrain.start()
    await efrain.expect(_AGE, timeout=2)
    skip(31)
    await bot.until("SELECT 1 FROM outbox WHERE chat_id = ? AND status = 'sent'", rosa.id)

    assert ends(bot, rosa.id) == [("sent", 1)]
    assert len(rosa.texts()) == copies


async def test_a_slow_telegram_serves_many_people_at_once(simulator: Simulator, start_bot: StartBot) -> None:
    await start_bot(simulator)
    simulator.faults.add("latency", "sendMessage", seconds=0.5)
    people = [VirtualPerson(simulator.world, simulator.world.add_person(f"Persona{number}")) for number in range(20)]
    for person in people:
        await person.start()

    await asyncio.gather(*(person.expect(_AGE, timeout=3) for person in people))


async def test_what_happens_to_the_end_of_a_spinner_disturbs_nobody(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, caplog: pytest.LogCaptureFixture
) -> None:
    bot = await start_bot(simulator)
    fault = simulator.faults.add("drop_before", "answerCallbackQuery")
    await rosa.start()
    await rosa.expect(_AGE)
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")
    await bot.settled()
    gc.collect()  # a task that nobody asks how it ended complains only now

    assert fault.hits > 0
    assert "never retrieved" not in caplog.text
    assert bot.rows("SELECT purpose, accepted FROM consent") == [("adult", 1)]


async def test_the_bot_waits_for_a_telegram_that_is_not_there_when_it_starts(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    simulator.faults.add("html_502", "getMe", times=1)
    simulator.faults.add("drop_before", "deleteWebhook", times=1)
    await start_bot(simulator)
    await rosa.start()

    await rosa.expect(_AGE)
