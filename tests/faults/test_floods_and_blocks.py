"""Telegram says: not now (429), or: not this person any more (403)."""

import asyncio
from datetime import datetime, timedelta

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from storage.outbox import Draft
from tests.conftest import StartBot
from tests.faults.conftest import calls_for, ends, never, plan

_AGE = "¿Tiene usted 18 años o más?"


def _reminder(chat_id: int, due_at: datetime | None = None) -> Draft:
    return Draft(chat_id, "reminder", "send", {"text": "El taller es mañana."}, due_at=due_at)


_PAST_GRACE = 0.7  # seconds; calls on their way when the refusal came say nothing


async def test_a_chat_that_is_to_be_left_alone_is_left_alone_and_the_others_are_not(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, efrain: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect(_AGE)
    simulator.faults.add("flood", "sendMessage", chat=rosa.id, seconds=3)
    plan(bot, _reminder(rosa.id))
    await bot.let_pass(1)
    await bot.until("SELECT 1 FROM outbox WHERE reason = 'flood'")
    await asyncio.sleep(_PAST_GRACE)
    await rosa.say("ayuda")  # the answer goes before the reminder, but not before Telegram allows it
    await efrain.start()
    await efrain.expect(_AGE, timeout=1)
    await rosa.expect("mayores de edad")
    await bot.settled()

    assert simulator.manners.ignored == []
    assert simulator.manners.told == 1
    assert ends(bot, rosa.id) == [("sent", 0)] * 3


async def test_when_many_chats_are_to_be_left_alone_nobody_is_tried_until_it_is_over(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    others = [VirtualPerson(simulator.world, simulator.world.add_person(f"Persona{number}")) for number in range(3)]
    storm = simulator.faults.add("flood", seconds=2)
    for person in others:
        await person.start()
    while storm.hits < 3:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)
    await rosa.start()
    await asyncio.gather(*(person.expect(_AGE) for person in (rosa, *others)))

    assert storm.hits == 3
    assert calls_for(bot, rosa.id) == 1


async def test_an_order_to_wait_is_kept_over_a_restart(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect(_AGE)
    simulator.faults.add("flood", "sendMessage", chat=rosa.id, seconds=5)
    plan(bot, _reminder(rosa.id))
    await bot.let_pass(1)
    await bot.until("SELECT 1 FROM outbox WHERE reason = 'flood'")
    await bot.stop()
    await bot.start()
    await asyncio.sleep(_PAST_GRACE)
    await rosa.say("ayuda")
    await rosa.expect("mayores de edad")

    assert simulator.manners.told == 1
    assert simulator.manners.ignored == []


async def test_a_message_that_is_to_be_tried_again_is_not_overtaken_over_a_restart(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect(_AGE)
    fault = simulator.faults.add("error_500", "sendMessage", chat=rosa.id, times=3)
    await rosa.say("hola")
    while fault.hits < 3:  # the next try is four seconds away
        await asyncio.sleep(0.01)
    await rosa.say("ayuda")
    await bot.until("SELECT 1 FROM outbox WHERE method = 'send' AND attempts = 0")
    await bot.stop()
    await bot.start()
    await rosa.expect("mayores de edad", timeout=8)
    await bot.settled()

    sent = bot.rows("SELECT message_id FROM outbox WHERE method = 'send' ORDER BY id")
    assert sent == sorted(sent)
    assert len(sent) == 3


async def test_a_wait_of_hours_is_obeyed_and_then_the_message_comes(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    simulator.faults.add("flood", chat=rosa.id, seconds=10_072)
    await rosa.start()
    await bot.until("SELECT 1 FROM outbox WHERE reason = 'flood'")
    await bot.let_pass(10_000)
    await never(lambda: bool(rosa.texts()))
    await bot.let_pass(80)
    await rosa.expect(_AGE, timeout=2)

    assert simulator.manners.ignored == []


async def test_who_blocks_the_bot_in_the_middle_is_tried_once_and_finds_the_question_on_coming_back(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator, chat_rate_per_second=2.0)
    await rosa.start()
    await rosa.expect(_AGE)
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")
    await bot.settled()
    before = calls_for(bot, rosa.id)
    simulator.faults.add("block", "sendMessage", chat=rosa.id, times=1)
    for word in ("/aviso", "/aviso", "/aviso"):  # several answers wait for their turn
        await rosa.say(word)
    await bot.until("SELECT 1 FROM chat WHERE unreachable IS NOT NULL")
    await never(lambda: calls_for(bot, rosa.id) > before + 1, seconds=1.5)
    simulator.world.unblock(rosa.id)
    await rosa.start()
    await rosa.expect("Antes de seguir")
    await bot.settled()

    assert simulator.manners.ignored == []
    assert bot.rows("SELECT unreachable FROM chat") == [(None,)]
    assert {status for status, _ in ends(bot, rosa.id)} == {"sent", "unreachable"}


async def test_an_account_that_was_deleted_is_tried_once_and_greeted_when_it_is_back(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator, chat_rate_per_second=2.0)
    await rosa.start()
    await rosa.expect(_AGE)
    for word in ("/aviso",) * 6:  # several answers wait for their turn
        await rosa.say(word)
    await bot.until("SELECT 1 FROM inbox GROUP BY status HAVING count(*) = 7 AND status = 'done'")
    rosa.person.deactivated = True
    await bot.until("SELECT 1 FROM chat WHERE unreachable IS NOT NULL")
    refused = calls_for(bot, rosa.id)
    await never(lambda: calls_for(bot, rosa.id) > refused, seconds=1.5)
    waiting = bot.rows("SELECT count(*) FROM outbox WHERE status = 'queued'")
    rosa.person.deactivated = False
    await rosa.start()
    await rosa.expect(_AGE)

    assert waiting == [(0,)]
    assert bot.rows("SELECT unreachable FROM chat") == [(None,)]


async def test_who_has_blocked_the_bot_is_not_even_tried(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect(_AGE)
    await bot.settled()
    before = calls_for(bot, rosa.id)
    plan(bot, _reminder(rosa.id, due_at=simulator.clock.now() + timedelta(hours=1)))
    simulator.world.block(rosa.id)
    await bot.until("SELECT 1 FROM outbox WHERE kind = 'reminder' AND status = 'unreachable'")
    await bot.let_pass(3600)
    await never(lambda: calls_for(bot, rosa.id) > before)

    assert bot.rows("SELECT unreachable FROM chat") == [("blocked",)]
