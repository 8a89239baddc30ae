"""The SQLite file: one writer connection, readers beside it, pragmas, transactions, migrations at start.

A transaction runs as one synchronous function on aiosqlite's own thread. Nothing can be awaited between BEGIN and
COMMIT, so two tasks cannot share a transaction and a cancelled task cannot leave one open; and an answer costs one hop
between threads instead of ten (docs/adr/0002).
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ParamSpec, Self, TypeVar

import aiosqlite

from storage.errors import DatabaseBusy, DatabaseFull, DatabaseUnusable
from storage.migrate import migrate, refuse_newer

T = TypeVar("T")
P = ParamSpec("P")
Transaction = sqlite3.Connection

# secure_delete: what a person erases is overwritten in the file. synchronous=FULL: an update is confirmed to Telegram
# after COMMIT, so a commit has to survive a power cut. temp_store: no copies of rows in temporary files.
_PRAGMAS = """
PRAGMA busy_timeout = 5000;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
PRAGMA wal_autocheckpoint = 1000;
"""
_FULL_OR_READ_ONLY = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
# A statement or a value of ours is wrong: trying again would not help, so these stay what they are.
_MISTAKES = {
    sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_RANGE, sqlite3.SQLITE_MISUSE,
}  # fmt: skip


class _Connection(aiosqlite.Connection):
    """aiosqlite's connection, with its way of running a function on its thread made public."""

    async def run(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Call ``function`` with the sqlite3 connection on the connection's thread."""
        result: T = await self._execute(function, self._conn)  # type: ignore[no-untyped-call]  # aiosqlite's own
        return result

    async def ended(self) -> None:
        """Returns when the connection's thread is over: one that outlives the event loop ends in a traceback."""
        await asyncio.to_thread(self._thread.join)


class Database:
    """Use :meth:`open`; close it on every way out, since an open connection keeps the program alive."""

    def __init__(self, path: Path, writer: _Connection, reader: _Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._inode = path.stat().st_ino

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open or create the file and bring it to this program's migration.

        Raises DatabaseBusy, DatabaseUnusable, DatabaseFull or DatabaseNewer, with the file closed again.
        """
        opened: list[_Connection] = []
        try:
            writer = await _connect(path, opened)
            await writer.run(_prepare)
            reader = await _connect(path, opened)
            await reader.run(lambda c: c.executescript(_PRAGMAS + "PRAGMA query_only = ON;"))
        except BaseException as error:
            for connection in opened:
                await connection.close()
            if isinstance(error, sqlite3.Error):
                raise _named(error, path) from error
            raise
        return cls(path, writer, reader)

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` in one transaction: committed when it returns, rolled back when it raises.

        The transaction ends even if the caller is cancelled while it runs. Raises DatabaseFull when nothing could be
        written, DatabaseBusy when the file is locked, DatabaseUnusable when it is damaged, and whatever ``work``
        raises.
        """
        try:
            return await asyncio.shield(self._writer.run(lambda connection: _transact(connection, work)))
        except sqlite3.Error as error:
            if _is_mistake(error):
                raise
            raise _named(error, self.path) from error

    async def write_each(self, works: Sequence[Callable[[Transaction], T]]) -> list[T | Exception]:
        """Run several works on one hop, each in its own transaction; an exception stands in its place in the list.

        One that finds the file locked has waited for the others too: they get the same DatabaseBusy at once, so that
        the thread is not held for as many waits as there are works.
        """

        def all_of_them(connection: sqlite3.Connection) -> list[T | Exception]:
            results: list[T | Exception] = []
            for work in works:
                if results and isinstance(results[-1], DatabaseBusy):
                    results.append(results[-1])
                    continue
                try:
                    results.append(_transact(connection, work))
                except sqlite3.Error as error:
                    results.append(error if _is_mistake(error) else _named(error, self.path))
                except Exception as error:  # noqa: BLE001 — one failing update must not stop the others; the caller parks it
                    results.append(error)
            return results

        return await asyncio.shield(self._writer.run(all_of_them))

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` on the reading connection: it sees what is committed and never waits for the writer."""
        return await self._reader.run(work)

    def is_in_place(self) -> bool:
        """Whether the open file is still the one at its path: one that was deleted or moved goes on working, unseen."""
        try:
            return self.path.stat().st_ino == self._inode
        except OSError:
            return False

    async def forget_traces(self) -> None:
        """Write the file anew and empty the write-ahead log. Raises DatabaseFull or DatabaseUnusable.

        secure_delete overwrites what is deleted, but not the copies that stay behind in a page when SQLite moves its
        rows to other pages; only VACUUM leaves nothing of them.
        """
        try:
            await asyncio.shield(self._writer.run(_rewrite))
        except sqlite3.Error as error:
            raise _named(error, self.path) from error

    async def close(self) -> None:
        """Close both connections; the write-ahead log goes with the last of them."""
        await self._reader.close()
        await self._writer.close()


async def look(path: Path, work: Callable[[Transaction], T]) -> T:
    """Read a database without changing anything, migrations included; a running bot is not disturbed.

    Raises DatabaseUnusable or DatabaseNewer, and whatever ``work`` raises.
    """
    connection = _Connection(lambda: sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True), 64)
    try:
        await connection
    except sqlite3.Error as error:
        await connection.ended()
        raise _named(error, path) from error

    def looked(reader: sqlite3.Connection) -> T:
        reader.row_factory = sqlite3.Row
        if reader.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("quick_check failed")
        refuse_newer(reader)
        return work(reader)

    try:
        return await connection.run(looked)
    except sqlite3.Error as error:
        raise _named(error, path) from error
    finally:
        await connection.close()


async def _connect(path: Path, opened: list[_Connection]) -> _Connection:
    connection = _Connection(lambda: _open_file(path), iter_chunk_size=64)
    opened.append(connection)
    try:
        await connection
    except BaseException:
        await connection.ended()
        raise
    return connection


def _open_file(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    # isolation_level None: transactions are ours alone, begun with BEGIN IMMEDIATE (a deferred one fails when it
    # turns from reading to writing, whatever the busy_timeout).
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    connection.row_factory = sqlite3.Row
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.executescript(_PRAGMAS)
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check failed")
    migrate(connection)


def _transact(connection: sqlite3.Connection, work: Callable[[Transaction], T]) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return result


def _rewrite(connection: sqlite3.Connection) -> None:
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _is_mistake(error: sqlite3.Error) -> bool:
    code: Any = getattr(error, "sqlite_errorcode", None)  # missing when Python's own checks refused a value
    return code is None or code & 0xFF in _MISTAKES


def _named(error: sqlite3.Error, path: Path) -> Exception:
    code: Any = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in _FULL_OR_READ_ONLY:
        return DatabaseFull(f"{path}: {error}")
    if code is not None and code & 0xFF in _LOCKED:
        return DatabaseBusy(f"{path}: {error}")
    return DatabaseUnusable(f"{path}: {error}")
