"""A coordinator's word on a claim: the pages where more is asked first, who is told what, which claim follows."""

from pydantic import JsonValue

from conversations.board_decisions import ClaimDecided
from conversations.commands import MY_BOARD, MY_CLAIM, REGISTER
from conversations.conversation import link
from conversations.decisions import Choice, Screen, Tell, Words
from conversations.desk.page import Page, back, number, past, stay
from conversations.desk.queue import split_queue
from conversations.desk.words import field_words, person, value_words, wish_words
from conversations.records import Claim, Officer
from conversations.registration_questions import role_words
from conversations.screens import with_last_row
from conversations.text import cut, tidy
from conversations.turn import Reply, Turn

REJECT, INQUIRE, REPLACE = "reject", "inquire", "replace"
_OPEN = frozenset({"waiting", "asked"})
_PRESIDENT = "president"
_KEEP, _CHANGE = "no", "switch"
_SHORTEST, _LONGEST = 3, 300


def replaced_president(turn: Turn, claim: Claim) -> Officer | None:
    """Who would no longer be president if the claim was approved."""
    if claim.kind != "office" or claim.role != _PRESIDENT:
        return None
    held = turn.known.records.officers(claim.board_id)
    return next((one for one in held if one.role == _PRESIDENT and one.person_id != claim.person_id), None)


def decided(turn: Turn, claim: Claim, verdict: str, text: str | None = None) -> Turn:
    """Keeps the word, tells everybody whom it concerns, and goes on to the claim that follows."""
    match verdict:
        case "approved":
            turn = turn.remember(ClaimDecided(claim.id, "approved")).tell(*_approved(turn, claim))
        case "rejected":
            turn = turn.remember(ClaimDecided(claim.id, "rejected", text)).tell(_rejected(turn, claim, text or ""))
        case _:
            turn = turn.remember(ClaimDecided(claim.id, "asked", text)).tell(_asked(turn, claim, text or ""))
    done = ("claim", REJECT, INQUIRE, REPLACE)
    following = next((one for one in split_queue(turn)[0] if one.id != claim.id), None)
    said: dict[str, JsonValue] = {"note": verdict, "noted": claim.id}
    if following is None:
        return past(turn, "queue", *done, "queue", claim=0, board=0, page=0, **said)
    return past(turn, "claim", *done, claim=following.id, board=following.board_id, **said)


# --- the pages ------------------------------------------------------------------------------------------------------


def draw_words_wanted(turn: Turn) -> Screen | None:
    """The reason of a rejection, or the question to whoever asked; both reach the person as they are written."""
    claim = turn.known.records.claim(number(turn, "claim"))
    if claim is None:
        return None
    question = turn.state.question or REJECT
    wish = wish_words(claim, turn.known.records.board(claim.board_id))
    text = Words(f"desk-{question}", {"name": person(claim.name), "wish": wish})
    return Screen(question, text, with_last_row(()))


def hear_words_wanted(turn: Turn, reply: Reply) -> Turn | None:
    """Takes the reason or question, if it is one and the claim still waits."""
    claim = _decidable(turn)
    if claim is None:
        return past(turn, "claim", "claim")
    text = tidy(reply.text)
    if sum(character.isalpha() for character in text) < _SHORTEST or len(text) > _LONGEST:
        return None
    return decided(turn, claim, "rejected" if turn.state.question == REJECT else "asked", text)


def draw_replace(turn: Turn) -> Screen | None:
    """Who leaves the presidency and who takes it, before it is done."""
    claim = turn.known.records.claim(number(turn, "claim"))
    leaving = turn.known.records.officer(number(turn, "officer"))
    if claim is None or leaving is None:
        return None
    board = turn.known.records.board(claim.board_id)
    arguments = {
        "leaving": person(leaving.name), "coming": person(claim.name), "since": leaving.since,
        "board": cut(board.name, 90) if board is not None else Words("desk-board-unknown"),
    }  # fmt: skip
    rows = (
        (Choice(_CHANGE, Words("desk-replace-button"), "danger"),),
        (Choice(_KEEP, Words("desk-replace-keep-button")),),
    )
    return Screen(REPLACE, Words("desk-replace", arguments), with_last_row(rows))


def hear_replace(turn: Turn, reply: Reply) -> Turn | None:
    """Only the change that was read is made: if somebody else is president by now, it is asked again."""
    if reply.value == _KEEP:
        return back(turn)
    if reply.value != _CHANGE:
        return None
    claim = _decidable(turn)
    if claim is None:
        return past(turn, "claim", "claim")
    leaving = replaced_president(turn, claim)
    if leaving is not None and leaving.id != number(turn, "officer"):
        return stay(turn, REPLACE, officer=leaving.id)
    return decided(turn, claim, "approved")


def _decidable(turn: Turn) -> Claim | None:
    claim = turn.known.records.claim(number(turn, "claim"))
    return claim if claim is not None and claim.status in _OPEN else None


# --- who is told what -----------------------------------------------------------------------------------------------


def _approved(turn: Turn, claim: Claim) -> list[Tell]:
    to_board = ((link(MY_BOARD, "desk-my-board-button"),),)
    if claim.kind == "correction":
        field = claim.field or ""
        said = {"field": field_words(field), "value": value_words(field, claim.value), "board": _board(turn, claim)}
        return [Tell(claim.chat_id, Words("desk-told-corrected", said), to_board)]
    said = {"board": _board(turn, claim), "role": role_words(claim.role or "")}
    told = [Tell(claim.chat_id, Words("desk-told-approved", said), to_board)]
    if (leaving := replaced_president(turn, claim)) is not None:
        bad_news = Words("desk-told-replaced", {"board": _board(turn, claim), "contact": turn.known.notice.contact})
        again = ((link(REGISTER, "desk-claim-again-button"),),)
        told.append(Tell(leaving.chat_id, bad_news, again, urgent=False))
    return told


def _rejected(turn: Turn, claim: Claim, reason: str) -> Tell:
    said = {"board": _board(turn, claim), "reason": reason, "contact": turn.known.notice.contact}
    if claim.kind == "correction":
        words = Words("desk-told-not-corrected", {**said, "field": field_words(claim.field or "")})
        return Tell(claim.chat_id, words, ((link(MY_BOARD, "desk-my-board-button"),),), urgent=False)
    words = Words("desk-told-rejected", {**said, "role": role_words(claim.role or "")})
    return Tell(claim.chat_id, words, ((link(REGISTER, "desk-claim-again-button"),),), urgent=False)


def _asked(turn: Turn, claim: Claim, question: str) -> Tell:
    words = Words("desk-told-asked", {"board": _board(turn, claim), "question": question})
    return Tell(claim.chat_id, words, ((link(MY_CLAIM, "desk-answer-button"),),), urgent=False)


def _board(turn: Turn, claim: Claim) -> str:
    board = turn.known.records.board(claim.board_id)
    return "" if board is None else cut(board.name, 90)


PAGES = (
    Page(
        REJECT, "decide_claims", draw_words_wanted, hear_words_wanted, Words("desk-reject-label"),
        Words("desk-reject-help"), Words("desk-reject-expected"), free=True,
    ),
    Page(
        INQUIRE, "decide_claims", draw_words_wanted, hear_words_wanted, Words("desk-inquire-label"),
        Words("desk-inquire-help"), Words("desk-inquire-expected"), free=True,
    ),
    Page(
        REPLACE, "decide_claims", draw_replace, hear_replace, Words("desk-replace-label"),
        Words("desk-replace-help"), Words("desk-replace-expected"),
    ),
)  # fmt: skip
