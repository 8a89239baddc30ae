"""What is not a private conversation: groups, being blocked and taken back, chats that move, updates that fail."""

import json
from datetime import datetime, timedelta

from bot.incoming import Letter, open_letter
from bot.turns import reach, ticket_news
from bot.turns.outcome import House, Outcome, alert_owners
from bot.turns.private import converse
from bot.turns.uploads import upload_letter
from conversations.decisions import Words
from conversations.inputs import CouldNotHandle
from storage import audit, chats, inbox, outbox
from storage.database import Transaction
from storage.inbox import Arrived
from storage.outbox import Draft

_GROUP_SILENCE = timedelta(minutes=10)


def take_group_turn(tx: Transaction, update: Arrived, house: House, now: datetime) -> Outcome:
    """In a group the bot only says where to write to it, at most once in ten minutes."""
    outcome = Outcome()
    if not inbox.is_new(tx, update.update_id) or update.chat_id is None:
        return outcome
    chats.record_seen(tx, update.chat_id, "group", now)
    last = outbox.last_planned(tx, update.chat_id)
    if last is None or now - last >= _GROUP_SILENCE:
        words = Words("group-hello", {"username": f"@{house.bot_username}"})
        payload = {"text": house.wording(None).text(words)}
        key = f"update:{update.update_id}:group"
        outcome.plan(tx, Draft(update.chat_id, "reply", "send", payload, dedupe_key=key), now)
    inbox.close(tx, update.update_id, "done", now)
    return outcome


def take_move_turn(tx: Transaction, update: Arrived, house: House, now: datetime) -> Outcome:
    """A group became a supergroup with another id; what waits for it goes there."""
    del house
    if inbox.is_new(tx, update.update_id) and update.chat_id is not None:
        new = int(update.kind.partition(":")[2])
        chats.record_migration(tx, update.chat_id, new, now)
        outbox.move_chat(tx, update.chat_id, new)
        inbox.close(tx, update.update_id, "done", now)
    return Outcome()


def take_membership_turn(tx: Transaction, update: Arrived, house: House, now: datetime) -> Outcome:
    """The person blocked the bot, or took it back; news that were overtaken by newer ones change nothing."""
    outcome = Outcome()
    if inbox.is_new(tx, update.update_id) and update.chat_id is not None:
        overtaken = reach.is_overtaken(tx, update.chat_id, update.update_id, update.kind, now)
        if not overtaken and update.kind == "block":
            chats.save_unreachable(tx, update.chat_id, "blocked", now)
            outcome.drop(outbox.skip_queued(tx, update.chat_id, "unreachable", now, only_started_by_bot=False))
            ticket_news.release(tx, outcome, house, update.chat_id, now)
        elif not overtaken:
            chats.save_unreachable(tx, update.chat_id, None, now)
        inbox.close(tx, update.update_id, "done", now)
    return outcome


def park(tx: Transaction, update: Arrived, house: House, now: datetime) -> Outcome:
    """An update that failed again and again: tell its person to send it again, tell the owners, go on.

    When even that fails, :func:`park_silently` is what remains.
    """
    outcome = Outcome()
    letter = open_letter(json.loads(update.body), house.vault.unseal) if update.body else upload_letter(update)
    if letter is None:
        inbox.close(tx, update.update_id, "parked", now)
    else:
        outcome.query_id = letter.query_id
        apology = Letter(letter.chat_id, letter.name, CouldNotHandle())
        converse(tx, update.update_id, apology, house, outcome, now)
    _report(tx, update, house, outcome, now)
    return outcome


def park_silently(tx: Transaction, update: Arrived, house: House, now: datetime) -> Outcome:
    """The chat's own state cannot be read: it begins anew (answers are in their own log), with plain words."""
    outcome = Outcome()
    if update.chat_id is not None and update.kind in ("private", "press"):
        chat = chats.record_seen(tx, update.chat_id, "private", now)
        chats.save_state(tx, update.chat_id, "{}", None, None)
        payload = {"text": house.wording(chat.locale).text(Words("could-not-handle"))}
        key = f"update:{update.update_id}:parked"
        outcome.plan(tx, Draft(update.chat_id, "reply", "send", payload, dedupe_key=key), now)
    inbox.close(tx, update.update_id, "parked", now)
    _report(tx, update, house, outcome, now)
    return outcome


def _report(tx: Transaction, update: Arrived, house: House, outcome: Outcome, now: datetime) -> None:
    audit.record(tx, audit.BOT, "update_parked", f"update:{update.update_id}", now)
    words = Words("owner-parked", {"count": inbox.counts(tx)["parked"]})
    alert_owners(tx, outcome, house, words, "parked", now)
