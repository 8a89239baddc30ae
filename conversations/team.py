"""Who looks after the programme: the list, inviting by a link that works once, taking somebody out at once."""

from collections.abc import Callable
from dataclasses import replace

from pydantic import JsonValue

from conversations.board_decisions import InvitationsRevoked, StaffInvited, StaffRevoked
from conversations.commands import TEAM as TEAM_COMMAND
from conversations.commands import TEAM_TALK
from conversations.conversation import Conversation, finished, link, refused
from conversations.decisions import Screen, Tell, TellStaff, Words
from conversations.records import TeamMember
from conversations.registration_questions import localidad_id
from conversations.rights import INVITATION_LIFE, STAFF_ROLES, StaffRole, may
from conversations.screens import BACK, CANCEL, LAST_ROW, NEXT_PAGE, NO, PREVIOUS_PAGE, YES, preceded
from conversations.team_pages import (
    CITY,
    INVITE,
    LINKS,
    LIST,
    MEMBER,
    REMOVE,
    REVOKE,
    ROLE,
    SCOPE,
    SURE,
    find_member,
    links_screen,
    listed,
    member_screen,
    role_screen,
    scope_screen,
    stays_because,
    sure_screen,
)
from conversations.team_words import name_words, place
from conversations.turn import Reply, Turn

# Where Atrás leads to.
_BEHIND = {MEMBER: LIST, SURE: MEMBER, ROLE: LIST, SCOPE: ROLE, LINKS: LIST}


def enter(turn: Turn) -> Turn:
    """Everybody in the team."""
    return _to(turn, LIST, page=0)


def draw(turn: Turn) -> Screen | None:
    """The open page as the team stands now; what only owners do is shown to nobody else."""
    known, question = turn.known, turn.state.question or LIST
    held = turn.position(TEAM_TALK)
    note = held.get("note")
    if question != LIST and not may(known.person.staff, "change_team"):
        return Screen(question, Words("not-for-you"), (LAST_ROW,))
    match question:
        case "member":
            screen = member_screen(known, find_member(known, held.get("member")))
        case "sure":
            screen = sure_screen(known, find_member(known, held.get("member")))
        case "role":
            screen = role_screen()
        case "scope":
            screen = scope_screen(known, str(held.get("role")))
        case "links":
            screen = links_screen(known)
        case _:
            screen = listed(known, _page(turn))
    return preceded(screen, Words(note)) if isinstance(note, str) else screen


def hear(turn: Turn, reply: Reply) -> Turn:
    """Takes a reply to the open page."""
    question = turn.state.question or LIST
    if question == LIST:
        return _list_heard(turn, reply)
    if not may(turn.known.person.staff, "change_team"):
        return _to(turn, LIST)
    if reply.value == BACK:
        return _to(turn, _BEHIND.get(question, LIST))
    if reply.value == CANCEL:
        return _to(turn, LIST, note="team-nothing-changed")
    return _HEARING[question](turn, reply)


def overtaken(turn: Turn) -> Turn:
    """What a button offered is over: another owner did it before, or the right to it ended. The team as it is now."""
    return _to(turn, LIST, note="team-gone")


def label(question: str) -> Words:
    """The name of a page."""
    return Words("team-invite-label" if question in {ROLE, SCOPE} else "team-label")


def explain(turn: Turn) -> Words:
    """What can be done here."""
    if not may(turn.known.person.staff, "change_team"):
        return Words("team-help-looking")
    return Words("team-invite-help" if turn.state.question in {ROLE, SCOPE, LINKS} else "team-help")


def expected(turn: Turn) -> Words:
    """What the open page takes."""
    if turn.state.question in {SURE, LINKS}:
        return Words("team-sure-expected")
    return Words("team-expected" if may(turn.known.person.staff, "change_team") else "team-expected-looking")


def _list_heard(turn: Turn, reply: Reply) -> Turn:
    if reply.value in {BACK, CANCEL}:
        return finished(turn.settle(Words("team-closed")), TEAM_TALK)
    if reply.value in {NEXT_PAGE, PREVIOUS_PAGE}:
        return _to(turn, LIST, page=_page(turn) + (1 if reply.value == NEXT_PAGE else -1))
    if may(turn.known.person.staff, "change_team"):
        if reply.value == INVITE:
            return _to(turn, ROLE)
        if reply.value == LINKS:
            return _to(turn, LINKS)
        if find_member(turn.known, reply.value) is not None:
            return _to(turn, MEMBER, member=reply.value)
    return _refused(turn)


