"""What an error of the Bot API means for an outbox row. Pure; a table of Telegram's exact texts."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.telegram_client import NotSent, Uncertain
from storage.outbox import FLOOD, SENT_AGAIN, Result, Row

_MOST_TRIES = 12  # of a row that Telegram keeps refusing, about half an hour; then its chat goes on without it
_GONE_CHAT = ("chat not found", "private chat not found", "user not found", "peer_id_invalid")
_DONE_ALREADY = ("message is not modified",)
# Deleted, or of a kind that cannot be copied (a quiz, a message that may not be passed on).
_NOTHING_TO_COPY = ("message to copy not found", "message can't be copied")
_TOO_LATE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message identifier is not specified",
)

Extra = Literal["unreachable", "paused", "moved", "no_network", "plain_text", "in_doubt", "broken", "stop", "copy_gone"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The row's result, and what it means beyond the row (``seconds`` or a new chat id in ``value``)."""

    result: Result
    extra: Extra | None = None
    value: float = 0.0


def verdict(row: Row, error: TelegramError, now: datetime, dice: random.Random) -> Verdict:
    """How a failed call ends for its row."""
    if isinstance(error, RetryAfter):
        after = error.retry_after
        seconds = float(after) if isinstance(after, int | float) else after.total_seconds()
        return Verdict(_again(row, now, seconds + dice.random() * 0.3, FLOOD), "paused", seconds)
    if isinstance(error, ChatMigrated):
        return Verdict(_again(row, now, 0.0, "moved"), "moved", error.new_chat_id)
    if isinstance(error, Forbidden):
        return Verdict(Result(row.id, "unreachable", reason=_short(error)), "unreachable")
    if isinstance(error, InvalidToken):
        return Verdict(_again(row, now, 0.0, "token"), "stop")
    if isinstance(error, BadRequest):
        return _refused(row, error, now)
    if isinstance(error, Uncertain):
        return _uncertain(row, now, dice)
    seconds = _backoff(row.attempts, dice)
    if isinstance(error, NotSent):
        return Verdict(_again(row, now, seconds, "not sent"), "no_network", seconds)
    if row.attempts >= _MOST_TRIES:
        return Verdict(Result(row.id, "failed", reason=_short(error)), "broken")
    return Verdict(_again(row, now, seconds, _short(error)))


def _refused(row: Row, error: BadRequest, now: datetime) -> Verdict:
    text = error.message.casefold()
    if any(sign in text for sign in _DONE_ALREADY):
        return Verdict(Result(row.id, "sent", reason="not modified"))
    if any(sign in text for sign in _GONE_CHAT):
        return Verdict(Result(row.id, "unreachable", reason=_short(error)), "unreachable")
    if "can't parse entities" in text and not row.payload.get("plain"):
        return Verdict(_again(row, now, 0.0, "plain text"), "plain_text")
    if row.method == "copy" and any(sign in text for sign in _NOTHING_TO_COPY):
        return Verdict(Result(row.id, "skipped", reason=_short(error)), "copy_gone")
    if row.method == "edit" and any(sign in text for sign in _TOO_LATE):
        return Verdict(Result(row.id, "skipped", reason=_short(error)))
    return Verdict(Result(row.id, "failed", reason=_short(error)), "broken")


def _uncertain(row: Row, now: datetime, dice: random.Random) -> Verdict:
    if row.method == "edit":  # done twice it looks the same: Telegram answers "not modified"
        return Verdict(_again(row, now, _backoff(row.attempts, dice), "uncertain"))
    if row.kind in SENT_AGAIN and not row.repeated:
        again_at = now + timedelta(seconds=_backoff(row.attempts, dice))
        return Verdict(Result(row.id, "queued", reason="uncertain", again_at=again_at, repeated=True))
    return Verdict(Result(row.id, "uncertain", reason="no answer"), "in_doubt")


def _again(row: Row, now: datetime, seconds: float, reason: str) -> Result:
    return Result(row.id, "queued", reason=reason, again_at=now + timedelta(seconds=seconds))


def _backoff(attempts: int, dice: random.Random) -> float:
    """1, 2, 4 … 300 seconds, each up to a fifth longer, so that not all come back at once."""
    return min(2.0 ** min(max(attempts - 1, 0), 9), 300.0) * (1 + dice.random() / 5)


def _short(error: TelegramError) -> str:
    return error.message[:120]
