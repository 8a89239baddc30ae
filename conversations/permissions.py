"""What a person allows, purpose by purpose, changed at any time."""

from conversations import consents
from conversations.commands import PERMISSIONS as PERMISSIONS_COMMAND
from conversations.commands import PERMISSIONS_TALK, START
from conversations.conversation import Conversation, finished, refused, settled
from conversations.decisions import PURPOSES, Choice, Purpose, Screen, Words
from conversations.known import Known
from conversations.own_claims import open_claims
from conversations.screens import BACK, CANCEL, NO, YES, with_last_row
from conversations.turn import Reply, Turn

_LIST = "list"


def enter(turn: Turn) -> Turn:
    """Shows the purposes and where each stands."""
    return turn.ask(PERMISSIONS_TALK, _list(turn.known))


def draw(turn: Turn) -> Screen | None:
    """The open question."""
    purpose = _withdrawing(turn)
    return _list(turn.known) if purpose is None else _sure(turn.known, purpose)


def hear(turn: Turn, reply: Reply) -> Turn:
    """Allows or takes back; asks first where something is lost by it."""
    purpose = _withdrawing(turn)
    if purpose is not None:
        return _confirmed(turn, reply, purpose)
    if reply.value in {BACK, CANCEL}:
        return finished(turn.settle(Words("permissions-closed")), PERMISSIONS_TALK)
    chosen = next((purpose for purpose in PURPOSES if purpose == reply.value), None)
    if chosen is None:
        return refused(turn, _list(turn.known), expected(turn))
    if turn.known.person.accepts(chosen) and _loses(turn.known, chosen):
        return turn.settle(Words("permissions-closed")).ask(PERMISSIONS_TALK, _sure(turn.known, chosen))
    return _changed(turn, chosen, accepted=not turn.known.person.accepts(chosen), pressed=reply.pressed)


def label(question: str) -> Words:
    """The name of a question."""
    purpose = next((purpose for purpose in PURPOSES if question == f"{purpose}-off"), None)
    return Words("permissions-label") if purpose is None else consents.label(purpose)


def explain(turn: Turn) -> Words:
    """What a permission is."""
    return Words("permissions-help" if _withdrawing(turn) is None else "permissions-sure-help")


def expected(turn: Turn) -> Words:
    """What the open question takes."""
    return Words("permissions-expected" if _withdrawing(turn) is None else "permissions-sure-expected")


def _withdrawing(turn: Turn) -> Purpose | None:
    return next((purpose for purpose in PURPOSES if turn.state.question == f"{purpose}-off"), None)


def _loses(known: Known, purpose: Purpose) -> bool:
    if purpose == "service":
        return True
    if purpose == "phone":
        return known.person.masked_phone is not None
    return purpose == "role" and bool(known.person.offices or open_claims(known))


def _confirmed(turn: Turn, reply: Reply, purpose: Purpose) -> Turn:
    if reply.value == YES:
        turn = turn.settle(settled(consents.label(purpose), Words("permission-withdrawn")))
        return _changed(turn, purpose, accepted=False, pressed=False)
    if reply.value in {NO, BACK, CANCEL}:
        turn = turn.settle(settled(consents.label(purpose), Words("permission-kept")))
        return turn.ask(PERMISSIONS_TALK, _list(turn.known))
    return refused(turn, _sure(turn.known, purpose), expected(turn))


def _changed(turn: Turn, purpose: Purpose, *, accepted: bool, pressed: bool) -> Turn:
    turn = consents.decide(turn, purpose, accepted=accepted)
    if consents.undecided(turn.known):
        # Who allows the service after all was never asked the other purposes: each gets its own question.
        turn = turn.settle(settled(consents.label(purpose), consents.answer(accepted=accepted)))
        return turn.forgotten(PERMISSIONS_TALK).closed().doing(START)
    if pressed:
        done = Words("permission-given-toast" if accepted else "permission-withdrawn-toast")
        return turn.redraw(_list(turn.known)).toast(done)
    return turn.ask(PERMISSIONS_TALK, _list(turn.known))


def _list(known: Known) -> Screen:
    lines, rows = [], []
    for purpose in PURPOSES:
        accepted = known.person.accepts(purpose)
        answer = consents.answer(accepted=accepted)
        lines.append(Words("permission-line", {"label": consents.label(purpose), "answer": answer}))
        rows.append((Choice(purpose, Words(f"permission-{purpose}-{'off' if accepted else 'on'}-button")),))
    return Screen(_LIST, Words("permissions-list", {"lines": tuple(lines)}), with_last_row(rows))


def _sure(known: Known, purpose: Purpose) -> Screen:
    rows = ((Choice(NO, Words("permission-keep-button")),), (Choice(YES, Words("permission-off-button"), "danger"),))
    counts = {"count": len(known.person.offices), "claims": len(open_claims(known))}
    arguments: dict[str, int] = counts if purpose == "role" else {}
    return Screen(f"{purpose}-off", Words(f"permission-{purpose}-sure", arguments), with_last_row(rows))


PERMISSIONS = Conversation(
    name=PERMISSIONS_TALK, command=PERMISSIONS_COMMAND, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected,
)  # fmt: skip
