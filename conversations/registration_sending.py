"""The end of a registration: given at once, or a claim that a coordinator decides, and why."""

from dataclasses import replace

from conversations.board_decisions import OfficeClaimed
from conversations.commands import BOARDS, MY_CLAIM, MY_DATA, REGISTRATION_TALK
from conversations.conversation import link, refused, settled
from conversations.decisions import BoardRegistered, TellStaff, Words
from conversations.known import Known
from conversations.own_claims import why_words
from conversations.records import Board
from conversations.registration_board import value_of
from conversations.registration_held import held_already
from conversations.registration_moves import ask, lost, put, screen_of
from conversations.registration_near import described, near_boards, same_nit
from conversations.registration_questions import (
    ANOTHER,
    NEAR,
    ROLE,
    SUMMARY,
    chosen_board,
    draft,
    next_open,
    role_words,
)
from conversations.screens import NO, YES
from conversations.text import cut
from conversations.turn import Reply, Turn

_PRESIDENT = "president"
_SENT = (Words("registration-summary-label"), Words("registration-sent-mark"))


def sent(turn: Turn) -> Turn:
    """Sends off what the summary shows; asks once more where the register seems to hold the board already."""
    known = turn.known
    if (unfinished := _unfinished(turn)) is not None:
        return unfinished
    if (board := chosen_board(known)) is not None:
        if (elsewhere := lost(turn)) is not None:
            return elsewhere
        return _claimed(turn.settle(settled(*_SENT)), board)
    if near_boards(known):
        turn = turn.settle(Words("settled-pending", {"label": _SENT[0]}))
        return put(turn.placed(REGISTRATION_TALK, {"question": NEAR}), NEAR)
    return _registered(turn.settle(settled(*_SENT)), None)


def _unfinished(turn: Turn) -> Turn | None:
    """Asks what is still open, because a list of boards was read in since the last screen was drawn."""
    following = next_open(turn.known)
    if following == SUMMARY:
        return None
    return ask(turn.settle(Words("settled-pending", {"label": _SENT[0]})), following)


def near_heard(turn: Turn, reply: Reply) -> Turn:
    """Which of the boards that the register holds it is, or that it is none of them."""
    if (unfinished := _unfinished(turn)) is not None:
        return unfinished
    boards = near_boards(turn.known)
    mine = next((board for board in boards if reply.value == value_of(board)), None)
    if len(boards) == 1 and reply.value == YES:
        mine = boards[0]
    if mine is not None:
        return _claimed(turn.settle(settled(Words("registration-near-label"), cut(mine.name, 90))), mine)
    if reply.value == ANOTHER or NO in turn.known.lexicon.means(reply.text):
        turn = turn.settle(settled(Words("registration-near-label"), Words("registration-near-none")))
        return _registered(turn, boards[0] if boards else None)
    return refused(turn, screen_of(turn, NEAR), Words("registration-near-expected"))


def why_claimed(known: Known, board: Board, role: str) -> str | None:
    """What makes a claim on a board of the register doubtful; None if nothing does."""
    if board.status == "inactive" or board.registry_state not in {None, "active"}:
        return "board-inactive"
    officers = known.records.officers(board.id) if role == _PRESIDENT else ()
    if any(officer.role == _PRESIDENT and officer.chat_id != known.chat_id for officer in officers):
        return "president-taken"
    if board.status == "proposed":
        return "new-board"
    return "review-all" if known.review_all else None


def why_described(known: Known, nit: str | None, near: Board | None) -> str | None:
    """What makes a board that is not in the register doubtful; ``near``: the one it is said not to be."""
    if near is not None:
        return "same-nit" if same_nit(nit, near) else "near-same"
    if known.records.has_roster():
        return "new-board"
    return "review-all" if known.review_all else None


def _claimed(turn: Turn, board: Board) -> Turn:
    if (ended := held_already(turn, board)) is not None:
        return ended
    role = draft(turn.known).get(ROLE) or ""
    why = why_claimed(turn.known, board, role)
    turn = turn.remember(OfficeClaimed(board.id, role, why)).forgotten(REGISTRATION_TALK).closed()
    if why is not None:
        return _waits(turn, board.name, board.localidad, role, why)
    said = {"board": cut(board.name, 90), "role": role_words(role), "registered": turn.known.now}
    return turn.say(Words("claim-given", said), link(MY_DATA, "my-data-button"))


def _registered(turn: Turn, near: Board | None) -> Turn:
    board = described(turn.known)
    why = why_described(turn.known, board.nit, near)
    board = replace(board, why=why, near_id=None if near is None else near.id)
    turn = turn.remember(board).forgotten(REGISTRATION_TALK).closed()
    if why is not None:
        return _waits(turn, board.name, board.localidad, board.role, why)
    return turn.say(_thanks(turn, board), link(MY_DATA, "my-data-button"))


def _thanks(turn: Turn, board: BoardRegistered) -> Words:
    return Words("registration-sent", {"board": cut(board.name, 90), "registered": turn.known.now})


def _waits(turn: Turn, name: str, localidad: str, role: str, why: str) -> Turn:
    said = {"board": cut(name, 90), "role": role_words(role), "why": why_words(why)}
    news = Words("claim-filed-staff", {"board": cut(name, 90), "role": role_words(role), "localidad": localidad})
    staff = TellStaff("decide_claims", localidad, "claims", news, ((link(BOARDS, "claims-decide-button", "q"),),))
    turn = turn.say(Words("claim-waits", said), link(MY_CLAIM, "claim-button"), link(MY_DATA, "my-data-button"))
    return turn.tell(staff)
