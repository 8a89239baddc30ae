"""Outbox → Telegram: the only sender. Replies before reminders before broadcasts, at the pace Telegram allows.

A row is stamped ``sending`` and committed just before its call, and its result is committed before the next row of
its chat goes out: a crash leaves at most one message of a chat in doubt. Stamps and results of many chats share
commits.
"""

import asyncio
import logging
import random
from collections import OrderedDict, deque
from collections.abc import Iterable, Mapping
from datetime import datetime

from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock
from bot.lanes import Lanes
from bot.pacing import Pacing
from bot.posting import Posting
from bot.turns.outcome import House, Outcome
from bot.turns.results import Finished, settle
from bot.verdicts import Verdict, verdict
from storage import outbox
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.outbox import Result, Row

_LOG = logging.getLogger(__name__)
_BATCH = 64
_MOST_IN_FLIGHT = 1000  # calls at once: nobody waits for somebody else's call, the paces alone hold back
_DATABASE_REST = 2.0
_MANY_FLOODED = 3  # chats told to wait within ten seconds: then everything waits
_KNOWN_MESSAGES = 4096


class Sender:
    """Holds what is due in memory; the outbox table is the truth it starts from."""

    def __init__(
        self, database: Database, posting: Posting, pacing: Pacing, house: House, clock: Clock, dice: random.Random
    ) -> None:
        self._database = database
        self._posting = posting
        self._pacing = pacing
        self._house = house
        self._clock = clock
        self._dice = dice
        self._lanes = Lanes()
        self._finished: list[Finished] = []
        self._messages: OrderedDict[int, int] = OrderedDict()  # row id → message id, of late
        self._flooded: deque[tuple[float, int]] = deque()
        self._failures_in_a_row = 0
        self._network_rests_until = float("-inf")
        self._wake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False
        self.stopped_by: TelegramError | None = None

    # --- from outside -----------------------------------------------------------------------------------------------

    def add(self, rows: Iterable[Row]) -> None:
        """Take over queued rows; those held already are left alone."""
        now, moment = self._clock.now(), self._clock.monotonic()
        for row in rows:
            ahead = (row.due_at - now).total_seconds()
            # One that was tried before keeps its place in its chat: what was written after it waits behind it.
            self._lanes.add(row, moment + ahead if ahead > 0 and not row.attempts else None)
            self._wake.set()

    def take_up(self, rows: Iterable[Row], told_to_wait: Mapping[int, datetime]) -> None:
        """Go on where the last run left off, also with the pauses that Telegram had ordered."""
        now, moment = self._clock.now(), self._clock.monotonic()
        for chat_id, until in told_to_wait.items():
            self._pacing.pause_chat(chat_id, moment + (until - now).total_seconds())
        self.add(rows)

    def forget(self, row_ids: Iterable[int]) -> None:
        """Rows that ended without us (skipped, erased)."""
        self._lanes.forget(row_ids)

    @property
    def waiting(self) -> int:
        """Rows held and not finished."""
        return len(self._lanes)

    async def run(self) -> None:
        """Until :meth:`stop`; raises InvalidToken when Telegram no longer knows the token.

        Not to be cancelled: rows stamped in a commit under way would look as if they had been sent.
        """
        while not self._stopping:
            if self.stopped_by is not None:
                raise self.stopped_by
            now = self._clock.monotonic()
            batch = self._pick(now)
            if not batch and not self._finished:
                await self._clock.wait(self._wake, self._next_time(now))
                self._wake.clear()
                continue
            await self._commit(batch)

    def stop(self) -> None:
        """Let :meth:`run` end after the commit under way."""
        self._stopping = True
        self._wake.set()

    async def close(self, seconds: float) -> None:
        """Let calls under way end, for so long at the most, and record their results."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        if self._finished:
            await self._commit([])

    # --- one round --------------------------------------------------------------------------------------------------

    def _pick(self, now: float) -> list[Row]:
        self._lanes.wake(now)
        batch: list[Row] = []
        for row in self._lanes.ready():
            if len(batch) >= _BATCH or self._lanes.flying >= _MOST_IN_FLIGHT:
                break
            if self._pacing.wait_overall(now, reply=row.priority == 0) > 0:
                break
            if row.edits is not None and row.edits in self._lanes:
                self._lanes.put_off(row, now + 0.2)  # the message to edit is still on its way; woken when it arrived
                continue
            wait = self._wait_of(row, now)
            if wait > 0:
                self._lanes.put_off(row, now + wait)
                continue
            self._pacing.take(row.chat_id, now, reply=row.priority == 0)
            self._lanes.take(row)
            batch.append(row)
        return batch

    def _wait_of(self, row: Row, now: float) -> float:
        due = (row.due_at - self._clock.now()).total_seconds()
        return max(due, self._pacing.wait_chat(row.chat_id, now, edit=row.method == "edit"))

    async def _commit(self, batch: list[Row]) -> None:
        finished, self._finished = self._finished, []
        now = self._clock.now()
        try:
            outcome, claimed = await self._database.write(lambda tx: self._settle_and_claim(tx, finished, batch, now))
        except StorageError as error:
            _LOG.error("the outbox cannot be written (%s); trying again", error)
            self._finished = finished + self._finished
            for row in batch:
                self._lanes.back(row)
            await asyncio.sleep(_DATABASE_REST)
            return
        for end in finished:
            self._release(end)
        self.forget(outcome.dropped)
        self.add(outcome.rows)
        for row in batch:
            if row.id not in claimed:  # it ended in the meantime; the table has the last word
                self._lanes.land(row)
                continue
            row.attempts += 1
            task = asyncio.create_task(self._post(row))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _settle_and_claim(
        self, tx: Transaction, finished: list[Finished], batch: list[Row], now: datetime
    ) -> tuple[Outcome, set[int]]:
        outcome = settle(tx, finished, self._house, now)
        claimed = outbox.claim(tx, [row.id for row in batch])
        for row in batch:
            if row.edits is not None and row.message_id is None:
                row.message_id = self._messages.get(row.edits) or outbox.message_of(tx, row.edits)
        return outcome, claimed

    async def _post(self, row: Row) -> None:
        called_at = self._clock.now()
        try:
            message_id = await self._posting.post(row)
        except TelegramError as error:
            self._end(row, verdict(row, error, self._clock.now(), self._dice), called_at)
        except Exception as error:  # noqa: BLE001 — a bug of ours in one row must not stop the others
            _LOG.error("row %s could not be posted: %s", row.id, type(error).__name__)
            self._end(row, Verdict(Result(row.id, "failed", reason=type(error).__name__), "broken"), called_at)
        else:
            self._failures_in_a_row = 0
            if message_id is None and row.method == "edit":
                self._end(row, Verdict(Result(row.id, "skipped", reason="its message never arrived")), called_at)
                return
            if message_id is not None and row.method != "edit":
                self._remember(row.id, message_id)
            self._end(row, Verdict(Result(row.id, "sent", message_id=message_id)), called_at)

    def _end(self, row: Row, end: Verdict, called_at: datetime) -> None:
        now = self._clock.monotonic()
        if end.extra == "paused":
            self._pacing.pause_chat(row.chat_id, now + end.value)
            self._flooded.append((now, row.chat_id))
            while self._flooded[0][0] < now - 10:
                self._flooded.popleft()
            if len({chat for _, chat in self._flooded}) >= _MANY_FLOODED:
                self._pacing.pause_all(now + end.value)
        elif end.extra == "no_network" and now >= self._network_rests_until:
            # Calls that were under way when the rest began say nothing new.
            self._failures_in_a_row += 1
            if self._failures_in_a_row >= 3:
                self._network_rests_until = now + min(2.0 ** min(self._failures_in_a_row - 3, 6), 60.0)
                self._pacing.pause_all(self._network_rests_until)
        elif end.extra == "stop":
            self.stopped_by = InvalidToken("Telegram does not know this token any more")
        self._finished.append(Finished(row, end, called_at))
        self._wake.set()

    def _release(self, end: Finished) -> None:
        row, result = end.row, end.verdict.result
        if result.status != "queued" or result.again_at is None:
            self._lanes.land(row)
            return
        row.due_at = result.again_at
        row.repeated = row.repeated or result.repeated
        if end.verdict.extra != "moved":
            self._lanes.back(row)
            return
        moved = self._lanes.moved(row)
        for each in moved:
            each.chat_id = int(end.verdict.value)
        self.add(moved)

    # --- times and messages -----------------------------------------------------------------------------------------

    def _next_time(self, now: float) -> float | None:
        times = [at - now for at in (self._lanes.next_time(),) if at is not None]
        for row in self._lanes.ready():
            times.append(self._pacing.wait_overall(now, reply=row.priority == 0))
            break
        return max(min(times), 0.001) if times else None

    def _remember(self, row_id: int, message_id: int) -> None:
        self._messages[row_id] = message_id
        if len(self._messages) > _KNOWN_MESSAGES:
            self._messages.popitem(last=False)
