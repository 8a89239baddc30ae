"""What the parts of «my board» share: whose boards and offices, where one is, how one goes on.

Rights come from the offices that are held at this very moment, looked at again at each step: whoever handed an office
over finds on an old screen that it no longer changes anything.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import JsonValue

from conversations.claim_pages import FIELDS
from conversations.commands import BOARDS, MY_BOARD_TALK
from conversations.conversation import link
from conversations.decisions import Answered, Discarded, Screen, TellStaff, Words
from conversations.known import Known
from conversations.own_claims import open_claims
from conversations.records import Board, Claim, Officer
from conversations.text import cut
from conversations.turn import Reply, Turn

CHOOSE, PAGE, PEOPLE = "choose", "page", "people"
FIX, VALUE, CHOICE, PLACE, OFFERED, SURE = "fix", "value", "choice", "place", "offered", "sure"
WHICH, HAND, LEAVE, RENEW = "which", "hand", "leave", "renew"
PRESIDENT = "president"


@dataclass(frozen=True, slots=True)
class Part:
    """One question of «my board».

    ``draw`` returns None when what it shows is gone; ``hear`` returns None for what it does not understand. ``key``
    begins the keys of label and help. ``behind``: the question that Atrás leads to. ``free``: answered in one's own
    words.
    """

    question: str
    draw: Callable[[Turn], Screen | None]
    hear: Callable[[Turn, Reply], Turn | None]
    key: str
    expected: Callable[[Turn], Words]
    behind: str = PAGE
    free: bool = False


# --- whose ------------------------------------------------------------------------------------------------------------


def own_boards(known: Known) -> dict[int, Board]:
    """Boards on which the person holds an office, in the order they came to them."""
    found = ((office.board_id, known.records.board(office.board_id)) for office in known.person.offices)
    return {number: board for number, board in found if board is not None}


def own_offices(known: Known, board_id: int) -> list[Officer]:
    """The person's offices on a board; they may be several."""
    held = [office.officer_id for office in known.person.offices if office.board_id == board_id]
    found = [known.records.officer(number) for number in held]
    return [officer for officer in found if officer is not None]


def board_here(turn: Turn) -> Board | None:
    """The board that is talked about, as long as the person holds an office on it."""
    return own_boards(turn.known).get(number(turn, "board"))


def office_here(turn: Turn) -> Officer | None:
    """The office that is talked about, as long as the person holds it."""
    chosen, board = number(turn, "office"), board_here(turn)
    offices = own_offices(turn.known, board.id) if board is not None else []
    return next((office for office in offices if office.id == chosen), None)


def presides(known: Known, board: Board) -> bool:
    """Whether the person is the board's president, its legal representative."""
    return any(office.board_id == board.id and office.role == PRESIDENT for office in known.person.offices)


def over(office: Officer, known: Known) -> bool:
    """Whether the term of an office has ended."""
    return office.term_end is not None and office.term_end < known.today


def claims_here(known: Known, board: Board) -> list[Claim]:
    """What the person asked for on this board and waits for."""
    return [claim for claim in open_claims(known) if claim.board_id == board.id]


def to_renew(known: Known, board: Board) -> list[Officer]:
    """Offices whose term is over, of which nobody has been told yet that they go on."""
    asked = {claim.role for claim in claims_here(known, board) if claim.kind == "office"}
    return [office for office in own_offices(known, board.id) if over(office, known) and office.role not in asked]


# --- where ------------------------------------------------------------------------------------------------------------


def number(turn: Turn, name: str) -> int:
    """A number of the place, 0 if it is not there."""
    value = turn.position(MY_BOARD_TALK).get(name)
    return value if isinstance(value, int) else 0


def word(turn: Turn, name: str) -> str:
    """A word of the place."""
    return str(turn.position(MY_BOARD_TALK).get(name) or "")


def go(turn: Turn, question: str, **place: JsonValue) -> Turn:
    """To a question, drawn from the register as this step leaves it; ``place`` is added to where one is."""
    turn = turn.placed(MY_BOARD_TALK, {**turn.position(MY_BOARD_TALK), **place})
    return turn.ask_afresh(MY_BOARD_TALK, question)


def chosen(turn: Turn, question: str, picked: Words | str, following: str, **place: JsonValue) -> Turn:
    """A button led on: its question says which one."""
    return go(turn.settle(Words("settled", {"label": label(question), "answer": picked})), following, **place)


def label(key: str) -> Words:
    """The name of a question, by the key of its part."""
    return Words(f"my-board-{key}-label")


def means(turn: Turn, reply: Reply, *values: str) -> bool:
    """Whether the reply is one of these values, by button or in words."""
    return reply.value in values or bool(turn.known.lexicon.means(reply.text) & set(values))


# --- what is typed lies among the person's answers, never in the chat's state ----------------------------------------


def drafted(known: Known, name: str = "value") -> str | None:
    """What was typed."""
    return known.answers.get(MY_BOARD_TALK, {}).get(name)


def keep(turn: Turn, value: str | None, name: str = "value") -> Turn:
    """Keep what was typed until it is decided upon."""
    return turn.remember(Answered(MY_BOARD_TALK, name, value))


def without_draft(turn: Turn) -> Turn:
    """Without what was typed and left."""
    return turn.remember(Discarded(MY_BOARD_TALK)) if turn.known.answers.get(MY_BOARD_TALK) else turn


# --- words ------------------------------------------------------------------------------------------------------------


def board_name(board: Board) -> str:
    """A board's name where there is room for it."""
    return cut(board.name, 90)


def person_words(name: str, length: int = 40) -> str | Words:
    """Somebody's name as Telegram gives it."""
    return cut(name, length) or Words("my-board-nameless")


def field_words(field: str) -> Words:
    """The name of a field of a board's record, inside a sentence."""
    return Words(f"claim-field-{field.replace('_', '-')}" if field in FIELDS else "claim-field-other")


def tell_team(board: Board, text: Words) -> TellStaff:
    """Something waits for a decision of the team."""
    return TellStaff("decide_claims", board.localidad, "claims", text, ((link(BOARDS, "claims-decide-button"),),))
