"""One chaos run: people, a bot process, a killer, faults if wanted, and at the end the ledger."""

import asyncio
import random
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from simulator.server import Simulator
from tests.chaos.ledger import compare
from tests.chaos.neighbour import Neighbour
from tests.chaos.registrant import Registrant
from tests.chaos.report import Report
from tests.chaos.strikes import Strikes
from tests.processes import BotProcess, free_port

_NAMES = ("Ana", "Blas", "Carmen", "Dario", "Elsa", "Fermin", "Gloria", "Hugo", "Ines", "Jorge")
_HOPELESS = 20  # ends of the same kind, one after the other
_LAST_WORDS = 30.0  # real seconds in which everything that waits has to end


async def kill_and_compare(
    folder: Path, *, kills: int, people: int, mode: str, seed: int, think: float = 0.3, faults: bool = False
) -> Report:
    """Let people register while the bot is killed ``kills`` times; returns the comparison.

    With ``faults`` everything else goes wrong too, and people do what people do. Replayed by its seed as far as the
    operating system lets it.
    """
    dice = random.Random(seed)
    simulator = Simulator(limits=False, record=False, seed=seed)
    await simulator.start()
    bot = BotProcess(simulator.url, folder / "chaos.sqlite3", **_environment(mode))
    strikes = Strikes(simulator, bot, random.Random(seed), mode=mode)
    supervisor = None
    try:
        who = _people(simulator, people, dice, lively=faults)
        await bot.start()
        supervisor = _Supervisor(bot)
        lives = [asyncio.create_task(person.live(pause=think)) for person in who]
        striking = asyncio.create_task(strikes.run()) if faults else None
        for _ in range(kills):
            await _until_alive(simulator, who)
            await asyncio.sleep(dice.uniform(0.02, 0.9))
            supervisor.check()
            async with supervisor.lock:
                await bot.kill()
                simulator.manners.bot_died(strikes.unwritten)
                await bot.start()
        strikes.stop()
        if striking is not None:
            await striking
            simulator.faults.clear()
        for person in who:
            person.enough()
        await asyncio.gather(*lives)
        if faults:
            await asyncio.gather(*(person.farewell() for person in who))
        await _all_ended(bot)
        await supervisor.close()
        await bot.stop()
        report = compare(simulator, who, bot.database)
        report.struck, report.hit = strikes.struck, strikes.hit
        for person in who:
            report.whims.update(getattr(person, "whims", {}))
        report.counts["ended by itself"] = len(supervisor.last_words)
        report.last_words = supervisor.last_words
        if any("Traceback" in line for line in bot.lines):
            report.broken.append("the bot printed a traceback")
        return report
    finally:
        if supervisor is not None:
            await supervisor.close()
        await bot.kill()
        await simulator.stop()


def _environment(mode: str) -> dict[str, str]:
    port = free_port()
    environment = {"SEND_RATE_PER_SECOND": "0", "CHAT_RATE_PER_SECOND": "0", "PORT": str(port)}
    if mode == "webhook":
        environment |= {
            "BOT_MODE": "webhook", "WEBHOOK_URL": f"http://127.0.0.1:{port}", "WEBHOOK_SECRET": "invented-secret",
        }  # fmt: skip
    return environment


def _people(simulator: Simulator, count: int, dice: random.Random, *, lively: bool) -> Sequence[Registrant]:
    kind = Neighbour if lively else Registrant
    who = []
    for number in range(count):
        person = simulator.world.add_person(f"{_NAMES[number % 10]}{number}", phone=f"+57000000{1000 + number}")
        who.append(kind(simulator.world, person.id, random.Random(dice.random())))
    return who


class _Supervisor:
    """Starts the bot again when it ends by itself, as systemd does: a database that stays locked ends a start."""

    def __init__(self, bot: BotProcess) -> None:
        self.last_words: list[str] = []
        self.lock = asyncio.Lock()
        self._bot = bot
        self._task = asyncio.create_task(self._watch())

    async def close(self) -> None:
        """Stop watching."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def check(self) -> None:
        """Raises RuntimeError when the bot ends again and again: then there is nothing left to be killed."""
        if len(self.last_words) >= _HOPELESS and len(set(self.last_words[-_HOPELESS:])) == 1:
            raise RuntimeError(f"the bot does not start any more: {self.last_words[-1]}")

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(0.2)
            async with self.lock:
                process = self._bot.process
                if process is not None and process.returncode is not None:
                    await self._bot.kill()
                    self.last_words.append(self._bot.lines[-1] if self._bot.lines else "")
                    await self._bot.start()


async def _until_alive(simulator: Simulator, people: Sequence[Registrant], seconds: float = 20.0) -> None:
    """Kill only a bot that has begun to work: the interesting moments are those."""
    before = sum(len(simulator.world.chat(person.id).by_id) for person in people)
    deadline = time.monotonic() + seconds
    while sum(len(simulator.world.chat(person.id).by_id) for person in people) < before + 5:
        if time.monotonic() > deadline:
            return
        await asyncio.sleep(0.02)


async def _all_ended(bot: BotProcess) -> None:
    """Until nothing waits any more; what still does then is told by the comparison."""
    deadline = time.monotonic() + _LAST_WORDS
    while time.monotonic() < deadline:
        connection = sqlite3.connect(f"file:{bot.database}?mode=ro", uri=True)
        try:
            waiting = connection.execute(
                "SELECT 1 FROM outbox WHERE status IN ('queued', 'sending') LIMIT 1"
            ).fetchone()
        finally:
            connection.close()
        if waiting is None:
            return
        await asyncio.sleep(0.1)
