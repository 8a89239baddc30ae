"""Invented people and what they did, for tests that need something to be stored already."""

from datetime import UTC, datetime

from storage import answers, chats, people
from storage.database import Database, Transaction
from storage.outbox import Draft
from storage.people import PersonRow

NOW = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)
ROSA, JUAN = 501, 502  # private chats
GROUP = -77


def person(tx: Transaction, chat_id: int = ROSA, name: str = "Rosa Pérez") -> PersonRow:
    """Somebody who accepted the service."""
    chats.record_seen(tx, chat_id, "private", NOW)
    return people.record(tx, chat_id, name, NOW)


def run_of(tx: Transaction, chat_id: int = ROSA) -> int:
    """An open registration of somebody."""
    return answers.open_run(tx, person(tx, chat_id).id, "registration", NOW)


def reply(text: str = "Buenas", chat_id: int = ROSA, **changes: object) -> Draft:
    """A message in answer to somebody."""
    values: dict[str, object] = {"chat_id": chat_id, "kind": "reply", "method": "send", "payload": {"text": text}}
    return Draft(**(values | changes))  # type: ignore[arg-type]


def column(tx: Transaction, sql: str, *values: object) -> list[object]:
    """The first column of a query."""
    return [row[0] for row in tx.execute(sql, values)]


async def stored(database: Database, sql: str, *values: object) -> list[object]:
    """The first column of a query, as anybody else would read it."""
    return await database.read(lambda tx: column(tx, sql, *values))
