"""The tick notes that the bot lives, hands over what is due, and forgets what is too old, in the file too."""

from datetime import datetime, timedelta
from pathlib import Path

from bot.ticker import Ticker, last_heartbeat
from storage import inbox, outbox
from storage.database import Database, Transaction
from storage.inbox import Arrived
from tests.bot.post_office import PostOffice, draft
from tests.bot.stand_ins import ROSA, START, StillClock

_WEEK = timedelta(days=7).total_seconds()


async def test_the_heartbeat_tells_when_the_bot_last_lived(database: Database, clock: StillClock) -> None:
    ticker = _ticker(database, clock)

    await ticker.tick()
    clock.seconds += 40
    await ticker.tick()

    assert await database.read(last_heartbeat) == START + timedelta(seconds=40)


async def test_what_is_due_soon_is_handed_over_and_the_rest_waits(database: Database, clock: StillClock) -> None:
    office = PostOffice(database, clock)
    await office.write(
        draft("soon", due_at=START + timedelta(seconds=20)), draft("tomorrow", due_at=START + timedelta(days=1))
    )
    ticker = Ticker(database, office.sender, office.pacing, clock)

    await ticker.tick()

    assert office.sender.waiting == 1


async def test_what_is_planned_by_the_time_of_day_is_handed_over_in_the_same_tick(
    database: Database, clock: StillClock
) -> None:
    office = PostOffice(database, clock)
    ticker = Ticker(database, office.sender, office.pacing, clock, (_good_morning,))

    await ticker.tick()
    await ticker.tick()

    assert office.sender.waiting == 1


async def test_once_a_week_what_was_deleted_leaves_the_file_too(
    database: Database, clock: StillClock, path: Path
) -> None:
    ticker = _ticker(database, clock)
    await ticker.tick()
    words = "la casa azul junto al caño " * 20
    await database.write(lambda tx: inbox.record(tx, [Arrived(1, ROSA, "private", words)], clock.now()))
    await database.write(lambda tx: inbox.close(tx, 1, "done", clock.now()))
    clock.seconds += _WEEK + timedelta(days=2).total_seconds()

    await ticker.tick()

    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    assert not any(b"casa azul" in file.read_bytes() for file in files)


def _good_morning(tx: Transaction, now: datetime) -> None:
    outbox.plan(tx, draft("buenos días", dedupe_key=f"morning:{now.date()}"), now)


def _ticker(database: Database, clock: StillClock) -> Ticker:
    office = PostOffice(database, clock)
    return Ticker(database, office.sender, office.pacing, clock)
