"""Time goes on, jumps when the simulator says so, and never goes back."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web

from bot.clock import Clock, follow_simulator, set_from_simulator
from tests.bot.stand_ins import until


def test_a_moved_clock_is_ahead_by_what_it_was_moved() -> None:
    still, moved = Clock(), Clock()

    moved.move_to(3600)

    assert timedelta(minutes=59, seconds=59) < moved.now() - still.now() < timedelta(hours=1, seconds=1)
    assert 3599 < moved.monotonic() - still.monotonic() < 3601


def test_time_never_goes_back_even_if_a_simulator_begins_anew() -> None:
    clock = Clock()
    clock.move_to(3600)
    now, monotonic = clock.now(), clock.monotonic()

    clock.move_to(0)

    assert clock.now() >= now
    assert clock.monotonic() >= monotonic


async def test_a_jump_wakes_whoever_sleeps_through_it() -> None:
    clock = Clock()
    sleeping = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)

    clock.move_to(4000)

    await asyncio.wait_for(sleeping, 1)


async def test_a_jump_that_is_too_short_lets_the_sleeper_sleep_on() -> None:
    clock = Clock()
    sleeping = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    clock.move_to(3000)
    await asyncio.sleep(0.02)
    after_the_first = sleeping.done()

    clock.move_to(3601)

    await asyncio.wait_for(sleeping, 1)
    assert not after_the_first


async def test_waiting_ends_with_the_event_the_time_or_a_jump() -> None:
    clock, event = Clock(), asyncio.Event()
    event.set()
    await asyncio.wait_for(clock.wait(event), 1)
    await asyncio.wait_for(clock.wait(asyncio.Event(), 0.01), 1)
    waiting = asyncio.create_task(clock.wait(asyncio.Event()))
    await asyncio.sleep(0)

    clock.move_to(5)

    await asyncio.wait_for(waiting, 1)


class Simulated:
    """The clock's address of a simulator."""

    def __init__(self) -> None:
        self.offset = 0.0
        self.status = 200
        self.asked = 0
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        self.asked += 1
        if "wait" in request.query:
            await asyncio.sleep(0.01 if float(request.query["known"]) == self.offset else 0)
        return web.json_response({"offset": self.offset}, status=self.status)


@pytest.fixture
async def simulated() -> AsyncIterator[Simulated]:
    simulated = Simulated()
    app = web.Application()
    app.router.add_get("/simulator/clock", simulated.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    simulated.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield simulated
    await runner.cleanup()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_the_simulator_s_time_is_taken_over_before_anything_is_timed(
    simulated: Simulated, session: aiohttp.ClientSession
) -> None:
    clock = Clock()
    simulated.offset = 500.0

    await set_from_simulator(clock, session, simulated.url)

    assert clock.offset == 500


@pytest.mark.parametrize("status", [404, 500])
async def test_without_a_movable_clock_real_time_it_is(
    simulated: Simulated, session: aiohttp.ClientSession, status: int
) -> None:
    clock = Clock()
    simulated.offset, simulated.status = 500.0, status

    await set_from_simulator(clock, session, simulated.url)

    assert clock.offset == 0


async def test_every_move_of_the_simulator_is_followed(simulated: Simulated, session: aiohttp.ClientSession) -> None:
    clock = Clock()
    following = asyncio.create_task(follow_simulator(clock, session, simulated.url))
    for offset in (60.0, 3600.0):
        simulated.offset = offset
        await until(lambda offset=offset: clock.offset == offset)
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)

    assert clock.offset == 3600


async def test_a_simulator_that_began_anew_is_not_asked_without_pause(
    simulated: Simulated, session: aiohttp.ClientSession
) -> None:
    clock = Clock()
    clock.move_to(3600)
    following = asyncio.create_task(follow_simulator(clock, session, simulated.url))
    await asyncio.sleep(0.15)
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)

    assert clock.offset == 3600
    assert simulated.asked <= 2


async def test_following_ends_where_there_is_nothing_to_follow(
    simulated: Simulated, session: aiohttp.ClientSession
) -> None:
    simulated.status = 404

    await asyncio.wait_for(follow_simulator(Clock(), session, simulated.url), 2)
