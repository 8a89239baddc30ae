"""getUpdates over HTTP: offsets, waiting, conflicts, lifetimes."""

import asyncio
import time
from typing import Any

import pytest

from simulator import updates
from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from simulator.world import World

from .conftest import Bot

TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def texts(found: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in found]


async def test_updates_come_again_until_they_are_confirmed(bot: Bot, rosa: VirtualPerson) -> None:
    for text in ("uno", "dos", "tres"):
        await rosa.say(text)
    first = await bot.get("getUpdates", limit=2)
    again = await bot.get("getUpdates", offset=first[0]["update_id"])
    last = await bot.get("getUpdates", offset=first[1]["update_id"] + 1)

    assert texts(first) == ["uno", "dos"]
    assert texts(again) == ["uno", "dos", "tres"]
    assert texts(last) == ["tres"]
    assert [update["update_id"] - first[0]["update_id"] for update in again] == [0, 1, 2]


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(bot: Bot, rosa: VirtualPerson) -> None:
    for text in ("uno", "dos", "tres"):
        await rosa.say(text)

    assert texts(await bot.get("getUpdates", offset=-1)) == ["tres"]
    assert texts(await bot.get("getUpdates")) == ["tres"]


@pytest.mark.parametrize(("beyond", "left"), [(11, ["uno"]), (10, []), (0, [])])
async def test_an_offset_far_in_the_future_is_taken_for_a_mistake(
    bot: Bot, rosa: VirtualPerson, beyond: int, left: list[str]
) -> None:
    await rosa.say("uno")
    (only,) = await bot.get("getUpdates")
    tail = only["update_id"] + 1

    assert texts(await bot.get("getUpdates", offset=tail + beyond)) == left


async def test_a_waiting_call_returns_as_soon_as_something_happens(bot: Bot, rosa: VirtualPerson) -> None:
    waiting = asyncio.create_task(bot.get("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    began = time.monotonic()
    await rosa.say("hola")

    assert texts(await waiting) == ["hola"]
    assert time.monotonic() - began < 5


async def test_an_empty_wait_ends_after_its_timeout(bot: Bot, rosa: VirtualPerson) -> None:
    began = time.monotonic()

    assert await bot.get("getUpdates", timeout=1) == []
    assert 0.9 < time.monotonic() - began < 5


async def test_a_hasty_second_call_gets_one_update_at_a_time(bot: Bot, rosa: VirtualPerson) -> None:
    await rosa.say("uno")
    await rosa.say("dos")
    await bot.get("getUpdates")

    assert texts(await bot.get("getUpdates")) == ["uno"]


async def test_the_older_of_two_pollers_gets_the_conflict_and_a_second_one_waits_three_seconds(
    bot: Bot, rosa: VirtualPerson
) -> None:
    first = asyncio.create_task(bot.refusal("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.refusal("getUpdates", timeout=30))
    assert await first == (409, TERMINATED)

    began = time.monotonic()
    third = asyncio.create_task(bot.get("getUpdates", timeout=30))
    assert await second == (409, TERMINATED)
    assert 2.9 < time.monotonic() - began < 8

    await rosa.say("hola")
    assert texts(await third) == ["hola"]


async def test_a_press_lives_150_seconds_and_a_message_a_day(
    bot: Bot, rosa: VirtualPerson, simulator: Simulator
) -> None:
    simulator.world.press(rosa.id, 1, "x")
    await rosa.say("hola")
    simulator.clock.advance(149)
    both = await bot.get("getUpdates")
    simulator.clock.advance(2)
    later = await bot.get("getUpdates", offset=both[0]["update_id"])
    simulator.clock.advance(24 * 3600)

    assert [("callback_query" in update) for update in both] == [True, False]
    assert texts(later) == ["hola"]
    assert await bot.get("getUpdates", limit=50) == []


async def test_only_the_kinds_asked_for_are_kept_and_the_choice_sticks(
    bot: Bot, rosa: VirtualPerson, world: World
) -> None:
    group = world.add_group("Vecinos", [rosa.id])
    world.set_member(group.id, rosa.id, "member")
    by_default = await bot.get("getUpdates")
    await bot.get("getUpdates", offset=by_default[-1]["update_id"] + 1, allowed_updates=["chat_member"])
    await rosa.say("hola")
    world.set_member(group.id, rosa.id, "left")

    assert ["my_chat_member" in update for update in by_default] == [True]
    assert ["chat_member" in update for update in await bot.get("getUpdates")] == [True]


async def test_after_a_quiet_week_ids_start_somewhere_else(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    await rosa.say("uno")
    (before,) = await bot.get("getUpdates")
    simulator.clock.advance(8 * 86400)
    await rosa.say("dos")
    (after,) = await bot.get("getUpdates")

    assert after["message"]["text"] == "dos"
    assert abs(after["update_id"] - before["update_id"]) > 100


async def test_a_full_queue_refuses_what_is_new(rosa: VirtualPerson, world: World) -> None:
    world.queue.capacity = 2
    for text in ("uno", "dos", "tres"):
        await rosa.say(text)

    assert len(world.queue) == 2
    assert world.queue.refused == 1
    assert updates.MOST_UPDATES == 100_000


async def test_an_answer_stops_growing_at_four_mebibytes(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    for _ in range(50):
        world.send_other(rosa.id, {"text": "a" * 200_000})

    assert 20 <= len(await bot.get("getUpdates")) <= 23


async def test_the_same_seed_gives_the_same_first_id() -> None:
    ids = []
    for seed in (7, 7, 8):
        world = Simulator(token="1:T", seed=seed).world
        world.add_person("Rosa")
        world.start(1001)
        ids.append(world.queue.waiting()[0].update_id)

    assert ids[0] == ids[1] != ids[2]
