"""A file that was sent was read, or could not be: its chat gets a turn, as if it had been told so."""

from datetime import datetime

from bot.incoming import Letter
from bot.turns.outcome import House, Outcome
from bot.turns.private import converse
from conversations.inputs import FileRead
from storage import inbox
from storage.database import Transaction
from storage.inbox import Arrived

KIND = "upload"


def upload_kind(upload_id: int) -> str:
    """The kind of the inbox row."""
    return f"{KIND}:{upload_id}"


def upload_letter(update: Arrived) -> Letter | None:
    """What the chat is told; None for a row of another kind."""
    kind, _, upload_id = update.kind.partition(":")
    if kind != KIND or update.chat_id is None:
        return None
    return Letter(update.chat_id, "", FileRead(int(upload_id)))


def take_upload_turn(tx: Transaction, update: Arrived, house: House, now: datetime) -> Outcome:
    """The turn that goes on from there. A second time it does nothing, because its inbox row is closed."""
    outcome = Outcome()
    letter = upload_letter(update)
    if letter is None or not inbox.is_new(tx, update.update_id):
        return outcome
    converse(tx, update.update_id, letter, house, outcome, now)
    return outcome
