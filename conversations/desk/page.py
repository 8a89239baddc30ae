"""What every page of the desk offers, and how one goes from page to page and back the same way.

A page is drawn from the register each time, after the step that led to it was saved, so that no list shows what was
just decided. The place is in the chat's state: which board, which claim, which page of a list, and the trail behind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from conversations.commands import BOARDS_TALK
from conversations.decisions import Screen, Words
from conversations.rights import Action, may
from conversations.turn import Reply, Turn

Where = Mapping[str, JsonValue]
_LONGEST_TRAIL = 12
# Said above the page that follows a deed: which deed, and the claim it was about. Gone at the next step.
_PASSING = ("note", "noted")


@dataclass(frozen=True, slots=True)
class Page:
    """One question of the desk.

    ``action``: the right without which it is neither drawn nor heard. ``draw`` returns None when what it shows is gone.
    ``hear`` returns None for what it does not understand. ``free``: answered in one's own words.
    """

    question: str
    action: Action
    draw: Callable[[Turn], Screen | None]
    hear: Callable[[Turn, Reply], Turn | None]
    label: Words
    help: Words
    expected: Words
    free: bool = False


def where(turn: Turn) -> Where:
    """The place: ``board``, ``claim``, ``page``, ``filter`` … as the page that is open left it."""
    place = turn.position(BOARDS_TALK).get("where")
    return place if isinstance(place, dict) else {}


def number(turn: Turn, name: str) -> int:
    """A number of the place, 0 if it is not there."""
    value = where(turn).get(name)
    return value if isinstance(value, int) else 0


def start(turn: Turn, question: str = "home", **place: JsonValue) -> Turn:
    """To a page as if nothing had been opened before: Atrás leads to the first one."""
    behind: list[JsonValue] = [] if question == "home" else [{"question": "home", "where": {}}]
    return _at(turn, question, place, behind)


def go(turn: Turn, question: str, **place: JsonValue) -> Turn:
    """To a page further on; ``place`` is added to where one is."""
    behind = _trail(turn)
    if turn.state.question is not None and turn.position(BOARDS_TALK):
        behind.append({"question": turn.state.question, "where": _lasting(turn)})
    return _at(turn, question, {**_lasting(turn), **place}, behind[-_LONGEST_TRAIL:])


def stay(turn: Turn, question: str, **place: JsonValue) -> Turn:
    """To a page in place of the one that is open: Atrás leads to what was behind that."""
    return _at(turn, question, {**_lasting(turn), **place}, _trail(turn))


def past(turn: Turn, question: str, *done: str, **place: JsonValue) -> Turn:
    """To a page in place of the open one and of those right behind it that are ``done`` with."""
    behind = _trail(turn)
    while behind and (isinstance(last := behind[-1], dict) and last.get("question") in done):
        behind.pop()
    return _at(turn, question, {**_lasting(turn), **place}, behind)


def back(turn: Turn, **passing: JsonValue) -> Turn | None:
    """To the page behind; None at the beginning of the trail."""
    trail = _trail(turn)
    last = trail.pop() if trail else None
    if not isinstance(last, dict):
        return None
    held = last.get("where")
    place = held if isinstance(held, dict) else {}
    return _at(turn, str(last.get("question", "home")), {**place, **passing}, trail)


def leave_to(turn: Turn, question: str, **place: JsonValue) -> Turn:
    """To a page further back, past all that lies between; in place of the one that is open if it is not behind."""
    behind = _trail(turn)
    for count in reversed(range(len(behind))):
        step = behind[count]
        if isinstance(step, dict) and step.get("question") == question:
            held = step.get("where")
            return _at(turn, question, {**(held if isinstance(held, dict) else {}), **place}, behind[:count])
    return _at(turn, question, place, behind)


def allowed(turn: Turn, page: Page) -> bool:
    """Whether this person may be on a page; of a board or claim, also whether it lies in their part of the city."""
    staff, records = turn.known.person.staff, turn.known.records
    if not may(staff, page.action):
        return False
    claim = records.claim(number(turn, "claim")) if number(turn, "claim") else None
    boards = {number(turn, "board"), 0 if claim is None else claim.board_id} - {0}
    found = [records.board(board) for board in boards]
    return all(board is None or may(staff, page.action, board.localidad) for board in found)


def _lasting(turn: Turn) -> dict[str, JsonValue]:
    return {name: value for name, value in where(turn).items() if name not in _PASSING}


def _trail(turn: Turn) -> list[JsonValue]:
    trail = turn.position(BOARDS_TALK).get("trail")
    return list(trail) if isinstance(trail, list) else []


def _at(turn: Turn, question: str, place: Where, trail: list[JsonValue]) -> Turn:
    turn = turn.placed(BOARDS_TALK, {"question": question, "where": dict(place), "trail": trail})
    return turn.ask_afresh(BOARDS_TALK, question)
