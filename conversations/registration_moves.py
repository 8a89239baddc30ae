"""The way through a registration: which question is drawn, asked, gone back to, left for another day."""

from conversations.commands import DISCARD, REGISTER, REGISTRATION_TALK
from conversations.conversation import link, settled
from conversations.decisions import Answered, Remembered, Screen, Withdrawn, Words
from conversations.registration_board import board_screen, claimable, followed, sure_screen
from conversations.registration_held import held_already
from conversations.registration_near import near_screen
from conversations.registration_places import PLACE_QUESTIONS, drawn_place
from conversations.registration_questions import (
    ANOTHER,
    BARRIO,
    BOARD,
    BOARD_SURE,
    CHANGE,
    COMUNA,
    CONSENT,
    KIND,
    LOCALIDAD,
    NEAR,
    PHONE,
    SUMMARY,
    another_screen,
    answered,
    asked,
    chosen_board,
    consent_screen,
    draft,
    drawn,
    in_order,
    label,
    next_open,
)
from conversations.registration_summary import change_screen, summary_screen
from conversations.screens import preceded
from conversations.turn import Position, Turn

_DRAWN = {
    BOARD: board_screen,
    BOARD_SURE: sure_screen,
    NEAR: near_screen,
    SUMMARY: summary_screen,
    CHANGE: change_screen,
}
# Asked whatever became of the board that the draft names.
_BEFORE_THE_BOARD = frozenset({CONSENT, ANOTHER, BOARD, BOARD_SURE})


def screen_of(turn: Turn, question: str) -> Screen:
    """The screen of a question."""
    if question == CONSENT:
        return consent_screen()
    if question == ANOTHER and turn.known.person.offices:
        return another_screen(turn.known)
    if question == ANOTHER:
        question = next_open(turn.known)
    if question in _DRAWN:
        return _DRAWN[question](turn)
    return drawn_place(turn, question) if question in PLACE_QUESTIONS else drawn(turn, question)


def ask(turn: Turn, question: str, first: Words | None = None) -> Turn:
    """Asks a question; the permission to keep an office comes before all others, the board itself before the rest."""
    if not turn.known.person.accepts("role") and question != ANOTHER:
        question = CONSENT
    if question not in _BEFORE_THE_BOARD and (elsewhere := lost(turn)) is not None:
        return elsewhere
    if question == BARRIO and COMUNA not in draft(turn.known):
        # It was open for places offered for a typed name. Those are gone, and a list of barrios needs its comuna.
        question = next_open(turn.known)
    return put(turn.placed(REGISTRATION_TALK, {**_kept(turn), "question": question}), question, first)


def _kept(turn: Turn) -> Position:
    """What outlives a question: that it is asked for a change."""
    return {name: value for name, value in turn.position(REGISTRATION_TALK).items() if name == "from_summary"}


def put(turn: Turn, question: str, first: Words | None = None) -> Turn:
    """Asks a question whose place is set already; ``first`` is said before it."""
    screen = screen_of(turn, question)
    return turn.ask(REGISTRATION_TALK, screen if first is None else preceded(screen, first))


def lost(turn: Turn) -> Turn | None:
    """Asks for the board once more if the one that was chosen became another one or left; None if it is there."""
    if (board := chosen_board(turn.known)) is None or claimable(board):
        return None
    kept = _kept(turn)
    turn = turn.remember(Withdrawn(REGISTRATION_TALK, BOARD))
    goes_on = followed(turn.known.records, board)
    if goes_on is not board and claimable(goes_on):
        turn = turn.placed(REGISTRATION_TALK, {**kept, "question": BOARD_SURE, "candidate": goes_on.id})
        return put(turn, BOARD_SURE, Words("registration-board-merged"))
    turn = turn.placed(REGISTRATION_TALK, {**kept, "question": BOARD})
    return put(turn, BOARD, Words("registration-board-left"))


def advance(turn: Turn, question: str) -> Turn:
    """On to the next open question. After the localidad was looked at for a change, the comuna is looked at too."""
    if (ended := held_already(turn)) is not None:
        return ended
    changing = bool(turn.position(REGISTRATION_TALK).get("from_summary"))
    following = next_open(turn.known)
    if changing and question == LOCALIDAD and following == SUMMARY:
        return ask(turn, COMUNA)
    if following == SUMMARY:
        turn = turn.placed(REGISTRATION_TALK, {"question": SUMMARY})
    return ask(turn, following)


def back(turn: Turn, question: str) -> Turn:
    """To the question before, or out."""
    if question in {CONSENT, ANOTHER}:
        return paused(turn)
    if question == PHONE:
        # Its keyboard would stay on the screen: Telegram takes it away only with a message.
        turn = turn.settle(Words("settled-pending", {"label": label(PHONE)}))
    if question == BOARD_SURE:
        return to_offered(turn)
    if question == BOARD and turn.position(REGISTRATION_TALK).get("offered"):
        return ask(turn, BOARD)  # from what was found back to looking for it
    changing = turn.position(REGISTRATION_TALK).get("from_summary") and next_open(turn.known) == SUMMARY
    if question in {CHANGE, NEAR} or changing:
        return ask(turn.placed(REGISTRATION_TALK, {}), SUMMARY)
    order = (*asked(turn.known), SUMMARY) if question == SUMMARY else in_order(turn.known, question)
    place = order.index(question)
    return ask(turn, order[place - 1]) if place else paused(turn)


def to_offered(turn: Turn) -> Turn:
    """From one board back to those that were found with it."""
    position = {name: value for name, value in turn.position(REGISTRATION_TALK).items() if name != "candidate"}
    return put(turn.placed(REGISTRATION_TALK, {**position, "question": BOARD}), BOARD)


def paused(turn: Turn) -> Turn:
    """Leaves; what was answered is kept, and is thrown away only at the person's wish."""
    turn = turn.settle(Words("settled-pending", {"label": label(turn.state.question or KIND)})).closed()
    count = len(draft(turn.known))
    if not count:
        return turn.forgotten(REGISTRATION_TALK).say(Words("registration-left"), link(REGISTER, "register-button"))
    return turn.say(
        Words("registration-paused", {"count": count}),
        link(REGISTER, "resume-button"),
        link(DISCARD, "discard-button"),
    )


def taken(turn: Turn, question: str, *decisions: Remembered, shown: Words | str | None = None) -> Turn:
    """An accepted answer: remembered, shown in place of its question, and on."""
    turn = turn.remember(*decisions)
    return advance(turn.settle(settled(label(question), shown or answered(turn.known)[shown_as(question)])), question)


def shown_as(question: str) -> str:
    """The line under which an answer is shown."""
    return BARRIO if question == "barrio_other" else question


def answers(question: str, value: str | None) -> Answered:
    """An answer of the registration under way."""
    return Answered(REGISTRATION_TALK, question, value)
