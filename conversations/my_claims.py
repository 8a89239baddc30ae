"""What a person asked for and waits to be decided: shown, a coordinator's question answered, taken back."""

from conversations.board_decisions import ClaimAnswered, ClaimWithdrawn
from conversations.claim_pages import (
    ANSWER,
    CARD,
    LIST,
    PAGE_SIZE,
    QUESTION,
    SURE,
    WITHDRAW,
    card,
    claim_words,
    listed,
    over,
    question_screen,
    sure,
)
from conversations.commands import BOARDS, MY_CLAIM, MY_CLAIM_TALK
from conversations.conversation import Conversation, finished, link, refused, settled
from conversations.decisions import Screen, TellStaff, Words
from conversations.home import home
from conversations.own_claims import board_name, open_claims
from conversations.records import Claim
from conversations.screens import BACK, CANCEL, NEXT_PAGE, NO, PREVIOUS_PAGE, YES
from conversations.text import tidy
from conversations.turn import Reply, Turn

_SHORTEST, _LONGEST = 2, 500


def enter(turn: Turn) -> Turn:
    """Shows the claim that a link leads to, else the only one, else all of them."""
    claims = open_claims(turn.known)
    wanted = turn.argument.removeprefix("c")
    chosen = next((claim for claim in claims if str(claim.id) == wanted), None)
    if chosen is None and len(claims) == 1:
        chosen = claims[0]
    if chosen is not None:
        return _show(turn, chosen)
    if claims:
        return turn.ask(MY_CLAIM_TALK, listed(turn.known, claims, 0))
    decided = any(str(claim.id) == wanted for claim in turn.known.records.own_decided_claims())
    return home(turn.forgotten(MY_CLAIM_TALK).closed(), Words("my-claim-decided" if decided else "my-claims-none"))


def draw(turn: Turn) -> Screen | None:
    """The open question, from the register as it is now."""
    if turn.state.question == LIST:
        claims = open_claims(turn.known)
        return listed(turn.known, claims, _page(turn)) if claims else over(LIST)
    claim = _claim(turn)
    if claim is None:
        return over(turn.state.question or CARD)
    if turn.state.question == QUESTION:
        return question_screen(turn.known, claim)
    return sure(turn.known, claim) if turn.state.question == SURE else card(turn.known, claim)


def hear(turn: Turn, reply: Reply) -> Turn:
    """An answer, a withdrawal, or the way out."""
    question = turn.state.question or CARD
    if question == LIST:
        return _list_heard(turn, reply)
    claim = _claim(turn)
    if claim is None:
        return finished(turn.settle(Words("my-claim-decided")), MY_CLAIM_TALK)
    if question == SURE:
        return _sure_heard(turn, reply, claim)
    if reply.value in {BACK, CANCEL}:
        return _out(turn, claim)
    if reply.value == WITHDRAW:
        return turn.settle(Words("my-claim-to-withdraw")).ask(MY_CLAIM_TALK, sure(turn.known, claim))
    if question == QUESTION:
        return _answered(turn, reply, claim)
    if reply.value == ANSWER and claim.status == "asked":
        return _show(turn.settle(Words("settled-pending", {"label": label(CARD)})), claim)
    return refused(turn, card(turn.known, claim), expected(turn))


def label(question: str) -> Words:
    """The name of a question."""
    return Words("my-claim-withdraw-label" if question == SURE else "my-claim-label")


def explain(turn: Turn) -> Words:
    """What happens with a claim and what can be done about it."""
    return Words("my-claim-question-help" if turn.state.question == QUESTION else "my-claim-help")


def expected(turn: Turn) -> Words:
    """What the open question takes."""
    if turn.state.question == QUESTION:
        return Words("my-claim-question-expected")
    if turn.state.question == SURE:
        return Words("my-claim-withdraw-expected")
    return Words("my-claim-list-expected" if turn.state.question == LIST else "my-claim-expected")


