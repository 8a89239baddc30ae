"""Owns how well the bot listens: what it was told by 429 and 403, and the calls that did not heed it."""

import time
from dataclasses import dataclass
from typing import Any

from .world import World

Json = dict[str, Any]

# Real seconds, whatever the simulated clock does: calls on their way when the answer came say nothing about manners.
GRACE = 0.5
_BLOCKED = "bot was blocked by the user"


@dataclass(slots=True)
class _Told:
    at: float  # real monotonic seconds
    until: float | None  # simulated ones; None: until the person takes the bot back


class Manners:
    """`ignored` holds a sentence for each call to a chat that the bot had been told to leave alone."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._told: dict[int, _Told] = {}
        self.ignored: list[str] = []
        self.told = 0
        world.subscribe(self._on_event)

    def called(self, method: str, chat_id: int) -> None:
        """A call for a chat arrived."""
        told = self._told.get(chat_id)
        if told is None:
            return
        left = None if told.until is None else told.until - self._world.clock.monotonic()
        since = time.monotonic() - told.at
        if left is not None and left <= 0:
            del self._told[chat_id]
        elif since > GRACE:
            wish = "it has blocked the bot" if left is None else f"it was to wait {left:.2f} s more"
            self.ignored.append(f"{method} for chat {chat_id} {since:.2f} s after a refusal: {wish}")

    def answered(self, chat_id: int, code: int, description: str, retry_after: int | None) -> None:
        """The bot was told something about a chat."""
        now = time.monotonic()
        if code == 429 and retry_after:
            self._told[chat_id] = _Told(now, self._world.clock.monotonic() + retry_after)
        elif code == 403 and _BLOCKED in description:
            self._told.setdefault(chat_id, _Told(now, None))
        else:
            return
        self.told += 1

    def bot_died(self, unwritten: float = GRACE) -> None:
        """The bot's process was killed: what it heard in the last so many real seconds it could not write down."""
        now = time.monotonic()
        self._told = {chat: told for chat, told in self._told.items() if now - told.at > unwritten}

    def _on_event(self, event: Json) -> None:
        if event["type"] == "person" and not event["person"]["blocked"]:
            told = self._told.get(event["chat_id"])
            if told is not None and told.until is None:
                del self._told[event["chat_id"]]
