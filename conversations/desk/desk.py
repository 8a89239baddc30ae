"""The coordinators' desk as a conversation: which page is open, whether it may be, the ways that are everywhere."""

from conversations.commands import BOARDS as BOARDS_COMMAND
from conversations.commands import BOARDS_TALK
from conversations.conversation import Conversation, refused
from conversations.decisions import Screen, Words
from conversations.desk import (
    board,
    calls,
    claim,
    deciding,
    editing,
    entering,
    find,
    home,
    importing,
    listing,
    merging,
    queue,
    status,
    timeline,
)
from conversations.desk.page import Page, allowed, back, start, stay
from conversations.desk.paging import numbered_value
from conversations.desk.passing import passing_words
from conversations.desk.writing import begun
from conversations.rights import may
from conversations.screens import BACK, CANCEL, LAST_ROW, preceded
from conversations.turn import HOME, Reply, Turn

_TABLES: tuple[tuple[Page, ...], ...] = (
    home.PAGES, queue.PAGES, claim.PAGES, deciding.PAGES, find.PAGES, listing.PAGES, board.PAGES, timeline.PAGES,
    editing.PAGES, merging.PAGES, status.PAGES, entering.PAGES, calls.PAGES, importing.PAGES,
)  # fmt: skip
PAGES: dict[str, Page] = {page.question: page for table in _TABLES for page in table}
_QUEUE = "q"


def enter(turn: Turn) -> Turn:
    """Opens the desk, or one thing: ``q`` the queue, ``c5`` a claim, ``b17`` a board, ``u3`` a file that was read.

    Without any, whoever was called away in the middle of something goes on there.
    """
    records, wanted = turn.known.records, turn.argument
    if not wanted and turn.state.focus != BOARDS_TALK and (page := _interrupted(turn)) is not None:
        return stay(turn, page.question)
    if (upload := numbered_value(wanted, "u")) and may(turn.known.person.staff, "import_roster"):
        return importing.opened(turn, upload)
    place: dict[str, int] = {}
    question = home.QUESTION
    if wanted == _QUEUE:
        question = queue.QUESTION
    elif (found := records.claim(numbered_value(wanted, "c"))) is not None:
        question, place = claim.QUESTION, {"claim": found.id, "board": found.board_id}
    elif (held := records.board(numbered_value(wanted, "b"))) is not None:
        question, place = board.QUESTION, {"board": held.id}
    elif wanted:
        return start(turn, note="gone")
    opened = start(turn, question, **place)
    return opened if allowed(opened, PAGES[question]) else start(turn, note="denied")


def draw(turn: Turn) -> Screen | None:
    """The open page as it is now; what is gone or not this person's to see is said in its place."""
    question = turn.state.question or ""
    page = PAGES.get(question)
    screen = page.draw(turn) if page is not None and allowed(turn, page) else None
    if screen is None:
        key = "desk-gone" if page is None or allowed(turn, page) else "desk-denied"
        return Screen(question, Words(key), (LAST_ROW,))
    note = passing_words(turn)
    return screen if note is None else preceded(screen, note)


def hear(turn: Turn, reply: Reply) -> Turn:
    """The open page gets the reply, if it is still there and this person's."""
    page = PAGES.get(turn.state.question or "")
    if page is None or not allowed(turn, page):
        return start(turn, note="gone" if page is None else "denied")
    screen = page.draw(turn)
    if screen is None:
        return back(turn, note="gone") or start(turn, note="gone")
    if reply.value == BACK:
        return back(turn) or _left(turn)
    if reply.value == CANCEL:
        turn = begun(turn)
        return _left(turn) if page.question == home.QUESTION else start(turn, note="cancelled")
    heard = page.hear(turn, reply)
    return refused(turn, screen, page.expected) if heard is None else heard


def overtaken(turn: Turn) -> Turn:
    """A button of the newest screen that is not offered any more: the page as it stands now."""
    page = PAGES.get(turn.state.question or "")
    if page is None or not allowed(turn, page):
        return start(turn, note="gone" if page is None else "denied")
    if page.draw(turn) is None:
        return back(turn, note="gone") or start(turn, note="gone")
    return stay(turn, page.question)


def label(question: str) -> Words:
    """The name of a page."""
    return PAGES[question].label if question in PAGES else Words("desk-home-label")


def explain(turn: Turn) -> Words:
    """What can be done on the open page."""
    page = PAGES.get(turn.state.question or "")
    return Words("desk-home-help") if page is None else page.help


def expected(turn: Turn) -> Words:
    """What the open page takes."""
    page = PAGES.get(turn.state.question or "")
    return Words("desk-home-expected") if page is None else page.expected


def _interrupted(turn: Turn) -> Page | None:
    page = PAGES.get(str(turn.position(BOARDS_TALK).get("question")))
    return page if page is not None and allowed(turn, page) and page.draw(turn) is not None else None


def _left(turn: Turn) -> Turn:
    return turn.settle(Words("desk-left")).forgotten(BOARDS_TALK).closed().doing(HOME)


BOARDS = Conversation(
    name=BOARDS_TALK, command=BOARDS_COMMAND, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, free=frozenset(page.question for page in PAGES.values() if page.free), lasting=True,
    before_consent=True, right="see_boards", hear_file=importing.hear_file, overtaken=overtaken,
)  # fmt: skip
