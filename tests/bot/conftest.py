"""A database file, a clock that stands still, the bot's entrance, and a loop whose time can be skipped."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.desk import Desk
from tests.bot.hall import Hall
from tests.bot.stand_ins import StillClock

Skip = Callable[[float], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "juntas.sqlite3"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(path)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def skip() -> Skip:
    """Lets so many seconds of the loop's own time pass at once, for what sleeps on the loop."""
    loop = asyncio.get_running_loop()
    real, skipped = loop.time, [0.0]
    loop.time = lambda: real() + skipped[0]  # type: ignore[method-assign]

    def skip(seconds: float) -> None:
        skipped[0] += seconds

    return skip


@pytest.fixture
async def hall(database: Database, clock: StillClock) -> AsyncIterator[Hall]:
    hall = Hall(database, clock)
    yield hall
    await hall.store.close()
    await hall.presses.close()


@pytest.fixture
async def desk(database: Database, clock: StillClock, skip: Skip) -> AsyncIterator[Desk]:
    desk = Desk(database, clock, skip)
    yield desk
    await desk.close()
