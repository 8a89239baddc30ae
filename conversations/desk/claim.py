"""One claim: who wants what, why it needs a decision, what is known beside it; and the way to a decision."""

from conversations.decisions import Choice, Screen, Words
from conversations.desk.deciding import decided, replaced_president
from conversations.desk.page import Page, go, number, stay
from conversations.desk.queue import split_queue
from conversations.desk.words import (
    Arguments,
    actor_words,
    age_words,
    field_words,
    lines,
    person,
    reach_of,
    value_words,
    why_words,
)
from conversations.nit import written
from conversations.records import Board, Claim, Note
from conversations.registration_board import place_words
from conversations.registration_questions import role_words
from conversations.rights import may
from conversations.screens import Row, with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

QUESTION = "claim"
_OPEN = frozenset({"waiting", "asked"})
_APPROVE, _REJECT, _ASK, _BOARD, _NEAR, _LATER = "approve", "reject", "inquire", "board", "near", "later"
_NOTES, _NOTE = 4, 160


def draw(turn: Turn) -> Screen | None:
    """The claim as it stands, and what can be done about it."""
    records = turn.known.records
    claim = records.claim(number(turn, "claim"))
    board = None if claim is None else records.board(claim.board_id)
    if claim is None or board is None:
        return None
    near = None if claim.near_id is None else records.board(claim.near_id)
    if claim.status not in _OPEN:
        text = lines(Words("desk-claim-title", {"kind": _kind(claim)}), *_wish(claim, board), _outcome(turn, claim))
        return Screen(QUESTION, text, with_last_row(_ways_on(turn, claim, near)))
    text = lines(
        Words("desk-claim-title", {"kind": _kind(claim)}),
        *_wish(claim, board),
        Words("desk-claim-place", {"kind": Words(f"kind-{board.kind}"), "place": place_words(board)}),
        Words("desk-claim-since", {"moment": claim.created_at, "age": age_words(claim.created_at, turn.known.now)}),
        Words("desk-claim-why", {"why": why_words(claim)}),
        *_beside(turn, claim, board, near),
        *_notes(turn, claim),
        Words(f"desk-claim-now-{claim.status}"),
    )
    deciding: list[Row] = []
    if _decidable(turn, claim, board):
        deciding = [
            (Choice(_APPROVE, Words("desk-approve-button"), "success"),),
            (Choice(_REJECT, Words("desk-reject-button")), Choice(_ASK, Words("desk-inquire-button"))),
        ]
    return Screen(QUESTION, text, with_last_row((*deciding, *_ways_on(turn, claim, near))))


def hear(turn: Turn, reply: Reply) -> Turn | None:
    """Approve, or on to a page where more is asked; a claim that a colleague decided meanwhile is shown as it is."""
    records = turn.known.records
    claim = records.claim(number(turn, "claim"))
    board = None if claim is None else records.board(claim.board_id)
    if claim is None or board is None:
        return None
    if reply.value == _BOARD:
        return go(turn, "board", board=board.id)
    if reply.value == _NEAR and claim.near_id is not None:
        return go(turn, "board", board=claim.near_id, claim=0)
    if reply.value == _LATER:
        following = next_waiting(turn, claim) or claim
        return stay(turn, QUESTION, claim=following.id, board=following.board_id)
    if not _decidable(turn, claim, board):
        return stay(turn, QUESTION)
    if reply.value in {_REJECT, _ASK}:
        return go(turn, reply.value)
    if reply.value != _APPROVE:
        return None
    replaced = replaced_president(turn, claim)
    return decided(turn, claim, "approved") if replaced is None else go(turn, "replace", officer=replaced.id)


def next_waiting(turn: Turn, claim: Claim) -> Claim | None:
    """The claim that follows in the queue, from its beginning once the end is reached; None if there is no other."""
    waiting, _ = split_queue(turn)
    later = [one for one in waiting if (one.created_at, one.id) > (claim.created_at, claim.id)]
    return next((one for one in (*later, *waiting) if one.id != claim.id), None)


