"""Faults on order."""

import asyncio
import time

import aiohttp
import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson

from .conftest import Bot


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


async def test_chance_is_seeded_and_rules_can_be_lifted(simulator: Simulator) -> None:
    fault = simulator.faults.add("error_500", "getMe", probability=0.5)
    struck = [simulator.faults.before("getme") is not None for _ in range(100)]
    simulator.faults.clear()

    assert 30 < sum(struck) < 70
    assert fault.hits == sum(struck)
    assert simulator.faults.before("getme") is None
    with pytest.raises(ValueError, match="no fault is called explode"):
        simulator.faults.add("explode")
