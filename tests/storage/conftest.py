"""An empty database for each test: a transaction in memory for one table, a real file for what files do."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.migrate import migrate
from storage.phones import PhoneVault


@pytest.fixture
def tx() -> Iterator[sqlite3.Connection]:
    """What a storage function is given, on a database that lives in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection)
    yield connection
    connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "juntas.sqlite3"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(path)
    yield opened
    await opened.close()


@pytest.fixture
def vault() -> PhoneVault:
    return PhoneVault("c2VjcmV0LWtleS1vZi10aGlydHktdHdvLWJ5dGVzISE=")
