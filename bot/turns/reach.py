"""Whether a chat can be written to: what its person did last counts, in whichever order we hear of it."""

from datetime import datetime, timedelta

from storage import chats, inbox
from storage.database import Transaction

# Telegram keeps what it could not bring for a day; a webhook that failed brings older updates after newer ones.
_LATE = timedelta(days=1)
_CONTRARY = {"block": ("unblock", "private"), "unblock": ("block",)}


def refused_since(tx: Transaction, chat_id: int, update_id: int, now: datetime) -> bool:
    """Whether the chat was closed to us after this was written there: then it does not prove that it is open."""
    refused_at = chats.refused_at(tx, chat_id)
    if refused_at is None:
        return False
    received_at = inbox.received_at(tx, update_id)
    heard_before = received_at is not None and received_at < refused_at
    return heard_before or inbox.is_overtaken(tx, chat_id, update_id, ("block",), now - _LATE)


def is_overtaken(tx: Transaction, chat_id: int, update_id: int, kind: str, now: datetime) -> bool:
    """Whether the contrary of this block or unblock came after it and was stored already."""
    return inbox.is_overtaken(tx, chat_id, update_id, _CONTRARY[kind], now - _LATE)
