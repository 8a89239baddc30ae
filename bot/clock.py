"""Sole reader of the clock: time for the whole program, real or the simulator's."""

import asyncio
import logging
import time
from datetime import UTC, datetime, timedelta

import aiohttp

_LOG = logging.getLogger(__name__)
_WAIT = 45.0  # seconds the simulator may hold a question about its clock


class Clock:
    """Real time plus an offset that only the simulator ever moves."""

    def __init__(self) -> None:
        self.offset = 0.0  # seconds
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self.offset)

    def monotonic(self) -> float:
        """Seconds for measuring: rate limits and leases. Moves on with the simulator's clock, never back."""
        return time.monotonic() + self.offset

    def move_to(self, offset: float) -> None:
        """Adopt the simulator's offset (seconds) and wake everyone who sleeps; time never goes back."""
        if offset > self.offset:
            self.offset = offset
            self._moved.set()
            self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Sleep on this clock: a moved clock cuts it short."""
        until = self.monotonic() + seconds
        while (left := until - self.monotonic()) > 0:
            await self.wait(asyncio.Event(), left)

    async def wait(self, event: asyncio.Event, seconds: float | None = None) -> None:
        """Until the event is set, the clock is moved, or the time is over, whatever comes first."""
        waits = [asyncio.ensure_future(event.wait()), asyncio.ensure_future(self._moved.wait())]
        try:
            await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for waiting in waits:
                waiting.cancel()


async def follow_simulator(clock: Clock, session: aiohttp.ClientSession, api_url: str) -> None:
    """Keep the clock on the simulator's as long as it answers; run as a task, only with a loopback API."""
    while True:
        try:
            query = {"known": repr(clock.offset), "wait": str(_WAIT)}
            timeout = aiohttp.ClientTimeout(total=_WAIT + 15)
            async with session.get(f"{api_url}/simulator/clock", params=query, timeout=timeout) as response:
                if response.status == 404:
                    _LOG.info("the Bot API on this machine has no movable clock; real time it is")
                    return
                told = float((await response.json())["offset"])
            clock.move_to(told)
            if told < clock.offset:  # a simulator that was started anew; it answers at once until it has caught up
                await asyncio.sleep(1)
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
            await asyncio.sleep(1)


async def set_from_simulator(clock: Clock, session: aiohttp.ClientSession, api_url: str) -> None:
    """Take the simulator's offset once, before anything is timed; silent when there is none."""
    try:
        timeout = aiohttp.ClientTimeout(total=2)
        async with session.get(f"{api_url}/simulator/clock", timeout=timeout) as response:
            if response.status == 200:
                clock.move_to(float((await response.json())["offset"]))
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
        return
