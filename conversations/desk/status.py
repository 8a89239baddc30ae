"""A board leaves the programme or comes back; an office is taken away: with a reason, looked at once more, and told."""

from dataclasses import dataclass

from conversations.board_decisions import BoardStatusChanged, ClaimDecided, OfficeEnded
from conversations.commands import REGISTER
from conversations.decisions import Choice, Screen, Words
from conversations.desk.page import go, number
from conversations.desk.writing import (
    begun,
    board_here,
    confirm,
    done,
    page,
    reason_of,
    reason_page,
    refuse,
    tell,
    tell_officers,
)
from conversations.records import Board, BoardStatus, Claim, Officer
from conversations.registration_questions import role_words
from conversations.screens import YES, Row, with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

_A_ROW = 3
_MOST_OFFERED = 12
_OPEN = ("waiting", "asked")


@dataclass(frozen=True, slots=True)
class _Step:
    """Where a board of this status can go; ``key`` is part of the keys of its texts."""

    to: BoardStatus
    key: str


_STEPS: dict[BoardStatus, _Step] = {
    "listed": _Step("inactive", "off"), "proposed": _Step("rejected", "reject"),
    "inactive": _Step("listed", "on"), "rejected": _Step("listed", "on"),
}  # fmt: skip


# --- the board --------------------------------------------------------------------------------------------------------


def _open_claims(turn: Turn, board: Board) -> list[Claim]:
    return [claim for claim in turn.known.records.claims_of_board(board.id) if claim.status in _OPEN]


def _said(turn: Turn, board: Board) -> dict[str, Words | str | int]:
    officers, claims = turn.known.records.officers(board.id), _open_claims(turn, board)
    return {"board": cut(board.name, 90), "officers": len(officers), "claims": len(claims)}


def _draw_status(turn: Turn) -> Screen | None:
    board = board_here(turn)
    if board is None:
        return None
    step = _STEPS[board.status]
    return Screen("status", Words(f"status-{step.key}", _said(turn, board)), with_last_row(()))


def _draw_status_confirm(turn: Turn) -> Screen | None:
    board = board_here(turn)
    if board is None or not reason_of(turn):
        return None
    step = _STEPS[board.status]
    text = Words(f"status-{step.key}-confirm", {**_said(turn, board), "reason": reason_of(turn)})
    return confirm("status-confirm", text, f"status-{step.key}-yes-button", danger=step.to != "listed")


def _hear_status_confirm(turn: Turn, reply: Reply) -> Turn:
    board = board_here(turn)
    if board is None or reply.value != YES or not reason_of(turn):
        return refuse(turn, _draw_status_confirm, Words("status-confirm-expected"))
    step, reason, said = _STEPS[board.status], reason_of(turn), {"board": cut(board.name, 90)}
    claims = _open_claims(turn, board) if step.to == "rejected" else []
    if claims:
        # Nothing that somebody asked for is left waiting on a board that is not there: the last one takes it along.
        turn = turn.remember(*(ClaimDecided(claim.id, "rejected", reason) for claim in claims))
        words = Words("status-told-rejected", {**said, "reason": reason})
        people = dict.fromkeys(claim.chat_id for claim in claims if claim.chat_id != turn.known.chat_id)
        turn = turn.tell(*(tell(chat, words, REGISTER, "writing-again-button") for chat in people))
    else:
        turn = turn.remember(BoardStatusChanged(board.id, step.to, reason))
    turn = tell_officers(turn, board.id, Words(f"status-{step.key}-told", {**said, "reason": reason}))
    return done(turn, Words(f"status-{step.key}-done", said))


# --- an office --------------------------------------------------------------------------------------------------------


def _draw_officers(turn: Turn) -> Screen | None:
    board = board_here(turn)
    if board is None:
        return None
    officers = turn.known.records.officers(board.id)[:_MOST_OFFERED]
    if not officers:
        return Screen("remove", Words("remove-nobody", {"board": cut(board.name, 90)}), with_last_row(()))
    lines = tuple(
        Words("remove-line", {"number": str(place), "name": cut(each.name, 40), "role": role_words(each.role)})
        for place, each in enumerate(officers, 1)
    )
    buttons = [Choice(f"o{each.id}", str(place)) for place, each in enumerate(officers, 1)]
    rows: list[Row] = [tuple(buttons[place : place + _A_ROW]) for place in range(0, len(buttons), _A_ROW)]
    return Screen("remove", Words("remove", {"board": cut(board.name, 90), "officers": lines}), with_last_row(rows))


def _hear_officers(turn: Turn, reply: Reply) -> Turn:
    board = board_here(turn)
    officers = turn.known.records.officers(board.id) if board is not None else ()
    chosen = next((each for each in officers if f"o{each.id}" == reply.value), None)
    if chosen is None:
        return refuse(turn, _draw_officers, Words("remove-expected"))
    return go(begun(turn), "remove-reason", officer=chosen.id)


def _officer(turn: Turn) -> Officer | None:
    """Whose office it is about, as long as it is held and on this board."""
    officer, board = turn.known.records.officer(number(turn, "officer")), board_here(turn)
    held = officer is not None and board is not None and officer.until is None and officer.board_id == board.id
    return officer if held else None


def _office(turn: Turn, officer: Officer) -> dict[str, Words | str | int]:
    board = board_here(turn)
    name = "" if board is None else cut(board.name, 90)
    return {"board": name, "name": cut(officer.name, 60), "role": role_words(officer.role)}


def _draw_remove_reason(turn: Turn) -> Screen | None:
    officer = _officer(turn)
    if officer is None:
        return None
    return Screen("remove-reason", Words("remove-reason", _office(turn, officer)), with_last_row(()))


def _draw_remove_confirm(turn: Turn) -> Screen | None:
    officer = _officer(turn)
    if officer is None or not reason_of(turn):
        return None
    text = Words("remove-confirm", {**_office(turn, officer), "reason": reason_of(turn)})
    return confirm("remove-confirm", text, "remove-yes-button", danger=True)


def _hear_remove_confirm(turn: Turn, reply: Reply) -> Turn:
    officer = _officer(turn)
    if officer is None or reply.value != YES or not reason_of(turn):
        return refuse(turn, _draw_remove_confirm, Words("remove-confirm-expected"))
    said, reason = _office(turn, officer), reason_of(turn)
    turn = turn.remember(OfficeEnded(officer.id, "removed", reason))
    if officer.chat_id != turn.known.chat_id:
        told = Words("remove-told", {"board": said["board"], "role": said["role"], "reason": reason})
        turn = turn.tell(tell(officer.chat_id, told, REGISTER, "writing-again-button"))
    return done(turn, Words("remove-done", said))


PAGES = (
    reason_page("status", _draw_status, lambda turn: go(turn, "status-confirm")),
    page(
        "status-confirm",
        "edit_boards",
        _draw_status_confirm,
        _hear_status_confirm,
        ("status-label", "status-help", "status-confirm-expected"),
    ),
    page("remove", "edit_boards", _draw_officers, _hear_officers, ("remove-label", "remove-help", "remove-expected")),
    reason_page("remove-reason", _draw_remove_reason, lambda turn: go(turn, "remove-confirm")),
    page(
        "remove-confirm",
        "edit_boards",
        _draw_remove_confirm,
        _hear_remove_confirm,
        ("remove-label", "remove-help", "remove-confirm-expected"),
    ),
)
