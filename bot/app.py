"""Composition root: builds the services, wires them, starts and stops the tasks."""

import asyncio
import json
import logging
import random
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from datetime import datetime
from typing import Any

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.clock import Clock, follow_simulator, set_from_simulator
from bot.content import content_dir, load_content
from bot.dispatcher import Dispatcher
from bot.erasing import remove_traces
from bot.faq_library import fill_shelf, learn
from bot.forms.publishing import fill_forms
from bot.incoming import ALLOWED_UPDATES, open_letter
from bot.keys import check_key, find_or_make_key, knows_no_key
from bot.made_files import makers
from bot.pacing import Pacing, Rates
from bot.patience import Stopped, once_unlocked
from bot.posting import Posting
from bot.presses import PressAnswers
from bot.profile import Profile
from bot.receiver import Poller, Store, Webhook
from bot.reports.roster_file import load_columns
from bot.sender import Sender
from bot.settings import Settings
from bot.telegram_client import TelegramClient
from bot.ticker import Ticker, last_heartbeat
from bot.turns.nudging import nudge
from bot.turns.outcome import House, Outcome, alert_owners
from bot.turns.reopening import reopen_questions
from bot.turns.ticket_news import escalate
from bot.uploads import Uploads
from bot.web import WEBHOOK_PATH, serve
from bot.words import Wording
from conversations.decisions import Words
from storage import consents, inbox, outbox
from storage.database import Database, Transaction
from storage.phones import PhoneVault

_LOG = logging.getLogger(__name__)
_SILENCE = 150.0  # seconds without an answer to a long poll after which health is bad
_LAST_CALLS = 5.0  # seconds given to calls under way when the bot is asked to stop


class WebhookRefused(Exception):
    """Telegram does not accept WEBHOOK_URL; the message says why."""


class App:
    """The running bot."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._clock = Clock()
        self._poller: Poller | None = None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._stopping = asyncio.Event()
        self.ready = asyncio.Event()
        self.settled = asyncio.Event()  # cards are found by their words and surveys can be asked, some time after ready
        self.port = 0

    async def run(self) -> None:
        """Until SIGTERM or SIGINT. Raises what ends the bot for good: content, storage, token, webhook, port."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        async with AsyncExitStack() as stack:
            try:
                sender, dispatcher = await once_unlocked(self._start, stack, self._stopping)
            except Stopped:
                return
            watched = [asyncio.ensure_future(self._stopping.wait()), *self._tasks.values()]
            done, _ = await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
            watched[0].cancel()
            await self._stop(sender, dispatcher)
            for task in done:
                if task is not watched[0]:
                    task.result()

    def stop(self) -> None:
        """Ask the bot to end in good order."""
        self._stopping.set()

    async def _start(self, stack: AsyncExitStack) -> tuple[Sender, Dispatcher]:
        settings, clock = self._settings, self._clock
        root = content_dir(settings.content_dir)
        content, columns = load_content(root), load_columns(root)
        wordings = {name: Wording(name, content.messages[name], settings.zone) for name in content.locales}
        path = settings.database_path
        database = await Database.open(path)
        stack.push_async_callback(database.close)
        is_new = await database.read(knows_no_key)
        vault = PhoneVault(find_or_make_key(settings.encryption_key, path, is_new=is_new))
        # Before Telegram is asked anything: what is wrong on this side is said even when Telegram cannot be reached.
        await database.write(lambda tx: check_key(tx, vault))
        client = TelegramClient(settings.telegram_bot_token, settings.telegram_api_url)
        stack.push_async_callback(client.close_pools)
        await client.sending.initialize()
        if settings.talks_to_simulator:
            await set_from_simulator(clock, client.sending.session, settings.telegram_api_url)
        await _insist(client.initialize, self._stopping)

        owners, places = settings.owner_ids, content.territory
        review_all = settings.claim_review == "all"
        house = House(wordings, content.lexicon, places, content.notice, vault, owners, client.username, review_all)
        rates = Rates(settings.send_rate_per_second or None, settings.chat_rate_per_second or None)
        pacing = Pacing(rates)
        presses = PressAnswers(client)
        posting = Posting(client, makers(database, house, clock, columns))
        sender = Sender(database, posting, pacing, house, clock, random.Random())  # noqa: S311 — spreads retries
        dispatcher = Dispatcher(database, house, sender, presses, clock)
        store = Store(database, clock, house, presses, dispatcher.deliver)
        uploads = Uploads(database, client, clock, places, columns, dispatcher.wanted_files, dispatcher.deliver)
        stack.push_async_callback(presses.close)
        stack.push_async_callback(store.close)

        await _recover(database, house, sender, dispatcher, presses, clock.now())
        webhook = None
        if settings.bot_mode == "webhook":
            webhook = Webhook(store, settings.webhook_secret or "")
        runner, self.port = await serve(settings.host, settings.port, webhook, lambda: self._health(database, sender))
        stack.push_async_callback(runner.cleanup)

        await self._choose_way_in(client)
        self._spawn("sender", sender.run())
        self._spawn("dispatcher", dispatcher.run())
        self._spawn("uploads", uploads.run())
        plans = (lambda tx, now: nudge(tx, house, now), lambda tx, now: escalate(tx, house, now))
        self._spawn("ticker", Ticker(database, sender, pacing, clock, plans).run())
        if settings.bot_mode == "polling":
            self._poller = Poller(client, store, clock)
            self._spawn("poller", self._poller.run())
        profile = Profile(client, house, database, clock, dispatcher.team_changed)
        self._start_beside(stack, client, house, profile, database)
        _LOG.info("ready: @%s by %s, health on port %s", client.username, settings.bot_mode, self.port)
        self.ready.set()
        return sender, dispatcher

    def _start_beside(
        self, stack: AsyncExitStack, client: TelegramClient, house: House, profile: Profile, database: Database
    ) -> None:
        """What the bot can do without for a while: cards found by their words, surveys, profile, simulator's clock."""
        root = content_dir(self._settings.content_dir)
        cards = learn(house.shelf, fill_shelf(house.shelf, root))
        surveys = fill_forms(house.forms, root, database, self._clock.now())
        beside: dict[str, Coroutine[Any, Any, None]] = {
            "content": self._settle(cards, surveys), "profile": profile.run(),
        }  # fmt: skip
        if self._settings.talks_to_simulator:
            url = self._settings.telegram_api_url
            beside["clock"] = follow_simulator(self._clock, client.sending.session, url)
        for name, work in beside.items():
            stack.push_async_callback(_cancelled, asyncio.create_task(work, name=name))

    async def _settle(self, *learning: Coroutine[Any, Any, None]) -> None:
        await asyncio.gather(*learning)
        self.settled.set()

    async def _choose_way_in(self, client: TelegramClient) -> None:
        """Tell Telegram whether it posts to us or we ask. Raises WebhookRefused."""
        settings = self._settings
        if settings.bot_mode == "polling":
            await _insist(client.delete_webhook, self._stopping)
            return
        url = f"{(settings.webhook_url or '').rstrip('/')}{WEBHOOK_PATH}"

        async def set_webhook() -> None:
            await client.set_webhook(url, secret_token=settings.webhook_secret, allowed_updates=ALLOWED_UPDATES)

        try:
            await _insist(set_webhook, self._stopping)
        except BadRequest as error:
            raise WebhookRefused(error.message) from error

    def _spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._tasks[name] = asyncio.create_task(work, name=name)

    async def _stop(self, sender: Sender, dispatcher: Dispatcher) -> None:
        """Stop receiving, finish the turns that are stored, let calls under way end; the rest waits in the tables."""
        for name in ("poller", "ticker", "uploads"):
            if name in self._tasks:
                await _cancelled(self._tasks[name])
        if not self._tasks["dispatcher"].done():
            try:
                await asyncio.wait_for(dispatcher.idle.wait(), _LAST_CALLS)
            except TimeoutError:
                _LOG.warning("some updates wait for the next start")
        await _cancelled(self._tasks["dispatcher"])
        sender.stop()
        await asyncio.gather(self._tasks["sender"], return_exceptions=True)
        await sender.close(_LAST_CALLS)

    async def _health(self, database: Database, sender: Sender) -> tuple[bool, dict[str, object]]:
        now = self._clock.now()
        figures: dict[str, object] = {"mode": self._settings.bot_mode}
        try:
            counted = await database.read(lambda tx: (database.is_in_place(), inbox.counts(tx), outbox.counts(tx, now)))
        except Exception as error:  # noqa: BLE001 — whatever it is, the answer is "not well"
            return False, {"error": type(error).__name__}
        in_place, waiting, outgoing = counted
        if not in_place:
            return False, {"error": "the database file was moved or deleted"}
        figures |= {"inbox": waiting, "outbox": outgoing, "sending": sender.waiting}
        alive = all(not task.done() for task in self._tasks.values())
        if self._poller is not None:
            silent = self._clock.monotonic() - self._poller.last_answer
            figures["seconds_since_poll"] = round(silent, 1)
            alive = alive and silent < _SILENCE
        return alive, figures


