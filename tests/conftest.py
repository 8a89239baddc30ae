"""Owns the fixtures of whole stories: a simulator on a free port, and the bot running in the test's own loop."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.settings import Settings
from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from tests.processes import free_port

OWNER = 1900
_SECRET = "invented-secret"
_STARTING = 10.0  # real seconds
_NO_LIMIT = 100_000.0  # messages per second


@dataclass(slots=True)
class RunningBot:
    """One bot with its settings; it can be stopped and started again on the same database."""

    settings: Settings
    simulator: Simulator
    app: App = field(init=False)
    _task: "asyncio.Task[None] | None" = None

    async def start(self) -> None:
        """Returns when the bot is ready. Raises what ended it before that."""
        self.app = App(self.settings)
        self._task = asyncio.create_task(self.app.run())
        ready = asyncio.create_task(self.app.ready.wait())
        await asyncio.wait([self._task, ready], timeout=_STARTING, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if self._task.done():
            self._task.result()
        assert self.app.ready.is_set(), "the bot did not become ready"

    async def stop(self) -> None:
        """Ask it to end in good order, and wait. Raises what a task of it died of."""
        if self._task is not None:
            self.app.stop()
            task, self._task = self._task, None
            await asyncio.wait_for(task, 20)

    async def let_pass(self, seconds: float) -> None:
        """Move everybody's clock; returns when the bot knows."""
        offset = self.simulator.clock.advance(seconds)
        if self._task is not None:
            async with asyncio.timeout(5):
                while self.app._clock.offset != offset:
                    await asyncio.sleep(0.005)

    def rows(self, query: str, *arguments: object) -> list[tuple[Any, ...]]:
        """What the database file holds."""
        connection = sqlite3.connect(f"file:{self.settings.database_path}?mode=ro", uri=True, timeout=5)
        try:
            return connection.execute(query, arguments).fetchall()
        finally:
            connection.close()

    async def until(self, query: str, *arguments: object) -> tuple[Any, ...]:
        """The first row of a query, as soon as there is one."""
        async with asyncio.timeout(5):
            while not (found := self.rows(query, *arguments)):
                await asyncio.sleep(0.01)
        return found[0]

    async def settled(self) -> None:
        """Returns when all that people did was answered, and the answers have arrived."""
        waiting = (
            "SELECT 1 FROM inbox WHERE status = 'new' UNION ALL "
            "SELECT 1 FROM outbox WHERE status IN ('queued', 'sending') AND method != 'edit'"
        )
        async with asyncio.timeout(10):
            while len(self.simulator.world.queue) or self.rows(waiting):
                await asyncio.sleep(0.01)

    def bytes_on_disk(self) -> bytes:
        """Database file, write-ahead log and shared memory, as a thief would find them."""
        path = self.settings.database_path
        return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*") if file.suffix != ".key")


StartBot = Callable[..., Awaitable[RunningBot]]


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A Telegram without flood limits."""
    telegram = Simulator(limits=False)
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
async def simulator_strict() -> AsyncIterator[Simulator]:
    """A Telegram as strict with floods as its documentation."""
    # One more than the bot allows itself: a call that set out late must not look like a call too many.
    telegram = Simulator(limits=True, private_burst=5)
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
async def start_bot(tmp_path: Path) -> AsyncIterator[StartBot]:
    """``await start_bot(simulator, mode="polling", **settings)``; without our own limits unless they are given."""
    running: list[RunningBot] = []

    async def start(telegram: Simulator, mode: str = "polling", **changed: Any) -> RunningBot:
        chosen = settings_for(telegram.url, tmp_path / "juntas.sqlite3", mode, **changed)
        bot = RunningBot(chosen, telegram)
        running.append(bot)
        await bot.start()
        return bot

    yield start
    for bot in running:
        await bot.stop()


def settings_for(url: str, database: Path, mode: str, **changed: Any) -> Settings:
    """Every setting said here: neither the environment nor a file .env has a part in it."""
    port = free_port() if mode == "webhook" else 0
    values: dict[str, Any] = {
        "telegram_bot_token": "1:SIMULATOR",
        "telegram_api_url": url,
        "database_path": database,
        "bot_mode": mode,
        "webhook_url": f"http://127.0.0.1:{port}" if mode == "webhook" else None,
        "webhook_secret": _SECRET if mode == "webhook" else None,
        "host": "127.0.0.1",
        "port": port,
        "owner_ids": frozenset({OWNER}),
        "timezone": "America/Bogota",
        "content_dir": None,
        "log_level": "INFO",
        "encryption_key": None,
        "send_rate_per_second": _NO_LIMIT,
        "chat_rate_per_second": _NO_LIMIT,
        **changed,
    }
    return Settings(_env_file=None, **values)


@pytest.fixture
def rosa(simulator: Simulator) -> VirtualPerson:
    """Somebody who has never written to the bot."""
    return VirtualPerson(
        simulator.world, simulator.world.add_person("Rosa", last_name="Inventada", phone="+570000001001")
    )


@pytest.fixture
def efrain(simulator: Simulator) -> VirtualPerson:
    """Somebody else who has never written to the bot."""
    return VirtualPerson(
        simulator.world, simulator.world.add_person("Efraín", last_name="De Prueba", phone="+570000001002")
    )


@pytest.fixture
def marta(simulator: Simulator) -> VirtualPerson:
    """The owner of the bot, who has written to it once."""
    return VirtualPerson(simulator.world, simulator.world.add_person("Marta", id=OWNER, started=True))
