"""The entrance of the bot: a store on a real database, and what it handed on."""

from typing import Any

from bot.presses import PressAnswers
from bot.receiver import Store
from storage.database import Database
from storage.inbox import Arrived
from tests.bot.stand_ins import ROSA, Client, StillClock, house


def said(update_id: int, text: str = "hola", chat: int = ROSA, kind: str = "private") -> dict[str, Any]:
    return {"update_id": update_id, "message": {"chat": {"id": chat, "type": kind}, "from": {"id": chat}, "text": text}}


class Hall:
    """A store on a real database, and what it handed on."""

    def __init__(self, database: Database, clock: StillClock) -> None:
        self.database = database
        self.delivered: list[Arrived] = []
        self.batches: list[int] = []
        self.client = Client()
        self.presses = PressAnswers(self.client)  # type: ignore[arg-type]
        self.store = Store(database, clock, house(), self.presses, self.deliver)

    def deliver(self, updates: list[Arrived]) -> None:
        self.batches.append(len(updates))
        self.delivered += updates

    async def rows(self) -> list[tuple[Any, ...]]:
        sql = "SELECT update_id, kind, status, body FROM inbox ORDER BY seq"
        return await self.database.read(lambda tx: [tuple(row) for row in tx.execute(sql)])

    async def writable(self, on: bool) -> None:
        value = "OFF" if on else "ON"
        await self.database._writer.run(lambda connection: connection.execute(f"PRAGMA query_only = {value}"))
