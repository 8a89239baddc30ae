"""Flood limits."""

import aiohttp
import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson

from .conftest import Bot


@pytest.fixture
def strict(simulator: Simulator) -> Simulator:
    simulator.limits.enabled = True
    simulator.limits.private_burst = 3
    return simulator


async def test_one_person_gets_a_short_burst_and_then_one_message_a_second(
    bot: Bot, rosa: VirtualPerson, strict: Simulator
) -> None:
    for number in range(3):
        await bot.get("sendMessage", chat_id=rosa.id, text=str(number))
    async with bot.session.post(bot.address("sendMessage"), data={"chat_id": rosa.id, "text": "x"}) as answer:
        body, header = await answer.json(), answer.headers["Retry-After"]
    strict.clock.advance(1)

    assert answer.status == 429
    assert header == "1"
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert await bot.get("sendMessage", chat_id=rosa.id, text="y")
    assert rosa.texts() == ["0", "1", "2", "y"]


async def test_edits_count_too(bot: Bot, rosa: VirtualPerson, strict: Simulator) -> None:
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="0")
    for number in (1, 2):
        await bot.get("editMessageText", chat_id=rosa.id, message_id=sent["message_id"], text=str(number))

    refusal = await bot.refusal("editMessageText", chat_id=rosa.id, message_id=sent["message_id"], text="3")

    assert refusal[0] == 429


async def test_thirty_people_a_second_and_no_more(bot: Bot, strict: Simulator) -> None:
    people = [strict.world.add_person(f"P{number}", started=True) for number in range(40)]
    statuses = [(await bot.call("sendMessage", chat_id=person.id, text="x"))[0] for person in people]
    strict.clock.advance(1)

    assert 30 <= statuses.count(200) < 36
    assert statuses[-1] == 429
    assert (await bot.call("sendMessage", chat_id=people[-1].id, text="x"))[0] == 200


async def test_twenty_a_minute_in_a_group(bot: Bot, rosa: VirtualPerson, strict: Simulator) -> None:
    group = strict.world.add_group("Vecinos", [rosa.id])
    statuses = [(await bot.call("sendMessage", chat_id=group.id, text="x"))[0] for _ in range(21)]
    strict.clock.advance(61)

    assert statuses == [200] * 20 + [429]
    assert (await bot.call("sendMessage", chat_id=group.id, text="x"))[0] == 200


async def test_a_refused_message_was_not_sent(bot: Bot, rosa: VirtualPerson, strict: Simulator) -> None:
    for _ in range(6):
        await bot.call("sendMessage", chat_id=rosa.id, text="x")

    assert len(rosa.texts()) == 3


async def test_without_limits_everything_goes(rosa: VirtualPerson, simulator: Simulator) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(50):
            await Bot(simulator, session).get("sendMessage", chat_id=rosa.id, text="x")

    assert len(rosa.texts()) == 50
