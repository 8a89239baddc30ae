"""Owns the faults a test can order: slow, lost, repeated and wrong answers, by method, chat, chance or count."""

import asyncio
import math
import random
from dataclasses import dataclass, field
from typing import Any

from .world import World

Json = dict[str, Any]

_INSTEAD = ("drop_before", "hang_before", "html_502", "error_500", "retry_after", "flood")
_AFTERWARDS = ("hang_after", "drop_after", "html_504")
KINDS = (
    "latency",  # seconds of real time before the call is served
    "hang_before",  # silent for seconds (None: for ever), then closed; not served
    "hang_after",  # served, then silent for seconds (None: for ever)
    "drop_before",  # closed without being served
    "drop_after",  # served, then the connection is closed
    "html_502",  # the front end's page instead of JSON; not served
    "html_504",  # served, then the front end's page: it gave up waiting for the answer
    "error_500",  # a JSON error; not served
    "retry_after",  # a 429 with seconds; not served
    "flood",  # for so many simulated seconds from now on, every call that names a chat gets a 429 with what is left
    "block",  # the person whom the call is for blocks the bot just before it is served
    "duplicate_update",  # method is the kind of update: delivered twice under the same id
    "repeat_press",  # the client sends the press again under new ids, real seconds later (None: at once)
    "hold_update",  # webhook, method is the kind of update: it sets out seconds late, other lanes go past it
    "webhook_timeout",  # webhook: Telegram gives up on the bot's answer after real seconds, and posts again
    "lose_answer",  # webhook: the bot's answer gets lost on its way, so the update is posted again
)


@dataclass(slots=True)
class Fault:
    """One rule. It applies to `method` or "*", to calls for `chat` (None: all), to the next `times` (None: always),
    each with `probability`. `ends_at`: simulated monotonic seconds, for what lasts a time."""

    kind: str
    method: str = "*"
    seconds: float | None = None
    probability: float = 1.0
    times: int | None = None
    chat: int | None = None
    ends_at: float = math.inf
    hits: int = field(default=0)


class Faults:
    """The rules in force; dice are seeded so that a run can be repeated."""

    def __init__(self, world: World, *, seed: int = 1) -> None:
        self._world = world
        self._random = random.Random(seed)  # noqa: S311 - chance that repeats by seed
        self._rules: list[Fault] = []
        world.subscribe(self._on_event)

    def add(
        self,
        kind: str,
        method: str = "*",
        *,
        seconds: float | None = None,
        probability: float = 1.0,
        times: int | None = None,
        chat: int | None = None,
    ) -> Fault:
        """Put a rule in force and return it (`hits` counts). ValueError for an unknown kind; see KINDS."""
        if kind not in KINDS:
            raise ValueError(f"no fault is called {kind}; there are {', '.join(KINDS)}")
        ends_at = self._world.clock.monotonic() + (seconds or 0.0) if kind == "flood" else math.inf
        rule = Fault(kind, method.lower(), seconds, probability, times, chat, ends_at)
        self._rules.append(rule)
        return rule

    def clear(self) -> None:
        """Lift every rule."""
        self._rules.clear()

    def lift(self, rule: Fault) -> None:
        """Lift one rule; one that was lifted already stays so."""
        if rule in self._rules:
            self._rules.remove(rule)

    def latency(self, method: str) -> float:
        """Real seconds that this call must wait before it is served."""
        if not self._rules:
            return 0.0
        return sum(rule.seconds or 0.0 for rule in self._hit(("latency",), method))

    def before(self, method: str, chat: int | None = None) -> Fault | None:
        """The fault that replaces serving this call, if any; a block is done on the spot and replaces nothing."""
        if chat in self._world.people and self._first(("block",), method, chat):
            self._world.block(chat or 0)
        return self._first(_INSTEAD, method, chat)

    def after(self, method: str, chat: int | None = None) -> Fault | None:
        """The fault that spoils the answer of this call once it was served, if any."""
        return self._first(_AFTERWARDS, method, chat)

    def seconds_left(self, rule: Fault) -> int:
        """What a 429 of this rule says: whole seconds, at least one."""
        left = rule.ends_at - self._world.clock.monotonic() if rule.kind == "flood" else rule.seconds or 1
        return max(math.ceil(left), 1)

    def doubles(self, update_kind: str) -> bool:
        """Whether this update is to be delivered twice."""
        return self._first(("duplicate_update",), update_kind) is not None

    def hold(self, update_kind: str) -> float:
        """Real seconds by which this update sets out late."""
        rule = self._first(("hold_update",), update_kind)
        return rule.seconds or 0.0 if rule is not None else 0.0

    def patience(self, update_kind: str) -> float | None:
        """Real seconds that the webhook waits for the bot's answer; None for the usual time."""
        rule = self._first(("webhook_timeout",), update_kind)
        return rule.seconds if rule is not None else None

    def loses_answer(self, update_kind: str) -> bool:
        """Whether the bot's answer to this update gets lost."""
        return self._first(("lose_answer",), update_kind) is not None

    def _first(self, kinds: tuple[str, ...], method: str, chat: int | None = None) -> Fault | None:
        return next(iter(self._hit(kinds, method, chat, most=1)), None) if self._rules else None

    def _hit(
        self, kinds: tuple[str, ...], method: str, chat: int | None = None, most: int | None = None
    ) -> list[Fault]:
        hit: list[Fault] = []
        for rule in self._rules:
            if rule.kind not in kinds or rule.method not in ("*", method.lower()):
                continue
            if (rule.chat is not None and rule.chat != chat) or (rule.kind == "flood" and chat is None):
                continue
            if (rule.times is not None and rule.hits >= rule.times) or rule.ends_at <= self._world.clock.monotonic():
                continue
            if rule.probability < 1.0 and self._random.random() >= rule.probability:
                continue
            rule.hits += 1
            hit.append(rule)
            if most is not None and len(hit) >= most:
                break
        return hit

    def _on_event(self, event: Json) -> None:
        if event["type"] == "press" and (rule := self._first(("repeat_press",), "press", event["chat_id"])):
            again = (event["person_id"], event["message_id"], event["data"], event["chat_id"])
            if rule.seconds:
                asyncio.get_running_loop().call_later(rule.seconds, self._world.repeat_press, *again)
            else:
                self._world.repeat_press(*again)
