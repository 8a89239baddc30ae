"""Owns the webhook: its settings, and delivering updates to it in order per lane with retries until they expire."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from .errors import flood
from .faults import Faults
from .updates import QueuedUpdate
from .webhook_rules import check_secret, check_url
from .world import World

Json = dict[str, Any]

ANSWER_SECONDS = 60.0
LONGEST_RETRY = 90.0  # the official server draws between 60 and 120 s
GONE_SECONDS = 23 * 3600.0
LONGEST_RETRY_AFTER = 3600.0


@dataclass(slots=True)
class WebhookSettings:
    """What setWebhook was given."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str | None = None
    last_error_date: int | None = None
    last_error_message: str | None = None
    gone_since: float | None = field(default=None)


class Webhook:
    """Posts updates: one in flight per lane (chat or pressing person), at most `max_connections` in all.

    A 2xx ends an update. Anything else is retried at once, then after 2, 4, 8 … simulated seconds, or after the
    answer's Retry-After. A method in the body of the answer is not executed.
    """

    def __init__(self, world: World, faults: Faults, *, local: bool = True) -> None:
        self._world = world
        self._faults = faults
        self.local = local
        self.settings = WebhookSettings()
        self.on_change: Callable[[], None] = lambda: None
        self._lanes: dict[tuple[str, int], deque[QueuedUpdate]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(40)
        self._session: aiohttp.ClientSession | None = None
        self._set_at = float("-inf")
        world.queue.subscribe(self._route)

    @property
    def url(self) -> str:
        """The address in force, "" while the bot polls."""
        return self.settings.url

    async def set(self, params: Json) -> str:
        """Apply setWebhook and return the answer's description; raises the errors of the official server."""
        url = params.get("url", "")
        if not url:
            return await self.delete(drop=params.get("drop_pending_updates", False))
        check_url(url, local=self.local)
        secret = params.get("secret_token", "")
        check_secret(secret)
        now = time.monotonic()
        if now - self._set_at < 1.0:
            raise flood(1)
        self._set_at = now
        self.on_change()
        if "allowed_updates" in params:
            self._world.queue.allow(params["allowed_updates"])
        most = min(max(params.get("max_connections", 40), 1), 100_000 if self.local else 100)
        same = (url, secret, most) == (self.url, self.settings.secret_token, self.settings.max_connections)
        await self.stop()
        if params.get("drop_pending_updates"):
            self._world.queue.clear()
        self.settings = WebhookSettings(url, secret, most, params.get("ip_address"))
        self._slots = asyncio.Semaphore(most)
        for update in self._world.queue.waiting():
            self._route(update)
        return "Webhook is already set" if same else "Webhook was set"

    async def delete(self, *, drop: bool = False) -> str:
        """Apply deleteWebhook and return the answer's description."""
        was_set = bool(self.url)
        await self.stop()
        self.settings = WebhookSettings()
        if drop:
            self._world.queue.clear()
        return "Webhook was deleted" if was_set else "Webhook is already deleted"

    async def stop(self) -> None:
        """End every delivery; undelivered updates stay queued."""
        self.settings.url = ""
        tasks, self._tasks = self._tasks, set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._lanes.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def information(self) -> Json:
        """The WebhookInfo object."""
        settings = self.settings
        answer: Json = {
            "url": settings.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._world.queue),
        }
        if settings.url:
            answer["max_connections"] = settings.max_connections
        if settings.ip_address:
            answer["ip_address"] = settings.ip_address
        if settings.last_error_date is not None:
            answer["last_error_date"] = settings.last_error_date
            answer["last_error_message"] = settings.last_error_message
        if self._world.queue.allowed is not None:
            answer["allowed_updates"] = self._world.queue.allowed
        return answer

    def _route(self, update: QueuedUpdate) -> None:
        if not self.url:
            return
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.get_running_loop().create_task(self._serve_lane(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve_lane(self, name: tuple[str, int]) -> None:
        lane = self._lanes[name]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[name]

    async def _deliver(self, update: QueuedUpdate) -> None:
        queue = self._world.queue
        delay = 0.0
        if late := self._faults.hold(update.kind):
            await asyncio.sleep(late)
        while self.url and queue.is_alive(update):
            async with self._slots:
                error, retry_after = await self._post(update)
            if not error:
                if self._faults.doubles(update.kind):
                    await self._post(update)
                queue.remove(update)
                return
            self.settings.last_error_date = self._world.date()
            self.settings.last_error_message = error
            if retry_after is not None:
                await self._world.clock.sleep(min(retry_after, LONGEST_RETRY_AFTER))
                continue
            await self._world.clock.sleep(delay)
            delay = min(delay * 2, LONGEST_RETRY) if delay else 2.0

    async def _post(self, update: QueuedUpdate) -> tuple[str, float | None]:
        """Post once; returns ("", None) for a 2xx, else what went wrong and the seconds the answer asked for."""
        headers = {"Content-Type": "application/json"}
        if self.settings.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.settings.secret_token
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        patience = aiohttp.ClientTimeout(total=self._faults.patience(update.kind) or ANSWER_SECONDS)
        try:
            async with self._session.post(
                self.url, data=update.body, headers=headers, allow_redirects=False, timeout=patience
            ) as answer:
                await answer.read()
        except TimeoutError:
            return "Read timeout expired", None
        except aiohttp.ClientConnectorError:
            return "Connection refused", None
        except (aiohttp.ClientError, OSError):
            return "Connection reset by peer", None
        if self._faults.loses_answer(update.kind):
            return "Connection reset by peer", None
        if 200 <= answer.status < 300:
            self.settings.gone_since = None
            return "", None
        self._note_gone(gone=answer.status == 410)
        wait = answer.headers.get("Retry-After", "")
        error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        return error, float(wait) if wait.isdigit() else None

    def _note_gone(self, *, gone: bool) -> None:
        # An address that says 410 for 23 hours is taken at its word: the webhook is removed.
        now = self._world.clock.monotonic()
        if not gone:
            self.settings.gone_since = None
        elif self.settings.gone_since is None:
            self.settings.gone_since = now
        elif now - self.settings.gone_since > GONE_SECONDS:
            self.settings = WebhookSettings()
