"""How the team is put into words: a member's name, role and part of the city, and which links into it still work."""

from conversations.commands import BOARDS, TEAM
from conversations.conversation import link
from conversations.decisions import Link, Words
from conversations.known import Known
from conversations.records import Invitation, TeamMember
from conversations.rights import Staff, StaffRole, may
from conversations.text import cut

_NAME = 40


def role_words(role: StaffRole) -> Words:
    """What somebody's place in the team is called."""
    return Words(f"team-role-{role}")


def can_words(role: StaffRole) -> Words:
    """What somebody with this role can do, with the commands for it."""
    return Words(f"team-can-{role}")


def scope_words(localidad: str | None) -> Words | str:
    """The part of the city that somebody looks after."""
    return Words("team-whole-city") if localidad is None else localidad


def place(role: StaffRole, localidad: str | None) -> dict[str, Words | str]:
    """Role and part of the city, as arguments of a text."""
    return {"role": role_words(role), "scope": scope_words(localidad)}


def name_words(known: Known, chat_id: int, name: str | None = None) -> Words | str:
    """A name of the team's list, else as it is known otherwise; somebody who had it erased has none."""
    return _name(known, chat_id, name) or Words("team-nameless")


def maker_words(known: Known, invitation: Invitation) -> Words | str:
    """Who made a link."""
    return _name(known, invitation.made_by, None) or Words("team-somebody")


def _name(known: Known, chat_id: int, name: str | None) -> str:
    own = known.person.name if chat_id == known.chat_id else None
    return cut(name or own or known.records.actor(chat_id).name or "", _NAME)


def since_words(member: TeamMember) -> Words:
    """Since when somebody is in the team."""
    if member.granted_at is None:
        return Words("team-since-start")
    return Words("team-since", {"moment": member.granted_at})


def ways_of(staff: Staff) -> tuple[Link, ...]:
    """Where a member of the team can go from here."""
    boards = (link(BOARDS, "team-boards-button"),) if may(staff, "see_boards") else ()
    return (*boards, link(TEAM, "team-button")) if may(staff, "see_team") else boards


def standing(known: Known, invitation: Invitation | None) -> str:
    """Whether a link leads into the team: open, used, expired, revoked, unknown.

    A link ends with the right of whoever made it.
    """
    if invitation is None or invitation.kind != "staff" or invitation.role is None:
        return "unknown"
    if invitation.state == "open" and invitation.made_by not in _makers(known):
        return "revoked"
    return invitation.state


def open_links(known: Known) -> tuple[Invitation, ...]:
    """Links into the team that work now, oldest first."""
    makers = _makers(known)
    return tuple(one for one in known.records.open_invitations() if one.made_by in makers)


def _makers(known: Known) -> frozenset[int]:
    return frozenset(
        member.chat_id for member in known.records.team() if may(Staff(member.role, member.localidad), "change_team")
    )
