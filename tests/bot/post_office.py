"""A sender at work on a real database and a stand-in for Telegram."""

import asyncio
import random
from typing import Any

from bot.pacing import Pacing, Rates
from bot.sender import Sender
from storage import outbox
from storage.database import Database
from storage.outbox import Draft, Row
from tests.bot.stand_ins import OWNER, ROSA, StillClock, Telegram, house, until


def draft(text: str = "Buenas", chat_id: int = ROSA, kind: str = "reply", **changes: Any) -> Draft:
    values: dict[str, Any] = {"chat_id": chat_id, "kind": kind, "method": "send", "payload": {"text": text}}
    return Draft(**(values | changes))


class PostOffice:
    """``plan`` writes rows, ``open`` sets the sender to work on what was planned."""

    def __init__(self, database: Database, clock: StillClock, rates: Rates | None = None) -> None:
        self.database = database
        self.clock = clock
        self.telegram = Telegram(clock)
        self.pacing = Pacing(rates or Rates())
        self.sender = Sender(database, self.telegram, self.pacing, house(), clock, random.Random(1))  # type: ignore[arg-type]
        self.work: asyncio.Task[None] | None = None

    async def write(self, *drafts: Draft) -> list[Row]:
        """Into the table only."""
        now = self.clock.now()
        rows = await self.database.write(lambda tx: [outbox.plan(tx, each, now) for each in drafts])
        return [row for row in rows if row is not None]

    async def plan(self, *drafts: Draft) -> list[Row]:
        """Into the table and into the sender's hands."""
        rows = await self.write(*drafts)
        self.sender.add(rows)
        return rows

    def open(self) -> None:
        self.work = asyncio.create_task(self.sender.run())

    async def sent(self, *drafts: Draft) -> list[Row]:
        """Plan, and wait until all has ended."""
        rows = await self.plan(*drafts)
        if self.work is None:
            self.open()
        await self.ended()
        return rows

    async def ended(self) -> None:
        """Until the sender holds nothing any more."""
        await until(lambda: self.sender.waiting == 0)

    async def posted(self, count: int) -> None:
        """Until Telegram was called so often."""
        await until(lambda: len(self.telegram.posted) >= count)

    async def close(self) -> None:
        self.sender.stop()
        if self.work is not None:
            await asyncio.gather(self.work, return_exceptions=True)
        await self.sender.close(1)

    async def column(self, sql: str, *values: object) -> list[Any]:
        return await self.database.read(lambda tx: [row[0] for row in tx.execute(sql, values)])

    async def statuses(self) -> list[str]:
        """Of all rows but the owners' alerts, in order of planning."""
        return await self.column("SELECT status FROM outbox WHERE kind != 'alert' ORDER BY id")

    async def alerts(self) -> list[str]:
        """Keys of the alerts that were planned for the owner."""
        return await self.column("SELECT dedupe_key FROM outbox WHERE kind = 'alert' AND chat_id = ?", OWNER)
