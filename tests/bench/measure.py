"""Measures one run of people registering against a bot process."""

import asyncio
import os
import random
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from simulator.server import Simulator
from tests.chaos.ledger import compare
from tests.chaos.registrant import Registrant
from tests.processes import BotProcess

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Measured:
    """``cpu_ms``: processor time of the bot per answer, after the ``start_cpu`` seconds that its start took, learning
    included. Waits in ms from an action to the next question."""

    who: str
    people: int
    latency_ms: int
    answers: int
    seconds: float
    cpu_ms: float
    p50: float
    p95: float
    p99: float
    peak_mb: float
    first_poll: float
    start_cpu: float

    def row(self) -> str:
        """For the table."""
        return (
            f"| {self.who} | {self.people} | {self.latency_ms} ms | {self.answers / self.seconds:.0f} "
            f"| {self.cpu_ms:.2f} ms | {self.p50:.0f} ms | {self.p95:.0f} ms | {self.p99:.0f} ms "
            f"| {self.peak_mb:.0f} MB | {self.first_poll:.2f} s | {self.start_cpu:.1f} s |"
        )

    def line(self) -> str:
        """For the terminal."""
        return (
            f"{self.who:7} {self.people:4} people, {self.latency_ms:3} ms API: "
            f"{self.answers / self.seconds:6.0f} answers/s, "
            f"{self.cpu_ms:5.2f} ms CPU/answer, wait p50 {self.p50:.0f} p95 {self.p95:.0f} p99 {self.p99:.0f} ms, "
            f"peak {self.peak_mb:.0f} MB, first poll after {self.first_poll:.2f} s, "
            f"start {self.start_cpu:.1f} s CPU"
        )


OURS = "durable"
_PROGRAMS = {
    OURS: ("-m", "bot", "run"),
    "echo": ("-m", "tests.bench.peers.echo_bot"),
    "pickle": ("-m", "tests.bench.peers.pickle_bot"),
}


_LONGEST_START = 10.0
_QUIET = 0.02  # processor seconds in half a second
_NO_LIMITS = {"SEND_RATE_PER_SECOND": "0", "CHAT_RATE_PER_SECOND": "0"}


async def measure(
    folder: Path, *, people: int, latency: float, boards: int, who: str = OURS, seed: int = 1
) -> Measured:
    """Everybody registers ``boards`` boards without thinking; rate limits are off. Raises AssertionError when the
    ledger does not agree: a fast wrong bot is not measured."""
    simulator = Simulator(limits=False, record=False, seed=seed)
    await simulator.start()
    bot = BotProcess(simulator.url, folder / "bench.sqlite3", program=_PROGRAMS[who], **_NO_LIMITS)
    dice = random.Random(seed)
    try:
        started = time.monotonic()
        await bot.start()
        while simulator.polling._waiting is None:
            await asyncio.sleep(0.005)
        first_poll = time.monotonic() - started
        if latency:
            simulator.faults.add("latency", seconds=latency)
        registrants = [
            Registrant(
                simulator.world,
                simulator.world.add_person(f"Persona{number}", phone=f"+57000000{1000 + number}").id,
                random.Random(dice.random()),
            )
            for number in range(people)
        ]
        assert bot.process is not None
        start_cpu = await _settled(bot.process.pid)  # what the start does beside its first poll is not an answer's cost
        before, began = _cpu(bot.process.pid), time.monotonic()
        await asyncio.gather(*(person.live(boards=boards, pause=0.0) for person in registrants))
        if who == OURS:
            await _drained(bot.database)  # frozen questions may lag behind; they are part of an answer's cost
        seconds, cpu = time.monotonic() - began, _cpu(bot.process.pid) - before
        peak = _peak_mb(bot.process.pid)
        await bot.stop()
        if who == OURS:
            report = compare(simulator, registrants, bot.database)
            assert not report.broken, report.lines()
        answers = sum(person.ledger.actions for person in registrants)
        waits = sorted(wait * 1000 for person in registrants for wait in person.ledger.waits)
        return Measured(
            who, people, round(latency * 1000), answers, seconds, cpu * 1000 / answers,
            waits[len(waits) // 2], waits[int(len(waits) * 0.95)], waits[int(len(waits) * 0.99)], peak, first_poll,
            start_cpu,
        )  # fmt: skip
    finally:
        await bot.kill()
        await simulator.stop()


async def _drained(database: Path) -> None:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        query = "SELECT count(*) FROM outbox WHERE status IN ('queued', 'sending')"
        while connection.execute(query).fetchone()[0]:
            await asyncio.sleep(0.02)
    finally:
        connection.close()


async def _settled(pid: int) -> float:
    """Processor seconds of the start, once hardly anything is done any more: cards are learned, surveys are read.

    A bot that is never quiet (the pickle bot writes all the time) is waited for no longer than ``_LONGEST_START``.
    """
    deadline, used = time.monotonic() + _LONGEST_START, 0.0
    while time.monotonic() < deadline:
        used, before = _cpu(pid), used
        if used - before <= _QUIET:
            break
        await asyncio.sleep(0.5)
    return used


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def _peak_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
