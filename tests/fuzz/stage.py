"""The stage: a simulated Telegram and the bot in the same loop, with everything they complain about overheard."""

import asyncio
import logging
import signal
import sqlite3
import time
import warnings
from pathlib import Path
from typing import Self

from cryptography.fernet import Fernet

from simulator.bot_api import CallRecord
from simulator.server import Simulator
from tests.conftest import OWNER, RunningBot, settings_for

PATIENCE = 5.0  # real seconds that anybody may wait
_SETTLING = 30.0  # seconds
_LOOK = 0.003  # seconds between two looks at the tables
_OPEN = (
    "SELECT EXISTS (SELECT 1 FROM inbox WHERE status = 'new') "
    "OR EXISTS (SELECT 1 FROM outbox WHERE status IN ('queued', 'sending'))"
)


class Overheard(logging.Handler):
    """Keeps what is logged from INFO on; warnings and worse are complaints."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []
        self.complaints: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        line = self.format(record)
        self.lines.append(line)
        if record.levelno >= logging.WARNING:
            self.complaints.append(f"{record.levelname} {record.name}: {line}")

    def warn(self, message: Warning | str, *_: object, **__: object) -> None:
        """In place of warnings.showwarning."""
        self.complaints.append(f"{type(message).__name__}: {message}")


class Stage:
    """Use with ``async with``."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.simulator = Simulator(limits=False, seed=seed)
        self.world = self.simulator.world
        self.overheard = Overheard()
        self._folder = folder
        self._tables: sqlite3.Connection | None = None
        self._warnings = warnings.catch_warnings()
        self._level = logging.root.level
        self.restarts = 0
        self._presses_late_until = 0.0  # real time until which some may be answered too late, or twice

    async def __aenter__(self) -> Self:
        self._warnings.__enter__()
        warnings.simplefilter("always")
        warnings.showwarning = self.overheard.warn
        logging.root.addHandler(self.overheard)
        logging.root.setLevel(logging.INFO)
        await self.simulator.start()
        self.world.add_person("Marta", id=OWNER, started=True, phone="+570000001900")
        database = self._folder / "fuzz.sqlite3"
        settings = settings_for(
            self.simulator.url, database, "polling", encryption_key=Fernet.generate_key().decode(),
            send_rate_per_second=0.0, chat_rate_per_second=0.0,
        )  # fmt: skip
        self.bot = RunningBot(settings, self.simulator)
        await self._start()
        self._tables = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5)
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            if self._tables is not None:
                self._tables.close()
            await self.bot.stop()
            await self.simulator.stop()
        finally:
            logging.root.removeHandler(self.overheard)
            logging.root.setLevel(self._level)
            self._warnings.__exit__(None, None, None)

    async def restart(self) -> None:
        """The bot ends in good order and begins again."""
        self.restarts += 1
        await self.bot.stop()
        await self._start()
        # Updates that the stopped bot had stored and not yet confirmed come again, and presses among them are answered
        # a second time when their two seconds are over.
        self._presses_late_until = time.monotonic() + PATIENCE

    async def let_pass(self, seconds: float) -> None:
        """Everybody's clock moves."""
        await self.bot.let_pass(seconds)
        self._presses_late_until = max(self._presses_late_until, time.monotonic() + 1)

    async def at_rest(self) -> bool:
        """Whether, within patience, all that people did was worked through and all that was decided was said."""
        deadline = time.monotonic() + PATIENCE
        while self._busy():
            if time.monotonic() > deadline:
                return False
            await asyncio.sleep(_LOOK)
        return True

    def rows(self, query: str, *arguments: object) -> list[tuple[object, ...]]:
        """What the tables hold."""
        assert self._tables is not None
        return self._tables.execute(query, arguments).fetchall()

    def take_refused(self) -> list[CallRecord]:
        """The bot's refused calls since the last time, without those that a person or a restart is the reason of."""
        refused = [call for call in self.simulator.calls if call.status != 200 and not self._excused(call)]
        self.simulator.calls.clear()
        return refused

    async def _start(self) -> None:
        await self.bot.start()
        # Whoever interrupts a walk means the walk, not the bot in it.
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().remove_signal_handler(number)
        # What people see must not depend on how fast cards are learned and surveys compiled.
        await asyncio.wait_for(self.bot.app.settled.wait(), _SETTLING)

    def _busy(self) -> bool:
        return len(self.world.queue) > 0 or self._presses_wait() or bool(self.rows(_OPEN)[0][0])

    def _presses_wait(self) -> bool:
        now = self.simulator.clock.monotonic()
        for number, press in list(self.world.presses.items()):
            if press.answered or now - press.asked_at > self.simulator.callback_seconds:
                del self.world.presses[number]  # one asked about again gets the same refusal as one too old
        return bool(self.world.presses)

    def _excused(self, call: CallRecord) -> bool:
        if call.method == "getUpdates":
            return call.status == 409 and self.restarts > 0  # the poll that the stopped bot left behind
        if call.status == 403 and "blocked" in call.description:
            return True
        return "query is too old" in call.description and time.monotonic() < self._presses_late_until
