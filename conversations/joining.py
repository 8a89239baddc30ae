"""Coming into the team by a link that works once: what it offers, yes or no, and why a link leads nowhere."""

from dataclasses import replace

from conversations.board_decisions import StaffJoined
from conversations.commands import JOIN as JOIN_COMMAND
from conversations.commands import JOIN_TALK
from conversations.commands import TEAM as TEAM_COMMAND
from conversations.conversation import Conversation, link, refused, settled
from conversations.decisions import Choice, Link, Screen, TellStaff, Words
from conversations.home import home
from conversations.known import Known
from conversations.records import Invitation
from conversations.rights import Staff
from conversations.screens import BACK, CANCEL, LAST_ROW, NO, YES, stacked, with_last_row
from conversations.team_words import can_words, maker_words, place, standing, ways_of
from conversations.text import cut
from conversations.turn import Reply, Turn

_OFFER = "offer"


def enter(turn: Turn) -> Turn:
    """Shows what the link offers, or says why it leads nowhere or is not needed."""
    code = turn.argument
    answer = _no_offer(turn.known, code)
    if answer is not None:
        return _over(turn, answer)
    turn = turn.placed(JOIN_TALK, {**turn.position(JOIN_TALK), "code": code})
    return turn.ask(JOIN_TALK, _offer(turn.known, code))


def draw(turn: Turn) -> Screen | None:
    """The offer as it stands now."""
    code = _code(turn)
    answer = _no_offer(turn.known, code)
    return _offer(turn.known, code) if answer is None else Screen(_OFFER, answer, (LAST_ROW,))


def hear(turn: Turn, reply: Reply) -> Turn:
    """Yes or no; a link that ended meanwhile is told as it is."""
    code = _code(turn)
    if _no_offer(turn.known, code) is not None:
        return overtaken(turn)
    if reply.value == YES:
        return _joined(turn, code)
    if reply.value in {NO, BACK, CANCEL}:
        return _declined(turn, code)
    return refused(turn, _offer(turn.known, code), expected(turn))


def overtaken(turn: Turn) -> Turn:
    """The link ended while its offer was in sight."""
    code = _code(turn)
    answer = _no_offer(turn.known, code)
    if answer is None:
        return turn.ask_again(_offer(turn.known, code))
    return _over(turn.settle(Words("join-closed")), answer)


def label(_question: str) -> Words:
    """The name of the question."""
    return Words("join-label")


def explain(_turn: Turn) -> Words:
    """What the team is and what is kept of its members."""
    return Words("join-help")


def expected(_turn: Turn) -> Words:
    """What the question takes."""
    return Words("join-expected")


def _no_offer(known: Known, code: str) -> Words | None:
    """Why there is nothing to accept; None when there is."""
    if not code:
        return _with_place(known, Words("join-without-link"))
    invitation = known.records.invitation(code)
    found = standing(known, invitation)
    if found != "open" or invitation is None or invitation.role is None:
        return _with_place(known, Words(f"join-{found}"))
    staff = known.person.staff
    if staff is None:
        return None
    if staff.role == "owner":
        return Words("join-owner-stays")
    if staff == Staff(invitation.role, invitation.localidad):
        return Words("join-already", place(staff.role, staff.localidad))
    return None


def _with_place(known: Known, answer: Words) -> Words:
    staff = known.person.staff
    return answer if staff is None else stacked(answer, Words("join-standing", place(staff.role, staff.localidad)))


def _offer(known: Known, code: str) -> Screen:
    invitation, staff = _invitation(known, code), known.person.staff
    role = invitation.role or "observer"
    offered = {
        **place(role, invitation.localidad), "can": can_words(role), "who": maker_words(known, invitation),
        "until": invitation.expires_at,
    }  # fmt: skip
    if staff is None:
        text, yes, no = Words("join-offer", offered), "join-accept-button", "join-refuse-button"
    else:
        now = place(staff.role, staff.localidad)
        text = Words("join-change", {**offered, "role-now": now["role"], "scope-now": now["scope"]})
        yes, no = "join-change-button", "join-stay-button"
    rows = ((Choice(YES, Words(yes), "success"),), (Choice(NO, Words(no)),))
    return Screen(_OFFER, text, with_last_row(rows))


def _joined(turn: Turn, code: str) -> Turn:
    """The place is taken in this step; the owners are told, among them whoever sent the link."""
    invitation, before = _invitation(turn.known, code), turn.known.person.staff
    staff = Staff(invitation.role or "observer", invitation.localidad)
    now = place(staff.role, staff.localidad)
    name = cut(turn.known.person.name, 60) or Words("team-nameless")
    news = Words("team-news-joined" if before is None else "team-news-changed", {
        "name": name, **now, "who": maker_words(turn.known, invitation),
    })  # fmt: skip
    # One link, one piece of news: it is told however often the same person comes in within an hour.
    key = f"team-in-{turn.known.chat_id}-{int(turn.known.now.timestamp())}"
    turn = turn.remember(StaffJoined(code)).settle(settled(label(_OFFER), Words("join-accepted")))
    turn = turn.tell(TellStaff("change_team", None, key, news, ((link(TEAM_COMMAND, "team-button"),),)))
    turn = replace(turn, known=replace(turn.known, person=replace(turn.known.person, staff=staff)))
    return _over(turn, Words("join-done", {**now, "can": can_words(staff.role)}), ways_of(staff))


def _declined(turn: Turn, code: str) -> Turn:
    staff, until = turn.known.person.staff, {"until": _invitation(turn.known, code).expires_at}
    turn = turn.settle(settled(label(_OFFER), Words("join-declined")))
    if staff is None:
        return _over(turn, Words("join-not-in", until))
    return _over(turn, Words("join-stays", {**until, **place(staff.role, staff.localidad)}))


def _over(turn: Turn, answer: Words, ways: tuple[Link, ...] = ()) -> Turn:
    """Said, then back to the question that was interrupted, or to what this person can do."""
    back, staff = turn.position(JOIN_TALK).get("return"), turn.known.person.staff
    turn = turn.forgotten(JOIN_TALK).closed()
    if back:
        return turn.say(answer, *ways).doing(str(back))
    if staff is not None:
        return turn.say(answer, *(ways or ways_of(staff)))
    return home(turn, answer)


def _invitation(known: Known, code: str) -> Invitation:
    invitation = known.records.invitation(code)
    if invitation is None:
        raise LookupError("an offer is only drawn for a link that was found")
    return invitation


def _code(turn: Turn) -> str:
    code = turn.position(JOIN_TALK).get("code")
    return code if isinstance(code, str) else ""


JOIN = Conversation(
    name=JOIN_TALK, command=JOIN_COMMAND, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, before_consent=True, overtaken=overtaken,
)  # fmt: skip
