"""Owns how these tests run the command line: with an environment of their own, and what it said."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from simulator.server import Simulator
from tests.processes import ROOT, BotProcess

TOKEN = "7007:INVENTED_TOKEN_THAT_NOBODY_MAY_READ_01"
_OURS = (
    "TELEGRAM_", "WEBHOOK_", "BOT_MODE", "DATABASE_PATH", "HOST", "PORT", "OWNER_IDS", "TIMEZONE", "CONTENT_DIR",
    "LOG_LEVEL", "ENCRYPTION_KEY", "SEND_RATE", "CHAT_RATE",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that is over."""

    code: int
    out: str
    err: str

    def lines(self) -> list[str]:
        """What it said on standard error, without the log."""
        return [line for line in self.err.splitlines() if line and not line[:4].isdigit()]


async def run(*arguments: str, cwd: Path = ROOT, python: str = sys.executable, **environment: str) -> Ended:
    """``python -m bot …`` until it ends; None of this machine's settings reach it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_OURS)}
    process = await asyncio.create_subprocess_exec(
        python, "-m", "bot", *arguments, cwd=cwd, env=kept | environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        out, err = await asyncio.wait_for(process.communicate(), 30)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return Ended(process.returncode or 0, out.decode(), err.decode())


@asynccontextmanager
async def telegram(token: str = "1:SIMULATOR", *, limits: bool = False) -> AsyncIterator[Simulator]:
    """A simulator for a process."""
    simulator = Simulator(token=token, limits=limits)
    await simulator.start()
    try:
        yield simulator
    finally:
        await simulator.stop()


async def said(bot: BotProcess, wanted: str, seconds: float = 15.0) -> str:
    """The first line of its log with these words, as soon as it is there."""
    found: list[str] = []

    def there() -> bool:
        found[:] = [line for line in bot.lines if wanted in line]
        return bool(found)

    await until(there, f"{wanted!r} in {bot.lines}", seconds)
    return found[0]


async def until(condition: Callable[[], bool], what: str, seconds: float = 15.0) -> None:
    """Wait for something that only shows from outside."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, f"waited for {what}"
        await asyncio.sleep(0.02)
