"""How fast we may speak: the whole bot, one private chat, one group. Pure arithmetic on a given time in seconds."""

from dataclasses import dataclass


@dataclass(slots=True)
class Pace:
    """At most ``rate`` per second in the long run, with up to ``burst`` at once after a rest (GCRA)."""

    rate: float
    burst: int = 1
    _full_at: float = float("-inf")

    def wait(self, now: float, *, spare: int = 0) -> float:
        """Seconds until one more is allowed, leaving ``spare`` of the burst untouched; 0 when it is now."""
        allowance = max(self.burst - 1 - spare, 0) / self.rate
        return max(self._full_at - allowance - now, 0.0)

    def take(self, now: float) -> None:
        """Count one."""
        self._full_at = max(self._full_at, now) + 1 / self.rate


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages per second for the whole bot and per private chat; None lifts a limit (load tests)."""

    overall: float | None = 29.0
    private: float | None = 1.0

    KEPT_FOR_REPLIES = 1.0  # of the overall rate, so that nobody who writes waits behind a broadcast
    PRIVATE_BURST = 4
    GROUP = 17 / 60  # with the burst, 20 in any minute: Telegram's limit
    GROUP_BURST = 3


class Pacing:
    """The paces of every chat and of the whole, with pauses that Telegram orders."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._overall = Pace(rates.overall, 2) if rates.overall else None
        started_by_bot = max((rates.overall or 0) - Rates.KEPT_FOR_REPLIES, 0.1)
        self._started_by_bot = Pace(started_by_bot, 2) if rates.overall else None
        self._chats: dict[int, Pace] = {}
        self._paused: dict[int, float] = {}
        self._all_paused_until = float("-inf")

    def wait_overall(self, now: float, *, reply: bool) -> float:
        """Seconds until the bot as a whole may send one more."""
        waits = [self._all_paused_until - now, 0.0]
        if self._overall is not None:
            waits.append(self._overall.wait(now))
        if self._started_by_bot is not None and not reply:
            waits.append(self._started_by_bot.wait(now))
        return max(waits)

    def wait_chat(self, chat_id: int, now: float, *, edit: bool) -> float:
        """Seconds until this chat may get one more. Edits leave the last of the burst to new messages."""
        paused = self._paused.get(chat_id, now) - now
        pace = self._pace_of(chat_id)
        return max(paused, pace.wait(now, spare=1 if edit and chat_id > 0 else 0) if pace else 0.0, 0.0)

    def take(self, chat_id: int, now: float, *, reply: bool) -> None:
        """Count one message or edit."""
        if self._overall is not None:
            self._overall.take(now)
        if self._started_by_bot is not None and not reply:
            self._started_by_bot.take(now)
        pace = self._pace_of(chat_id)
        if pace is not None:
            pace.take(now)

    def pause_chat(self, chat_id: int, until: float) -> None:
        """Telegram asked to leave this chat alone."""
        self._paused[chat_id] = max(until, self._paused.get(chat_id, until))

    def pause_all(self, until: float) -> None:
        """Telegram asked many chats' messages to wait, or cannot be reached."""
        self._all_paused_until = max(until, self._all_paused_until)

    def prune(self, now: float) -> None:
        """Forget chats that have nothing to wait for."""
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
        self._chats = {chat: pace for chat, pace in self._chats.items() if pace.wait(now, spare=pace.burst - 1) > 0}

    def _pace_of(self, chat_id: int) -> Pace | None:
        pace = self._chats.get(chat_id)
        if pace is None:
            if chat_id < 0:
                pace = Pace(Rates.GROUP, Rates.GROUP_BURST)
            elif self._rates.private is not None:
                pace = Pace(self._rates.private, Rates.PRIVATE_BURST)
            else:
                return None
            self._chats[chat_id] = pace
        return pace
