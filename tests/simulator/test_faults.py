"""Faults on order."""

import asyncio
import time

import aiohttp
import pytest

from simulator.second_poller import poll_beside
from simulator.server import Simulator
from simulator.virtual import VirtualPerson

from .conftest import TOKEN, Bot

_PAST_GRACE = 0.6  # real seconds


async def test_latency_does_not_put_calls_in_a_row(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    simulator.faults.add("latency", seconds=0.2)
    began = time.monotonic()
    await asyncio.gather(*(bot.get("getMe") for _ in range(20)))

    assert 0.2 <= time.monotonic() - began < 2


@pytest.mark.parametrize(("kind", "delivered"), [("drop_before", []), ("drop_after", ["x"])])
async def test_a_dropped_connection(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator, kind: str, delivered: list[str]
) -> None:
    fault = simulator.faults.add(kind, "sendMessage", times=1)
    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=rosa.id, text="x")

    assert rosa.texts() == delivered
    assert fault.hits == 1
    assert (await bot.call("sendMessage", chat_id=rosa.id, text="y"))[0] == 200


async def test_an_answer_that_never_comes(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    simulator.faults.add("hang_after", "sendMessage", times=1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await bot.call("sendMessage", chat_id=rosa.id, text="x")

    assert rosa.texts() == ["x"]


async def test_wrong_answers_without_delivery(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    simulator.faults.add("html_502", times=1)
    async with bot.session.post(bot.address("sendMessage"), data={"chat_id": rosa.id, "text": "x"}) as answer:
        page = await answer.text()
    simulator.faults.add("error_500", times=1)
    broken = await bot.refusal("sendMessage", chat_id=rosa.id, text="x")
    simulator.faults.add("retry_after", seconds=7, times=1)
    _, flood = await bot.call("sendMessage", chat_id=rosa.id, text="x")

    assert answer.status == 502
    assert "<h1>502 Bad Gateway</h1>" in page
    assert broken == (500, "Internal Server Error: restart")
    assert flood["parameters"] == {"retry_after": 7}
    assert rosa.texts() == []


async def test_an_update_delivered_twice_and_a_press_sent_twice(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator
) -> None:
    simulator.faults.add("duplicate_update", "message", times=1)
    simulator.faults.add("repeat_press", times=1)
    await rosa.say("hola")
    simulator.world.press(rosa.id, 1, "x")
    found = await bot.get("getUpdates")
    twice, presses = found[:2], found[2:]

    assert twice[0] == twice[1]
    assert [press["callback_query"]["data"] for press in presses] == ["x", "x"]
    assert presses[0]["callback_query"]["id"] != presses[1]["callback_query"]["id"]
    assert presses[0]["update_id"] != presses[1]["update_id"]


async def test_a_press_can_be_sent_again_a_moment_later(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    simulator.faults.add("repeat_press", seconds=0.1, times=1)
    simulator.world.press(rosa.id, 1, "x")
    at_once = len(simulator.world.queue)
    await asyncio.sleep(0.2)

    assert (at_once, len(simulator.world.queue)) == (1, 2)


async def test_a_gateway_that_gave_up_after_the_call_was_served(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator
) -> None:
    simulator.faults.add("html_504", "sendMessage", times=1)
    async with bot.session.post(bot.address("sendMessage"), data={"chat_id": rosa.id, "text": "x"}) as answer:
        page = await answer.text()

    assert answer.status == 504
    assert "504 Gateway Time-out" in page
    assert rosa.texts() == ["x"]


async def test_a_call_that_is_kept_waiting_and_never_served(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator
) -> None:
    simulator.faults.add("hang_before", "sendMessage", times=1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await bot.call("sendMessage", chat_id=rosa.id, text="x")

    assert rosa.texts() == []


async def test_a_flood_lasts_a_while_says_how_long_and_means_one_chat(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator
) -> None:
    other = simulator.world.add_person("Otra", started=True)
    simulator.faults.add("flood", chat=rosa.id, seconds=100)
    _, first = await bot.call("sendMessage", chat_id=rosa.id, text="x")
    elsewhere, _ = await bot.call("sendMessage", chat_id=other.id, text="x")
    simulator.clock.advance(60)
    _, later = await bot.call("sendMessage", chat_id=rosa.id, text="x")
    simulator.clock.advance(40)
    at_last, _ = await bot.call("sendMessage", chat_id=rosa.id, text="x")

    assert first["parameters"] == {"retry_after": 100}
    assert later["parameters"] == {"retry_after": 40}
    assert (elsewhere, at_last) == (200, 200)


async def test_calls_that_do_not_heed_a_refusal_are_noted(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    simulator.faults.add("flood", chat=rosa.id, seconds=100, times=1)
    await bot.call("sendMessage", chat_id=rosa.id, text="x")
    await bot.call("sendMessage", chat_id=rosa.id, text="on its way when the answer came")
    after_a_moment = list(simulator.manners.ignored)
    await asyncio.sleep(_PAST_GRACE)
    await bot.call("sendMessage", chat_id=rosa.id, text="too early")
    simulator.clock.advance(100)
    await bot.call("sendMessage", chat_id=rosa.id, text="in time")

    assert after_a_moment == []
    assert len(simulator.manners.ignored) == 1
    assert "it was to wait" in simulator.manners.ignored[0]


async def test_a_person_who_blocks_in_the_middle_is_to_be_left_alone_until_they_are_back(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator
) -> None:
    simulator.faults.add("block", "sendMessage", times=1)
    refused, _ = await bot.call("sendMessage", chat_id=rosa.id, text="x")
    simulator.clock.advance(3600)  # a jump is no time for a call that was on its way
    await bot.call("sendMessage", chat_id=rosa.id, text="x")
    await asyncio.sleep(_PAST_GRACE)
    await bot.call("sendMessage", chat_id=rosa.id, text="x")
    simulator.world.unblock(rosa.id)
    accepted, _ = await bot.call("sendMessage", chat_id=rosa.id, text="x")

    assert (refused, accepted) == (403, 200)
    assert len(simulator.manners.ignored) == 1


async def test_a_bot_that_died_is_not_blamed_for_what_it_had_just_heard(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator
) -> None:
    simulator.faults.add("flood", chat=rosa.id, seconds=100, times=1)
    await bot.call("sendMessage", chat_id=rosa.id, text="x")
    simulator.manners.bot_died()
    await asyncio.sleep(_PAST_GRACE)
    await bot.call("sendMessage", chat_id=rosa.id, text="x")

    assert simulator.manners.ignored == []


@pytest.mark.parametrize(("confirm", "left"), [(False, 1), (True, 0)])
async def test_a_second_poller_gets_the_updates_and_keeps_those_it_confirms(
    rosa: VirtualPerson, simulator: Simulator, confirm: bool, left: int
) -> None:
    await rosa.say("hola")
    taken = await poll_beside(simulator.url, TOKEN, seconds=0.2, confirm=confirm)

    assert len(taken) == 1
    assert len(simulator.world.queue) == left


async def test_chance_is_seeded_and_rules_can_be_lifted(simulator: Simulator) -> None:
    fault = simulator.faults.add("error_500", "getMe", probability=0.5)
    struck = [simulator.faults.before("getme") is not None for _ in range(100)]
    simulator.faults.clear()

    assert 30 < sum(struck) < 70
    assert fault.hits == sum(struck)
    assert simulator.faults.before("getme") is None
    with pytest.raises(ValueError, match="no fault is called explode"):
        simulator.faults.add("explode")
