"""The page of one's own board: its record, who holds office, one's own place; and the choice among several boards."""

from conversations.claim_pages import claim_words
from conversations.commands import MY_CLAIM
from conversations.conversation import link
from conversations.decisions import Choice, Link, Screen, Words
from conversations.desk.writing import value_words
from conversations.known import Known
from conversations.my_board_parts import (
    CHOOSE,
    FIX,
    HAND,
    LEAVE,
    PAGE,
    PEOPLE,
    RENEW,
    WHICH,
    Part,
    board_here,
    board_name,
    chosen,
    claims_here,
    go,
    number,
    over,
    own_boards,
    own_offices,
    person_words,
    to_renew,
)
from conversations.records import Board, Officer
from conversations.registration_board import numbered_lines, value_of
from conversations.registration_questions import comuna_words, role_words
from conversations.screens import NEXT_PAGE, PREVIOUS_PAGE, Row, button, with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

OTHER_BOARD = "other-board"
_BOARDS_A_PAGE, _PEOPLE_A_PAGE = 6, 8
_PEOPLE_SHOWN, _OFFICES_SHOWN, _A_ROW = 3, 2, 3


# --- which board ------------------------------------------------------------------------------------------------------


def _draw_choose(turn: Turn) -> Screen | None:
    boards = list(own_boards(turn.known).values())
    if not boards:
        return None
    first, last, turned = _stretch(turn, len(boards), _BOARDS_A_PAGE)
    lines = numbered_lines(boards)[first:last]
    buttons = [Choice(value_of(board), str(place + 1)) for place, board in enumerate(boards)][first:last]
    rows: list[Row] = [tuple(buttons[place : place + _A_ROW]) for place in range(0, len(buttons), _A_ROW)]
    text = Words("my-board-choose", {"lines": lines, "first": first + 1, "last": last, "total": len(boards)})
    return Screen(CHOOSE, text, with_last_row((*rows, *turned)))


def _hear_choose(turn: Turn, reply: Reply) -> Turn | None:
    boards = list(own_boards(turn.known).values())
    if (page := _turned(turn, reply)) is not None:
        return go(turn, CHOOSE, page=page)
    meant = next((board for board in boards if value_of(board) == reply.value), None)
    said = turn.known.lexicon.number(reply.text)
    if meant is None and said is not None and 1 <= said <= len(boards):
        meant = boards[said - 1]
    return None if meant is None else chosen(turn, "choose", board_name(meant), PAGE, board=meant.id, page=0)


# --- the page ---------------------------------------------------------------------------------------------------------


def _draw_page(turn: Turn) -> Screen | None:
    board, known = board_here(turn), turn.known
    if board is None:
        return None
    officers = known.records.officers(board.id)
    arguments: dict[str, str | int | Words | tuple[Words, ...]] = {
        "board": cut(board.name, 80), "kind": Words(f"kind-{board.kind}"),
        "barrio": cut(board.barrio, 40) or _nothing(),
        "comuna": comuna_words(board.comuna), "localidad": board.localidad,
        "sector": cut(board.sector or "", 40) or _nothing(), "nit": value_words("nit", board.nit),
        "personeria": cut(board.personeria or "", 60) or _nothing(), "ruc": value_words("ruc", board.ruc),
        "state": value_words("registry_state", board.registry_state), "own": _own(known, board),
        "people": tuple(_person(known, officer) for officer in officers[:_PEOPLE_SHOWN]),
        "shown": min(len(officers), _PEOPLE_SHOWN), "total": len(officers), "standing": _standing(known, board),
    }  # fmt: skip
    return Screen(PAGE, Words("my-board-page", arguments), with_last_row(_ways(known, board, len(officers))))


def _ways(known: Known, board: Board, officers: int) -> list[Row]:
    """What can be done, the likeliest first."""
    rows: list[tuple[Choice | Link, ...]] = []
    if to_renew(known, board):
        rows.append((Choice(RENEW, Words("my-board-renew-button"), "primary"),))
    rows.append((Choice(FIX, Words("my-board-fix-button")),))
    if officers > _PEOPLE_SHOWN:
        rows.append((Choice(PEOPLE, Words("my-board-people-button")),))
    if claims_here(known, board):
        rows.append((link(MY_CLAIM, "claim-button"),))
    if len(own_boards(known)) > 1:
        rows.append((Choice(OTHER_BOARD, Words("my-board-switch-button")),))
    rows.append((Choice(HAND, Words("my-board-hand-button")),))
    rows.append((Choice(LEAVE, Words("my-board-leave-button"), "danger"),))
    return rows


