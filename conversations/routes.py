"""Which conversation gets the word: orders, the gate of consent, interruptions and the way back."""

from dataclasses import dataclass, replace

from conversations import consents, everywhere, home, welcome
from conversations.commands import ASK, BOARDS, CANCEL, HELP, NOTICE, SECRET_CODES, START, START_CODES
from conversations.conversation import Conversation
from conversations.decisions import Screen, Words
from conversations.desk import desk
from conversations.discard import DISCARD
from conversations.faq import asking
from conversations.inbox import INBOX_TICKETS
from conversations.joining import JOIN
from conversations.my_board import MY_BOARD
from conversations.my_claims import MY_CLAIMS
from conversations.my_data import MY_DATA
from conversations.permissions import PERMISSIONS
from conversations.registration import REGISTRATION
from conversations.rights import may
from conversations.screens import CANCEL as CANCEL_VALUE
from conversations.screens import HELP as HELP_VALUE
from conversations.screens import preceded
from conversations.survey import SURVEY
from conversations.take_over import TAKE_OVER
from conversations.team import TEAM
from conversations.tickets import PERSON_TICKETS
from conversations.turn import HOME, Reply, Turn

_ALL = (
    welcome.WELCOME,
    REGISTRATION,
    MY_DATA,
    PERMISSIONS,
    DISCARD,
    MY_CLAIMS,
    desk.BOARDS,
    JOIN,
    TEAM,
    MY_BOARD,
    TAKE_OVER,
    SURVEY,
    PERSON_TICKETS,
    INBOX_TICKETS,
)
TALKS = {talk.name: talk for talk in _ALL}
BY_COMMAND = {talk.command: talk for talk in _ALL}


# Purpose of a file that was sent → the command that goes on once it was read, with ``u`` and its number.
READERS = {"roster": BOARDS}


@dataclass(frozen=True, slots=True)
class Open:
    """The open question and the conversation it belongs to."""

    talk: Conversation
    screen: Screen


def open_question(turn: Turn) -> Open | None:
    """What the person was asked last and has not answered; nothing of a part that is not theirs to be in."""
    talk = TALKS.get(turn.state.focus or "")
    if talk is None or turn.state.question is None or not _admits(talk, turn):
        return None
    screen = talk.draw(turn)
    return None if screen is None else Open(talk, screen)


def _admits(talk: Conversation, turn: Turn) -> bool:
    return talk.right is None or may(turn.known.person.staff, talk.right)


def gate(turn: Turn, wanted: str | None = None) -> Turn | None:
    """Who has not decided under the notice in force is led into the welcome; None for everybody else."""
    talk = TALKS.get(turn.state.focus or "")
    if consents.welcomed(turn.known):
        return None
    if talk is not None and talk.before_consent and wanted is None:
        return None
    if talk is None and turn.known.person.adult is False:
        return welcome.too_young(turn)
    wanted = wanted or (talk.command if talk is not None and talk.lasting else None)
    if wanted is not None:
        turn = replace(turn, state=turn.state.moved(pending=f"{wanted} {turn.argument}".strip()))
    return entered(turn, welcome.WELCOME)


def dismissed(turn: Turn) -> Turn:
    """Without the open question of a part that this person may not, or no longer, be in."""
    talk = TALKS.get(turn.state.focus or "")
    if talk is None or _admits(talk, turn):
        return turn
    return turn.settle(Words("right-ended")).forgotten(talk.name).closed()


def heard(turn: Turn, opened: Open, reply: Reply) -> Turn:
    """The conversation in focus gets the reply, and what it wants done next is done."""
    if reply.value == HELP_VALUE:
        return turn.ask_again(preceded(opened.screen, opened.talk.help(turn)))
    return _followed(opened.talk.hear(turn, reply))


def commanded(turn: Turn, name: str, argument: str = "") -> Turn:
    """Carries out an order; an unknown one is answered with what can be done."""
    opened = open_question(turn)
    turn = replace(turn, argument=argument)
    talk = BY_COMMAND.get(name)
    if talk is not None and not _admits(talk, turn):
        return _not_yours(turn, opened)
    if name in everywhere.ORDERS:
        turn = everywhere.ORDERS[name](turn)
        # The full notice fills several screens: the question would be out of sight.
        return turn.ask_again(opened.screen) if name == NOTICE and opened is not None else turn
    if name == HELP:
        return home.help_anywhere(turn) if opened is None else heard(turn, opened, Reply(value=HELP_VALUE))
    if name == CANCEL:
        if opened is not None:
            return heard(turn, opened, Reply(value=CANCEL_VALUE))
        return home.home(turn, Words("nothing-to-cancel"))
    if name == START:
        return _started(turn, opened, argument)
    if name == ASK:
        return gate(turn, ASK) or _with_question(asking.ask(turn), opened)
    if talk is None:
        return gate(turn) or _unknown(turn, opened)
    if not talk.before_consent and (gated := gate(turn, name)) is not None:
        return gated
    return _followed(entered(turn, talk))


def entered(turn: Turn, talk: Conversation) -> Turn:
    """Opens a conversation. One that is interrupted keeps its place; a short one knows where to lead back to."""
    current = TALKS.get(turn.state.focus or "")
    back = None
    if current is talk:
        back = turn.position(talk.name).get("return")
    elif current is not None and turn.state.question is not None:
        turn = turn.settle(Words("settled-pending", {"label": current.label(turn.state.question)}))
        back = current.command if current.lasting else turn.position(current.name).get("return")
        turn = (turn if current.lasting else turn.forgotten(current.name)).closed()
    if not talk.lasting:
        turn = turn.placed(talk.name, {"return": back})
    return talk.enter(turn)


def _followed(turn: Turn) -> Turn:
    following = turn.then
    turn = turn.doing(None)
    if following is None:
        return turn
    name, _, argument = following.partition(" ")
    return home.home(turn) if following == HOME else commanded(turn, name, argument)


def _started(turn: Turn, opened: Open | None, argument: str) -> Turn:
    code, _, secret = argument.partition("_")
    if code in SECRET_CODES and secret:
        return commanded(turn, code, secret)
    wanted = argument if argument in START_CODES else None
    if not consents.welcomed(turn.known):
        if wanted is not None:
            turn = replace(turn, state=turn.state.moved(pending=wanted))
        return entered(turn, welcome.WELCOME)
    if wanted is not None:
        return commanded(turn, wanted)
    if opened is None:
        return home.home(turn)
    return turn.ask_again(preceded(opened.screen, Words("welcome-back")))


def _with_question(turn: Turn, opened: Open | None) -> Turn:
    """Something was said in between; the open question comes down to where the person looks."""
    return turn if opened is None else turn.ask_again(opened.screen)


def beside(turn: Turn, opened: Open, text: str, *, refused: bool) -> Turn | None:
    """A procurement question in place of an answer: its card, and the open question again."""
    answer = asking.beside(turn, text, refused=refused)
    return None if answer is None else _with_question(answer, opened)


def _not_yours(turn: Turn, opened: Open | None) -> Turn:
    if opened is None:
        return home.home(turn, Words("not-for-you"))
    return turn.ask_again(preceded(opened.screen, Words("not-for-you")))


def _unknown(turn: Turn, opened: Open | None) -> Turn:
    if opened is None:
        return home.home(turn, Words("unknown-command"))
    return turn.ask_again(preceded(opened.screen, Words("unknown-command")))
