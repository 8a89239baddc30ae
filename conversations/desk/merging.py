"""Two records of one board become one: which other, which stays, what moves, why, and a last look."""

from dataclasses import dataclass

from conversations.board_decisions import BoardsMerged
from conversations.commands import MY_CLAIM
from conversations.decisions import Choice, Screen, Words
from conversations.desk.page import go, number, stay, where
from conversations.desk.writing import (
    begun,
    board_here,
    confirm,
    done,
    mine,
    page,
    reason_of,
    reason_page,
    record_words,
    refuse,
    tell,
)
from conversations.records import Board, Officer
from conversations.registration_board import numbered_lines, numbered_rows, value_of
from conversations.screens import YES, Row, with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

_MOST_OFFERED = 6
_OPEN = ("waiting", "asked")
_IN_THE_PROGRAMME = ("listed", "proposed")
_PRESIDENT = "president"


@dataclass(frozen=True, slots=True)
class _Move:
    """What merging would do. ``displaced``: a president who has to ask for the office again."""

    kept: Board
    gone: Board
    officers: tuple[Officer, ...]
    claims: int
    president: Officer | None
    displaced: Officer | None


# --- the other one ----------------------------------------------------------------------------------------------------


def _draw_search(turn: Turn) -> Screen | None:
    board = board_here(turn)
    if board is None:
        return None
    offered = _offered(turn, board)
    said = {"board": cut(board.name, 90)}
    if not offered:
        key = "merge-nothing" if "found" in where(turn) else "merge"
        return Screen("merge", Words(key, said), with_last_row(()))
    text = Words("merge-offered", {**said, "boards": numbered_lines(offered)})
    return Screen("merge", text, with_last_row(numbered_rows(offered)))


def _offered(turn: Turn, board: Board) -> list[Board]:
    """What was found, or at first those that may well be the same."""
    records, ids = turn.known.records, where(turn).get("found")
    if isinstance(ids, list):
        found = [records.board(int(each)) for each in ids if isinstance(each, int)]
    else:
        found = list(records.near(board.name, board.barrio, board.sector, board.nit, inactive=True))
    return [
        one for one in found
        if one is not None and one.id != board.id and one.status != "merged" and mine(turn, one.localidad)
    ][:_MOST_OFFERED]  # fmt: skip


def _hear_search(turn: Turn, reply: Reply) -> Turn:
    board = board_here(turn)
    if board is None:
        return stay(turn, "merge")
    chosen = next((one for one in _offered(turn, board) if value_of(one) == reply.value), None)
    if chosen is not None:
        return go(begun(turn), "merge-sides", other=chosen.id)
    if not reply.text:
        return refuse(turn, _draw_search, Words("merge-expected"))
    return stay(turn, "merge", found=[one.id for one in turn.known.records.find_boards(reply.text, _MOST_OFFERED + 1)])


# --- side by side -----------------------------------------------------------------------------------------------------


def _pair(turn: Turn) -> tuple[Board, Board] | None:
    """Both, the one that is proposed to stay first; None when one of them is gone or not this coordinator's."""
    one, two = board_here(turn), board_here(turn, "other")
    if one is None or two is None or one.id == two.id or not (mine(turn, one.localidad) and mine(turn, two.localidad)):
        return None
    officers = turn.known.records.officers

    def likely(board: Board) -> tuple[bool, bool, bool, bool, int]:
        outside = board.status not in _IN_THE_PROGRAMME
        return outside, not board.in_roster, board.status != "listed", not officers(board.id), board.id

    first, second = sorted((one, two), key=likely)
    return first, second


def _draw_sides(turn: Turn) -> Screen | None:
    pair = _pair(turn)
    if pair is None:
        return None
    sides = tuple(_side(turn, place, board) for place, board in enumerate(pair, 1))
    buttons: list[Row] = [
        (
            Choice(
                value_of(board), Words("merge-keep-button", {"number": str(place)}), "success" if place == 1 else None
            ),
        )
        for place, board in enumerate(pair, 1)
        if board.status in _IN_THE_PROGRAMME or place == 1
    ]
    why = "merge-why-roster" if pair[0].in_roster and not pair[1].in_roster else "merge-why-other"
    return Screen("merge-sides", Words("merge-sides", {"sides": sides, "why": Words(why)}), with_last_row(buttons))


