"""Taking over an office by the link that its holder passed on: shown, accepted or not, both told."""

from conversations import consents
from conversations.board_decisions import ClaimWithdrawn, HandoversRevoked, HandoverTaken
from conversations.commands import MY_BOARD, PERMISSIONS, TAKE_OVER_TALK
from conversations.commands import TAKE_OVER as TAKE_OVER_COMMAND
from conversations.conversation import Conversation, finished, link, refused, settled
from conversations.decisions import Choice, Link, Screen, Tell, Words
from conversations.home import home
from conversations.my_board_parts import board_name, means, person_words
from conversations.own_claims import open_claims
from conversations.registration_board import place_words
from conversations.registration_questions import role_words
from conversations.screens import BACK, CANCEL, LAST_ROW, NO, YES, Row, with_last_row
from conversations.take_over_link import Handover, handover_of
from conversations.turn import Reply, Turn

_CONSENT, _OFFER, _SURE, _DECLINE = "consent", "offer", "sure", "decline"
_TAKE = "take"


def enter(turn: Turn) -> Turn:
    """Shows what the link offers; says why, if it offers nothing (any more)."""
    code = turn.argument
    turn = turn.placed(TAKE_OVER_TALK, {**turn.position(TAKE_OVER_TALK), "code": code})
    found = handover_of(turn.known, code)
    if isinstance(found, Words):
        return _over(turn, found)
    if not turn.known.person.accepts("service"):
        return _over(turn, Words("takeover-service"), link(PERMISSIONS, "permissions-button"))
    return _ask(turn, _OFFER if turn.known.person.accepts("role") else _CONSENT, found)


def draw(turn: Turn) -> Screen | None:
    """The open question, as long as the link can be used."""
    question, found = turn.state.question or _OFFER, handover_of(turn.known, _code(turn))
    if isinstance(found, Words):
        return Screen(question, found, (LAST_ROW,))
    return _screen(question, found)


def hear(turn: Turn, reply: Reply) -> Turn:
    """Accepts or declines, each asked once more."""
    question, found = turn.state.question or _OFFER, handover_of(turn.known, _code(turn))
    if isinstance(found, Words):
        return _over(turn.settle(Words("takeover-closed")), found)
    if reply.value == CANCEL or (reply.value == BACK and question in {_CONSENT, _OFFER}):
        return finished(turn.settle(Words("takeover-left", {"expires": found.expires_at})), TAKE_OVER_TALK)
    if reply.value == BACK:
        return _ask(turn.settle(Words("settled-pending", {"label": label(question)})), _OFFER, found)
    if question == _CONSENT:
        return _consented(turn, reply, found)
    if not turn.known.person.accepts("role"):  # taken back on the way
        return _ask(turn.settle(Words("settled-pending", {"label": label(question)})), _CONSENT, found)
    if question == _OFFER and means(turn, reply, _TAKE, YES):
        return _ask(turn.settle(settled(label(_OFFER), Words("takeover-take-button"))), _SURE, found)
    if question == _OFFER and means(turn, reply, _DECLINE, NO):
        return _ask(turn.settle(settled(label(_OFFER), Words("takeover-decline-button"))), _DECLINE, found)
    if question == _SURE and means(turn, reply, _TAKE, YES):
        return _taken(turn, found)
    if question == _DECLINE and means(turn, reply, _DECLINE, YES):
        return _declined(turn, found)
    if question in {_SURE, _DECLINE} and means(turn, reply, NO):
        return _ask(turn.settle(Words("settled-pending", {"label": label(question)})), _OFFER, found)
    return refused(turn, _screen(question, found), expected(turn))


def label(question: str) -> Words:
    """The name of a question."""
    return consents.label("role") if question == _CONSENT else Words("takeover-label")


def explain(turn: Turn) -> Words:
    """What taking over means."""
    return Words("consent-role-help" if turn.state.question == _CONSENT else "takeover-help")


def expected(turn: Turn) -> Words:
    """What the open question takes."""
    if turn.state.question == _CONSENT:
        return Words("consent-expected")
    return Words("takeover-offer-expected" if turn.state.question == _OFFER else "takeover-sure-expected")


def _code(turn: Turn) -> str:
    return str(turn.position(TAKE_OVER_TALK).get("code") or "")