def _decidable(turn: Turn, claim: Claim, board: Board) -> bool:
    return claim.status in _OPEN and may(turn.known.person.staff, "decide_claims", board.localidad)


def _kind(claim: Claim) -> Words:
    return Words(f"desk-claim-{claim.kind}")


def _wish(claim: Claim, board: Board) -> list[Words]:
    who = Words("desk-claim-who", {
        "name": person(claim.name), "phone": claim.masked_phone or Words("desk-phoneless"),
    })  # fmt: skip
    if claim.kind == "office":
        wish: Arguments = {"role": role_words(claim.role or ""), "board": cut(board.name, 90)}
        return [who, Words("desk-claim-role", wish)]
    field = claim.field or ""
    change: Arguments = {
        "field": field_words(field), "board": cut(board.name, 90), "new": value_words(field, claim.value),
        "old": value_words(field, getattr(board, field, None)),
    }  # fmt: skip
    return [who, Words("desk-claim-change", change)]


def _outcome(turn: Turn, claim: Claim) -> Words:
    if claim.status == "withdrawn":
        return Words("desk-claim-withdrawn", {"moment": claim.changed_at})
    by: Arguments = {"moment": claim.changed_at, "who": actor_words(turn, claim.decided_by or 0)}
    return Words(f"desk-claim-{claim.status}", by)


def _beside(turn: Turn, claim: Claim, board: Board, near: Board | None) -> list[Words]:
    records = turn.known.records
    found = []
    if (replaced := replaced_president(turn, claim)) is not None:
        held: Arguments = {"name": person(replaced.name), "moment": replaced.since}
        found.append(Words("desk-claim-president", held))
    if claim.kind == "office" and board.status != "listed":
        found.append(Words(f"desk-claim-board-{board.status}"))
    if near is not None:
        found.append(Words("desk-claim-near", {
            "board": cut(near.name, 90), "place": place_words(near),
            "nit": Words("answer-skipped") if near.nit is None else written(near.nit),
            "standing": Words(f"desk-reach-{reach_of(records, near)}"),
        }))  # fmt: skip
        if board.nit is not None:
            found.append(Words("desk-claim-own-nit", {"nit": written(board.nit)}))
    others = [
        one for one in records.claims_of_board(board.id)
        if one.id != claim.id and one.status in _OPEN and (one.role, one.field) == (claim.role, claim.field)
    ]  # fmt: skip
    if others:
        found.append(Words("desk-claim-rivals", {"count": len(others)}))
    return found


def _notes(turn: Turn, claim: Claim) -> list[Words]:
    notes = turn.known.records.notes(claim.id)
    left = [Words("desk-claim-notes-more", {"count": len(notes) - _NOTES})] if len(notes) > _NOTES else []
    return [*left, *(_note(turn, note) for note in notes[-_NOTES:])]


def _note(turn: Turn, note: Note) -> Words:
    arguments: Arguments = {"moment": note.at, "body": cut(note.body, _NOTE)}
    if note.by_staff:
        return Words("desk-note-staff", {**arguments, "who": actor_words(turn, note.actor)})
    return Words("desk-note-person", arguments)


def _ways_on(turn: Turn, claim: Claim, near: Board | None) -> list[Row]:
    row: list[Choice] = [Choice(_BOARD, Words("desk-board-button"))]
    if near is not None and may(turn.known.person.staff, "see_boards", near.localidad):
        row.append(Choice(_NEAR, Words("desk-near-button")))
    following = [] if next_waiting(turn, claim) is None else [(Choice(_LATER, Words("desk-later-button")),)]
    return [tuple(row), *following]


PAGES = (
    Page(
        QUESTION, "see_people", draw, hear, Words("desk-claim-label"), Words("desk-claim-help"),
        Words("desk-claim-expected"),
    ),
)  # fmt: skip
