"""Which row is next: rows wait in lanes, the most urgent lane that may go is taken first. Pure bookkeeping.

Messages of a chat go one after the other; edits of one message too, but beside the chat's messages, so that the next
question does not wait for the last one to be frozen. What is more urgent overtakes in its lane: nobody who writes
waits behind a broadcast, or behind a reminder that is tried again later.
"""

import heapq
from collections import deque
from collections.abc import Iterable, Iterator

from storage.outbox import Row

Lane = tuple[int, int]  # (chat id, 0) for new messages, (chat id, outbox id or message id) for edits of one message


class Lanes:
    """Holds rows until they are finished. Times are the sender's monotonic seconds."""

    def __init__(self) -> None:
        self._lanes: dict[Lane, deque[Row]] = {}
        self._asleep: dict[int, Row] = {}  # rows that are not due yet
        self._known: dict[int, Row] = {}
        self._flying: set[int] = set()
        self._ready: list[tuple[int, bool, int, Lane]] = []  # heap: priority, is an edit, row id
        self._later: list[tuple[float, int, Lane]] = []  # heap: time, row id; of lanes and of rows asleep
        self._offered: dict[
            Lane, int
        ] = {}  # the row that the heaps hold for a lane: not once more each time it is told

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, row_id: int) -> bool:
        return row_id in self._known

    @property
    def flying(self) -> int:
        """How many rows were taken and have not ended."""
        return len(self._flying)

    def add(self, row: Row, due_at: float | None = None) -> None:
        """Take a row in, to sleep until ``due_at`` if that is given; one that is held already is left alone."""
        if row.id in self._known:
            return
        self._known[row.id] = row
        if due_at is not None:
            self._asleep[row.id] = row
            heapq.heappush(self._later, (due_at, row.id, lane_of(row)))
        else:
            self._queue(row)

    def forget(self, row_ids: Iterable[int]) -> None:
        """Drop rows that ended without us; those that are flying end by themselves."""
        gone = {row_id: self._known.pop(row_id) for row_id in set(row_ids) - self._flying if row_id in self._known}
        awake = [row for row_id, row in gone.items() if self._asleep.pop(row_id, None) is None]
        for lane in {lane_of(row) for row in awake}:
            self._keep(lane, deque(row for row in self._lanes[lane] if row.id not in gone))

    def wake(self, now: float) -> None:
        """Bring back what was put off until now."""
        while self._later and self._later[0][0] <= now:
            _, row_id, lane = heapq.heappop(self._later)
            row = self._asleep.pop(row_id, None)
            if row is not None:
                self._queue(row)
            elif self._offered.get(lane) == row_id:
                del self._offered[lane]
                self._offer(lane)

    def ready(self) -> Iterator[Row]:
        """The most urgent rows first, each once; the caller takes it, puts it off, or leaves off."""
        while self._ready:
            _, _, row_id, lane = self._ready[0]
            waiting = self._lanes.get(lane)
            if self._offered.get(lane) != row_id or not waiting or waiting[0].id != row_id:
                heapq.heappop(self._ready)  # the heap's entry speaks of yesterday
                continue
            yield waiting[0]

    def take(self, row: Row) -> None:
        """The first ready row goes out."""
        lane = heapq.heappop(self._ready)[3]
        self._offered.pop(lane, None)
        self._flying.add(row.id)

    def put_off(self, row: Row, until: float) -> None:
        """The first ready row waits until then, unless something more urgent comes into its lane."""
        lane = heapq.heappop(self._ready)[3]
        heapq.heappush(self._later, (until, row.id, lane))

    def land(self, row: Row) -> None:
        """A row that went out has ended."""
        lane = lane_of(row)
        self._flying.discard(row.id)
        del self._known[row.id]
        self._lanes[lane].popleft()
        self._keep(lane, self._lanes[lane])
        self._nudge((row.chat_id, row.id))  # edits of the message that just arrived were waiting for it

    def back(self, row: Row) -> None:
        """A row that was taken is to be tried again: before others as urgent, behind more urgent ones."""
        lane = lane_of(row)
        self._flying.discard(row.id)
        waiting = self._lanes[lane]
        waiting.popleft()
        _insert(waiting, row, before_equals=True)
        self._offer(lane)

    def moved(self, row: Row) -> list[Row]:
        """Takes all rows of the lane out, because its chat has another number now."""
        lane = lane_of(row)
        rows = list(self._lanes.pop(lane))
        self._offered.pop(lane, None)
        self._flying.discard(row.id)
        for other in rows:
            del self._known[other.id]
        return rows

    def next_time(self) -> float | None:
        """When something that was put off is to be looked at again."""
        return self._later[0][0] if self._later else None

    def _queue(self, row: Row) -> None:
        lane = lane_of(row)
        waiting = self._lanes.setdefault(lane, deque())
        flying = waiting.popleft() if waiting and waiting[0].id in self._flying else None
        _insert(waiting, row, before_equals=False)
        if flying is not None:
            waiting.appendleft(flying)
        self._offer(lane)

    def _keep(self, lane: Lane, waiting: deque[Row]) -> None:
        if waiting:
            self._lanes[lane] = waiting
            self._offer(lane)
        else:
            del self._lanes[lane]
            self._offered.pop(lane, None)

    def _nudge(self, lane: Lane) -> None:
        if lane in self._lanes:
            self._offered.pop(lane, None)
            self._offer(lane)

    def _offer(self, lane: Lane) -> None:
        row = self._lanes[lane][0]
        if row.id not in self._flying and self._offered.get(lane) != row.id:
            self._offered[lane] = row.id
            heapq.heappush(self._ready, (row.priority, row.method == "edit", row.id, lane))


def lane_of(row: Row) -> Lane:
    """Where a row waits."""
    if row.method != "edit":
        return row.chat_id, 0
    return row.chat_id, row.edits if row.edits is not None else -(row.message_id or 0)


def _insert(waiting: deque[Row], row: Row, *, before_equals: bool) -> None:
    place = 0
    for other in waiting:
        if other.priority > row.priority or (before_equals and other.priority == row.priority):
            break
        place += 1
    waiting.insert(place, row)
