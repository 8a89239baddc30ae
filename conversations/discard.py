"""Throwing away an unfinished registration, after asking once more."""

from conversations.commands import DISCARD as DISCARD_COMMAND
from conversations.commands import DISCARD_TALK, REGISTRATION_TALK
from conversations.conversation import Conversation, finished, refused, settled
from conversations.decisions import Choice, Discarded, Screen, Words
from conversations.home import home, unfinished
from conversations.screens import BACK, CANCEL, NO, YES, with_last_row
from conversations.turn import HOME, Reply, Turn

_QUESTION = "sure"


def enter(turn: Turn) -> Turn:
    """Asks, if there is anything to throw away."""
    if not unfinished(turn.state, turn.known):
        return home(turn.forgotten(DISCARD_TALK), Words("discard-nothing"))
    return turn.ask(DISCARD_TALK, _screen(turn))


def draw(turn: Turn) -> Screen | None:
    """The open question."""
    return _screen(turn)


def hear(turn: Turn, reply: Reply) -> Turn:
    """Only a clear yes throws the draft away."""
    if reply.value == YES:
        turn = turn.remember(Discarded(REGISTRATION_TALK)).settle(settled(label(_QUESTION), Words("discard-done")))
        return turn.forgotten(REGISTRATION_TALK).forgotten(DISCARD_TALK).closed().doing(HOME)
    if reply.value in {NO, BACK, CANCEL}:
        return finished(turn.settle(settled(label(_QUESTION), Words("discard-kept"))), DISCARD_TALK)
    return refused(turn, _screen(turn), expected(turn))


def label(_question: str) -> Words:
    """The name of the question."""
    return Words("discard-label")


def explain(_turn: Turn) -> Words:
    """What would be lost."""
    return Words("discard-help")


def expected(_turn: Turn) -> Words:
    """What the question takes."""
    return Words("discard-expected")


def _screen(turn: Turn) -> Screen:
    count = len(turn.known.answers.get(REGISTRATION_TALK, {}))
    rows = ((Choice(NO, Words("discard-no-button")),), (Choice(YES, Words("discard-yes-button"), "danger"),))
    return Screen(_QUESTION, Words("discard-sure", {"count": count}), with_last_row(rows))


DISCARD = Conversation(
    name=DISCARD_TALK, command=DISCARD_COMMAND, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected,
)  # fmt: skip
