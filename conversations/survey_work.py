"""Where somebody is in a survey, and how an answer is taken: the survey's own ground under its screens."""

from dataclasses import dataclass, replace

from pydantic import JsonValue

from conversations.commands import SURVEY_TALK
from conversations.forms.checking import Violation
from conversations.forms.instance import Instance
from conversations.forms.walking import is_open, places
from conversations.survey_decisions import SurveyAnswered
from conversations.survey_records import BY_PERSON, DISPOSITION, Seen, Surveys
from conversations.turn import Turn

WHICH, INTRO, TAKEN, QUESTION, REVIEW, SECTION = "which", "intro", "taken", "question", "review", "section"
# What "one more?" of a repeat is called in a key.
ANOTHER = "{0}"


@dataclass(frozen=True, slots=True)
class Work:
    """The survey of the board that the person answers for, as it is in this turn."""

    board_id: int
    seen: Seen
    filling: Instance


def surveys(turn: Turn) -> Surveys | None:
    """The survey's records, if a survey is asked now."""
    held = turn.known.surveys
    return None if held is None or held.offered() is None else held


def board_ids(turn: Turn) -> tuple[int, ...]:
    """Boards on which the person holds an office."""
    return tuple(dict.fromkeys(office.board_id for office in turn.known.person.offices))


def board_id(turn: Turn) -> int | None:
    """The board that is answered for; None if the person holds no office there any more."""
    board = turn.position(SURVEY_TALK).get("board")
    return board if isinstance(board, int) and board in board_ids(turn) else None


def work(turn: Turn) -> Work | None:
    """The open survey; None if there is none, or it was sent."""
    board, held = board_id(turn), surveys(turn)
    if board is None or held is None:
        return None
    seen, filling = held.of_board(board), held.filling(board)
    if seen is None or filling is None or seen.status in ("complete", "refused"):
        return None
    return Work(board, seen, filling)


def moved(turn: Turn, **changes: str | int | list[int] | None) -> Turn:
    """Another place in the survey: what is not named is left behind, except the board."""
    board = turn.position(SURVEY_TALK).get("board")
    kept: dict[str, JsonValue] = {} if board is None else {"board": board}
    for name, value in changes.items():
        if value is not None:
            kept[name] = [*value] if isinstance(value, list) else value
    return turn.placed(SURVEY_TALK, kept)


def text_at(turn: Turn, name: str) -> str:
    """A word of the position, ``""`` if it is not there."""
    value = turn.position(SURVEY_TALK).get(name)
    return value if isinstance(value, str) else ""


def number_at(turn: Turn, name: str) -> int:
    """A number of the position, 0 if it is not there."""
    value = turn.position(SURVEY_TALK).get(name)
    return value if isinstance(value, int) and value > 0 else 0


def on_the_way(filling: Instance, key: str) -> bool:
    """Whether the question is asked as things stand."""
    return any(place.key == key for place in places(filling) if place.kind in ("question", "another"))


def next_open(filling: Instance, key: str | None) -> str | None:
    """The next question after ``key`` that waits for an answer, else the first one before it; None when none does."""
    way = places(filling)
    here = next((number for number, place in enumerate(way) if place.key == key), -1)
    for place in (*way[here + 1 :], *way[: here + 1]):
        if place.kind in ("question", "another") and is_open(filling, place):
            return place.key
    return None


def put(turn: Turn, at: Work, key: str, value: str) -> Turn:
    """Takes the answer whether it may stand or not: a box ticked, a question passed over."""
    before = len(at.filling.log)
    at.filling.put(key, value, turn.known.now, BY_PERSON)
    return added(turn, at, key, before)


def answer(turn: Turn, at: Work, key: str, value: str) -> Turn | Violation:
    """Takes the answer if it may stand."""
    wrong = at.filling.propose(key, value, turn.known.now)
    return put(turn, at, key, value) if wrong is None else wrong


def added(turn: Turn, at: Work, key: str, before: int) -> Turn:
    """What came into the log is decided."""
    return turn.remember(SurveyAnswered(at.seen.id, key, tuple(at.filling.log[before:])))


def says_no(filling: Instance) -> bool:
    """Whether the answers mean that the board does not take part."""
    cell = filling.root.first(DISPOSITION)
    return cell is not None and cell.text == "refused"


def without_refusals(turn: Turn) -> Turn:
    """The next answer is judged afresh."""
    return replace(turn, state=turn.state.moved(refusals=0))
