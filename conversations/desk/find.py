"""Looking anything up: a board by name, barrio or tax number, somebody in office or in the queue by name."""

from collections.abc import Iterable

from pydantic import JsonValue

from conversations.decisions import Screen, Words
from conversations.desk.page import Page, go, stay, where
from conversations.desk.paging import number_rows, numbered_value, part, turned
from conversations.desk.queue import queue_line, split_queue
from conversations.desk.words import board_line, lines, officer_line
from conversations.name_search import names_like
from conversations.records import Board
from conversations.rights import may
from conversations.screens import with_last_row
from conversations.text import fold
from conversations.turn import Reply, Turn

QUESTION = "find"
_A_PAGE = 8
_MOST = 40
# Before those of other parts of the city are left out.
_MOST_SEEN = 400
# Boards come first; but a name that somebody bears is not hidden behind dozens of them.
_BOARDS_FIRST = 5


def draw(turn: Turn) -> Screen:
    """What was found, or the question for what to look up."""
    if "found" not in where(turn):
        return Screen(QUESTION, Words("desk-find"), with_last_row(()))
    found = _found(turn)
    if not found:
        return Screen(QUESTION, Words("desk-find-nothing"), with_last_row(()))
    shown = part(turn, len(found), _A_PAGE)
    here = found[shown.offset : shown.offset + _A_PAGE]
    text = lines(
        Words("desk-find-title", {"count": len(found)}),
        *(line for number, value in enumerate(here, 1) if (line := _line(turn, value, number)) is not None),
        shown.words,
        Words("desk-find-now"),
    )
    return Screen(QUESTION, text, with_last_row((*number_rows(here), *shown.row)))


def hear(turn: Turn, reply: Reply) -> Turn | None:
    """Opens what was chosen; a text is looked up. Of the text itself nothing is kept: it may be somebody's name."""
    records, found = turn.known.records, _found(turn)
    if (page := turned(part(turn, len(found), _A_PAGE), reply.value)) is not None:
        return stay(turn, QUESTION, page=page)
    chosen = reply.value or _numbered(turn, found, reply.text)
    if chosen is not None:
        if (claim := records.claim(numbered_value(chosen, "c"))) is not None:
            return go(turn, "claim", claim=claim.id, board=claim.board_id)
        officer = records.officer(numbered_value(chosen, "o"))
        board = records.board(officer.board_id if officer is not None else numbered_value(chosen, "b"))
        return None if board is None else go(turn, "board", board=board.id, claim=0)
    if len(fold(reply.text)) < 2:
        return None
    return stay(turn, QUESTION, found=list(_searched(turn, reply.text)), page=0)


def _searched(turn: Turn, text: str) -> Iterable[JsonValue]:
    records = turn.known.records
    boards = [f"b{board.id}" for board in records.find_boards(text, _MOST_SEEN, everything=True) if _seen(turn, board)]
    people: list[str] = []
    if may(turn.known.person.staff, "see_people"):
        people = [f"o{officer.id}" for officer in records.find_people(text, _MOST)]
        open_claims = sum(split_queue(turn), ())
        people += [f"c{open_claims[place].id}" for place in names_like(text, [one.name for one in open_claims])]
    found = (*boards[:_BOARDS_FIRST], *people, *boards[_BOARDS_FIRST:])
    return [value for value in found if _line(turn, value, 1) is not None][:_MOST]


def _found(turn: Turn) -> list[str]:
    """What was found and is still there, and still this person's to see."""
    held = where(turn).get("found")
    values = [value for value in held if isinstance(value, str)] if isinstance(held, list) else []
    return [value for value in values if _line(turn, value, 1) is not None]


def _line(turn: Turn, value: str, number: int) -> Words | None:
    records = turn.known.records
    if board_id := numbered_value(value, "b"):
        board = records.board(board_id)
        return board_line(records, board, number) if board is not None and _seen(turn, board) else None
    if officer_id := numbered_value(value, "o"):
        officer = records.officer(officer_id)
        board = None if officer is None else records.board(officer.board_id)
        if officer is None or board is None or officer.until is not None or not _people_seen(turn, board):
            return None
        return officer_line(officer, number, board)
    claim = records.claim(numbered_value(value, "c"))
    board = None if claim is None else records.board(claim.board_id)
    if claim is None or board is None or not _people_seen(turn, board):
        return None
    return queue_line(turn, claim, number)


def _numbered(turn: Turn, found: list[str], text: str) -> str | None:
    """A small number typed while a list is in sight is a line of it; a long one is a tax number."""
    number = turn.known.lexicon.number(text)
    here = found[part(turn, len(found), _A_PAGE).offset :][:_A_PAGE]
    return here[number - 1] if number is not None and 1 <= number <= len(here) else None


def _seen(turn: Turn, board: Board) -> bool:
    return may(turn.known.person.staff, "see_boards", board.localidad)


def _people_seen(turn: Turn, board: Board) -> bool:
    return may(turn.known.person.staff, "see_people", board.localidad)


PAGES = (
    Page(
        QUESTION, "see_boards", draw, hear, Words("desk-find-label"), Words("desk-find-help"),
        Words("desk-find-expected"), free=True,
    ),
)  # fmt: skip
