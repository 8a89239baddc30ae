"""Looking for one's board in the register: by what is typed, by number, by its button, and being sure of it."""

from dataclasses import replace

from pydantic import JsonValue

from conversations.commands import REGISTRATION_TALK
from conversations.conversation import refused, settled
from conversations.decisions import Words
from conversations.records import Board
from conversations.registration_board import (
    MISSING,
    MOST_OFFERED,
    board_screen,
    candidate,
    claimable,
    followed,
    offered_boards,
    sure_screen,
    value_of,
    without_offers,
)
from conversations.registration_moves import answers, ask, put, taken, to_offered
from conversations.registration_questions import ANOTHER, BOARD, BOARD_SURE, NOT_LISTED, label
from conversations.screens import NO, YES, preceded
from conversations.turn import Reply, Turn

_FEWEST_LETTERS = 2


def board_heard(turn: Turn, reply: Reply) -> Turn:
    """What was typed or pressed while boards are looked for."""
    if reply.value == MISSING:
        return taken(turn, BOARD, answers(BOARD, NOT_LISTED), shown=Words("registration-board-missing"))
    offered = offered_boards(turn.known.records, turn.position(REGISTRATION_TALK))
    if reply.value is not None:
        pressed = next((board for board in offered if value_of(board) == reply.value), None)
        return _refused(turn) if pressed is None else _chosen(turn, pressed)
    number = turn.known.lexicon.number(reply.text)
    if number is not None and 1 <= number <= len(offered):
        return _chosen(turn, offered[number - 1])
    return _looked_for(turn, reply.text) or _not_found(turn)


def sure_heard(turn: Turn, reply: Reply) -> Turn:
    """Whether it is this one; another name typed here is looked for."""
    board = candidate(turn.known, turn.position(REGISTRATION_TALK))
    if reply.value == YES and board is not None:
        return taken(turn, BOARD, answers(BOARD, str(board.id)), shown=board.name)
    if reply.value == YES:
        return ask(turn.settle(settled(label(BOARD), Words("registration-board-gone"))), BOARD)
    if reply.value == NO or ANOTHER in turn.known.lexicon.means(reply.text):
        turn = turn.settle(settled(label(BOARD), Words("registration-board-not-this")))
        offered = offered_boards(turn.known.records, turn.position(REGISTRATION_TALK))
        return to_offered(turn) if len(offered) > 1 else ask(turn, BOARD)
    found = None if reply.value is not None else _looked_for(turn, reply.text)
    return found or refused(turn, sure_screen(turn), Words("registration-board-sure-expected"))


def _looked_for(turn: Turn, text: str) -> Turn | None:
    """The boards that a text may mean: to choose from, or to be sure of when there is only one."""
    if sum(character.isalnum() for character in text) < _FEWEST_LETTERS:
        return None
    found = turn.known.records.find_boards(text, MOST_OFFERED)
    if not found:
        return None
    offered: list[JsonValue] = [board.id for board in found]
    turn = _placed(turn, BOARD, offered=offered)
    if len(found) == 1:
        return _chosen(turn, found[0])
    return put(turn.settle(Words("settled-pending", {"label": label(BOARD)})), BOARD)


def _chosen(turn: Turn, board: Board) -> Turn:
    goes_on = followed(turn.known.records, board)
    if not claimable(goes_on):
        return turn.ask_again(preceded(board_screen(turn), Words("registration-board-gone")))
    first = None if goes_on is board else Words("registration-board-merged")
    turn = turn.settle(Words("settled-pending", {"label": label(BOARD)}))
    return put(_placed(turn, BOARD_SURE, candidate=goes_on.id), BOARD_SURE, first)


def _placed(turn: Turn, question: str, **place: JsonValue) -> Turn:
    return turn.placed(REGISTRATION_TALK, {**turn.position(REGISTRATION_TALK), **place, "question": question})


def _not_found(turn: Turn) -> Turn:
    """Says so with the ways out in sight at once: nobody should have to guess a board's name twice."""
    refusals = turn.state.refusals + 1
    turn = turn.placed(REGISTRATION_TALK, without_offers(turn.position(REGISTRATION_TALK)))
    asked = turn.ask_again(preceded(board_screen(turn), Words("registration-board-not-found")))
    return replace(asked, state=asked.state.moved(refusals=refusals))


def _refused(turn: Turn) -> Turn:
    return refused(turn, board_screen(turn), Words("registration-board-expected"))
