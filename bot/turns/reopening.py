"""After a long stop: open questions are drawn again in place, because Telegram threw their button presses away."""

from datetime import datetime, timedelta

from bot.render import screen_payload
from bot.turns.loading import load_known, load_state
from bot.turns.outcome import House, Outcome
from conversations import chat as conversation
from conversations.decisions import Words
from storage import chats
from storage.chats import Chat
from storage.database import Transaction
from storage.outbox import Draft

PRESSES_KEPT = timedelta(seconds=150)  # how long Telegram keeps a press that nobody fetched
_RECENTLY = timedelta(minutes=30)


def reopen_questions(tx: Transaction, stopped_at: datetime, house: House, now: datetime) -> Outcome:
    """Plan the edits; only where someone wrote in the half hour before the stop, and nothing new is sent."""
    outcome = Outcome()
    if now - stopped_at <= PRESSES_KEPT:
        return outcome
    # Until now, not until ``stopped_at``: that is the last heartbeat, and people wrote after it.
    for chat in chats.waiting_since(tx, stopped_at - _RECENTLY, now):
        draft = _again(tx, chat, house, int(stopped_at.timestamp()), now)
        if draft is not None:
            outcome.plan(tx, draft, now)
    return outcome


def _again(tx: Transaction, chat: Chat, house: House, stop: int, now: datetime) -> Draft | None:
    state = load_state(chat)
    known, _ = load_known(tx, chat, "", house, now)
    screen = conversation.open_screen(state, known)
    if screen is None or screen.keyboard is not None:  # a message with a contact keyboard cannot be edited
        return None
    wording = house.wording(chat.locale)
    # The same version: a press that did survive is as good as a new one.
    payload = screen_payload(screen, state.focus or "", state.version, wording)
    payload["text"] = f"{payload['text']}\n\n{wording.text(Words('still-waiting'))}"
    key = f"reopen:{stop}:{chat.chat_id}"
    return Draft(chat.chat_id, "reply", "edit", payload, edits=chat.open_row, dedupe_key=key)
