"""A board that is described although the register seems to hold it already: which one, and the question whether it is
the same."""

from conversations.board_names import nit_number
from conversations.decisions import BoardRegistered, Choice, Screen, Words
from conversations.known import Known
from conversations.records import Board
from conversations.registration_board import board_card, numbered_lines, numbered_rows
from conversations.registration_questions import (
    ANOTHER,
    BARRIO,
    BARRIO_OTHER,
    COMUNA,
    NAME,
    NEAR,
    NIT,
    ROLE,
    ROLES,
    SECTOR,
    draft,
    kind_of,
    localidad_of,
)
from conversations.screens import OTHER, YES, Row, with_last_row
from conversations.turn import Turn

_ASSOCIATION = "asojuntas"
_MOST_SHOWN = 3


def described(known: Known) -> BoardRegistered:
    """The board as the draft describes it, with the office of who writes."""
    answers = draft(known)
    place = known.territory.place(answers.get(BARRIO) or "")
    other = answers.get(BARRIO_OTHER) if answers.get(BARRIO) == OTHER else None
    return BoardRegistered(
        kind=kind_of(known),
        name=answers.get(NAME) or "",
        localidad=localidad_of(known) or "",
        comuna=answers.get(COMUNA) or "",
        barrio=place.name if place is not None else other or "",
        sector=answers.get(SECTOR),
        nit=answers.get(NIT),
        role=answers.get(ROLE) or ROLES[0],
    )


def near_boards(known: Known) -> tuple[Board, ...]:
    """Boards that the one described may be the same as, the likeliest first.

    An association bears the name of what it unites and is none of it. A tax number belongs to one board, of any kind.
    """
    board = described(known)
    found = known.records.near(board.name, board.barrio, board.sector, board.nit, inactive=True)
    alike = (
        one for one in found
        if same_nit(board.nit, one) or (one.kind == _ASSOCIATION) == (board.kind == _ASSOCIATION)
    )  # fmt: skip
    return tuple(alike)[:_MOST_SHOWN]


def same_nit(nit: str | None, board: Board) -> bool:
    """Whether a board has this tax number; the check digit does not count."""
    return nit is not None and board.nit is not None and nit_number(nit) == nit_number(board.nit)


def near_screen(turn: Turn) -> Screen:
    """Whether one of the boards found is the person's."""
    boards = near_boards(turn.known)
    another: Row = (Choice(ANOTHER, Words("near-another-button")),)
    if len(boards) == 1:
        text = Words("registration-near", {"board": board_card(boards[0])})
        return Screen(NEAR, text, with_last_row(((Choice(YES, Words("near-mine-button"), "success"),), another)))
    if boards:
        text = Words("registration-near-several", {"lines": numbered_lines(boards)})
        return Screen(NEAR, text, with_last_row((*numbered_rows(boards), another)))
    # It was merged or rejected while the person was asked.
    return Screen(NEAR, Words("registration-near-gone"), with_last_row(((Choice(ANOTHER, Words("send-button")),),)))
