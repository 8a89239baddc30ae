"""Owns the queue of updates: growing ids, lifetimes, capacity, and which of them a getUpdates call is given."""

import json
import logging
import random
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .clock import SimulatedClock

log = logging.getLogger(__name__)

MESSAGE_LIFETIME = 24 * 3600.0
CALLBACK_LIFETIME = 150.0
MOST_UPDATES = 100_000
MOST_BYTES = 128 * 1024 * 1024
RESPONSE_BYTES = 4 * 1024 * 1024
FUTURE_TOLERANCE = 10
_WEEK = 7 * 86400.0
_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_LIFETIMES = {
    "callback_query": CALLBACK_LIFETIME,
    "inline_query": 30.0,
    "chosen_inline_result": 600.0,
    "shipping_query": 150.0,
    "pre_checkout_query": 150.0,
}


@dataclass(slots=True, frozen=True)
class QueuedUpdate:
    """One update, already serialised; `lane` names the webhook queue that keeps its order."""

    update_id: int
    kind: str
    lane: tuple[str, int]
    expires_at: float
    body: bytes


class UpdateQueue:
    """What Telegram holds for one bot until it is fetched, delivered or too old (simulated time)."""

    def __init__(self, clock: SimulatedClock, *, seed: int = 1) -> None:
        self._clock = clock
        self._random = random.Random(seed)  # noqa: S311 - ids that look random and repeat by seed
        self._queue: OrderedDict[int, QueuedUpdate] = OrderedDict()
        self._next_expiry = float("inf")
        self._bytes = 0
        self._tail = self._random.randrange(100_000_000, 900_000_000)
        self._last_added_at: float | None = None
        self._allowed: frozenset[str] | None = None
        self._listeners: list[Callable[[QueuedUpdate], None]] = []
        self.capacity = MOST_UPDATES
        self.refused = 0
        self.expired = 0

    def __len__(self) -> int:
        self._drop_expired()
        return len(self._queue)

    @property
    def allowed(self) -> list[str] | None:
        """The kinds the bot asked for, None for Telegram's default."""
        return None if self._allowed is None else sorted(self._allowed)

    def subscribe(self, listener: Callable[[QueuedUpdate], None]) -> Callable[[], None]:
        """Call `listener(update)` whenever one was added; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def allow(self, kinds: Iterable[str]) -> None:
        """Choose the kinds kept from now on; an empty list means Telegram's default."""
        self._allowed = frozenset(kinds) or None

    def add(self, kind: str, payload: Any, lane: tuple[str, int]) -> int | None:
        """Queue an update and return its id; None when the bot did not ask for the kind or the queue is full."""
        wanted = kind not in _NOT_BY_DEFAULT if self._allowed is None else kind in self._allowed
        if not wanted:
            return None
        self._choose_tail()
        update_id = self._tail
        text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
        body = f'{{"update_id":{update_id},"{kind}":{text}}}'.encode()
        if len(self._queue) >= self.capacity or self._bytes + len(body) > MOST_BYTES:
            self.refused += 1
            log.warning("queue is full: update of kind %s refused", kind)
            return None
        expires_at = self._clock.monotonic() + _LIFETIMES.get(kind, MESSAGE_LIFETIME)
        update = self._queue[update_id] = QueuedUpdate(update_id, kind, lane, expires_at, body)
        self._next_expiry = min(self._next_expiry, expires_at)
        self._bytes += len(body)
        self._tail += 1
        self._last_added_at = self._clock.monotonic()
        for listener in tuple(self._listeners):
            listener(update)
        return update_id

    def fetch(self, offset: int, limit: int) -> list[QueuedUpdate]:
        """Forget what lies before `offset` and return what follows, as getUpdates does.

        0 starts at the oldest. A negative offset counts from the end. An offset up to 10 past the end forgets
        everything; one further ahead is taken for an error and the oldest are returned.
        """
        self._drop_expired()
        if offset < 0:
            self._forget_before(self._tail + offset)
        elif 0 < offset <= self._tail + FUTURE_TOLERANCE:
            self._forget_before(offset)
        chosen: list[QueuedUpdate] = []
        size = 0
        for update in self._queue.values():
            if len(chosen) >= limit or size > RESPONSE_BYTES:
                break
            chosen.append(update)
            size += len(update.body)
        return chosen

    def waiting(self) -> list[QueuedUpdate]:
        """Every update not yet fetched, delivered or expired, oldest first."""
        self._drop_expired()
        return list(self._queue.values())

    def remove(self, update: QueuedUpdate) -> None:
        """Take out one update that was delivered."""
        if self._queue.pop(update.update_id, None) is not None:
            self._bytes -= len(update.body)

    def clear(self) -> None:
        """Drop everything, as drop_pending_updates does."""
        self._queue.clear()
        self._bytes = 0

    def is_alive(self, update: QueuedUpdate) -> bool:
        """Whether it is still worth delivering."""
        return update.expires_at > self._clock.monotonic()

    def _forget_before(self, update_id: int) -> None:
        while self._queue and next(iter(self._queue)) < update_id:
            self._bytes -= len(self._queue.popitem(last=False)[1].body)

    def _choose_tail(self) -> None:
        # Telegram starts again at a random id after a week without updates (documentation of Update.update_id).
        last = self._last_added_at
        if last is None or self._clock.monotonic() - last <= _WEEK:
            return
        self._drop_expired()
        if not self._queue:
            self._tail = self._random.randrange(100_000_000, 900_000_000)

    def _drop_expired(self) -> None:
        now = self._clock.monotonic()
        if now < self._next_expiry:
            return
        for update in [update for update in self._queue.values() if update.expires_at <= now]:
            self.remove(update)
            self.expired += 1
        self._next_expiry = min((update.expires_at for update in self._queue.values()), default=float("inf"))
