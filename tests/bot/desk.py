"""A dispatcher at work on a real database, with the sender and the press answers it hands over to."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from bot.dispatcher import Dispatcher
from bot.presses import PressAnswers
from bot.turns.outcome import House
from storage import inbox
from storage.database import Database
from storage.inbox import Arrived
from tests.bot.post_office import PostOffice
from tests.bot.stand_ins import ROSA, Client, StillClock, house

POISON = 7  # a text that is a number: no turn can take it


def said(update_id: int, chat: int = ROSA, text: Any = "hola") -> Arrived:
    message = {"message_id": 1, "chat": {"id": chat, "type": "private"}, "from": {"id": chat}, "text": text}
    return Arrived(update_id, chat, "private", json.dumps({"update_id": update_id, "message": message}))


def pressed(update_id: int, chat: int = ROSA, data: Any = "a:b:c:1") -> Arrived:
    query = {"id": f"q{update_id}", "from": {"id": chat}, "data": data}
    return Arrived(update_id, chat, "press", json.dumps({"update_id": update_id, "callback_query": query}))


class Desk:
    """``receive`` stores and delivers, ``idle`` lets everything come to its end."""

    def __init__(
        self, database: Database, clock: StillClock, skip: Callable[[float], None], at: House | None = None
    ) -> None:
        self.database, self.clock, self.skip = database, clock, skip
        self.office = PostOffice(database, clock)
        self.client = Client()
        self.presses = PressAnswers(self.client)  # type: ignore[arg-type]
        self.dispatcher = Dispatcher(database, at or house(), self.office.sender, self.presses, clock)
        self.work = asyncio.create_task(self.dispatcher.run())
        self.office.open()

    async def receive(self, *updates: Arrived) -> None:
        now = self.clock.now()
        await self.database.write(lambda tx: inbox.record(tx, updates, now))
        for update in updates:
            if update.kind == "press":
                self.presses.expect(f"q{update.update_id}")
        self.dispatcher.deliver(list(updates))

    async def idle(self) -> None:
        """Until nothing waits, however often something has to be tried again."""
        for _ in range(2000):
            if self.dispatcher.idle.is_set():
                break
            await asyncio.sleep(0.002)
            self.skip(0.1)
        assert self.dispatcher.idle.is_set()
        await self.office.ended()

    async def statuses(self) -> dict[int, str]:
        sql = "SELECT update_id, status FROM inbox ORDER BY seq"
        return await self.database.read(lambda tx: {row[0]: row[1] for row in tx.execute(sql)})

    async def tries(self, update_id: int) -> int:
        return (await self.office.column("SELECT attempts FROM inbox WHERE update_id = ?", update_id))[0]

    async def close(self) -> None:
        self.work.cancel()
        await asyncio.gather(self.work, return_exceptions=True)
        await self.office.close()
        await self.presses.close()
