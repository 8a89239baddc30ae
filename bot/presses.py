"""Answers button presses right after their turn: a lane of its own, outside outbox and budget; failures are ignored."""

import asyncio
import logging

from telegram.error import TelegramError

from bot.telegram_client import TelegramClient

_LOG = logging.getLogger(__name__)
_LATEST = 2.0  # seconds after receipt; Telegram shows a spinner until then and forgets the press soon after


class PressAnswers:
    """Each press is answered exactly once by this process: after its commit, or when 2 s are over."""

    def __init__(self, client: TelegramClient) -> None:
        self._client = client
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def expect(self, query_id: str) -> None:
        """A press was received; its spinner ends in 2 s whatever happens to its turn."""
        if query_id not in self._timers:
            loop = asyncio.get_running_loop()
            self._timers[query_id] = loop.call_later(_LATEST, self.answer, query_id, None)

    def answer(self, query_id: str, text: str | None) -> None:
        """End the spinner, with a text shown for a moment; a second time does nothing."""
        timer = self._timers.pop(query_id, None)
        if timer is None:
            return
        timer.cancel()
        task = asyncio.create_task(self._call(query_id, text))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Answer what is still open and wait a moment for the calls under way."""
        for query_id in list(self._timers):
            self.answer(query_id, None)
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=_LATEST)
            for task in late:
                task.cancel()

    async def _call(self, query_id: str, text: str | None) -> None:
        payload = {"callback_query_id": query_id}
        if text:
            payload["text"] = text
        try:
            await self._client.call("answerCallbackQuery", payload)
        except TelegramError as error:
            _LOG.debug("a press could not be answered: %s", error.message)
