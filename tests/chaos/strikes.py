"""The scheduler of faults: one after the other, drawn by seeded dice, each for a short time, each counted."""

import asyncio
import contextlib
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Awaitable, Callable

from simulator.faults import Fault
from simulator.manners import GRACE
from simulator.second_poller import poll_beside
from simulator.server import Simulator
from tests.chaos.machine import full_disk, locked
from tests.processes import BotProcess

_SENDING = ("sendMessage", "editMessageText")
_HOUR, _DAY = 3600.0, 86400.0
_TRIED_AGAIN_AFTER = 3.0  # seconds that the bot may rest before it writes down what it could not
Strike = Callable[[], Awaitable[None]]


class Strikes:
    """Strikes until stopped. ``struck``: kind → how often; ``hit``: kind → calls and updates that met it."""

    def __init__(self, simulator: Simulator, bot: BotProcess, dice: random.Random, *, mode: str) -> None:
        self.struck: Counter[str] = Counter()
        self.hit: Counter[str] = Counter()
        self._simulator = simulator
        self._bot = bot
        self._dice = dice
        self._stopping = False
        self._unwritable = (0.0, 0.0)  # when that began and ended last
        kinds: dict[str, Strike] = {
            **{kind: self._spoiled_calls(kind) for kind in ("html_502", "error_500", "drop_before", "drop_after")},
            **{kind: self._spoiled_calls(kind) for kind in ("html_504", "hang_before", "hang_after")},
            "latency": self._slow,
            "flood of one chat": self._flood_one,
            "flood of all": self._flood_all,
            "duplicate_update": self._duplicate,
            "repeat_press": self._repeat_presses,
            "disk full": self._fill_disk,
            "database locked": self._lock_database,
            "an hour later": self._jump(_HOUR),
            "a day later": self._jump(_DAY),
        }
        if mode == "webhook":
            kinds["hold_update"] = self._hold_updates
            kinds["webhook_timeout"] = self._give_up_on_answers
            kinds["lose_answer"] = self._lose_answers
        else:
            kinds["second poller"] = self._second_poller
        self._kinds = kinds

    @property
    def unwritten(self) -> float:
        """For how many seconds the bot may not have been able to write down what it was told."""
        now = time.monotonic()
        return GRACE + (now - self._unwritable[0] if now < self._unwritable[1] + _TRIED_AGAIN_AFTER else 0.0)

    async def run(self) -> None:
        """Every kind once in a shuffled order, then again in another, until :meth:`stop`."""
        while not self._stopping:
            order = list(self._kinds)
            self._dice.shuffle(order)
            for kind in order:
                if self._stopping:
                    return
                self.struck[kind] += 1
                await self._kinds[kind]()
                await asyncio.sleep(self._dice.uniform(0.0, 0.4))

    def stop(self) -> None:
        """Let the strike under way end; what is in force is lifted by it."""
        self._stopping = True

    async def _hold(self, kind: str, rules: list[Fault], seconds: float) -> None:
        await asyncio.sleep(seconds)
        for rule in rules:
            self._simulator.faults.lift(rule)
            self.hit[kind] += rule.hits

    # --- calls ------------------------------------------------------------------------------------------------------

    def _spoiled_calls(self, kind: str) -> Strike:
        async def strike() -> None:
            seconds = self._dice.uniform(0.2, 2.0) if kind.startswith("hang") else None
            methods = _SENDING if kind.startswith("hang") else (*_SENDING, "getUpdates", "answerCallbackQuery")
            times = self._dice.randint(1, 3)
            add = self._simulator.faults.add
            rules = [add(kind, method, seconds=seconds, times=times) for method in methods]
            await self._hold(kind, rules, self._dice.uniform(0.3, 1.5))

        return strike

    async def _slow(self) -> None:
        rule = self._simulator.faults.add("latency", seconds=self._dice.uniform(0.1, 0.8))
        await self._hold("latency", [rule], self._dice.uniform(0.5, 1.5))

    async def _flood_one(self) -> None:
        seconds = float(self._dice.randint(1, 4))
        chats = self._dice.sample(sorted(self._simulator.world.people), 2)
        rules = [self._simulator.faults.add("flood", chat=chat, seconds=seconds) for chat in chats]
        await self._hold("flood of one chat", rules, seconds)

    async def _flood_all(self) -> None:
        seconds = float(self._dice.randint(1, 3))
        await self._hold("flood of all", [self._simulator.faults.add("flood", seconds=seconds)], seconds)

    # --- updates ----------------------------------------------------------------------------------------------------

    async def _duplicate(self) -> None:
        rule = self._simulator.faults.add("duplicate_update", times=self._dice.randint(1, 6))
        await self._hold("duplicate_update", [rule], 1.0)

    async def _repeat_presses(self) -> None:
        late = self._dice.choice((None, 0.05, 0.5))
        rule = self._simulator.faults.add("repeat_press", seconds=late, times=self._dice.randint(1, 6))
        await self._hold("repeat_press", [rule], 1.0)

    async def _hold_updates(self) -> None:
        kind = self._dice.choice(("message", "callback_query", "my_chat_member"))
        rule = self._simulator.faults.add("hold_update", kind, seconds=self._dice.uniform(0.05, 1.0), times=5)
        await self._hold("hold_update", [rule], 1.0)

    async def _give_up_on_answers(self) -> None:
        rule = self._simulator.faults.add("webhook_timeout", seconds=0.002, times=self._dice.randint(1, 5))
        await self._hold("webhook_timeout", [rule], 1.0)

    async def _lose_answers(self) -> None:
        rule = self._simulator.faults.add("lose_answer", times=self._dice.randint(1, 5))
        await self._hold("lose_answer", [rule], 1.0)

    async def _second_poller(self) -> None:
        seconds = self._dice.uniform(0.3, 1.5)
        with contextlib.suppress(OSError):
            taken = await poll_beside(self._simulator.url, self._simulator.token, seconds=seconds)
            self.hit["second poller"] += len(taken)

    # --- the bot's machine ------------------------------------------------------------------------------------------

    async def _fill_disk(self) -> None:
        process = self._bot.process
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError), full_disk(process.pid):
            self.hit["disk full"] += 1
            await self._unwritable_for(self._dice.uniform(0.3, 2.0))

    async def _lock_database(self) -> None:
        """Another process (this one) writes for a while; now and then for longer than the bot waits in one go."""
        seconds = 5.5 if self._dice.random() < 0.1 else self._dice.uniform(0.2, 1.5)
        with contextlib.suppress(sqlite3.OperationalError), locked(self._bot.database):
            self.hit["database locked"] += 1
            await self._unwritable_for(seconds)

    async def _unwritable_for(self, seconds: float) -> None:
        now = time.monotonic()
        self._unwritable = (now, now + seconds)
        await asyncio.sleep(seconds)

    def _jump(self, seconds: float) -> Strike:
        async def strike() -> None:
            # Telegram drops a press after 150 s and a message after a day: no bot can prevent that, so the clock is
            # moved only while everything has been fetched.
            for _ in range(200):
                if not len(self._simulator.world.queue):
                    self._simulator.clock.advance(seconds)
                    self.hit["an hour later" if seconds == _HOUR else "a day later"] += 1
                    return
                await asyncio.sleep(0.01)

        return strike
