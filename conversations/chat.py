"""The one entry point: what the bot decides about anything that arrives in a chat."""

from conversations import consents, home, ticket_passing, tickets
from conversations.commands import CANCEL, COMMANDS, HELP, MUTE, START
from conversations.conversation import refused
from conversations.decisions import Screen, Words
from conversations.faq import asking
from conversations.inputs import (
    Attached,
    Commanded,
    CouldNotHandle,
    Edited,
    FileRead,
    Forwarded,
    Incoming,
    Pressed,
    Said,
    SharedContact,
    Unreadable,
)
from conversations.known import Known
from conversations.routes import BY_COMMAND, READERS, TALKS, beside, commanded, dismissed, gate, heard, open_question
from conversations.screens import CANCEL as CANCEL_VALUE
from conversations.screens import HELP as HELP_VALUE
from conversations.screens import SKIP, choices, stacked, understand
from conversations.state import ChatState, Step
from conversations.ticket_decisions import TicketWritten
from conversations.turn import CONTACT_QUESTION, Reply, Turn

# Words for these two are listed under what their buttons are called.
_ORDER_OF_VALUE = {HELP_VALUE: HELP, CANCEL_VALUE: CANCEL}


def converse(state: ChatState, incoming: Incoming, known: Known) -> Step:
    """Decides about one thing that arrived. Pure; an answer to a closed question changes nothing."""
    return _arrived(dismissed(Turn(state, known)), incoming).step()


def open_screen(state: ChatState, known: Known) -> Screen | None:
    """The open question as it would be drawn now; None when none is open."""
    opened = open_question(Turn(state, known))
    return None if opened is None else opened.screen


def _arrived(turn: Turn, incoming: Incoming) -> Turn:
    match incoming:
        case Said(text):
            return _replied(turn, incoming) or _said(turn, text)
        case Pressed() | Unreadable():
            return _pressed(turn, incoming)
        case Commanded(name, argument):
            return commanded(turn, name, argument)
        case SharedContact():
            return _contact(turn, incoming)
        case CouldNotHandle():
            return turn.say(Words("could-not-handle"))
        case Attached():
            return _replied(turn, incoming) or _attached(turn, incoming)
        case FileRead(upload_id):
            return _file_read(turn, upload_id)
        case Forwarded() | Edited():
            changed = ticket_passing.edited(turn) if isinstance(incoming, Edited) else None
            return changed or _wrong_kind(turn, Words("forwarded" if isinstance(incoming, Forwarded) else "edited"))


def _replied(turn: Turn, incoming: Said | Attached) -> Turn | None:
    """An answer to a message about a ticket goes there, whatever else is open."""
    passed = ticket_passing.replied(turn, incoming)
    own = passed is not None and any(isinstance(one, TicketWritten) and not one.by_staff for one in passed.decided)
    return (gate(turn) if own else None) or passed


def _pressed(turn: Turn, press: Pressed | Unreadable) -> Turn:
    """Only a button of the open question, as it was drawn last, is an answer."""
    state, opened = turn.state, open_question(turn)
    if opened is None:
        return turn.toast(Words("late-press-home" if consents.welcomed(turn.known) else "late-press-start"))
    newest = (state.focus, state.question, state.version)
    if isinstance(press, Pressed) and (press.conversation, press.question, press.version) == newest:
        if any(choice.value == press.value for choice in choices(opened.screen)):
            return gate(turn) or heard(turn, opened, Reply(value=press.value))
        if opened.talk.overtaken is not None:
            return gate(turn) or opened.talk.overtaken(turn)
    return turn.toast(Words("late-press", {"label": opened.talk.label(opened.screen.question)}))


def _said(turn: Turn, text: str) -> Turn:
    lexicon = turn.known.lexicon
    meanings = lexicon.means(text)
    if MUTE in meanings:
        return commanded(turn, MUTE)
    opened = open_question(turn)
    if opened is None:
        orders = {_ORDER_OF_VALUE.get(meaning, meaning) for meaning in meanings} & frozenset(COMMANDS)
        if len(orders) == 1:
            return commanded(turn, next(iter(orders)))
        beside_all = gate(turn) or tickets.written_beside(turn, Said(text))
        return beside_all or asking.answered(turn, text) or home.home(turn, Words("not-understood"))
    if (gated := gate(turn)) is not None:
        return gated
    free = opened.screen.question in opened.talk.free
    said = understand(opened.screen, text, lexicon, free=free)
    if said.command is not None:
        return commanded(turn, said.command)
    if said.value is None and START in meanings:
        return commanded(turn, START)  # a greeting answers nothing: who comes back finds the open question again
    if said.value is None and free and SKIP in meanings:
        return refused(turn, opened.screen, stacked(Words("not-skippable"), opened.talk.expected(turn)))
    elsewhere = meanings & (BY_COMMAND.keys() - {TALKS[opened.talk.name].command})
    # A word that means something else besides ("junta") is no order in the middle of a question.
    if said.value is None and len(elsewhere) == 1 and meanings == elsewhere:
        return commanded(turn, next(iter(elsewhere)))
    reply = heard(turn, opened, Reply(value=said.value, text=text))
    # What is written to the team, or by the team to somebody, is no question to the bot.
    if said.value is None and opened.talk.right is None and not opened.talk.own_words:
        refused_it = reply.state.refusals > turn.state.refusals
        return beside(turn, opened, text, refused=refused_it) or reply
    return reply


def _contact(turn: Turn, contact: SharedContact) -> Turn:
    opened = open_question(turn)
    if opened is None or (turn.state.focus, turn.state.question) != CONTACT_QUESTION:
        return _wrong_kind(turn, Words("contact-not-asked"))
    return gate(turn) or heard(turn, opened, Reply(contact=contact))


def _attached(turn: Turn, attached: Attached) -> Turn:
    opened = open_question(turn)
    if opened is None and (passed := gate(turn) or tickets.written_beside(turn, attached)) is not None:
        return passed
    if opened is not None and attached.kind == "document" and opened.talk.hear_file is not None:
        return gate(turn) or opened.talk.hear_file(turn, attached)
    if opened is not None and opened.talk.hear_any is not None:
        taken = gate(turn) or opened.talk.hear_any(turn, attached)
        if taken is not None:
            return taken
    return _wrong_kind(turn, Words(f"attached-{attached.kind.replace('_', '-')}"))


def _file_read(turn: Turn, upload_id: int) -> Turn:
    """What was sent was read: the part of the bot that wanted it goes on from there."""
    upload = turn.known.records.upload(upload_id)
    if upload is None or upload.purpose not in READERS:
        return turn
    return commanded(turn, READERS[upload.purpose], f"u{upload_id}")


def _wrong_kind(turn: Turn, why: Words) -> Turn:
    """Something that answers no question: said kindly, with what is expected instead."""
    if (gated := gate(turn)) is not None:
        return gated
    opened = open_question(turn)
    if opened is None:
        return home.home(turn, why)
    return refused(turn, opened.screen, stacked(why, opened.talk.expected(turn)))
