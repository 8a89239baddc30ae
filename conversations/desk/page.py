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


@dataclass(frozen=True, slots=True)
class Page:
    """One question of the desk.

    ``action``: the right without which it is neither drawn nor heard. ``draw`` returns None when what it shows is gone.
    ``free``: answered in one's own words.
    """

    question: str
    action: Action
    draw: Callable[[Turn], Screen | None]
    hear: Callable[[Turn, Reply], Turn]
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


def go(turn: Turn, question: str, **place: JsonValue) -> Turn:
    """To a page further on; ``place`` is added to where one is."""
    position = turn.position(BOARDS_TALK)
    trail = position.get("trail")
    behind = list(trail) if isinstance(trail, list) else []
    if turn.state.question is not None and position:
        behind.append({"question": position.get("question", "home"), "where": dict(where(turn))})
    return _at(turn, question, {**where(turn), **place}, behind[-_LONGEST_TRAIL:])


def stay(turn: Turn, question: str, **place: JsonValue) -> Turn:
    """To a page in place of the one that is open: Atrás leads to what was behind that."""
    trail = turn.position(BOARDS_TALK).get("trail")
    return _at(turn, question, {**where(turn), **place}, list(trail) if isinstance(trail, list) else [])


def back(turn: Turn) -> Turn | None:
    """To the page behind; None at the beginning of the trail."""
    trail = turn.position(BOARDS_TALK).get("trail")
    if not isinstance(trail, list) or not trail:
        return None
    last = trail[-1]
    if not isinstance(last, dict):
        return None
    place = last.get("where")
    return _at(turn, str(last.get("question", "home")), place if isinstance(place, dict) else {}, trail[:-1])


def allowed(turn: Turn, page: Page) -> bool:
    """Whether this person may be on a page; of a board or claim, also whether it lies in their part of the city."""
    if not may(turn.known.person.staff, page.action):
        return False
    board = turn.known.records.board(number(turn, "board")) if number(turn, "board") else None
    return board is None or may(turn.known.person.staff, page.action, board.localidad)


def _at(turn: Turn, question: str, place: Where, trail: list[JsonValue]) -> Turn:
    turn = turn.placed(BOARDS_TALK, {"question": question, "where": dict(place), "trail": trail})
    return turn.ask_afresh(BOARDS_TALK, question)
