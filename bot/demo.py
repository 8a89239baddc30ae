"""make demo: starts the simulator and the bot as two processes, with invented boards, and opens the chat page."""

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import webbrowser
from datetime import UTC, datetime
from pathlib import Path

from bot.demo_city import COORDINATOR, PEOPLE, found_city
from bot.keys import find_or_make_key
from storage.database import Database

_TOKEN = "100100:SIMULATOR"  # noqa: S105 — the simulator's own


def demonstrate(port: int, *, open_browser: bool) -> int:
    """Run until Ctrl+C; 0 when it was asked to stop, otherwise the exit code of the process that ended by itself."""
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    with tempfile.TemporaryDirectory(prefix="juntas-demo-") as folder:
        people_file = Path(folder) / "people.json"
        people_file.write_text(json.dumps(PEOPLE), encoding="utf-8")
        database = Path(folder) / "demo.sqlite3"
        asyncio.run(_seed(database))
        telegram = subprocess.Popen(
            [sys.executable, "-m", "simulator", "--port", str(port), "--token", _TOKEN, "--people", str(people_file)],
            stdout=subprocess.PIPE,
            text=True,
        )
        bot: subprocess.Popen[str] | None = None
        try:
            url = _ready(telegram)
            if url is None:
                print(f"The demo's port {port} is taken. Try: python -m bot demo --port 0", file=sys.stderr)  # noqa: T201
                return 2
            bot = subprocess.Popen([sys.executable, "-m", "bot", "run"], env=_environment(url, database), text=True)
            print(f"\n  Open the chat:  {url}\n  Stop with Ctrl+C\n", flush=True)  # noqa: T201
            if open_browser:
                webbrowser.open(url)
            return _until_stopped(telegram, bot)
        finally:
            for process in (bot, telegram):
                if process is not None:
                    _end(process)


def _ready(telegram: "subprocess.Popen[str]") -> str | None:
    line = telegram.stdout.readline() if telegram.stdout else ""
    return line.split()[-1] if line.startswith("simulator ready") else None


def _environment(url: str, database: Path) -> dict[str, str]:
    return os.environ | {
        "TELEGRAM_BOT_TOKEN": _TOKEN,
        "TELEGRAM_API_URL": url,
        "DATABASE_PATH": str(database),
        "BOT_MODE": "polling",
        "OWNER_IDS": str(COORDINATOR),
        "HOST": "127.0.0.1",
        "PORT": "0",
        "LOG_LEVEL": "WARNING",
    }


def _until_stopped(telegram: "subprocess.Popen[str]", bot: "subprocess.Popen[str]") -> int:
    try:
        while True:
            for process in (bot, telegram):
                try:
                    return process.wait(timeout=0.5)
                except subprocess.TimeoutExpired:
                    continue
    except KeyboardInterrupt:
        return 0


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


async def _seed(path: Path) -> None:
    logging.getLogger("bot.keys").setLevel(logging.ERROR)  # the demo's key is thrown away with its database
    find_or_make_key(None, path, is_new=True)
    database = await Database.open(path)
    try:
        await database.write(lambda tx: found_city(tx, datetime.now(UTC)))
    finally:
        await database.close()