def _show(turn: Turn, claim: Claim) -> Turn:
    turn = turn.placed(MY_CLAIM_TALK, {**turn.position(MY_CLAIM_TALK), "claim": claim.id})
    screen = question_screen(turn.known, claim) if claim.status == "asked" else card(turn.known, claim)
    return turn.ask(MY_CLAIM_TALK, screen)


def _claim(turn: Turn) -> Claim | None:
    number = turn.position(MY_CLAIM_TALK).get("claim")
    return next((claim for claim in open_claims(turn.known) if claim.id == number), None)


def _page(turn: Turn) -> int:
    page = turn.position(MY_CLAIM_TALK).get("page")
    return page if isinstance(page, int) else 0


def _list_heard(turn: Turn, reply: Reply) -> Turn:
    claims, page = open_claims(turn.known), _page(turn)
    number = turn.known.lexicon.number(reply.text)
    chosen = next((claim for claim in claims if reply.value == f"c{claim.id}"), None)
    if chosen is None and number is not None and 1 <= number <= len(claims):
        chosen = claims[number - 1]
    if chosen is not None:
        return _show(turn.settle(Words("settled-pending", {"label": label(LIST)})), chosen)
    if reply.value in {NEXT_PAGE, PREVIOUS_PAGE}:
        pages = -(-len(claims) // PAGE_SIZE)
        page = min(max(page + (1 if reply.value == NEXT_PAGE else -1), 0), max(pages - 1, 0))
        turn = turn.placed(MY_CLAIM_TALK, {**turn.position(MY_CLAIM_TALK), "page": page})
        screen = draw(turn) or over(LIST)
        return turn.redraw(screen) if reply.pressed else turn.ask_again(screen)
    if reply.value in {BACK, CANCEL} or not claims:
        return finished(turn.settle(Words("my-claims-closed")), MY_CLAIM_TALK)
    return refused(turn, listed(turn.known, claims, page), expected(turn))


def _out(turn: Turn, claim: Claim) -> Turn:
    """Back to where one came from; a question that was not answered is still open to be answered."""
    key = "my-claim-question-left" if claim.status == "asked" else "my-claims-closed"
    return finished(turn.settle(Words(key)), MY_CLAIM_TALK)


def _answered(turn: Turn, reply: Reply, claim: Claim) -> Turn:
    text = tidy(reply.text)
    if not _SHORTEST <= len(text) <= _LONGEST or not any(character.isalnum() for character in text):
        key = "my-claim-answer-too-long" if len(text) > _LONGEST else "my-claim-question-expected"
        return refused(turn, question_screen(turn.known, claim), Words(key))
    board = turn.known.records.board(claim.board_id)
    localidad = None if board is None else board.localidad
    news = Words("claim-answered-staff", {"claim": claim_words(turn.known, claim)})
    turn = turn.remember(ClaimAnswered(claim.id, text))
    turn = turn.tell(TellStaff(
        "decide_claims", localidad, f"claim-{claim.id}", news,
        ((link(BOARDS, "claims-decide-button", f"c{claim.id}"),),),
    ))  # fmt: skip
    return finished(turn.settle(settled(label(QUESTION), Words("my-claim-answered"))), MY_CLAIM_TALK)


def _sure_heard(turn: Turn, reply: Reply, claim: Claim) -> Turn:
    if reply.value == WITHDRAW or YES in turn.known.lexicon.means(reply.text):
        done = Words("my-claim-withdrawn", {"board": board_name(turn.known, claim.board_id)})
        turn = turn.remember(ClaimWithdrawn(claim.id)).settle(settled(label(SURE), done))
        return finished(turn, MY_CLAIM_TALK)
    if reply.value in {NO, BACK, CANCEL}:
        turn = turn.settle(settled(label(SURE), Words("my-claim-kept")))
        return _show(turn, claim) if reply.value == BACK else finished(turn, MY_CLAIM_TALK)
    return refused(turn, sure(turn.known, claim), expected(turn))


MY_CLAIMS = Conversation(
    name=MY_CLAIM_TALK, command=MY_CLAIM, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, free=frozenset({QUESTION}),
)  # fmt: skip
