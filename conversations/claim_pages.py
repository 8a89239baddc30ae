"""How a claim is shown to the person who made it: in a list, by itself, with a coordinator's question."""

from collections.abc import Sequence

from conversations.decisions import Choice, Screen, Words
from conversations.known import Known
from conversations.own_claims import board_name, why_words
from conversations.records import Claim
from conversations.registration_questions import role_words
from conversations.screens import LAST_ROW, NEXT_PAGE, NO, PREVIOUS_PAGE, Row, button, with_last_row
from conversations.text import cut

LIST, CARD, QUESTION, SURE = "list", "claim", "question", "withdraw"
WITHDRAW, ANSWER = "withdraw", "answer"
PAGE_SIZE = 5
_A_ROW = 3
_QUESTION_SHOWN = 500
# Fields of a board's record that have a name here; any other one is just "a piece" of it.
FIELDS = frozenset({
    "name", "kind", "localidad", "comuna", "barrio", "sector", "nit", "personeria", "ruc", "registry_state",
})  # fmt: skip


def claim_words(known: Known, claim: Claim, length: int = 60) -> Words:
    """What was asked for, in a line; ``length``: letters of the board's name that are shown."""
    board = board_name(known, claim.board_id, length)
    if claim.kind == "correction":
        field = (claim.field or "").replace("_", "-")
        named = Words(f"claim-field-{field}" if claim.field in FIELDS else "claim-field-other")
        return Words("claim-of-correction", {"field": named, "board": board})
    return Words("claim-of-office", {"role": role_words(claim.role or ""), "board": board})


def status_words(claim: Claim) -> Words:
    """Where a claim stands, in a word or two."""
    return Words(f"claim-status-{claim.status}")


def listed(known: Known, claims: Sequence[Claim], page: int) -> Screen:
    """A page of the open claims, oldest first."""
    pages = -(-len(claims) // PAGE_SIZE)
    page = min(page, pages - 1)
    first = page * PAGE_SIZE
    shown = list(enumerate(claims, 1))[first : first + PAGE_SIZE]
    lines = tuple(
        Words("my-claims-line", {
            "number": str(number), "claim": claim_words(known, claim), "status": status_words(claim),
        })
        for number, claim in shown
    )  # fmt: skip
    buttons = [Choice(f"c{claim.id}", str(number)) for number, claim in shown]
    rows: list[Row] = [tuple(buttons[place : place + _A_ROW]) for place in range(0, len(buttons), _A_ROW)]
    turned = [*([button(PREVIOUS_PAGE)] if page else []), *([button(NEXT_PAGE)] if page + 1 < pages else [])]
    if turned:
        rows.append(tuple(turned))
    text = Words(
        "my-claims-list", {"lines": lines, "first": first + 1, "last": first + len(shown), "total": len(claims)}
    )
    return Screen(LIST, text, with_last_row(rows))


def card(known: Known, claim: Claim) -> Screen:
    """One claim: what, since when, why it waits, what comes next."""
    rows: list[Row] = [(Choice(WITHDRAW, Words("claim-withdraw-button"), "danger"),)]
    if claim.status == "asked":
        rows.insert(0, (Choice(ANSWER, Words("claim-answer-button"), "success"),))
    text = Words("my-claim-card", {
        "claim": claim_words(known, claim), "registered": claim.created_at, "status": status_words(claim),
        "why": why_words(claim.why),
        "next": Words("my-claim-next-answer" if claim.status == "asked" else "my-claim-next-wait"),
    })  # fmt: skip
    return Screen(CARD, text, with_last_row(rows))


def question_screen(known: Known, claim: Claim) -> Screen:
    """What a coordinator asks, to be answered in one's own words."""
    questions = [note.body for note in known.records.notes(claim.id) if note.kind == "question"]
    asked = cut(questions[-1], _QUESTION_SHOWN) if questions else Words("my-claim-question-plain")
    rows = ((Choice(WITHDRAW, Words("claim-withdraw-button"), "danger"),),)
    text = Words("my-claim-question", {"claim": claim_words(known, claim), "question": asked})
    return Screen(QUESTION, text, with_last_row(rows))


def sure(known: Known, claim: Claim) -> Screen:
    """Whether it is really to be taken back."""
    rows = (
        (Choice(NO, Words("claim-keep-button")),),
        (Choice(WITHDRAW, Words("claim-withdraw-button"), "danger"),),
    )
    return Screen(SURE, Words("my-claim-withdraw", {"claim": claim_words(known, claim)}), with_last_row(rows))


def over(question: str) -> Screen:
    """In place of a claim that was decided meanwhile."""
    return Screen(question, Words("my-claim-decided"), (LAST_ROW,))
