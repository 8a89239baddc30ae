"""What waits for a decision, oldest first; then what waits for the answer of whoever asked."""

from conversations.decisions import Screen, Words
from conversations.desk.page import Page, go, stay
from conversations.desk.paging import number_rows, numbered_value, part, turned
from conversations.desk.words import age_words, lines, person, why_words, wish_words
from conversations.records import Claim
from conversations.screens import with_last_row
from conversations.turn import Reply, Turn

QUESTION = "queue"
_A_PAGE = 5


def split_queue(turn: Turn) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Claims in this person's part of the city that wait for the team, and those that wait for an answer."""
    staff = turn.known.person.staff
    found = turn.known.records.waiting(staff.localidad if staff is not None else None)
    waiting = tuple(claim for claim in found if claim.status == "waiting")
    return waiting, tuple(claim for claim in found if claim.status == "asked")


def queue_line(turn: Turn, claim: Claim, number: int | None) -> Words:
    """Who wants what, why it needs a decision and since when; without a number where there is no button for it."""
    arguments = {
        "name": person(claim.name),
        "wish": wish_words(claim, turn.known.records.board(claim.board_id)),
        "why": why_words(claim),
        "age": age_words(claim.created_at, turn.known.now),
    }
    if number is None:
        return Words("desk-queue-bare", arguments)
    key = "desk-queue-line" if claim.status == "waiting" else "desk-queue-line-asked"
    return Words(key, {"number": str(number), **arguments})


def draw(turn: Turn) -> Screen:
    """A page of the queue."""
    waiting, asked = split_queue(turn)
    queue = (*waiting, *asked)
    if not queue:
        return Screen(QUESTION, Words("desk-queue-empty"), with_last_row(()))
    shown = part(turn, len(queue), _A_PAGE)
    here = queue[shown.offset : shown.offset + _A_PAGE]
    text = lines(
        Words("desk-queue-title", {"waiting": len(waiting), "asked": len(asked)}),
        *(queue_line(turn, claim, number) for number, claim in enumerate(here, 1)),
        shown.words,
        Words("desk-queue-now"),
    )
    rows = (*number_rows([f"c{claim.id}" for claim in here]), *shown.row)
    return Screen(QUESTION, text, with_last_row(rows))


def hear(turn: Turn, reply: Reply) -> Turn | None:
    """To a claim, or another page."""
    queue = sum(split_queue(turn), ())
    if (page := turned(part(turn, len(queue), _A_PAGE), reply.value)) is not None:
        return stay(turn, QUESTION, page=page)
    claim = turn.known.records.claim(numbered_value(reply.value, "c"))
    return None if claim is None else go(turn, "claim", claim=claim.id, board=claim.board_id)


PAGES = (
    Page(
        QUESTION, "see_people", draw, hear, Words("desk-queue-label"), Words("desk-queue-help"),
        Words("desk-queue-expected"),
    ),
)  # fmt: skip
