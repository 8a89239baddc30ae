"""Every version that was ever installed climbs to the newest with what it holds."""

import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import DatabaseUnusable
from storage.migrate import migrate, migrations

NUMBERS = sorted(migrations())


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(path, isolation_level=None)
    yield opened
    opened.close()


def tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [row[0] for row in rows]


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def allowed(sql: str, column: str) -> str | None:
    """The first value that a CHECK (column IN …) of a table allows."""
    _, found, rest = sql.partition(f"CHECK ({column} IN")
    return rest.split("'")[1] if found else None


def fill(connection: sqlite3.Connection, table: str) -> None:
    """One row with something in every column, whatever the columns are; foreign keys are not enforced here."""
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    values: dict[str, object] = {}
    for _, name, kind, _, _, _ in connection.execute(f"PRAGMA table_info({table})"):
        values[name] = {"INTEGER": 1, "BLOB": b"1", "REAL": 1.0}.get(kind) or allowed(sql, name) or "1"
    marks = ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))


@pytest.mark.parametrize("start", NUMBERS)
def test_every_earlier_version_climbs_to_the_newest_with_a_row_in_each_table(
    connection: sqlite3.Connection, start: int
) -> None:
    migrate(connection, up_to=start)
    for table in tables(connection):
        fill(connection, table)
    before = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables(connection)}

    migrate(connection)

    after = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables(connection)}
    assert version(connection) == NUMBERS[-1]
    assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    assert {table: after[table] for table in before if table in after} == {t: 1 for t in before if t in after}


def test_numbers_have_no_gap_and_begin_with_one() -> None:
    assert NUMBERS[0] == 1
    assert all(later == earlier + 1 for earlier, later in pairwise(NUMBERS))


def test_stopping_before_the_first_applies_nothing(connection: sqlite3.Connection) -> None:
    migrate(connection, up_to=0)

    assert (version(connection), tables(connection)) == (0, [])


def test_a_second_time_nothing_happens(connection: sqlite3.Connection) -> None:
    migrate(connection)
    fill(connection, "mark")

    migrate(connection)

    assert version(connection) == NUMBERS[-1]
    assert connection.execute("SELECT count(*) FROM mark").fetchone()[0] == 1


async def test_a_migration_that_fails_leaves_the_old_version_whole(connection: sqlite3.Connection, path: Path) -> None:
    # A table of the same name is in the way, so the first migration stops in the middle.
    connection.execute("CREATE TABLE person (kept TEXT)")
    connection.execute("INSERT INTO person VALUES ('as it was')")

    with pytest.raises(DatabaseUnusable, match="person already exists"):
        await Database.open(path)

    assert version(connection) == 0
    assert tables(connection) == ["person"]
    assert connection.execute("SELECT kept FROM person").fetchall() == [("as it was",)]
