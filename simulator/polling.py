"""Owns getUpdates: long polling, the conflict rules between several callers, and the brake on hasty ones."""

import asyncio
import time

from .errors import BotApiError, conflict
from .faults import Faults
from .updates import QueuedUpdate, UpdateQueue
from .webhook import Webhook

LONGEST_POLL = 50
CONFLICT_PAUSE = 3.0
_TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Polling:
    """At most one caller waits; a newer one ends it. Waiting is measured in real time."""

    def __init__(self, queue: UpdateQueue, webhook: Webhook, faults: Faults) -> None:
        self._queue = queue
        self._webhook = webhook
        self._faults = faults
        self._waiting: asyncio.Future[None] | None = None
        self._next_quick_conflict = 0.0
        self._previous_offset: int | None = None
        self._previous_at = 0.0
        queue.subscribe(self._wake)
        webhook.on_change = self.end_by_webhook

    async def get_updates(self, offset: int, limit: int, timeout: float) -> bytes:  # noqa: ASYNC109 - the API's own
        """The JSON array of updates from `offset` on; waits up to `timeout` s (at most 50) for the first.

        Raises the 409s of the official server.
        """
        self._end_waiting(_TERMINATED)
        if self._webhook.url:
            raise await self._conflict(_WEBHOOK_ACTIVE)
        limit = min(max(limit, 1), 100)
        timeout = min(max(timeout, 0), LONGEST_POLL)
        limit, timeout = self._brake(offset, limit, timeout)
        updates = self._queue.fetch(offset, limit)
        if not updates and timeout > 0:
            await self._wait(timeout)
            updates = self._queue.fetch(offset, limit)
        return self._array(updates)

    def end_by_webhook(self) -> None:
        """A webhook was set: whoever waits here gets the conflict."""
        self._end_waiting("terminated by setWebhook request")

    def _brake(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        # The same offset again within 3 s waits 3 s, within 0.5 s yields one update only.
        now = time.monotonic()
        if offset == self._previous_offset:
            if timeout < 3 and now < self._previous_at + 3.0:
                timeout = 3
            if now < self._previous_at + 0.5:
                limit = 1
        self._previous_offset = offset
        self._previous_at = now
        return limit, timeout

    async def _wait(self, timeout: float) -> None:  # noqa: ASYNC109 - the API's own
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting = waiting
        try:
            async with asyncio.timeout(timeout):
                await waiting
        except TimeoutError:
            pass
        except BotApiError as error:
            raise await self._conflict(error.text) from None
        finally:
            if self._waiting is waiting:
                self._waiting = None

    def _wake(self, _update: QueuedUpdate) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def _end_waiting(self, reason: str) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(conflict(reason))
        self._waiting = None

    async def _conflict(self, reason: str) -> BotApiError:
        # The second conflict within 3 s is answered 3 s later, so that two bots do not spin.
        now = time.monotonic()
        if now >= self._next_quick_conflict:
            self._next_quick_conflict = now + CONFLICT_PAUSE
        else:
            await asyncio.sleep(CONFLICT_PAUSE)
        return conflict(reason)

    def _array(self, updates: list[QueuedUpdate]) -> bytes:
        bodies: list[bytes] = []
        for update in updates:
            bodies.append(update.body)
            if self._faults.doubles(update.kind):
                bodies.append(update.body)
        return b"[" + b",".join(bodies) + b"]"
