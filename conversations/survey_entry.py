"""The way into a survey: which board, what it is about, that somebody else of the board began, or that it was sent."""

from conversations.commands import MY_BOARD, REGISTER, SURVEY_TALK
from conversations.conversation import finished, link, refused
from conversations.decisions import Args, Choice, Screen, Words
from conversations.home import home
from conversations.screens import BACK, CANCEL, NEXT_PAGE, PREVIOUS_PAGE, Row, button, with_last_row
from conversations.survey_decisions import SurveyBegun
from conversations.survey_hearing import ask_key, onward, open_key
from conversations.survey_progress import progress_page, sees_progress
from conversations.survey_records import Seen
from conversations.survey_words import scores
from conversations.survey_work import (
    INTRO,
    QUESTION,
    TAKEN,
    WHICH,
    board_id,
    board_ids,
    moved,
    number_at,
    surveys,
    text_at,
    work,
)
from conversations.text import cut
from conversations.turn import Reply, Turn

BEGIN, GO_ON = "begin", "continue"
MINE = "mia"
_PAGE, _A_ROW = 6, 4
_SECONDS_A_QUESTION = 20


def enter(turn: Turn) -> Turn:
    """The team sees how it goes; officers answer: what was begun goes on where it was."""
    if surveys(turn) is None:
        return home(turn.closed(), Words("survey-none"))
    boards = board_ids(turn)
    wanted = turn.argument.removeprefix("b")
    if not turn.argument and sees_progress(turn):
        return progress_page(turn)
    if not boards:
        return turn.closed().say(Words("survey-no-board"), link(REGISTER, "register-button"))
    if wanted.isascii() and wanted.isdigit() and int(wanted) in boards:
        return _open(turn, int(wanted))
    if len(boards) == 1:
        return _open(turn, boards[0])
    if work(turn) is not None and (board := board_id(turn)) is not None:
        return _open(turn, board)
    return moved(turn, page=0).ask(SURVEY_TALK, which_screen(turn))