def _side(turn: Turn, place: int, board: Board) -> Words:
    officers = turn.known.records.officers(board.id)
    president = next((officer for officer in officers if officer.role == _PRESIDENT), None)
    return Words("merge-side", {
        "number": str(place), "record": record_words(board), "officers": len(officers),
        "claims": len(_open_claims(turn, board)),
        "president": Words("merge-no-president") if president is None else cut(president.name, 60),
        "roster": Words("merge-in-roster") if board.in_roster else Words("merge-not-in-roster"),
    })  # fmt: skip


def _open_claims(turn: Turn, board: Board) -> list[int]:
    return [claim.id for claim in turn.known.records.claims_of_board(board.id) if claim.status in _OPEN]


def _hear_sides(turn: Turn, reply: Reply) -> Turn:
    pair = _pair(turn)
    kept = next((board for board in pair or () if value_of(board) == reply.value), None)
    if kept is None or (pair is not None and kept.id != pair[0].id and kept.status not in _IN_THE_PROGRAMME):
        return refuse(turn, _draw_sides, Words("merge-sides-expected"))
    return go(turn, "merge-reason", kept=kept.id)


# --- why, and the last look -------------------------------------------------------------------------------------------


def _move(turn: Turn) -> _Move | None:
    pair, kept_id = _pair(turn), number(turn, "kept")
    if pair is None or kept_id not in {board.id for board in pair}:
        return None
    kept, gone = pair if pair[0].id == kept_id else (pair[1], pair[0])
    there, moving = turn.known.records.officers(kept.id), turn.known.records.officers(gone.id)
    president = next((officer for officer in there if officer.role == _PRESIDENT), None)
    second = next((officer for officer in moving if officer.role == _PRESIDENT), None)
    same = president is not None and second is not None and president.person_id == second.person_id
    displaced = second if president is not None and second is not None and not same else None
    moved = tuple(officer for officer in moving if officer is not displaced)
    return _Move(kept, gone, moved, len(_open_claims(turn, gone)), president or second, displaced)


def _moving(move: _Move) -> dict[str, Words | str | int]:
    return {
        "kept": cut(move.kept.name, 90), "gone": cut(move.gone.name, 90),
        "officers": len(move.officers), "claims": move.claims,
        "president": Words("merge-no-president") if move.president is None else cut(move.president.name, 60),
        "displaced": Words("merge-nobody-displaced") if move.displaced is None
        else Words("merge-displaced", {"name": cut(move.displaced.name, 60)}),
    }  # fmt: skip


def _draw_reason(turn: Turn) -> Screen | None:
    move = _move(turn)
    return None if move is None else Screen("merge-reason", Words("merge-reason", _moving(move)), with_last_row(()))


def _draw_confirm(turn: Turn) -> Screen | None:
    move = _move(turn)
    if move is None or not reason_of(turn):
        return None
    text = Words("merge-confirm", {**_moving(move), "reason": reason_of(turn)})
    return confirm("merge-confirm", text, "merge-yes-button", danger=True)


def _hear_confirm(turn: Turn, reply: Reply) -> Turn:
    move = _move(turn)
    if move is None or reply.value != YES or not reason_of(turn):
        return refuse(turn, _draw_confirm, Words("merge-confirm-expected"))
    turn = turn.remember(BoardsMerged(move.kept.id, move.gone.id, reason_of(turn)))
    said = {"kept": cut(move.kept.name, 90), "gone": cut(move.gone.name, 90)}
    own = turn.known.chat_id
    told = dict.fromkeys(officer.chat_id for officer in move.officers if officer.chat_id != own)
    if move.displaced is not None and move.displaced.chat_id != own:
        told.pop(move.displaced.chat_id, None)
        words = Words("merge-told-president", said)
        turn = turn.tell(tell(move.displaced.chat_id, words, MY_CLAIM, "writing-claim-button"))
    turn = turn.tell(*(tell(chat, Words("merge-told-officer", said)) for chat in told))
    return done(turn, Words("merge-done", said), board=move.kept.id)


PAGES = (
    page("merge", "edit_boards", _draw_search, _hear_search, ("merge-label", "merge-help", "merge-expected")),
    page("merge-sides", "edit_boards", _draw_sides, _hear_sides, ("merge-label", "merge-help", "merge-sides-expected")),
    reason_page("merge-reason", _draw_reason, lambda turn: go(turn, "merge-confirm")),
    page(
        "merge-confirm",
        "edit_boards",
        _draw_confirm,
        _hear_confirm,
        ("merge-label", "merge-confirm-help", "merge-confirm-expected"),
    ),
)
