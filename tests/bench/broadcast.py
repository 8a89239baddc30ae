"""Measures a broadcast to 432 people with every rate limit on, alone, beside people who write, and on a bad network."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from storage import chats, outbox
from storage.database import Database, Transaction
from storage.outbox import Draft
from tests.processes import BotProcess

RECIPIENTS = 432
_RATE, _KEPT = 29.0, 1.0  # messages a second, and what of it is kept for replies
_WRITER, _WRITERS = 900_000, 3


@dataclass(frozen=True, slots=True)
class Broadcast:
    """``ratio``: time taken over the time that the rate allows. ``held_up``: the longest wait for a reply meanwhile."""

    name: str
    seconds: float
    ratio: float
    delivered: int
    blocked: int
    floods: int
    replies: int
    held_up: float

    def row(self) -> str:
        """For the table."""
        return (
            f"| {self.name} | {self.seconds:.1f} | {self.ratio:.3f} | {self.delivered} | {self.blocked} "
            f"| {self.floods} | {self.replies} | {self.held_up * 1000:.0f} ms |"
        )

    def line(self) -> str:
        """For the terminal."""
        return (
            f"broadcast to {RECIPIENTS}, {self.name}: {self.seconds:.1f} s, {self.ratio:.3f} of what the rate allows, "
            f"{self.delivered} delivered, {self.blocked} blocked, {self.floods} times 429, "
            f"{self.replies} replies and edits meanwhile, the slowest after {self.held_up * 1000:.0f} ms"
        )


async def broadcast(folder: Path, name: str, *, writes: bool = False, bad_network: bool = False) -> Broadcast:
    """Send it; raises AssertionError when anybody was forgotten or got it twice."""
    simulator = Simulator(limits=True, record=True)
    await simulator.start()
    people = [simulator.world.add_person(f"Persona{n}", id=10_000 + n, started=True).id for n in range(RECIPIENTS)]
    blocked = set(people[::33]) if bad_network else set()
    for person in blocked:
        simulator.world.people[person].blocked = True
    if bad_network:
        simulator.faults.add("error_500", method="sendMessage", probability=0.01)
    path = folder / "broadcast.sqlite3"
    bot = BotProcess(simulator.url, path)
    await bot.start()  # makes the key and the file
    await _until(lambda: simulator.polling._waiting is not None)
    writers = [
        VirtualPerson(simulator.world, simulator.world.add_person(f"Escribe{n}", id=_WRITER + n))
        for n in range(_WRITERS)
    ]
    for writer in writers:
        await writer.start()
        await writer.expect("18")
    await bot.stop()
    await _plan(path, people)
    arrivals: list[float] = []
    close = simulator.world.subscribe(
        lambda event: (
            arrivals.append(time.monotonic()) if event["type"] == "message" and event["chat_id"] in recipients else None
        )
    )
    recipients = set(people)
    try:
        await bot.start()
        await _until(lambda: bool(arrivals))
        simulator.calls.clear()
        everybody = RECIPIENTS - len(blocked)
        talks = [_write(writer, lambda: len(arrivals) >= everybody) for writer in writers] if writes else []
        waits = [wait for talk in await asyncio.gather(*talks) for wait in talk]
        await _until(lambda: len(arrivals) >= everybody)
        seconds = arrivals[-1] - arrivals[0]
        await asyncio.sleep(1.0)
        await bot.stop()
    finally:
        close()
        await bot.kill()
        await simulator.stop()
    assert len(arrivals) == RECIPIENTS - len(blocked), f"{len(arrivals)} arrived"
    beside = sum(
        call.params.get("chat_id", 0) >= _WRITER and call.method != "answerCallbackQuery" for call in simulator.calls
    )
    allowed = (RECIPIENTS + beside - 1) / (_RATE if writes else _RATE - _KEPT)
    floods = sum(call.status == 429 for call in simulator.calls)
    return Broadcast(
        name, seconds, seconds / allowed, len(arrivals), len(blocked), floods, beside, max(waits, default=0.0)
    )


async def _write(writer: VirtualPerson, is_over: Callable[[], bool]) -> list[float]:
    """Ask for help every 1.5 s until it is over; the wait for each reply."""
    waits: list[float] = []
    while not is_over():
        began = time.monotonic()
        await writer.say("ayuda")
        await writer.expect(lambda body: "edit_date" not in body, timeout=10)
        waits.append(time.monotonic() - began)
        await asyncio.sleep(max(0.0, 1.5 - (time.monotonic() - began)))
    return waits


async def _plan(path: Path, people: list[int]) -> None:
    database = await Database.open(path)
    now = datetime.now(UTC)

    def plan(tx: Transaction) -> None:
        for person in people:
            chats.record_seen(tx, person, "private", now)
            outbox.plan(tx, Draft(person, "broadcast", "send", {"text": "Una invitación inventada"}), now)

    try:
        await database.write(plan)
    finally:
        await database.close()


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.005)
