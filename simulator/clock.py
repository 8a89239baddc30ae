"""Owns simulated time: the real clock plus an offset that tests and the chat page move forward."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime


class SimulatedClock:
    """Real time plus an offset in seconds; whoever waits on it wakes up at once when it is moved."""

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset
        self._moved = asyncio.Event()
        self._listeners: list[Callable[[float], None]] = []

    def now(self) -> datetime:
        """The simulated moment, aware, in UTC."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def timestamp(self) -> float:
        """The simulated moment in seconds since 1970."""
        return time.time() + self.offset

    def monotonic(self) -> float:
        """Seconds that never go back and that include the offset."""
        return time.monotonic() + self.offset

    def advance(self, seconds: float) -> float:
        """Move the clock forward and return the new offset; ValueError for a step back."""
        if seconds < 0:
            raise ValueError(f"the clock only goes forward, not {seconds} s")
        self.offset += seconds
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
        for listener in tuple(self._listeners):
            listener(self.offset)
        return self.offset

    def subscribe(self, listener: Callable[[float], None]) -> Callable[[], None]:
        """Call `listener(offset)` after every move; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def sleep(self, seconds: float) -> None:
        """Wait for simulated seconds: a move of the clock shortens the wait."""
        deadline = self.monotonic() + seconds
        while (remaining := deadline - self.monotonic()) > 0:
            await self.wait_change(self.offset, remaining)

    async def wait_change(self, known_offset: float, timeout: float) -> float:  # noqa: ASYNC109 - a long poll's own wait
        """Return the offset as soon as it differs from `known_offset`, at the latest after `timeout` real seconds."""
        if self.offset == known_offset and timeout > 0:
            try:
                async with asyncio.timeout(timeout):
                    await self._moved.wait()
            except TimeoutError:
                pass
        return self.offset
