"""How the team is shown: everybody in it, one member, what somebody new may do and where, the links still open."""

from conversations.decisions import Choice, Screen, Words
from conversations.known import Known
from conversations.records import TeamMember
from conversations.registration_questions import localidad_id
from conversations.rights import STAFF_ROLES, may
from conversations.screens import LAST_ROW, NEXT_PAGE, NO, PREVIOUS_PAGE, Row, button, with_last_row
from conversations.team_words import can_words, maker_words, name_words, open_links, place, role_words, since_words

LIST, MEMBER, SURE, ROLE, SCOPE, LINKS = "list", "member", "sure", "role", "scope", "links"
INVITE, REMOVE, REVOKE, CITY = "invite", "remove", "revoke", "city"
PAGE_SIZE = 5
_LINKS_SHOWN = 6
# Offered in this order: the likeliest first, the most powerful last.
_OFFERED = tuple(role for role in ("coordinator", "observer", "owner") if role in STAFF_ROLES)


def member_value(member: TeamMember) -> str:
    """The value of a member's button; owners named in the settings have no row to be found by."""
    return f"o{member.chat_id}" if member.id is None else f"m{member.id}"


def find_member(known: Known, value: object) -> TeamMember | None:
    """The member with this value, if still in the team."""
    return next((member for member in known.records.team() if member_value(member) == value), None)


def stays_because(known: Known, member: TeamMember) -> str | None:
    """Why somebody cannot be taken out of the team here: named in the settings, or the last owner; None if they can."""
    if member.id is None:
        return "named"
    others = [one for one in known.records.team() if one.role == "owner" and one.chat_id != member.chat_id]
    return "last" if member.role == "owner" and not others else None


def listed(known: Known, page: int) -> Screen:
    """A page of the team, owners first."""
    members = known.records.team()
    changes = may(known.person.staff, "change_team")
    pages = max(1, -(-len(members) // PAGE_SIZE))
    page = max(0, min(page, pages - 1))
    first = page * PAGE_SIZE
    shown = list(enumerate(members, 1))[first : first + PAGE_SIZE]
    lines = tuple(_line(known, number, member) for number, member in shown)
    text = Words("team-list", {
        "first": first + 1, "last": first + len(shown), "total": len(members), "lines": lines,
        "now": Words("team-list-now" if changes else "team-list-now-looking"),
    })  # fmt: skip
    turned = (
        *((button(PREVIOUS_PAGE),) if page else ()),
        *((button(NEXT_PAGE),) if page + 1 < pages else ()),
    )
    rows: list[Row] = [turned] if turned else []
    if changes:
        rows = [tuple(Choice(member_value(member), str(number)) for number, member in shown), *rows]
        rows.append((Choice(INVITE, Words("team-invite-button")),))
        if count := len(open_links(known)):
            rows.append((Choice(LINKS, Words("team-links-button", {"count": count})),))
    return Screen(LIST, text, with_last_row(rows))


def _line(known: Known, number: int, member: TeamMember) -> Words:
    key = "team-line-own" if member.chat_id == known.chat_id else "team-line"
    return Words(key, {
        "number": str(number), "name": name_words(known, member.chat_id, member.name),
        **place(member.role, member.localidad), "since": since_words(member),
    })  # fmt: skip


def member_screen(known: Known, member: TeamMember | None) -> Screen:
    """Somebody's place, and the way to end it."""
    if member is None:
        return Screen(MEMBER, Words("team-gone"), (LAST_ROW,))
    own = member.chat_id == known.chat_id
    why = stays_because(known, member)
    rows: tuple[Row, ...] = ()
    if why is None:
        rows = ((Choice(REMOVE, Words("team-leave-button" if own else "team-remove-button"), "danger"),),)
    text = Words("team-member", {
        "name": name_words(known, member.chat_id, member.name), **place(member.role, member.localidad),
        "since": since_words(member), "can": can_words(member.role),
        "now": Words(f"team-stays-{why}" if why else "team-member-now-own" if own else "team-member-now"),
    })  # fmt: skip
    return Screen(MEMBER, text, with_last_row(rows))


def sure_screen(known: Known, member: TeamMember | None) -> Screen:
    """Whether somebody's place is really to end."""
    if member is None or stays_because(known, member) is not None:
        return Screen(SURE, Words("team-gone"), (LAST_ROW,))
    own = member.chat_id == known.chat_id
    rows = (
        (Choice(NO, Words("team-stay-button" if own else "team-keep-button")),),
        (Choice(REMOVE, Words("team-leave-button" if own else "team-remove-button"), "danger"),),
    )
    name = name_words(known, member.chat_id, member.name)
    text = Words("team-leave-sure") if own else Words("team-sure", {"name": name})
    return Screen(SURE, text, with_last_row(rows))


def role_screen() -> Screen:
    """What the person who is invited may do."""
    rows = tuple((Choice(role, Words(f"team-{role}-button")),) for role in _OFFERED)
    return Screen(ROLE, Words("team-which-role"), with_last_row(rows))


def scope_screen(known: Known, role: str) -> Screen:
    """Where the person who is invited may do it."""
    chosen = next((one for one in _OFFERED if one == role), _OFFERED[0])
    rows = (
        (Choice(CITY, Words("team-city-button")),),
        *((Choice(localidad_id(name), name),) for name in known.territory.localidades()),
    )
    return Screen(SCOPE, Words("team-which-scope", {"role": role_words(chosen)}), with_last_row(rows))


def links_screen(known: Known) -> Screen:
    """The links that still work, and the way to end them."""
    links = open_links(known)
    if not links:
        return Screen(LINKS, Words("team-links-none"), (LAST_ROW,))
    lines = [
        Words("team-links-line", {
            **place(one.role or "observer", one.localidad), "who": maker_words(known, one),
            "until": one.expires_at,
        })
        for one in links[:_LINKS_SHOWN]
    ]  # fmt: skip
    if len(links) > _LINKS_SHOWN:
        lines.append(Words("team-links-more", {"count": len(links) - _LINKS_SHOWN}))
    text = Words("team-links", {"count": len(links), "lines": tuple(lines)})
    rows = (
        (Choice(NO, Words("team-links-keep-button")),),
        (Choice(REVOKE, Words("team-links-revoke-button"), "danger"),),
    )
    return Screen(LINKS, text, with_last_row(rows))
