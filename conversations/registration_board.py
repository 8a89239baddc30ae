"""How boards of the register are shown to somebody who looks for theirs: a list to choose from, one to be sure of."""

from collections import Counter
from collections.abc import Sequence

from conversations.board_names import telling_words
from conversations.commands import REGISTRATION_TALK
from conversations.decisions import Choice, Screen, Words
from conversations.known import Known
from conversations.nit import written
from conversations.records import Board
from conversations.register import Records
from conversations.registration_questions import BOARD, BOARD_SURE, draft, step_words
from conversations.screens import NO, YES, Row, with_last_row
from conversations.text import cut, fold
from conversations.turn import Position, Turn

MISSING = "missing"
MOST_OFFERED = 6
_A_ROW = 3
# So that six lines and what is said around them stay within a message that is read at a glance.
_A_LINE = 52
_MOST_MERGERS = 20


def board_screen(turn: Turn) -> Screen:
    """The question for one's board; once something was found, the boards that may be meant."""
    known = turn.known
    offered = offered_boards(known.records, turn.position(REGISTRATION_TALK))
    arguments = step_words(known, BOARD)
    rows: list[Row] = []
    text = Words("registration-board", arguments)
    if offered:
        rows = numbered_rows(offered)
        text = Words("registration-board-offered", {**arguments, "lines": numbered_lines(offered)})
    rows.append((Choice(MISSING, Words("board-missing-button")),))
    return Screen(BOARD, text, with_last_row(rows, keep=BOARD in draft(known)))


def sure_screen(turn: Turn) -> Screen:
    """One board, with what is needed to recognise it."""
    known = turn.known
    board = candidate(known, turn.position(REGISTRATION_TALK))
    rows = ((Choice(YES, Words("board-mine-button"), "success"),), (Choice(NO, Words("board-search-button")),))
    shown = Words("registration-board-gone") if board is None else board_card(board)
    return Screen(BOARD_SURE, Words("registration-board-sure", {"board": shown}), with_last_row(rows))


def board_card(board: Board) -> Words:
    """Name, kind, place and the end of the tax number of a board."""
    return Words(
        "registration-board-card",
        {
            "board": cut(board.name, 90),
            "kind": Words(f"kind-{board.kind}"),
            "place": place_words(board),
            "nit": Words("answer-skipped") if board.nit is None else Words("nit-ends", {"end": _nit_end(board.nit)}),
        },
    )


def place_words(board: Board) -> Words:
    """Where a board is."""
    barrio, localidad = cut(board.barrio, 40), board.localidad
    if not barrio:
        return Words("board-place-wide", {"localidad": localidad})
    if board.sector is None:
        return Words("board-place", {"barrio": barrio, "localidad": localidad})
    return Words("board-place-sector", {"barrio": barrio, "sector": cut(board.sector, 40), "localidad": localidad})


def numbered_lines(boards: Sequence[Board]) -> tuple[Words, ...]:
    """One line a board: what tells it from the others comes first, so that nothing of it is cut off."""
    lines = [_told_apart(board) for board in boards]
    same = {line for line, count in Counter(lines).items() if count > 1}
    return tuple(
        Words("registration-board-line", {
            "number": str(number), "kind": Words(f"kind-{board.kind}-short"),
            "board": cut(f"{board.localidad}, {line}" if line in same else line, _A_LINE),
        })
        for number, (board, line) in enumerate(zip(boards, lines, strict=True), 1)
    )  # fmt: skip


def numbered_rows(boards: Sequence[Board]) -> list[Row]:
    """A button with its number for each board; its value is the board's."""
    buttons = [Choice(value_of(board), str(number)) for number, board in enumerate(boards, 1)]
    return [tuple(buttons[place : place + _A_ROW]) for place in range(0, len(buttons), _A_ROW)]


def value_of(board: Board) -> str:
    """What a board's button carries."""
    return f"b{board.id}"


def offered_boards(records: Records, position: Position) -> list[Board]:
    """The boards in sight. Those that are no longer part of the register stay, so that a press on them is answered."""
    ids = position.get("offered")
    found = [records.board(number) for number in ids if isinstance(number, int)] if isinstance(ids, list) else []
    return [board for board in found if board is not None]


def candidate(known: Known, position: Position) -> Board | None:
    """The board that the person is asked to be sure of, if it can be claimed."""
    number = position.get("candidate")
    board = known.records.board(number) if isinstance(number, int) else None
    return board if board is not None and claimable(board) else None


def claimable(board: Board) -> bool:
    """Whether an office on the board can be asked for."""
    return board.status in {"listed", "proposed"}


def followed(records: Records, board: Board) -> Board:
    """The board that goes on for one that was merged; any other one itself."""
    for _ in range(_MOST_MERGERS):
        following = None if board.merged_into is None else records.board(board.merged_into)
        if following is None:
            break
        board = following
    return board


def short_name(board: Board) -> str:
    """The name without the words that begin nearly every board's, unless nothing else is left."""
    words = board.name.split()
    telling = next((place for place, word in enumerate(words) if telling_words(word)), 0)
    barrio = fold(board.barrio).split()
    # "La Boquilla" keeps its article, which tells nothing by itself.
    starts = [
        place for place in range(telling) if barrio and [fold(word) for word in words[place:]][: len(barrio)] == barrio
    ]
    return " ".join(words[min(starts, default=telling) :])


def _told_apart(board: Board) -> str:
    parts = [short_name(board)]
    for more in (board.sector, board.barrio):
        if more and fold(more) not in fold(" ".join(parts)):
            parts.append(more)
    return ", ".join(parts)


def _nit_end(nit: str) -> str:
    """The last digits as papers show them (``184-4``): enough to recognise one's own, too little to copy it."""
    return written(nit).rpartition(".")[2]


def without_offers(position: Position) -> Position:
    """The place without the boards that were in sight."""
    return {name: value for name, value in position.items() if name not in {"offered", "candidate"}}
