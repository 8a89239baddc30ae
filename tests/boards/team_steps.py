"""Steps of those who look after the programme: inviting, passing a link on, coming in; and what the team is."""

from dataclasses import replace

from conversations.inputs import Commanded
from storage import staff
from tests.boards.city import OWNER, START, City


def link_code(text: str) -> str:
    """The secret of a link in a message that is passed on."""
    return text.partition("?start=unirse_")[2].split(maxsplit=1)[0]


def invite(town: City, role: str = "coordinator", place: str = "city", *, by: int = OWNER) -> str:
    """An owner makes a link; returns its secret."""
    town.say(by, "/equipo").press(by, "invite", role)
    if role != "owner":
        town.press(by, place)
    return link_code(town.text(by, 2))


def open_link(town: City, chat: int, code: str, name: str = "") -> None:
    """Somebody opens the link that was passed on to them."""
    town.send(chat, Commanded("start", f"unirse_{code}"), name=name)


def join(town: City, chat: int, role: str = "coordinator", place: str = "city", *, by: int = OWNER) -> None:
    """Somebody is invited and comes in."""
    open_link(town, chat, invite(town, role, place, by=by))
    town.press(chat, "yes")
    assert (chat, role) in {(member, held) for member, held, _ in team(town)}


def remove(town: City, chat: int, *, by: int = OWNER) -> None:
    """An owner takes somebody out of the team."""
    (place,) = town.column("SELECT id FROM staff WHERE chat_id = ? AND revoked_at IS NULL", chat)
    town.say(by, "/equipo").press(by, f"m{place}", "remove", "remove")


def team(town: City) -> list[tuple[int, str, str | None]]:
    """(chat, role, localidad) of everybody with a place, in order of coming in."""
    rows = town.tx.execute("SELECT chat_id, role, localidad FROM staff WHERE revoked_at IS NULL ORDER BY id")
    return [tuple(row) for row in rows]


def audit(town: City) -> list[tuple[int, str, str]]:
    """(actor, action, subject) of every line."""
    return [tuple(row) for row in town.tx.execute("SELECT actor, action, subject FROM audit ORDER BY id")]


def owners(town: City, *chats: int) -> None:
    """The settings name these owners."""
    town.house = replace(town.house, owner_ids=frozenset(chats))


def grant(town: City, chat: int, role: str, name: str | None = "Ana Pérez", localidad: str | None = None) -> int:
    """Somebody has a place in the team since the tests' first moment; returns its row."""
    return staff.grant(town.tx, chat, role, localidad, OWNER, START, name)
