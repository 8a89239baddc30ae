"""The simulated clock."""

import asyncio
import time

import pytest

from simulator.clock import SimulatedClock


async def test_a_sleeper_wakes_when_the_clock_is_moved_far_enough() -> None:
    clock = SimulatedClock()
    sleeper = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)

    clock.advance(1800)
    await asyncio.sleep(0.01)
    assert not sleeper.done()
    clock.advance(1800)
    async with asyncio.timeout(0.5):
        await sleeper


async def test_a_watcher_hears_of_a_move_at_once_and_of_none_after_its_wait() -> None:
    clock = SimulatedClock()
    asyncio.get_running_loop().call_later(0.02, clock.advance, 5)

    assert await clock.wait_change(0.0, 1.0) == 5
    assert await clock.wait_change(5.0, 0.01) == 5
    assert await clock.wait_change(0.0, 1.0) == 5


def test_now_is_real_time_plus_the_offset_and_never_goes_back() -> None:
    clock = SimulatedClock()
    clock.advance(86400)

    assert abs(clock.timestamp() - time.time() - 86400) < 1
    assert clock.now().utcoffset() is not None
    with pytest.raises(ValueError, match="forward"):
        clock.advance(-1)
