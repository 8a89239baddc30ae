"""Owns what the fault stories share: a loop whose time can be skipped, and how a chat's messages ended."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from storage import outbox
from storage.outbox import Draft
from tests.conftest import RunningBot

Skip = Callable[[float], None]
SENT = "SELECT status, repeated FROM outbox WHERE chat_id = ? AND method != 'edit' ORDER BY id"


@pytest.fixture
async def skip() -> AsyncIterator[Skip]:
    """Lets so many seconds of the loop's own time pass at once, for calls that nobody answers."""
    loop = asyncio.get_running_loop()
    real, skipped = loop.time, [0.0]
    loop.time = lambda: real() + skipped[0]  # type: ignore[method-assign]

    def skip(seconds: float) -> None:
        skipped[0] += seconds

    yield skip
    loop.time = real  # type: ignore[method-assign]


def ends(bot: RunningBot, chat_id: int) -> list[tuple[Any, ...]]:
    """(status, sent again and flagged) of a chat's messages, in order; edits left out."""
    return bot.rows(SENT, chat_id)


def calls_for(bot: RunningBot, chat_id: int) -> int:
    """How often the bot tried to say or change something in a chat."""
    return sum(record.params.get("chat_id") == chat_id for record in bot.simulator.calls)


async def never(condition: Callable[[], bool], seconds: float = 0.5) -> None:
    """Watch for real seconds that something does not come to pass."""
    until = asyncio.get_running_loop().time() + seconds
    while asyncio.get_running_loop().time() < until:
        assert not condition()
        await asyncio.sleep(0.01)


def plan(bot: RunningBot, draft: Draft) -> None:
    """Something the bot is to say on its own; it finds it with its next tick."""
    write_down(bot.settings.database_path, draft)


def write_down(database: Path, draft: Draft) -> None:
    """The same, for a bot that is a process of its own."""
    connection = sqlite3.connect(database, timeout=5)
    with connection:
        outbox.plan(connection, draft, datetime(2026, 1, 1, tzinfo=UTC))
    connection.close()
