"""Inbox → one turn → outbox: in order within a chat, chats side by side; no turn ever waits for the network."""

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime

from bot.clock import Clock
from bot.erasing import remove_traces
from bot.presses import PressAnswers
from bot.sender import Sender
from bot.turns import others, private, uploads
from bot.turns.outcome import House, Outcome
from storage import inbox
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.inbox import Arrived

_LOG = logging.getLogger(__name__)
_BATCH = 8  # turns per hop to the database thread, each with its own transaction; between hops the sender gets its turn
_TRIES = 3
_BACKOFF = 0.5  # seconds before the second try of an update that failed, doubled each time
_DATABASE_REST = 2.0
_HOPELESS_REST = 300.0

Turn = Callable[[Transaction, Arrived, House, datetime], Outcome]
_TURNS: dict[str, Turn] = {
    "private": private.take_turn,
    "press": private.take_turn,
    "block": others.take_membership_turn,
    "unblock": others.take_membership_turn,
    "group_addressed": others.take_group_turn,
    "group_migrated": others.take_move_turn,
    uploads.KIND: uploads.take_upload_turn,
}


class Dispatcher:
    """Takes what the receiver stored and gives each update its turn."""

    def __init__(self, database: Database, house: House, sender: Sender, presses: PressAnswers, clock: Clock) -> None:
        self._database = database
        self._house = house
        self._sender = sender
        self._presses = presses
        self._clock = clock
        self._chats: OrderedDict[int | None, deque[Arrived]] = OrderedDict()  # chats with work, longest waiting first
        self._resting: set[int | None] = set()  # chats whose first update failed and is tried again later
        self._tries: dict[int, int] = {}
        self._work = asyncio.Event()
        self.wanted_files = asyncio.Event()  # set when somebody sent a file to be read
        self.team_changed = asyncio.Event()  # set when somebody came into the team or left it
        self.idle = asyncio.Event()
        self.idle.set()

    def deliver(self, updates: list[Arrived]) -> None:
        """Queue stored updates."""
        for update in updates:
            self._chats.setdefault(update.chat_id, deque()).append(update)
        if updates:
            self.idle.clear()
            self._work.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            batch = self._next_batch()
            if not batch:
                self._work.clear()
                if not self._chats:
                    self.idle.set()
                await self._work.wait()
                continue
            await self._take_turns(batch)

    def _next_batch(self) -> list[Arrived]:
        ready = [chat for chat in self._chats if chat not in self._resting][:_BATCH]
        batch = []
        for chat in ready:
            batch.append(self._chats[chat][0])
            self._chats.move_to_end(chat)
        return batch

    async def _take_turns(self, batch: list[Arrived]) -> None:
        now = self._clock.now()

        turns = [self._bound(_TURNS[update.kind.partition(":")[0]], update, now) for update in batch]
        results = await self._database.write_each(turns)
        for update, result in zip(batch, results, strict=True):
            if isinstance(result, Outcome):
                await self._finish(update, result)
            elif isinstance(result, StorageError):
                _LOG.error("the database cannot be written (%s); trying again", result)
                self._rest(update, _DATABASE_REST)
            else:
                await self._failed(update, result)

    def _bound(self, turn: Turn, update: Arrived, now: datetime) -> Callable[[Transaction], Outcome]:
        return lambda tx: turn(tx, update, self._house, now)

    async def _finish(self, update: Arrived, outcome: Outcome) -> None:
        waiting = self._chats[update.chat_id]
        waiting.popleft()
        if not waiting:
            del self._chats[update.chat_id]
        self._tries.pop(update.update_id, None)
        if outcome.query_id is not None:
            self._presses.answer(outcome.query_id, outcome.toast)
        self._sender.forget(outcome.dropped)
        self._sender.add(outcome.rows)
        if outcome.wanted_files:
            self.wanted_files.set()
        if outcome.team_changed:
            self.team_changed.set()
        if outcome.erased:
            try:
                await remove_traces(self._database)
            except StorageError as error:  # the erasure is committed; what is left in the file goes at the next start
                _LOG.error("erased text could not be overwritten in the file yet (%s)", error)

    async def _failed(self, update: Arrived, error: Exception) -> None:
        tries = self._tries[update.update_id] = self._tries.get(update.update_id, 0) + 1
        where = _place(error)
        # The exception's own text may quote what the person wrote, so only its type and place are told.
        _LOG.error("update %s failed (try %s of %s): %s", update.update_id, tries, _TRIES, where)
        try:
            await self._database.write(lambda tx: inbox.record_failure(tx, update.update_id, where))
            if tries < _TRIES:
                self._rest(update, _BACKOFF * 2 ** (tries - 1))
                return
            await self._park(update)
        except StorageError as unwritable:
            _LOG.error("the database cannot be written (%s); trying again", unwritable)
            self._rest(update, _DATABASE_REST)

    async def _park(self, update: Arrived) -> None:
        now = self._clock.now()
        for way in (others.park, others.park_silently):
            (result,) = await self._database.write_each([self._bound(way, update, now)])
            if isinstance(result, Outcome):
                await self._finish(update, result)
                return
            if isinstance(result, StorageError):
                raise result
            _LOG.error("parking update %s failed: %s", update.update_id, _place(result))
        self._rest(update, _HOPELESS_REST)  # its chat waits, the log says why; all others go on

    def _rest(self, update: Arrived, seconds: float) -> None:
        chat = update.chat_id
        self._resting.add(chat)

        def awake() -> None:
            self._resting.discard(chat)
            self._work.set()

        asyncio.get_running_loop().call_later(seconds, awake)


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {place}"
