"""What goes wrong with the machine under the bot: a full disk, a database that another process has locked."""

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_A_FEW_BYTES = 1024


@contextmanager
def full_disk(pid: int) -> Iterator[None]:
    """No write of this process beyond the first bytes of a file succeeds. Raises ProcessLookupError if it has ended."""
    free = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (_A_FEW_BYTES, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, free)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Somebody else writes. Raises sqlite3.OperationalError when it could not be locked within two seconds."""
    connection = sqlite3.connect(database, isolation_level=None, timeout=2)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
    finally:
        connection.close()