def which_screen(turn: Turn) -> Screen:
    """The person's boards, each with where its survey stands."""
    boards, held = board_ids(turn), surveys(turn)
    pages = max(1, -(-len(boards) // _PAGE))
    page = min(number_at(turn, "page"), pages - 1)
    shown = list(enumerate(boards, 1))[page * _PAGE : (page + 1) * _PAGE]
    lines = []
    for number, board in shown:
        row, seen = turn.known.records.board(board), None if held is None else held.of_board(board)
        state = Words(f"survey-state-{seen.status if seen else 'none'}")
        lines.append(
            Words(
                "survey-which-line", {"number": str(number), "board": cut(row.name if row else "", 45), "state": state}
            )
        )
    numbers = [Choice(f"b{board}", str(number)) for number, board in shown]
    rows: list[Row] = [tuple(numbers[start : start + _A_ROW]) for start in range(0, len(numbers), _A_ROW)]
    turns = [button(PREVIOUS_PAGE)] if page else []
    turns += [button(NEXT_PAGE)] if page + 1 < pages else []
    if turns:
        rows.append(tuple(turns))
    args: Args = {
        "first": str(shown[0][0]) if shown else "0", "last": str(shown[-1][0]) if shown else "0",
        "total": str(len(boards)), "lines": tuple(lines),
    }  # fmt: skip
    return Screen(WHICH, Words("survey-which", args), with_last_row(rows))


def intro_screen(turn: Turn) -> Screen:
    """How many, how long, what for, who sees it."""
    held = surveys(turn)
    offered = None if held is None else held.offered()
    count = offered.questions if offered else 0
    args: Args = {
        "title": cut(offered.title, 60) if offered else "", "count": count, "board": cut(_name(turn), 60),
        "minutes": max(1, -(-count * _SECONDS_A_QUESTION // 60)),
    }  # fmt: skip
    return Screen(INTRO, Words("survey-intro", args), with_last_row(((_button(BEGIN),),)))


def taken_screen(turn: Turn, seen: Seen) -> Screen:
    """Somebody else of the board began; anybody of it may go on."""
    args: Args = {"board": cut(_name(turn), 60), "moment": seen.begun_at or seen.changed_at}
    if seen.begun_by:
        text = Words("survey-taken", {**args, "name": cut(seen.begun_by, 40)})
    else:
        text = Words("survey-taken-nameless", args)
    return Screen(TAKEN, text, with_last_row(((Choice(GO_ON, Words("survey-go-on-button"), "primary"),),)))


def hear_entry(turn: Turn, reply: Reply) -> Turn:
    """A board chosen, the survey begun or gone on with, or the way out."""
    question, value = turn.state.question, reply.value or ""
    if question == WHICH:
        return _chosen(turn, value)
    if value in {BACK, CANCEL}:
        if question == INTRO and value == BACK and len(board_ids(turn)) > 1:
            return moved(turn, page=0).ask(SURVEY_TALK, which_screen(turn.settle(Words("survey-later"))))
        return finished(turn.settle(Words("survey-later")), SURVEY_TALK)
    board = board_id(turn)
    if question == INTRO and value == BEGIN and board is not None:
        turn = turn.settle(Words("survey-begun")).remember(SurveyBegun(board))
        return moved(turn, board=board).ask_afresh(SURVEY_TALK, QUESTION)
    at = work(turn)
    if question == TAKEN and value == GO_ON and at is not None:
        return onward(turn.settle(Words("survey-begun")), at)
    screen = draw_entry(turn)
    if screen is None:
        return finished(turn.settle(Words("survey-later")), SURVEY_TALK)
    return refused(turn, screen, Words(f"survey-{question}-expected"))


def draw_entry(turn: Turn) -> Screen | None:
    """The open question of the way in."""
    question, board, held = turn.state.question, board_id(turn), surveys(turn)
    if held is None:
        return None
    if question == WHICH:
        return which_screen(turn)
    if board is None:
        return None
    seen = held.of_board(board)
    if question == TAKEN and seen is not None and work(turn) is not None:
        return taken_screen(turn, seen)
    if question == INTRO and (seen is None or seen.status in ("invited", "refused")):
        return intro_screen(turn)
    return None


def _open(turn: Turn, board: int) -> Turn:
    """The board's survey where it stands."""
    held = surveys(turn)
    if board_id(turn) != board:
        turn = moved(turn, board=board)
    seen = None if held is None else held.of_board(board)
    if seen is None or seen.status in ("invited", "refused"):
        return turn.ask(SURVEY_TALK, intro_screen(turn))
    at = work(turn)
    if at is None:
        return _sent(turn, board, seen)
    if not seen.own:
        return turn.ask(SURVEY_TALK, taken_screen(turn, seen))
    # The same question as before the pause, unless it does not matter any more.
    key = open_key(turn, at) if text_at(turn, "key") else None
    return onward(turn, at) if key is None else ask_key(turn, at, key)


def _sent(turn: Turn, board: int, seen: Seen) -> Turn:
    """When it was sent, and the board's result."""
    held = surveys(turn)
    filling = None if held is None else held.filling(board)
    lines = () if filling is None else scores(filling)
    args: Args = {"board": cut(_name(turn), 60), "moment": seen.changed_at}
    told = Words("survey-done-scores", {**args, "lines": lines}) if lines else Words("survey-done", args)
    return turn.forgotten(SURVEY_TALK).closed().say(told, link(MY_BOARD, "my-board-button"))


def _chosen(turn: Turn, value: str) -> Turn:
    if value[:1] == "b" and value[1:].isdigit() and int(value[1:]) in board_ids(turn):
        return _open(turn.settle(Words("survey-chosen")), int(value[1:]))
    if value in {NEXT_PAGE, PREVIOUS_PAGE}:
        turn = moved(turn, page=max(number_at(turn, "page") + (1 if value == NEXT_PAGE else -1), 0))
        return turn.redraw(which_screen(turn))
    if value in {BACK, CANCEL}:
        return finished(turn.settle(Words("survey-later")), SURVEY_TALK)
    return refused(turn, which_screen(turn), Words("survey-which-expected"))


def _name(turn: Turn) -> str:
    board = board_id(turn)
    row = None if board is None else turn.known.records.board(board)
    return row.name if row else ""


def _button(value: str) -> Choice:
    return Choice(value, Words(f"survey-{value}-button"), "primary")