def _hear_page(turn: Turn, reply: Reply) -> Turn | None:
    board = board_here(turn)
    if board is None:
        return None
    match reply.value:
        case "fix" | "people":
            return chosen(turn, "page", Words(f"my-board-{reply.value}-button"), reply.value, page=0)
        case "other-board" if len(own_boards(turn.known)) > 1:
            return chosen(turn, "page", Words("my-board-switch-button"), CHOOSE, page=0)
        case "hand" | "leave" | "renew":
            return _to_office(turn, board, reply.value)
    return None


def _to_office(turn: Turn, board: Board, deed: str) -> Turn | None:
    """To what is done with an office; asked first which one, if there are several."""
    offices = to_renew(turn.known, board) if deed == RENEW else own_offices(turn.known, board.id)
    if not offices:
        return None
    picked = Words(f"my-board-{deed}-button")
    if len(offices) > 1:
        return chosen(turn, "page", picked, WHICH, deed=deed)
    return chosen(turn, "page", picked, deed, office=offices[0].id)


def _own(known: Known, board: Board) -> tuple[Words, ...]:
    offices = own_offices(known, board.id)
    lines = []
    for office in offices[:_OFFICES_SHOWN]:
        ending = _ending(known, office)
        lines.append(Words("my-board-own", {"role": role_words(office.role), "ending": ending}))
    more = len(offices) - _OFFICES_SHOWN
    return (*lines, Words("my-board-own-more", {"count": more})) if more > 0 else tuple(lines)


def _ending(known: Known, office: Officer) -> Words:
    if office.term_end is None:
        return Words("my-board-term-unknown")
    return Words("my-board-term-over" if over(office, known) else "my-board-term", {"day": office.term_end})


def _person(known: Known, officer: Officer) -> Words:
    key = "my-board-person-self" if officer.chat_id == known.chat_id else "my-board-person"
    return Words(key, {"role": role_words(officer.role), "name": person_words(officer.name, 30)})


def _standing(known: Known, board: Board) -> Words:
    """What waits, or has to be done; that nothing has to, if so."""
    claims = claims_here(known, board)
    if claims:
        first = next((claim for claim in claims if claim.status == "asked"), claims[0])
        others = len(claims) - 1
        key = "my-board-asked" if first.status == "asked" else "my-board-waiting"
        return Words(key, {"claim": claim_words(known, first, 40), "others": others})
    if to_renew(known, board):
        return Words("my-board-to-renew")
    return Words("my-board-gone" if board.status == "inactive" else "my-board-nothing-to-do")


def _nothing() -> Words:
    return Words("answer-skipped")


# --- everybody in office ----------------------------------------------------------------------------------------------


def _draw_people(turn: Turn) -> Screen | None:
    board, known = board_here(turn), turn.known
    if board is None:
        return None
    officers = known.records.officers(board.id)
    first, last, turned = _stretch(turn, len(officers), _PEOPLE_A_PAGE)
    lines = tuple(
        Words("my-board-person-line", {"person": _person(known, officer), "ending": _ending(known, officer)})
        for officer in officers[first:last]
    )
    text = Words("my-board-people", {"lines": lines, "first": first + 1, "last": last, "total": len(officers)})
    return Screen(PEOPLE, text, with_last_row(turned))


def _hear_people(turn: Turn, reply: Reply) -> Turn | None:
    page = _turned(turn, reply)
    return None if page is None else go(turn, PEOPLE, page=page)


# --- pages of a list --------------------------------------------------------------------------------------------------


def _stretch(turn: Turn, total: int, size: int) -> tuple[int, int, list[Row]]:
    """First and last place in sight, and the row that turns the page if there are more."""
    page = min(number(turn, "page"), max(0, (total - 1) // size))
    first, last = page * size, min(total, page * size + size)
    turned = (*([button(PREVIOUS_PAGE)] if page else []), *([button(NEXT_PAGE)] if last < total else []))
    return first, last, [turned] if turned else []


def _turned(turn: Turn, reply: Reply) -> int | None:
    if reply.value not in {NEXT_PAGE, PREVIOUS_PAGE}:
        return None
    return max(0, number(turn, "page") + (1 if reply.value == NEXT_PAGE else -1))


def _expects(key: str) -> Words:
    return Words(f"my-board-{key}-expected")


PARTS = (
    Part(CHOOSE, _draw_choose, _hear_choose, "choose", lambda _: _expects("choose"), behind=""),
    Part(PAGE, _draw_page, _hear_page, "page", lambda _: _expects("page"), behind=""),
    Part(PEOPLE, _draw_people, _hear_people, "people", lambda _: _expects("people")),
)
