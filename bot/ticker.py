"""The tick, woken by APScheduler: notes that the bot lives, plans, hands due rows to the sender, deletes old ones."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.erasing import mark_traces, remove_traces
from bot.pacing import Pacing
from bot.sender import Sender
from storage import marks, outbox, retention
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.instants import from_millis, to_millis
from storage.outbox import Row

_LOG = logging.getLogger(__name__)
_SECONDS = 10
_AHEAD = timedelta(seconds=30)  # rows due soon wait in the sender, which knows the exact moment
_PURGE_EVERY = timedelta(hours=1)
_REWRITE_EVERY = timedelta(days=7)
Plan = Callable[[Transaction, datetime], None]
_HEARTBEAT = "heartbeat"
_REWRITTEN = "rewritten"


class Ticker:
    """Keeps no state that a crash could lose: every tick reads the tables anew.

    ``plans`` put rows into the outbox when their time of day has come; planning twice must be harmless.
    """

    def __init__(
        self, database: Database, sender: Sender, pacing: Pacing, clock: Clock, plans: Sequence[Plan] = ()
    ) -> None:
        self._database = database
        self._sender = sender
        self._pacing = pacing
        self._clock = clock
        self._plans = tuple(plans)
        self._purged_at: datetime | None = None
        self._due = asyncio.Event()
        self._scheduler = AsyncIOScheduler()

    async def run(self) -> None:
        """Tick every ten seconds and whenever the clock is moved, until cancelled."""
        # Without a grace time: a tick that comes late is as good as one on time. The job only rings: one that worked
        # would be cancelled by the shutdown in the middle of its work, with a traceback in the log.
        self._scheduler.add_job(
            self._ring, "interval", seconds=_SECONDS, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        self._scheduler.start()
        try:
            while True:
                self._due.clear()
                await self.tick()
                await self._clock.wait(self._due)
        finally:
            self._scheduler.shutdown(wait=False)

    async def _ring(self) -> None:
        self._due.set()

    async def tick(self) -> None:
        """One look at the tables."""
        now = self._clock.now()
        try:
            self._sender.add(await self._database.write(lambda tx: _look(tx, now, self._plans)))
            if self._purged_at is None or now - self._purged_at >= _PURGE_EVERY:
                await self._database.write(lambda tx: _purge(tx, now))
                await remove_traces(self._database)
                self._purged_at = now
        except StorageError as error:
            _LOG.error("the database cannot be written (%s); the next tick tries again", error)
        self._pacing.prune(self._clock.monotonic())


def _look(tx: Transaction, now: datetime, plans: Sequence[Plan]) -> list[Row]:
    marks.save(tx, _HEARTBEAT, str(to_millis(now)))
    for plan in plans:
        plan(tx, now)
    return outbox.due(tx, now + _AHEAD)


def _purge(tx: Transaction, now: datetime) -> None:
    """Delete what is too old; once a week the file is written anew, so that nothing of it stays behind in a page."""
    retention.purge(tx, now)
    written = marks.find(tx, _REWRITTEN)
    if written is not None and now - from_millis(int(written)) < _REWRITE_EVERY:
        return
    marks.save(tx, _REWRITTEN, str(to_millis(now)))
    if written is not None:
        mark_traces(tx)


def last_heartbeat(tx: Transaction) -> datetime | None:
    """When the bot was last known to live; None on the first start."""
    value = marks.find(tx, _HEARTBEAT)
    return from_millis(int(value)) if value else None
