"""Lists of boards: chosen by localidad, kind, state and reach, with counts that add up; then page by page."""

from collections.abc import Mapping

from pydantic import JsonValue

from conversations.decisions import Choice, Screen, Words
from conversations.desk.page import Page, go, past, stay, where
from conversations.desk.paging import number_rows, numbered_value, part, turned
from conversations.desk.words import board_line, lines
from conversations.records import Filter
from conversations.registration_questions import KINDS
from conversations.screens import Row, with_last_row
from conversations.text import cut
from conversations.turn import Reply, Turn

LIST, PICK, BOARDS = "list", "pick", "boards"
_A_PAGE = 8
_STATUSES = ("listed", "proposed", "inactive", "rejected", "merged")
_REACHES = ("reached", "claimed", "unreached")
_DIMENSIONS = ("localidad", "kind", "status", "reach")
_SHOW, _ALL = "show", "all"
# A list begins with what is part of the programme.
_FIRST: dict[str, JsonValue] = {"status": "listed"}


# --- what to list ---------------------------------------------------------------------------------------------------


def draw(turn: Turn) -> Screen:
    """What is chosen, how many that is, and what can be chosen otherwise."""
    counts = turn.known.records.counts(_filter(turn))
    text = lines(
        Words("desk-list-title", {"count": counts.total}),
        *(
            Words("desk-list-chosen", {"dimension": Words(f"desk-{name}-label"), "value": _value_words(name, chosen)})
            for name, chosen in _chosen(turn).items()
        ),
        Words("desk-list-reach", {
            "reached": str(counts.reached), "total": str(counts.total), "claimed": str(counts.claimed),
            "unreached": str(counts.unreached),
        }),
        Words("desk-list-now"),
    )  # fmt: skip
    ways = [Choice(name, Words(f"desk-by-{name}-button")) for name in _dimensions(turn)]
    rows: list[Row] = [(Choice(_SHOW, Words("desk-show-button"), "primary"),)] if counts.total else []
    rows += [tuple(ways[start : start + 2]) for start in range(0, len(ways), 2)]
    return Screen(LIST, text, with_last_row(rows))


def hear(turn: Turn, reply: Reply) -> Turn | None:
    """To the boards, or to what can be chosen."""
    if reply.value == _SHOW:
        return go(turn, BOARDS, page=0, board=0, claim=0)
    if reply.value in _dimensions(turn):
        return go(turn, PICK, dimension=reply.value)
    return None


def draw_pick(turn: Turn) -> Screen | None:
    """The values of one dimension, each with how many boards it would leave."""
    name = str(where(turn).get("dimension"))
    if name not in _DIMENSIONS:
        return None
    values = _values(turn, name)
    shown = [
        Words("desk-pick-line", {
            "number": str(place), "value": _value_words(name, value), "count": str(_count(turn, name, value)),
        })
        for place, value in enumerate(values, 1)
    ]  # fmt: skip
    total = Words("desk-pick-all", {"count": str(_count(turn, name, None))})
    text = lines(Words("desk-pick-title", {"dimension": Words(f"desk-{name}-label")}), *shown, total)
    rows = (*number_rows([f"v{place}" for place in range(1, len(values) + 1)]), _all_row())
    return Screen(PICK, text, with_last_row(rows))


def hear_pick(turn: Turn, reply: Reply) -> Turn | None:
    """Takes a value for the dimension, or all of them."""
    name = str(where(turn).get("dimension"))
    place, values = numbered_value(reply.value, "v"), _values(turn, name)
    if reply.value != _ALL and not 1 <= place <= len(values):
        return None
    chosen = {**_chosen(turn), name: None if reply.value == _ALL else values[place - 1]}
    return past(turn, LIST, LIST, chosen={key: value for key, value in chosen.items() if value is not None})


# --- the boards -----------------------------------------------------------------------------------------------------


def draw_boards(turn: Turn) -> Screen:
    """A page of the boards that were chosen."""
    records, chosen = turn.known.records, _filter(turn)
    total = records.counts(chosen).total
    if not total:
        return Screen(BOARDS, Words("desk-boards-empty"), with_last_row(()))
    shown = part(turn, total, _A_PAGE)
    here = records.boards_where(chosen, shown.offset, _A_PAGE)
    text = lines(
        Words("desk-boards-title", {"count": total}),
        *(board_line(records, board, number) for number, board in enumerate(here, 1)),
        shown.words,
        Words("desk-boards-now"),
    )
    return Screen(BOARDS, text, with_last_row((*number_rows([f"b{board.id}" for board in here]), *shown.row)))


def hear_boards(turn: Turn, reply: Reply) -> Turn | None:
    """To one board, or another page."""
    total = turn.known.records.counts(_filter(turn)).total
    if (page := turned(part(turn, total, _A_PAGE), reply.value)) is not None:
        return stay(turn, BOARDS, page=page)
    board = turn.known.records.board(numbered_value(reply.value, "b"))
    return None if board is None else go(turn, "board", board=board.id, claim=0)


def _chosen(turn: Turn) -> dict[str, str | None]:
    """What is chosen by dimension; the localidad of a coordinator who covers one is not a choice."""
    held = where(turn).get("chosen", _FIRST)
    chosen = {name: str(value) for name, value in held.items() if name in _DIMENSIONS} if isinstance(held, dict) else {}
    staff = turn.known.person.staff
    return {**chosen, **({"localidad": staff.localidad} if staff is not None and staff.localidad else {})}


def _filter(turn: Turn) -> Filter:
    return _where(_chosen(turn))


def _where(chosen: Mapping[str, str | None]) -> Filter:
    return Filter(**chosen)  # type: ignore[arg-type]  # every value is one of the Literal's, or matches nothing


def _dimensions(turn: Turn) -> tuple[str, ...]:
    staff = turn.known.person.staff
    return _DIMENSIONS[1:] if staff is not None and staff.localidad else _DIMENSIONS


def _values(turn: Turn, name: str) -> tuple[str, ...]:
    others = {"kind": KINDS, "status": _STATUSES, "reach": _REACHES}
    return others[name] if name in others else turn.known.territory.localidades()


def _count(turn: Turn, name: str, value: str | None) -> int:
    return turn.known.records.counts(_where({**_chosen(turn), name: value})).total


def _value_words(name: str, value: str | None) -> str | Words:
    if name == "localidad" or value is None:
        return cut(value or "", 60)
    return Words(f"kind-{value}" if name == "kind" else f"desk-{name}-{value}")


def _all_row() -> Row:
    return (Choice(_ALL, Words("desk-all-button")),)


PAGES = (
    Page(
        LIST, "see_boards", draw, hear, Words("desk-list-label"), Words("desk-list-help"), Words("desk-list-expected")
    ),
    Page(
        PICK, "see_boards", draw_pick, hear_pick, Words("desk-list-label"), Words("desk-pick-help"),
        Words("desk-pick-expected"),
    ),
    Page(
        BOARDS, "see_boards", draw_boards, hear_boards, Words("desk-boards-label"), Words("desk-boards-help"),
        Words("desk-boards-expected"),
    ),
)  # fmt: skip