def _ask(turn: Turn, question: str, found: Handover) -> Turn:
    return turn.ask(TAKE_OVER_TALK, _screen(question, found))


def _screen(question: str, found: Handover) -> Screen:
    board, office = found.board, found.office
    said = {"role": role_words(office.role), "board": board_name(board), "holder": person_words(office.name)}
    if question == _CONSENT:
        return Screen(_CONSENT, Words("takeover-consent", said), with_last_row(consents.CONSENT_ROWS))
    if question == _SURE:
        rows: tuple[Row, ...] = (
            (Choice(_TAKE, Words("takeover-take-button"), "success"),), (Choice(NO, Words("takeover-not-yet-button")),),
        )  # fmt: skip
        return Screen(_SURE, Words("takeover-sure", said), with_last_row(rows))
    if question == _DECLINE:
        rows = (
            (Choice(NO, Words("takeover-not-yet-button")),),
            (Choice(_DECLINE, Words("takeover-decline-button"), "danger"),),
        )
        return Screen(_DECLINE, Words("takeover-decline", said), with_last_row(rows))
    rows = (
        (Choice(_TAKE, Words("takeover-take-button"), "success"),),
        (Choice(_DECLINE, Words("takeover-decline-button")),),
    )
    offered = {**said, "kind": Words(f"kind-{board.kind}"), "place": place_words(board), "expires": found.expires_at}
    return Screen(_OFFER, Words("takeover-offer", offered), with_last_row(rows))


def _consented(turn: Turn, reply: Reply, found: Handover) -> Turn:
    if reply.value not in {YES, NO}:
        return refused(turn, _screen(_CONSENT, found), expected(turn))
    accepted = reply.value == YES
    turn = consents.decide(turn, "role", accepted=accepted)
    turn = turn.settle(settled(label(_CONSENT), consents.answer(accepted=accepted)))
    if accepted:
        return _ask(turn, _OFFER, found)
    return _over(
        turn, Words("takeover-without-role", {"expires": found.expires_at}), link(PERMISSIONS, "permissions-button")
    )


def _taken(turn: Turn, found: Handover) -> Turn:
    board, office = found.board, found.office
    said = {"role": role_words(office.role), "board": board_name(board)}
    # Who asked for this very office has it now: nobody has to decide about it any more.
    asked = [c for c in open_claims(turn.known) if (c.kind, c.board_id, c.role) == ("office", board.id, office.role)]
    turn = turn.remember(HandoverTaken(_code(turn)), *(ClaimWithdrawn(claim.id) for claim in asked))
    news = Words("takeover-told", {**said, "name": person_words(turn.known.person.name), "ended": turn.known.now})
    turn = turn.tell(Tell(office.chat_id, news)).settle(settled(label(_SURE), Words("takeover-taken")))
    return _said(turn, Words("takeover-done", said), link(MY_BOARD, "my-board-button", f"b{board.id}"))


def _declined(turn: Turn, found: Handover) -> Turn:
    board, office = found.board, found.office
    said = {"role": role_words(office.role), "board": board_name(board)}
    turn = turn.remember(HandoversRevoked(office.id)).settle(settled(label(_DECLINE), Words("takeover-refused")))
    news = Words("takeover-declined-told", {**said, "name": person_words(turn.known.person.name)})
    turn = turn.tell(
        Tell(office.chat_id, news, ((link(MY_BOARD, "my-board-button", f"b{board.id}"),),), urgent=False)
    )  # fmt: skip
    return _over(turn, Words("takeover-declined", {**said, "holder": person_words(office.name)}))


def _said(turn: Turn, text: Words, *links: Link) -> Turn:
    """The end, with a way on of its own; back to what it interrupted, if it did."""
    back = turn.position(TAKE_OVER_TALK).get("return")
    turn = turn.forgotten(TAKE_OVER_TALK).closed().say(text, *links)
    return turn.doing(str(back)) if back else turn


def _over(turn: Turn, text: Words, *links: Link) -> Turn:
    """The end; home, unless something was interrupted or there is a better way on."""
    if links or turn.position(TAKE_OVER_TALK).get("return"):
        return _said(turn, text, *links)
    return home(turn.forgotten(TAKE_OVER_TALK).closed(), text)


TAKE_OVER = Conversation(
    name=TAKE_OVER_TALK, command=TAKE_OVER_COMMAND, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected,
)  # fmt: skip