def _member_heard(turn: Turn, reply: Reply) -> Turn:
    member = _member(turn)
    if member is None:
        return _to(turn, LIST, note="team-gone")
    return _to(turn, SURE) if reply.value == REMOVE and stays_because(turn.known, member) is None else _refused(turn)


def _sure_heard(turn: Turn, reply: Reply) -> Turn:
    member = _member(turn)
    if member is None or member.id is None or stays_because(turn.known, member) is not None:
        return _to(turn, LIST, note="team-gone")
    if reply.value == REMOVE or YES in turn.known.lexicon.means(reply.text):
        return _removed(turn, member, member.id)
    return _to(turn, LIST, note="team-nothing-changed") if reply.value == NO else _refused(turn)


def _removed(turn: Turn, member: TeamMember, staff_id: int) -> Turn:
    """The place ends in this very step, for screens that are open too; whom it concerns and the owners are told."""
    own = member.chat_id == turn.known.chat_id
    turn = turn.remember(StaffRevoked(staff_id))
    news = Words("team-news-left" if own else "team-news-removed", {
        "name": name_words(turn.known, member.chat_id, member.name), **place(member.role, member.localidad),
    })  # fmt: skip
    turn = turn.tell(
        TellStaff("change_team", None, f"team-out-{staff_id}", news, ((link(TEAM_COMMAND, "team-button"),),))
    )
    if own:
        without = replace(turn.known, person=replace(turn.known.person, staff=None))
        return finished(replace(turn, known=without).settle(Words("team-left")), TEAM_TALK)
    turn = turn.tell(Tell(member.chat_id, Words("team-told-removed", {"moment": turn.known.now}), urgent=False))
    return _to(turn, LIST, note="team-removed")


def _role_heard(turn: Turn, reply: Reply) -> Turn:
    role = next((one for one in STAFF_ROLES if one == reply.value), None)
    if role is None:
        return _refused(turn)
    # Owners look after everything: a part of the city would be no limit to somebody who can invite.
    return _invited(turn, role, None) if role == "owner" else _to(turn, SCOPE, role=role)


def _scope_heard(turn: Turn, reply: Reply) -> Turn:
    held = turn.position(TEAM_TALK).get("role")
    role = next((one for one in STAFF_ROLES if one == held), None)
    if role is None:
        return _to(turn, ROLE)
    if reply.value == CITY:
        return _invited(turn, role, None)
    chosen = next((name for name in turn.known.territory.localidades() if localidad_id(name) == reply.value), None)
    return _refused(turn) if chosen is None else _invited(turn, role, chosen)


def _invited(turn: Turn, role: StaffRole, localidad: str | None) -> Turn:
    """A message to pass on, and below it what to do with it."""
    code = turn.known.fresh_code
    until = turn.known.now + INVITATION_LIFE
    turn = turn.remember(StaffInvited(code, role, localidad)).say(
        Words("team-invitation", {
            **place(role, localidad), "bot": turn.known.bot_username, "code": code, "until": until,
        })
    )  # fmt: skip
    return _to(turn, LIST, note="team-invited")


def _links_heard(turn: Turn, reply: Reply) -> Turn:
    if reply.value == REVOKE or YES in turn.known.lexicon.means(reply.text):
        return _to(turn.remember(InvitationsRevoked()), LIST, note="team-links-revoked")
    return _to(turn, LIST, note="team-nothing-changed") if reply.value == NO else _refused(turn)


def _refused(turn: Turn) -> Turn:
    screen = draw(turn)
    return turn if screen is None else refused(turn, screen, expected(turn))


def _member(turn: Turn) -> TeamMember | None:
    return find_member(turn.known, turn.position(TEAM_TALK).get("member"))


def _page(turn: Turn) -> int:
    page = turn.position(TEAM_TALK).get("page")
    return page if isinstance(page, int) else 0


def _to(turn: Turn, question: str, **changed: JsonValue) -> Turn:
    """To a page, drawn after what was decided is saved; only this one page bears the note."""
    held = {name: value for name, value in turn.position(TEAM_TALK).items() if name != "note"}
    return turn.placed(TEAM_TALK, {**held, **changed}).ask_afresh(TEAM_TALK, question)


_HEARING: dict[str, Callable[[Turn, Reply], Turn]] = {
    MEMBER: _member_heard, SURE: _sure_heard, ROLE: _role_heard, SCOPE: _scope_heard, LINKS: _links_heard,
}  # fmt: skip

TEAM = Conversation(
    name=TEAM_TALK, command=TEAM_COMMAND, enter=enter, draw=draw, hear=hear, label=label, help=explain,
    expected=expected, before_consent=True, right="see_team", overtaken=overtaken,
)  # fmt: skip
