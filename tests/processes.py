"""The bot as a process of its own: started, asked to stop, killed, started again."""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


class BotProcess:
    """``python -m bot run`` against a simulator. Ends with the ``async with`` block whatever happens."""

    def __init__(
        self,
        url: str,
        database: Path,
        *,
        token: str = "1:SIMULATOR",
        program: tuple[str, ...] = ("-m", "bot", "run"),
        **environment: str,
    ) -> None:
        self.database = database
        self._program = program
        self.lines: list[str] = []
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("TELEGRAM_", "WEBHOOK_"))},
            "TELEGRAM_BOT_TOKEN": token,
            "TELEGRAM_API_URL": url,
            "DATABASE_PATH": str(database),
            "HOST": "127.0.0.1",
            "PORT": "0",
            "LOG_LEVEL": "WARNING",
            **environment,
        }
        self.process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start it; does not wait until it is ready."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, *self._program, cwd=ROOT, env=self._environment, stderr=asyncio.subprocess.PIPE
        )
        self._reading = asyncio.create_task(self._read(self.process))

    async def kill(self) -> None:
        """SIGKILL: no time for a last word."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; its exit code."""
        return await self._end(signal.SIGTERM)

    async def exit_code(self, seconds: float = 20.0) -> int:
        """Wait until it ends by itself."""
        assert self.process is not None
        code = await asyncio.wait_for(self.process.wait(), seconds)
        assert self._reading is not None
        await self._reading
        return code

    async def _end(self, number: signal.Signals) -> int:
        process = self.process
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(number)
        code = await asyncio.wait_for(process.wait(), 30)
        if self._reading is not None:
            await self._reading
        self.process = None
        return code

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr is not None
        async for line in process.stderr:
            self.lines.append(line.decode(errors="replace").rstrip())

    async def __aenter__(self) -> "BotProcess":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.kill()


def free_port() -> int:
    """A port that is free just now, for a webhook that has to be the same after a restart."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
