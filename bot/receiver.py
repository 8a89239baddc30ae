"""Polling loop and webhook: an update is in the inbox, committed, before Telegram is told that we have it."""

import asyncio
import hmac
import json
import logging
from collections.abc import Callable
from typing import Any

from aiohttp import web
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.incoming import ALLOWED_UPDATES, envelope, seal_contact
from bot.presses import PressAnswers
from bot.telegram_client import TelegramClient
from bot.turns.outcome import House
from storage import inbox
from storage.database import Database
from storage.errors import StorageError
from storage.inbox import Arrived

_LOG = logging.getLogger(__name__)
_POLL_SECONDS = 50  # the longest Telegram allows
_SILENT_KINDS = frozenset({"group", "channel", "unknown"})
_MOST = (1 << 63) - 1  # what the database can hold of a number
_STORE_AGAIN = 2.0  # seconds between tries when the disk is full

Deliver = Callable[[list[Arrived]], None]


class Store:
    """Writes what arrived in batches: whoever comes while a commit is under way shares the next one."""

    def __init__(self, database: Database, clock: Clock, house: House, presses: PressAnswers, deliver: Deliver) -> None:
        self._presses = presses
        self._database = database
        self._clock = clock
        self._house = house
        self._deliver = deliver
        self._waiting: list[tuple[list[Arrived], asyncio.Future[None]]] = []
        self._task: asyncio.Task[None] | None = None

    async def add(self, updates: list[dict[str, Any]]) -> None:
        """Returns when the updates are committed. Raises StorageError when they could not be."""
        arrived = [self._sealed(update) for update in updates]
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrived, done))
        if self._task is None or self._task.done():
            # A task of its own: a webhook request may be cancelled while it writes for others.
            self._task = asyncio.create_task(self._commit_all(), name="inbox commits")
        await asyncio.shield(done)

    async def close(self) -> None:
        """Wait for the commit that is under way."""
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)

    async def _commit_all(self) -> None:
        while self._waiting:
            await self._commit_waiting()

    def _sealed(self, update: dict[str, Any]) -> Arrived:
        try:
            head = envelope(update, self._house.bot_username)
            if head.kind == "press":
                self._presses.expect(update["callback_query"]["id"])
            seal_contact(update, self._house.vault.seal)
            chat: Any = head.chat_id  # whatever the JSON holds
            if not isinstance(chat, int | None) or abs(chat or 0) > _MOST:
                raise ValueError("chat id")  # noqa: TRY301 — joins the others of no known form
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            # Of a form that Telegram does not document: kept by its number, so that it does not come again and again.
            _LOG.warning("update %s cannot be read: %s", update["update_id"], type(error).__name__)
            return Arrived(int(update["update_id"]), None, "unknown", None)
        return Arrived(head.update_id, head.chat_id, head.kind, json.dumps(update) if head.keep_body else None)

    async def _commit_waiting(self) -> None:
        batch, self._waiting = self._waiting, []
        arrived = [update for updates, _ in batch for update in updates]
        now = self._clock.now()
        try:
            fresh = await self._database.write(lambda tx: _record(tx, arrived, now))
        except Exception as error:  # noqa: BLE001 — StorageError or a mistake of ours: those who wait have to hear of it
            for _, done in batch:
                done.set_exception(error)
                done.exception()  # whoever waited may have gone
            return
        self._deliver(fresh)
        for _, done in batch:
            done.set_result(None)


def _record(tx: Any, arrived: list[Arrived], now: Any) -> list[Arrived]:
    fresh = inbox.record(tx, arrived, now)
    work = []
    for update in fresh:
        if update.kind in _SILENT_KINDS:
            inbox.close(tx, update.update_id, "skipped", now)
        else:
            work.append(update)
    return work


class Poller:
    """Asks Telegram for updates and confirms them only with the call after their commit."""

    def __init__(self, client: TelegramClient, store: Store, clock: Clock) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self.last_answer = clock.monotonic()

    async def run(self) -> None:
        """Until cancelled. Raises InvalidToken; everything else is waited out."""
        # Starts without an offset: what was not confirmed comes again, and the inbox knows it. An offset computed from
        # stored ids would be wrong after a quiet week, when Telegram starts again at a random number.
        offset: int | None = None
        pause = 1.0
        while True:
            try:
                updates = await self._client.fetch_updates(offset, _POLL_SECONDS, ALLOWED_UPDATES)
                self.last_answer = self._clock.monotonic()
                pause = 1.0
                if updates:
                    await self._stored(updates)
                    offset = int(updates[-1]["update_id"]) + 1
            except InvalidToken:
                raise
            except Conflict as error:
                _LOG.warning("another program receives this bot's updates; waiting for it to stop (%s)", error.message)
                pause = await self._rest(max(pause, 5.0))
            except RetryAfter as error:
                await self._rest(_seconds(error))
            except NetworkError as error:
                _LOG.warning("Telegram cannot be reached (%s); trying again in %.0f s", error.message, pause)
                pause = await self._rest(pause)
            except TelegramError as error:
                _LOG.warning("Telegram refused to give updates (%s); trying again", error.message)
                pause = await self._rest(max(pause, 5.0))

    async def _stored(self, updates: list[dict[str, Any]]) -> None:
        while True:
            try:
                await self._store.add(updates)
            except StorageError as error:
                _LOG.error("cannot store updates (%s); Telegram keeps them, trying again", error)
                await asyncio.sleep(_STORE_AGAIN)
            else:
                return

    async def _rest(self, seconds: float) -> float:
        await asyncio.sleep(seconds)
        return min(seconds * 1.5, 30.0)


class Webhook:
    """The endpoint that Telegram posts to."""

    def __init__(self, store: Store, secret: str) -> None:
        self._store = store
        self._secret = secret.encode()

    async def handle(self, request: web.Request) -> web.Response:
        """200 after the commit; 401 without the secret; 503 when it could not be stored, so that it comes again."""
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
            if type(update["update_id"]) is not int or abs(update["update_id"]) > _MOST:
                return web.Response(status=400)
        except (ValueError, KeyError, TypeError, RecursionError):
            return web.Response(status=400)
        try:
            await self._store.add([update])
        except StorageError as error:
            _LOG.error("cannot store an update (%s); Telegram will send it again", error)
            return web.Response(status=503, headers={"Retry-After": "5"})
        return web.Response()


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return after if isinstance(after, int | float) else after.total_seconds()
