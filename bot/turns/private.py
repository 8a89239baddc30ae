"""A message or a press of one person: load, decide, save, say, in one transaction."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

from bot.incoming import Letter, open_letter
from bot.turns import health, reach
from bot.turns.loading import load_known, load_state
from bot.turns.outcome import House, Occasion, Outcome
from bot.turns.saving import Saving
from bot.turns.saying import Saying
from bot.turns.sealed import is_sealed
from conversations import chat as conversation
from conversations.decisions import Ask, Decision, LanguageChosen, Say, Spoken
from conversations.faq.decisions import CardShown, QuestionUnanswered
from conversations.inputs import Commanded, CouldNotHandle, Pressed, SharedContact, Unreadable
from conversations.known import Known
from conversations.rights import may
from conversations.state import ChatState
from conversations.ticket_decisions import TicketWritten
from storage import chats, inbox, outbox
from storage.database import Transaction
from storage.inbox import Arrived, InboxStatus

# A late press on a question drawn longer ago than this brings the question down to where the person looks.
_OUT_OF_SIGHT = timedelta(seconds=60)


def take_turn(tx: Transaction, update: Arrived, house: House, now: datetime) -> Outcome:
    """One update of a private chat. A second time it does nothing, because its inbox row is closed."""
    outcome = Outcome()
    letter = open_letter(json.loads(update.body), house.vault.unseal) if update.body else None
    if letter is not None:
        outcome.query_id = letter.query_id
    if not inbox.is_new(tx, update.update_id):
        return outcome
    if letter is None:
        inbox.close(tx, update.update_id, "skipped", now)
        return outcome
    converse(tx, update.update_id, letter, house, outcome, now)
    return outcome


def converse(tx: Transaction, update_id: int, letter: Letter, house: House, outcome: Outcome, now: datetime) -> None:
    """Decide on what was sent, keep what was decided, plan what is said, close the update."""
    refused = reach.refused_since(tx, letter.chat_id, update_id, now)
    chat = chats.record_seen(tx, letter.chat_id, "private", now, refused_since=refused)
    state = load_state(chat)
    known, row = load_known(tx, chat, letter.name, house, now)
    known = replace(known, message_id=letter.message_id, reply_to=letter.reply_to, reply_ticket=letter.reply_ticket)
    decisions: tuple[Decision, ...]
    if may(known.person.staff, "see_health") and letter.incoming == Commanded(health.COMMAND):
        after, decisions = state, (Say(health.health(tx, now)),)
    else:
        after, decisions = conversation.converse(state, letter.incoming, known)
    if _is_late_press(letter, decisions) and chat.open_drawn_at and now - chat.open_drawn_at > _OUT_OF_SIGHT:
        after, decisions = _bring_down(after, decisions, known)
    for decision in decisions:
        if isinstance(decision, LanguageChosen):  # the answer to it is in that language already
            chat = replace(chat, locale=decision.locale)
    occasion = Occasion(tx, chat, letter, update_id, house, outcome, now)
    saving = Saving(occasion, row)
    for decision in decisions:
        if not isinstance(decision, Spoken):
            saving.save(decision)
    saying = Saying(occasion, (state, known))
    for decision in decisions:
        if isinstance(decision, Spoken):
            saying.say(decision, after)
    chats.save_state(tx, letter.chat_id, after.model_dump_json(), saying.open_row, saying.drawn_at)
    if refused:  # taken, but not answered: the open question is there when its person comes back
        outcome.drop(outbox.skip_queued(tx, letter.chat_id, "unreachable", now, only_started_by_bot=False))
    # What was not taken as an answer is not kept ("no la guardé" is meant), nor anything before consent.
    took = any(
        not isinstance(decision, Spoken | CardShown | QuestionUnanswered | TicketWritten) for decision in decisions
    )
    has_number = isinstance(letter.incoming, SharedContact) or any(is_sealed(decision) for decision in decisions)
    keep = took and saving.may_keep_text and not has_number
    status: InboxStatus = "parked" if isinstance(letter.incoming, CouldNotHandle) else "done"
    inbox.close(tx, update_id, status, now, keep_body=keep)


def _is_late_press(letter: Letter, decisions: tuple[Decision, ...]) -> bool:
    spoken_only = all(isinstance(decision, Spoken) for decision in decisions)
    asks = any(isinstance(decision, Ask) for decision in decisions)
    return isinstance(letter.incoming, Pressed | Unreadable) and spoken_only and not asks and len(decisions) == 1


def _bring_down(
    state: ChatState, decisions: tuple[Decision, ...], known: Known
) -> tuple[ChatState, tuple[Decision, ...]]:
    screen = conversation.open_screen(state, known)
    if screen is None:
        return state, decisions
    return state.moved(version=state.version + 1), (*decisions, Ask(screen))
