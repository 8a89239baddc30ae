"""One transaction for each write, whatever happens to its caller, its disk or its neighbours."""

import asyncio
import resource
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from storage import marks
from storage.database import Database, Transaction
from storage.errors import DatabaseBusy, DatabaseFull, DatabaseNewer, DatabaseUnusable, StorageError
from storage.migrate import migrations
from tests.storage.invented import stored


def mark(name: str) -> object:
    return lambda tx: marks.save(tx, name, "set")


async def names(database: Database) -> list[object]:
    return await stored(database, "SELECT name FROM mark ORDER BY name")


async def test_what_a_write_did_is_there_when_it_returns(database: Database) -> None:
    await database.write(mark("a"))

    assert await names(database) == ["a"]


async def test_a_write_that_fails_halfway_leaves_nothing(database: Database) -> None:
    def halfway(tx: Transaction) -> None:
        marks.save(tx, "half", "set")
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        await database.write(halfway)

    assert await names(database) == []


async def test_a_caller_who_gives_up_leaves_no_open_transaction_and_what_was_begun_is_kept(database: Database) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        marks.save(tx, "slow", "set")
        begun.set()
        go_on.wait(5)

    caller = asyncio.create_task(database.write(slow))
    await asyncio.to_thread(begun.wait, 5)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    go_on.set()
    await database.write(mark("next"))

    assert await names(database) == ["next", "slow"]


async def test_one_failing_work_does_not_touch_those_beside_it(database: Database) -> None:
    def failing(tx: Transaction) -> None:
        marks.save(tx, "failing", "set")
        raise KeyError("x")

    results = await database.write_each([mark("a"), failing, mark("b")])

    assert [type(result) for result in results] == [type(None), KeyError, type(None)]
    assert await names(database) == ["a", "b"]


async def test_a_reader_sees_only_what_is_committed(database: Database) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        marks.save(tx, "slow", "set")
        begun.set()
        go_on.wait(5)

    writing = asyncio.create_task(database.write(slow))
    await asyncio.to_thread(begun.wait, 5)
    meanwhile = await names(database)
    go_on.set()
    await writing

    assert meanwhile == []
    assert await names(database) == ["slow"]


async def test_the_reading_side_cannot_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(mark("a"))


async def test_a_full_disk_has_a_name_and_keeps_what_was_there(database: Database) -> None:
    await database.write(mark("before"))
    pages = (await stored(database, "PRAGMA page_count"))[0]
    await database.write(lambda tx: tx.execute(f"PRAGMA max_page_count = {pages}").fetchall())

    with pytest.raises(DatabaseFull):
        await database.write(lambda tx: marks.save(tx, "big", "x" * 1_000_000))
    (result,) = await database.write_each([lambda tx: marks.save(tx, "big", "x" * 1_000_000)])
    await database.write(lambda tx: tx.execute("PRAGMA max_page_count = 100000").fetchall())
    await database.write(mark("after"))

    assert isinstance(result, DatabaseFull)
    assert await names(database) == ["after", "before"]


async def test_a_disk_too_full_to_forget_traces_has_the_same_name(database: Database) -> None:
    await database.write(lambda tx: marks.save(tx, "big", "x" * 1_000_000))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        with pytest.raises(DatabaseFull):
            await database.forget_traces()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    await database.forget_traces()

    assert await names(database) == ["big"]


async def test_a_mistake_in_our_own_sql_is_not_taken_for_a_sick_database(database: Database) -> None:
    def mistaken(tx: Transaction) -> None:
        tx.execute("SELECT no_such_column FROM mark")

    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        await database.write(mistaken)
    (result,) = await database.write_each([mistaken])

    assert isinstance(result, sqlite3.OperationalError)


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path) -> None:
    path.write_text("Acta de la asamblea\n" * 400, encoding="utf-8")

    with pytest.raises(DatabaseUnusable, match="not a database"):
        await Database.open(path)

    assert path.read_text(encoding="utf-8").startswith("Acta")


async def test_a_folder_in_the_file_s_place_is_refused(path: Path) -> None:
    path.mkdir()

    with pytest.raises(StorageError, match="unable to open"):
        await Database.open(path)


async def test_a_file_damaged_in_the_middle_is_refused_at_the_start(path: Path, database: Database) -> None:
    await database.write(lambda tx: [marks.save(tx, f"name {i}", "x" * 500) for i in range(200)])
    await database.forget_traces()
    damaged = path.with_name("damaged.sqlite3")
    content = bytearray(path.read_bytes())
    content[4096 : len(content) - 8192] = b"\x5a" * (len(content) - 12288)
    damaged.write_bytes(content)

    with pytest.raises(DatabaseUnusable):
        await Database.open(damaged)


async def test_a_file_of_a_newer_program_is_not_touched(path: Path) -> None:
    newest = max(migrations())
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {newest + 1}")
    connection.close()

    with pytest.raises(DatabaseNewer) as refusal:
        await Database.open(path)

    assert (refusal.value.found, refusal.value.known) == (newest + 1, newest)


async def test_another_program_that_holds_the_file_too_long_is_told_apart_and_outlived(
    database: Database, path: Path
) -> None:
    await database.write(lambda tx: tx.execute("PRAGMA busy_timeout = 50").fetchall())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy, match="locked"):
        await database.write(mark("during"))
    (result,) = await database.write_each([mark("during")])
    other.execute("ROLLBACK")
    other.close()
    await database.write(mark("after"))

    assert isinstance(result, DatabaseBusy)
    assert await names(database) == ["after"]


async def test_a_lock_is_waited_for_once_and_not_by_each_of_many_works(database: Database, path: Path) -> None:
    await database.write(lambda tx: tx.execute("PRAGMA busy_timeout = 300").fetchall())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    results = await database.write_each([mark(f"work {number}") for number in range(10)])
    waited = time.monotonic() - started
    other.execute("ROLLBACK")
    other.close()

    assert [type(result) for result in results] == [DatabaseBusy] * 10
    assert waited < 1.5


async def test_everything_is_there_after_closing_and_opening_again(path: Path) -> None:
    first = await Database.open(path)
    await first.write(mark("kept"))
    await first.close()
    second = await Database.open(path)
    try:
        assert await names(second) == ["kept"]
    finally:
        await second.close()
