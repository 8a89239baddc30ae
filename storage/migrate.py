"""Brings a database file forward to the newest numbered migration; there is no way back, backups are."""

import re
import sqlite3
from importlib import resources

from storage.errors import DatabaseNewer

_NAME = re.compile(r"^(\d{4})_\w+\.sql$")


def migrations() -> dict[int, str]:
    """Number → SQL of every migration that comes with the program, in order."""
    found = {}
    for file in resources.files("storage.migrations").iterdir():
        if match := _NAME.match(file.name):
            found[int(match[1])] = file.read_text(encoding="utf-8")
    return dict(sorted(found.items()))


def refuse_newer(connection: sqlite3.Connection) -> int:
    """The migration the file is at. Raises DatabaseNewer for a file of a newer program."""
    at: int = connection.execute("PRAGMA user_version").fetchone()[0]
    newest = max(migrations())
    if at > newest:
        raise DatabaseNewer(at, newest)
    return at


def migrate(connection: sqlite3.Connection, *, up_to: int | None = None) -> None:
    """Apply what is missing, each migration in one transaction with its number.

    ``up_to`` stops earlier (for tests of old versions). Raises DatabaseNewer for a file of a newer program.
    """
    known = migrations()
    newest = max(known)
    at = refuse_newer(connection)
    for number, script in known.items():
        if at < number <= (newest if up_to is None else up_to):
            connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
