"""Stand-ins for time and for Telegram, and a house whose every word is its own key."""

import ast
import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import conversations
from bot.clock import Clock
from bot.turns.outcome import House
from bot.words import Wording
from conversations.known import Notice
from conversations.lexicon import Lexicon
from conversations.territory import Territory
from storage.outbox import Row
from storage.phones import PhoneVault

START = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)
ROSA, JUAN, OWNER = 501, 502, 900
GROUP = -77
ZONE = ZoneInfo("America/Bogota")
NOTICE = Notice("1.0", "h1", "Sus datos son suyos.", "Alcaldía", "datos@example.org")
KEY = "c2VjcmV0LWtleS1vZi10aGlydHktdHdvLWJ5dGVzISE="


class StillClock(Clock):
    """Stands still until somebody waits for it: then the time that they would have waited is over at once."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return 1000.0 + self.seconds

    async def wait(self, event: asyncio.Event, seconds: float | None = None) -> None:
        try:
            # A moment of real time, in which whoever is going to set the event can do so.
            await asyncio.wait_for(event.wait(), None if seconds is None else 0.003)
        except TimeoutError:
            self.seconds += seconds or 0.0


@dataclass(frozen=True)
class Posted:
    """One call that reached the stand-in."""

    at: float
    row_id: int
    chat_id: int
    method: str
    text: str
    plain: bool
    message_id: int | None


class Telegram:
    """Takes the rows that the sender posts; ``answers`` holds what each chat is answered next."""

    def __init__(self, clock: StillClock) -> None:
        self._clock = clock
        self.posted: list[Posted] = []
        self.answers: dict[int, deque[Exception | asyncio.Event | None]] = defaultdict(deque)

    def will(self, chat_id: int, *answers: Exception | asyncio.Event | None) -> None:
        """An exception is raised, an event is waited for before the next one counts, None (and all after) succeed."""
        self.answers[chat_id].extend(answers)

    async def post(self, row: Row) -> int | None:
        self.posted.append(
            Posted(
                self._clock.seconds, row.id, row.chat_id, row.method, row.payload["text"],
                bool(row.payload.get("plain")), row.message_id,
            )
        )  # fmt: skip
        answer = self.answers[row.chat_id].popleft() if self.answers[row.chat_id] else None
        if isinstance(answer, asyncio.Event):
            await answer.wait()
            answer = self.answers[row.chat_id].popleft() if self.answers[row.chat_id] else None
        if isinstance(answer, Exception):
            raise answer
        return row.message_id if row.method == "edit" else 10_000 + row.id

    def texts(self, chat_id: int | None = None) -> list[str]:
        return [call.text for call in self.posted if chat_id in (None, call.chat_id)]

    def times(self, chat_id: int | None = None) -> list[float]:
        return [call.at for call in self.posted if chat_id in (None, call.chat_id)]


class Client:
    """Takes the calls of those who need no more of the client than ``call``."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.failure: Exception | None = None

    async def call(self, method: str, payload: dict[str, Any]) -> Any:
        self.calls.append((method, payload))
        if self.failure is not None:
            raise self.failure
        return True


def every_key() -> set[str]:
    """All message keys that the conversations and the turns can use, found in their source."""
    keys = {f"welcome-{question}-{what}" for question in ("age", "notice") for what in ("label", "help", "expected")}
    keys |= {f"attached-{kind}" for kind in ("voice", "photo", "sticker")}
    root = Path(conversations.__file__).parents[1]
    for file in [*root.glob("conversations/*.py"), *root.glob("bot/turns/*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_key(node.value):
                keys.add(node.value)
    return keys


def _is_key(text: str) -> bool:
    return text.replace("-", "").isalnum() and text.islower() and text.isascii() and text[0].isalpha()


def house() -> House:
    """A house with one owner, no places, no lexicon, words that say their own keys."""
    source = "".join(f"{key} = {key}\n" for key in sorted(every_key()))
    wording = Wording("es-CO", {"all.ftl": source}, ZONE)
    return House(
        {"es-CO": wording}, Lexicon.from_lists({}), Territory.from_rows([]), NOTICE, PhoneVault(KEY),
        frozenset({OWNER}), "juntas_bot",
    )  # fmt: skip


async def until(condition: Callable[[], bool]) -> None:
    """Real waiting for other tasks, five seconds at the most."""
    for _ in range(5000):
        if condition():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it never came to that")
