"""Owns the faults a test can order: slow, lost, repeated and wrong answers, by method, by chance or by count."""

import random
from dataclasses import dataclass, field
from typing import Any

from .world import World

Json = dict[str, Any]

KINDS = (
    "latency",  # seconds of real time before the call is served
    "hang_after",  # served, then silent for seconds (None: for ever)
    "drop_after",  # served, then the connection is closed
    "drop_before",  # closed without being served
    "html_502",  # the front end's page instead of JSON; not served
    "error_500",  # a JSON error; not served
    "retry_after",  # a 429 with seconds; not served
    "duplicate_update",  # method is the kind of update: delivered twice under the same id
    "repeat_press",  # the client sends the press again under new ids
)


@dataclass(slots=True)
class Fault:
    """One rule. It applies to `method` or "*", to the next `times` calls (None: always), each with `probability`."""

    kind: str
    method: str = "*"
    seconds: float | None = None
    probability: float = 1.0
    times: int | None = None
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
    ) -> Fault:
        """Put a rule in force and return it (`hits` counts). ValueError for an unknown kind; see KINDS."""
        if kind not in KINDS:
            raise ValueError(f"no fault is called {kind}; there are {', '.join(KINDS)}")
        rule = Fault(kind, method.lower(), seconds, probability, times)
        self._rules.append(rule)
        return rule

    def clear(self) -> None:
        """Lift every rule."""
        self._rules.clear()

    def latency(self, method: str) -> float:
        """Real seconds that this call must wait before it is served."""
        if not self._rules:
            return 0.0
        return sum(rule.seconds or 0.0 for rule in self._hit(("latency",), method))

    def before(self, method: str) -> Fault | None:
        """The fault that replaces serving this call, if any."""
        return self._first(("drop_before", "html_502", "error_500", "retry_after"), method)

    def after(self, method: str) -> Fault | None:
        """The fault that spoils the answer of this call once it was served, if any."""
        return self._first(("hang_after", "drop_after"), method)

    def doubles(self, update_kind: str) -> bool:
        """Whether this update is to be delivered twice."""
        return self._first(("duplicate_update",), update_kind) is not None

    def _first(self, kinds: tuple[str, ...], method: str) -> Fault | None:
        return next(iter(self._hit(kinds, method, most=1)), None) if self._rules else None

    def _hit(self, kinds: tuple[str, ...], method: str, most: int | None = None) -> list[Fault]:
        hit: list[Fault] = []
        for rule in self._rules:
            if rule.kind not in kinds or rule.method not in ("*", method.lower()):
                continue
            if rule.times is not None and rule.hits >= rule.times:
                continue
            if rule.probability < 1.0 and self._random.random() >= rule.probability:
                continue
            rule.hits += 1
            hit.append(rule)
            if most is not None and len(hit) >= most:
                break
        return hit

    def _on_event(self, event: Json) -> None:
        if event["type"] == "press" and self._first(("repeat_press",), "press"):
            self._world.repeat_press(event["person_id"], event["message_id"], event["data"], event["chat_id"])
