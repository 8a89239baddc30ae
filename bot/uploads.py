"""Files that were sent to be read: fetched, read in a child process and put before their sender, outside any turn."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from telegram.error import TelegramError

from bot.clock import Clock
from bot.reports.roster_file import read_roster_file
from bot.reports.sheets import MOST_BYTES, NotASheet
from bot.telegram_client import FileGone, FileTooBig, TelegramClient
from bot.turns.reading_roster import register_of, roster_outcome
from bot.turns.uploads import upload_kind
from conversations.decisions import Words
from conversations.roster import RosterSheet
from conversations.roster_columns import RosterColumns
from conversations.roster_outcome import failed
from conversations.territory import Territory
from storage import inbox, uploads
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.inbox import Arrived
from storage.uploads import UploadRow

_LOG = logging.getLogger(__name__)
_TRIES = 3
_REST = 2.0  # seconds before Telegram, or the database, is tried again

Read = RosterSheet | NotASheet | Words  # words: why it could not be fetched


class Uploads:
    """The task; ``wanted`` is set when a file was sent. What waits is in the table: a stop in between loses none."""

    def __init__(
        self, database: Database, client: TelegramClient, clock: Clock, territory: Territory, columns: RosterColumns,
        wanted: asyncio.Event, deliver: Callable[[list[Arrived]], None],
    ) -> None:  # fmt: skip
        self._database, self._client, self._clock = database, client, clock
        self._territory, self._columns = territory, columns
        self._wanted, self._deliver = wanted, deliver

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._wanted.clear()
            try:
                for row in await self._database.read(uploads.waiting):
                    await self._read(row)
            except StorageError as error:
                _LOG.error("the files that wait cannot be looked up or closed (%s); trying again", error)
                await asyncio.sleep(_REST)
                continue
            await self._wanted.wait()

    async def _read(self, row: UploadRow) -> None:
        status, outcome = await self._outcome(await self._fetched(row))
        now = self._clock.now()

        def close(tx: Transaction) -> list[Arrived]:
            held = uploads.find(tx, row.id)
            if held is None or held.status != "waiting":  # another file was sent meanwhile
                return []
            uploads.close(tx, row.id, status, outcome, now)
            return [inbox.record_own(tx, row.chat_id, upload_kind(row.id), now)]

        self._deliver(await self._database.write(close))

    async def _outcome(self, read: Read) -> tuple[str, dict[str, Any]]:
        if isinstance(read, Words):
            return "failed", failed(read)
        register = await self._database.read(register_of)
        # Thousands of names are compared with hundreds: seconds, in which everybody else goes on being answered.
        return await asyncio.to_thread(roster_outcome, register, read, self._columns)

    async def _fetched(self, row: UploadRow) -> Read:
        for left in reversed(range(_TRIES)):
            try:
                content = await self._client.download(row.file_id, MOST_BYTES)
            except FileTooBig:
                return Words("sheet-too-big")
            except FileGone:
                return Words("import-gone")
            except TelegramError as error:
                _LOG.warning("file of upload %s cannot be fetched (%s)", row.id, type(error).__name__)
                if left:
                    await asyncio.sleep(_REST)
                continue
            return await self._understood(row, content)
        return Words("import-fetch-failed")

    async def _understood(self, row: UploadRow, content: bytes) -> Read:
        try:
            return await read_roster_file(content, self._territory, self._columns)
        except Exception as error:  # noqa: BLE001 — a bug in reading one file must leave its sender with an answer
            _LOG.error("upload %s could not be read: %s", row.id, type(error).__name__)
            return NotASheet("not_a_sheet")
