"""Outbox → Telegram: the only sender. Replies before reminders before broadcasts, at the pace Telegram allows.

A row is stamped ``sending`` and committed just before its call, and its result is committed before the next row of
its chat goes out: a crash leaves at most one message of a chat in doubt. Stamps and results of many chats share
commits.
"""

import asyncio
import heapq
import logging
import random
from collections import OrderedDict, deque
from collections.abc import Iterable
from datetime import datetime

from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock
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
_MOST_IN_FLIGHT = 90  # calls at once; the connection pool holds 100
_DATABASE_REST = 2.0
_MANY_FLOODED = 3  # chats told to wait within ten seconds: then everything waits
_KNOWN_MESSAGES = 4096

# Messages of a chat go one after the other; edits of one message too, but beside the chat's messages, so that the
# next question does not wait for the last one to be frozen.
Lane = tuple[int, int]  # (chat id, 0) for new messages, (chat id, outbox id or message id) for edits of one message


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
        self._lanes: dict[Lane, deque[Row]] = {}
        self._ready: list[tuple[int, bool, int, Lane]] = []  # heap: priority, is an edit, row id
        self._later: list[tuple[float, int, Lane]] = []  # heap: time (monotonic), row id
        self._known: set[int] = set()  # ids of rows held here
        self._flying: set[int] = set()
        self._finished: list[Finished] = []
        self._messages: OrderedDict[int, int] = OrderedDict()  # row id → message id, of late
        self._flooded: deque[tuple[float, int]] = deque()
        self._failures_in_a_row = 0
        self._wake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False
        self.stopped_by: TelegramError | None = None

    # --- from outside -----------------------------------------------------------------------------------------------

    def add(self, rows: Iterable[Row]) -> None:
        """Take over queued rows; those held already are left alone."""
        for row in rows:
            if row.id in self._known:
                continue
            self._known.add(row.id)
            lane = _lane(row)
            waiting = self._lanes.get(lane)
            if waiting is None:
                self._lanes[lane] = deque([row])
                self._offer(lane)
            else:
                waiting.append(row)
            self._wake.set()

    def forget(self, row_ids: Iterable[int]) -> None:
        """Rows that ended without us (skipped, erased)."""
        gone = set(row_ids) & (self._known - self._flying)
        if not gone:
            return
        for lane in list(self._lanes):
            kept = deque(row for row in self._lanes[lane] if row.id not in gone)
            if kept:
                self._lanes[lane] = kept
            else:
                del self._lanes[lane]
        self._known -= gone
        for lane, waiting in self._lanes.items():
            if waiting[0].id not in self._flying:
                self._offer(lane)

    @property
    def waiting(self) -> int:
        """Rows held and not finished."""
        return len(self._known)

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
        while self._later and self._later[0][0] <= now:
            self._offer(heapq.heappop(self._later)[2])
        batch: list[Row] = []
        while self._ready and len(batch) < _BATCH and len(self._flying) < _MOST_IN_FLIGHT:
            priority, _, row_id, lane = self._ready[0]
            row = self._head(lane, row_id)
            if row is None:
                heapq.heappop(self._ready)
                continue
            if self._pacing.wait_overall(now, reply=priority == 0) > 0:
                break
            heapq.heappop(self._ready)
            if row.edits is not None and row.edits in self._known:
                self._later_at(now + 0.2, lane)  # the message to edit is still on its way; woken when it arrived
                continue
            wait = self._wait_of(row, now)
            if wait > 0:
                self._later_at(now + wait, lane)
                continue
            self._pacing.take(row.chat_id, now, reply=priority == 0)
            self._flying.add(row.id)
            batch.append(row)
        return batch

    def _wait_of(self, row: Row, now: float) -> float:
        due = (row.due_at - self._clock.now()).total_seconds()
        return max(due, self._pacing.wait_chat(row.chat_id, now, edit=row.method == "edit"))

    async def _commit(self, batch: list[Row]) -> None:
        finished, self._finished = self._finished, []
        now = self._clock.now()
        try:
            outcome = await self._database.write(lambda tx: self._settle_and_claim(tx, finished, batch, now))
        except StorageError as error:
            _LOG.error("the outbox cannot be written (%s); trying again", error)
            self._finished = finished + self._finished
            for row in batch:
                self._flying.discard(row.id)
                self._offer(_lane(row))
            await asyncio.sleep(_DATABASE_REST)
            return
        for end in finished:
            self._release(end)
        self.forget(outcome.dropped)
        self.add(outcome.rows)
        for row in batch:
            row.attempts += 1
            task = asyncio.create_task(self._post(row))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _settle_and_claim(self, tx: Transaction, finished: list[Finished], batch: list[Row], now: datetime) -> Outcome:
        outcome = settle(tx, finished, self._house, now)
        outbox.claim(tx, [row.id for row in batch])
        for row in batch:
            if row.edits is not None and row.message_id is None:
                row.message_id = self._messages.get(row.edits) or outbox.message_of(tx, row.edits)
        return outcome

    async def _post(self, row: Row) -> None:
        try:
            message_id = await self._posting.post(row)
        except TelegramError as error:
            self._end(row, verdict(row, error, self._clock.now(), self._dice))
        except Exception as error:  # noqa: BLE001 — a bug of ours in one row must not stop the others
            _LOG.error("row %s could not be posted: %s", row.id, type(error).__name__)
            self._end(row, Verdict(Result(row.id, "failed", reason=type(error).__name__), "broken"))
        else:
            self._failures_in_a_row = 0
            if message_id is None and row.method == "edit":
                self._end(row, Verdict(Result(row.id, "skipped", reason="its message never arrived")))
                return
            if message_id is not None and row.method != "edit":
                self._remember(row.id, message_id)
            self._end(row, Verdict(Result(row.id, "sent", message_id=message_id)))

    def _end(self, row: Row, end: Verdict) -> None:
        now = self._clock.monotonic()
        if end.extra == "paused":
            self._pacing.pause_chat(row.chat_id, now + end.value)
            self._flooded.append((now, row.chat_id))
            while self._flooded[0][0] < now - 10:
                self._flooded.popleft()
            if len({chat for _, chat in self._flooded}) >= _MANY_FLOODED:
                self._pacing.pause_all(now + end.value)
        elif end.extra == "no_network":
            self._failures_in_a_row += 1
            if self._failures_in_a_row >= 3:
                self._pacing.pause_all(now + min(2.0 ** (self._failures_in_a_row - 3), 60.0))
        elif end.extra == "stop":
            self.stopped_by = InvalidToken("Telegram does not know this token any more")
        self._finished.append(Finished(row, end))
        self._wake.set()

    def _release(self, end: Finished) -> None:
        row, result = end.row, end.verdict.result
        self._flying.discard(row.id)
        lane = _lane(row)
        waiting = self._lanes[lane]
        if result.status == "queued" and result.again_at is not None:
            row.due_at = result.again_at
            row.repeated = row.repeated or result.repeated
            if end.verdict.extra == "moved":
                self._move(lane, int(end.verdict.value))
                return
        else:
            waiting.popleft()
            self._known.discard(row.id)
            if not waiting:
                del self._lanes[lane]
        if lane in self._lanes:
            self._offer(lane)
        # Edits of the message that just arrived were waiting for it.
        if (row.chat_id, row.id) in self._lanes:
            self._offer((row.chat_id, row.id))

    def _move(self, lane: Lane, new_chat: int) -> None:
        rows = self._lanes.pop(lane)
        for row in rows:
            row.chat_id = new_chat
            self._known.discard(row.id)
        self.add(rows)

    # --- the heaps --------------------------------------------------------------------------------------------------

    def _offer(self, lane: Lane) -> None:
        waiting = self._lanes.get(lane)
        if waiting and waiting[0].id not in self._flying:
            row = waiting[0]
            heapq.heappush(self._ready, (row.priority, row.method == "edit", row.id, lane))

    def _head(self, lane: Lane, row_id: int) -> Row | None:
        """The lane's first row, if the heap's entry still speaks of it."""
        waiting = self._lanes.get(lane)
        return waiting[0] if waiting and waiting[0].id == row_id and row_id not in self._flying else None

    def _later_at(self, moment: float, lane: Lane) -> None:
        heapq.heappush(self._later, (moment, self._lanes[lane][0].id, lane))

    def _next_time(self, now: float) -> float | None:
        times = []
        if self._later:
            times.append(self._later[0][0] - now)
        if self._ready:
            times.append(self._pacing.wait_overall(now, reply=self._ready[0][0] == 0))
        return max(min(times), 0.001) if times else None

    def _remember(self, row_id: int, message_id: int) -> None:
        self._messages[row_id] = message_id
        if len(self._messages) > _KNOWN_MESSAGES:
            self._messages.popitem(last=False)


def _lane(row: Row) -> Lane:
    if row.method != "edit":
        return row.chat_id, 0
    return row.chat_id, row.edits if row.edits is not None else -(row.message_id or 0)
