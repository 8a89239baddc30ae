"""Owns Telegram's flood limits: so many messages a second in all, in one private chat, and a minute in one group."""

import math
from dataclasses import dataclass

from .clock import SimulatedClock
from .errors import flood

OVERALL_PER_SECOND = 30.0
PRIVATE_PER_SECOND = 1.0
GROUP_PER_SECOND = 20 / 60


@dataclass(slots=True)
class Bucket:
    """Tokens that flow back at a steady rate up to a burst."""

    rate: float
    burst: float
    tokens: float
    at: float

    def missing_seconds(self, now: float, cost: int) -> float:
        """Seconds until `cost` tokens are there; 0 when they are."""
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        # A burst smaller than the cost (an album) must not wait for ever.
        needed = min(float(cost), self.burst)
        return 0.0 if self.tokens >= needed else (needed - self.tokens) / self.rate


class Limits:
    """Token buckets on the simulated clock.

    `private_burst` is how many messages one person may get at once before 1/s applies: real Telegram tolerates short
    bursts (20 here), 3 is as strict as its documentation.
    """

    def __init__(self, clock: SimulatedClock, *, enabled: bool = True, private_burst: int = 20) -> None:
        self._clock = clock
        self.enabled = enabled
        self.private_burst = private_burst
        self._overall: Bucket | None = None
        self._chats: dict[int, Bucket] = {}

    def spend(self, chat_id: int, *, group: bool, cost: int = 1) -> None:
        """Count `cost` messages for a chat, or raise the 429 that Telegram would answer."""
        if not self.enabled:
            return
        now = self._clock.monotonic()
        if self._overall is None:
            self._overall = Bucket(OVERALL_PER_SECOND, OVERALL_PER_SECOND, OVERALL_PER_SECOND, now)
        bucket = self._chats.get(chat_id)
        if bucket is None:
            rate, burst = (GROUP_PER_SECOND, 20.0) if group else (PRIVATE_PER_SECOND, float(self.private_burst))
            bucket = self._chats[chat_id] = Bucket(rate, burst, burst, now)
        missing = max(bucket.missing_seconds(now, cost), self._overall.missing_seconds(now, cost))
        if missing > 0:
            raise flood(math.ceil(missing))
        bucket.tokens -= cost
        self._overall.tokens -= cost
