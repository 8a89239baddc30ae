"""One board: its record, who sits on it, what waits about it, and everything that can be done with it."""

from conversations.decisions import Choice, Screen, Words
from conversations.desk.page import Page, go, number
from conversations.desk.paging import numbered_value
from conversations.desk.words import age_words, board_words, field_words, lines, listed, person, value_words
from conversations.records import Board, Claim, Officer
from conversations.registration_questions import comuna_words, role_words
from conversations.rights import may
from conversations.screens import Row, with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

QUESTION = "board"
_OPTIONAL = ("sector", "nit", "personeria", "ruc", "registry_state")
_OFFICERS, _CLAIMS = 12, 4
_KEPT = "kept"


def draw(turn: Turn) -> Screen | None:
    """The page of a board."""
    board = turn.known.records.board(number(turn, "board"))
    if board is None:
        return None
    text = lines(
        Words("desk-board-name", {"board": cut(board.name, 120)}),
        Words("desk-board-kind", {"kind": Words(f"kind-{board.kind}"), "standing": _standing(turn, board)}),
        _place(board),
        *_record(board),
        Words("desk-board-assisted") if board.assisted else None,
        *_people(turn, board),
        Words("desk-board-now"),
    )
    return Screen(QUESTION, text, with_last_row(_rows(turn, board)))


def hear(turn: Turn, reply: Reply) -> Turn | None:
    """On to a claim, the timeline, the board that goes on for a merged one, or a page that changes something."""
    records = turn.known.records
    board = records.board(number(turn, "board"))
    if board is None:
        return None
    claim = records.claim(numbered_value(reply.value, "c"))
    if claim is not None and claim.board_id == board.id:
        return go(turn, "claim", claim=claim.id)
    if reply.value == "timeline":
        return go(turn, "timeline", page=-1)
    if reply.value == _KEPT and board.merged_into is not None:
        return go(turn, QUESTION, board=board.merged_into, claim=0)
    return go(turn, reply.value, claim=0) if reply.value in _changes(turn, board) else None


def _standing(turn: Turn, board: Board) -> Words:
    if board.merged_into is not None:
        kept = turn.known.records.board(board.merged_into)
        return Words("desk-board-merged", {"board": board_words(kept)})
    if board.status == "listed" and not board.in_roster:
        return Words("desk-board-added")
    return Words(f"desk-status-{board.status}")


def _place(board: Board) -> Words:
    barrio = cut(board.barrio, 60) or Words("answer-skipped")
    return Words("desk-board-place", {
        "barrio": barrio, "comuna": comuna_words(board.comuna), "localidad": board.localidad,
    })  # fmt: skip


def _record(board: Board) -> list[Words]:
    held = {field: getattr(board, field) for field in _OPTIONAL}
    found = [
        Words("desk-board-field", {"field": field_words(field), "value": value_words(field, value)})
        for field, value in held.items() if value
    ]  # fmt: skip
    missing = [field_words(field) for field, value in held.items() if not value and field != "sector"]
    return [*found, Words("desk-board-missing", {"fields": listed(missing)})] if missing else found


def _people(turn: Turn, board: Board) -> list[Words]:
    records = turn.known.records
    officers, contact, claims = records.officers(board.id), records.contact(board.id), _claims(turn, board)
    if not may(turn.known.person.staff, "see_people", board.localidad):
        return [Words("desk-board-officers", {"count": len(officers)}), Words("desk-board-claims", {
            "count": len(claims),
        })]  # fmt: skip
    found = [Words("desk-board-officers", {"count": len(officers)})]
    found += [_officer(officer) for officer in officers[:_OFFICERS]]
    if len(officers) > _OFFICERS:
        found.append(Words("desk-home-more", {"count": len(officers) - _OFFICERS}))
    if contact is not None:
        found.append(Words("desk-board-contact", {
            "name": person(contact.name), "role": role_words(contact.role),
            "phone": contact.masked_phone or Words("desk-phoneless"), "moment": contact.permitted_at,
        }))  # fmt: skip
    found.append(Words("desk-board-claims", {"count": len(claims)}))
    return found + [_claim(turn, claim, place) for place, claim in enumerate(claims[:_CLAIMS], 1)]


def _officer(officer: Officer) -> Words:
    arguments = {"role": role_words(officer.role), "name": person(officer.name), "moment": officer.since}
    if officer.term_end is None:
        return Words("desk-board-officer", arguments)
    return Words("desk-board-officer-term", {**arguments, "until": officer.term_end})


def _claims(turn: Turn, board: Board) -> list[Claim]:
    return [c for c in turn.known.records.claims_of_board(board.id) if c.status in {"waiting", "asked"}]


def _claim(turn: Turn, claim: Claim, place: int) -> Words:
    what = role_words(claim.role or "") if claim.kind == "office" else field_words(claim.field or "")
    return Words("desk-board-claim", {
        "number": str(place), "name": person(claim.name), "what": what,
        "age": age_words(claim.created_at, turn.known.now),
    })  # fmt: skip


def _rows(turn: Turn, board: Board) -> list[Row]:
    rows: list[Row] = []
    if may(turn.known.person.staff, "see_people", board.localidad):
        claims = _claims(turn, board)[:_CLAIMS]
        # One that is not alone carries the number of its line.
        labels = [Words("desk-board-claim-button", {"count": place}) for place in range(1, len(claims) + 1)]
        buttons = [Choice(f"c{claim.id}", label) for claim, label in zip(claims, labels, strict=True)]
        rows += [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    if board.merged_into is not None:
        rows.append((Choice(_KEPT, Words("desk-kept-button")),))
    rows.append((Choice("timeline", Words("desk-timeline-button")),))
    changes = [Choice(value, _change_label(board, value)) for value in _changes(turn, board)]
    return rows + [tuple(changes[start : start + 2]) for start in range(0, len(changes), 2)]


def _change_label(board: Board, value: str) -> Words:
    return Words(f"desk-{value}-{board.status}-button" if value == "status" else f"desk-{value}-button")


def _changes(turn: Turn, board: Board) -> tuple[str, ...]:
    """The pages that change this board, as far as this person may and it makes sense."""
    if board.status == "merged" or not may(turn.known.person.staff, "edit_boards", board.localidad):
        return ()
    remove = ("remove",) if turn.known.records.officers(board.id) else ()
    return ("edit", "merge", "status", *remove)


PAGES = (
    Page(
        QUESTION, "see_boards", draw, hear, Words("desk-board-label"), Words("desk-board-help"),
        Words("desk-board-expected"),
    ),
)  # fmt: skip