async def _insist(call: Callable[[], Awaitable[object]], stopping: asyncio.Event) -> None:
    """Repeat a call until Telegram takes it. Raises InvalidToken, BadRequest, or Stopped."""
    pause = 1.0
    while not stopping.is_set():
        try:
            await call()
        except (InvalidToken, BadRequest):
            raise
        except TelegramError as error:
            _LOG.warning("Telegram cannot be reached (%s); trying again in %.0f s", error.message, pause)
            try:
                await asyncio.wait_for(stopping.wait(), pause)
            except TimeoutError:
                pause = min(pause * 2, 30.0)
        else:
            return
    raise Stopped


async def _recover(
    database: Database, house: House, sender: Sender, dispatcher: Dispatcher, presses: PressAnswers, now: datetime
) -> None:
    """Take up the work where the last run left it."""

    def work(tx: Transaction) -> tuple[list[inbox.Arrived], int, int]:
        consents.record_notice(tx, house.notice.hash, house.notice.version, house.notice.text, now)
        stopped_at = last_heartbeat(tx)
        again, left = outbox.recover(tx, now)
        if left:
            alert_owners(tx, Outcome(), house, Words("owner-in-doubt", {"count": left}), "in-doubt", now)
        if stopped_at is not None:
            reopen_questions(tx, stopped_at, house, now)
        return inbox.unfinished(tx), again, left

    await remove_traces(database)
    unfinished, again, left = await database.write(work)
    if unfinished or again or left:
        _LOG.info("took up %s updates; %s messages are sent again and flagged, %s wait", len(unfinished), again, left)
    rows, told = await database.read(lambda tx: (outbox.unfinished(tx, now), outbox.told_to_wait(tx, now)))
    sender.take_up(rows, told)
    for update in unfinished:
        if update.kind == "press" and update.body:
            letter = open_letter(json.loads(update.body), house.vault.unseal)
            if letter is not None and letter.query_id is not None:
                presses.expect(letter.query_id)
    dispatcher.deliver(unfinished)


async def _cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
