"""«My board»: its record, its officers, one's own offices, and everything that can be done about them."""

from conversations import my_board_correcting, my_board_offices, my_board_page
from conversations.commands import MY_BOARD as MY_BOARD_COMMAND
from conversations.commands import MY_BOARD_TALK
from conversations.conversation import Conversation, finished, refused
from conversations.decisions import Screen, Words
from conversations.home import home
from conversations.my_board_parts import CHOOSE, PAGE, Part, go, own_boards, without_draft
from conversations.my_board_parts import label as label_of
from conversations.own_claims import open_claims
from conversations.screens import BACK, CANCEL, LAST_ROW
from conversations.turn import Reply, Turn

PARTS: dict[str, Part] = {
    part.question: part for part in (*my_board_page.PARTS, *my_board_correcting.PARTS, *my_board_offices.PARTS)
}


def enter(turn: Turn) -> Turn:
    """Shows the only board, the one that a link leads to, or asks which one."""
    turn = without_draft(turn)
    boards = own_boards(turn.known)
    if not boards:
        key = "my-board-none-yet" if open_claims(turn.known) else "my-board-none"
        return home(turn.forgotten(MY_BOARD_TALK).closed(), Words(key))
    wanted = turn.argument.removeprefix("b")
    chosen = next((number for number in boards if str(number) == wanted), None)
    if chosen is None and len(boards) == 1:
        chosen = next(iter(boards))
    return go(turn, CHOOSE, page=0) if chosen is None else go(turn, PAGE, board=chosen)


def draw(turn: Turn) -> Screen | None:
    """The open question, by the offices that are held now; that it is over, if what it was about is gone."""
    question = turn.state.question or PAGE
    return _drawn(turn) or Screen(question, Words("my-board-over"), (LAST_ROW,))


def hear(turn: Turn, reply: Reply) -> Turn:
    """Takes a reply to the open question."""
    part, screen = _part(turn), _drawn(turn)
    if part is None or screen is None:
        return finished(without_draft(turn).settle(Words("my-board-over")), MY_BOARD_TALK)
    if reply.value == BACK and part.behind:
        return go(turn.settle(_pending(turn)), part.behind)
    if reply.value == BACK and part.question == PAGE and len(own_boards(turn.known)) > 1:
        return go(turn.settle(Words("my-board-closed")), CHOOSE, page=0)
    if reply.value in {BACK, CANCEL}:
        return finished(without_draft(turn).settle(Words("my-board-closed")), MY_BOARD_TALK)
    return part.hear(turn, reply) or refused(turn, screen, part.expected(turn))


def label(question: str) -> Words:
    """The name of a question."""
    return label_of(PARTS[question].key if question in PARTS else PAGE)


def explain(turn: Turn) -> Words:
    """What the open question is for."""
    part = _part(turn)
    return Words(f"my-board-{PAGE if part is None else part.key}-help")


def expected(turn: Turn) -> Words:
    """What the open question takes."""
    part = _part(turn)
    return Words("my-board-page-expected") if part is None else part.expected(turn)


def _part(turn: Turn) -> Part | None:
    return PARTS.get(turn.state.question or PAGE)


def _drawn(turn: Turn) -> Screen | None:
    part = _part(turn)
    return None if part is None else part.draw(turn)


def _pending(turn: Turn) -> Words:
    return Words("settled-pending", {"label": label(turn.state.question or PAGE)})


MY_BOARD = Conversation(
    name=MY_BOARD_TALK, command=MY_BOARD_COMMAND, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, free=frozenset(question for question, part in PARTS.items() if part.free),
)  # fmt: skip
