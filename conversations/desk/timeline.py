"""Everything that happened with a board, in order and in plain words, with who did it."""

from datetime import datetime

from conversations.decisions import Screen, Words
from conversations.desk.page import Page, number, stay
from conversations.desk.paging import part, turned
from conversations.desk.words import actor_words, board_words, field_words, lines, person, value_words
from conversations.records import Board, Event
from conversations.registration_questions import role_words
from conversations.rights import may
from conversations.screens import with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

QUESTION = "timeline"
_A_PAGE = 8
_NOTE = 120
# What each field was before and after is told line by line; the deed that changed them would only repeat it.
_TOLD_BY_CHANGES = frozenset({"board_edited", "board_reimported"})
_PLAIN = frozenset({
    "board_registered", "board_imported", "board_entered", "board_listed", "board_proposed", "board_rejected",
    "board_inactive",
})  # fmt: skip
_OF_CLAIMS = frozenset({
    "claim_filed", "claim_approved", "claim_rejected", "claim_asked", "claim_answered", "claim_withdrawn",
})  # fmt: skip
_OF_OFFICES = frozenset({
    "office_given", "office_handed_over", "office_left", "office_replaced", "office_removed", "office_merged",
    "handover_offered", "handover_revoked",
})  # fmt: skip

Line = tuple[datetime, Words]


def draw(turn: Turn) -> Screen | None:
    """The newest page of the timeline, or an earlier one."""
    board = turn.known.records.board(number(turn, "board"))
    if board is None:
        return None
    told = _told(turn, board)
    shown = part(turn, len(told), _A_PAGE)
    text = lines(
        Words("desk-timeline-title", {"board": board_words(board)}),
        *(words for _, words in told[shown.offset : shown.offset + _A_PAGE]),
        shown.words if told else Words("desk-timeline-empty"),
    )
    return Screen(QUESTION, text, with_last_row(shown.row))


def hear(turn: Turn, reply: Reply) -> Turn | None:
    """Another page."""
    board = turn.known.records.board(number(turn, "board"))
    if board is None:
        return None
    page = turned(part(turn, len(_told(turn, board)), _A_PAGE), reply.value)
    return None if page is None else stay(turn, QUESTION, page=page)


def _told(turn: Turn, board: Board) -> list[Line]:
    """What happened, oldest first; at the same moment the deed comes before what was written about it."""
    records = turn.known.records
    told: list[Line] = [
        (event.at, _event(turn, event)) for event in records.timeline(board.id)
        if event.action not in _TOLD_BY_CHANGES
    ]  # fmt: skip
    told += [
        (change.at, Words("desk-event-change", {
            "moment": change.at, "who": actor_words(turn, change.actor), "field": field_words(change.field),
            "old": value_words(change.field, change.old), "new": value_words(change.field, change.new),
        }))
        for change in records.changes(board.id)
    ]  # fmt: skip
    if may(turn.known.person.staff, "see_people", board.localidad):
        told += [
            (note.at, Words(f"desk-event-{note.kind}", {
                "moment": note.at, "who": actor_words(turn, note.actor), "body": cut(note.body, _NOTE),
            }))
            for note in records.board_notes(board.id)
        ]  # fmt: skip
    return sorted(told, key=lambda line: line[0])


def _event(turn: Turn, event: Event) -> Words:
    by = {"moment": event.at, "who": actor_words(turn, event.actor)}
    kind, _, number_of = (event.object or "").partition(":")
    named = int(number_of) if number_of.isascii() and number_of.isdigit() else 0
    key = f"desk-event-{event.action.replace('_', '-')}"
    if event.action in _PLAIN:
        return Words(key, by)
    if event.action in _OF_CLAIMS:
        return Words(key, {**by, "wish": _wish(turn, named)})
    if event.action in _OF_OFFICES:
        return Words(key, {**by, **_office(turn, named)})
    if event.action == "board_merged" and kind == "board":
        return Words(key, {**by, "board": board_words(turn.known.records.board(named))})
    return Words("desk-event-other", by)


def _wish(turn: Turn, claim_id: int) -> Words:
    claim = turn.known.records.claim(claim_id)
    if claim is None:
        return Words("desk-wish-gone")
    what = role_words(claim.role or "") if claim.kind == "office" else field_words(claim.field or "")
    if not _names(turn):
        return Words("desk-wish-unnamed", {"what": what})
    return Words("desk-wish-named", {"name": person(claim.name), "what": what})


def _office(turn: Turn, officer_id: int) -> dict[str, str | Words]:
    officer = turn.known.records.officer(officer_id)
    if officer is None:
        return {"name": Words("desk-person-gone"), "role": Words("desk-office-gone")}
    name = person(officer.name) if _names(turn) else Words("desk-actor-person")
    return {"name": name, "role": role_words(officer.role)}


def _names(turn: Turn) -> bool:
    return may(turn.known.person.staff, "see_people")


PAGES = (
    Page(
        QUESTION, "see_boards", draw, hear, Words("desk-timeline-label"), Words("desk-timeline-help"),
        Words("desk-timeline-expected"),
    ),
)  # fmt: skip
