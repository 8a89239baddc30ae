"""Coordinators at their desk, officers of boards, and the way to a page, for the tests of what is written there."""

from datetime import date

from storage import claims, officers, people, staff
from storage.claims import ClaimDraft
from tests.boards.city import OWNER, City

COORDINATOR, OBSERVER = 910, 920
ROSA, JUAN = 501, 502
HISTORIC = "Histórica y del Caribe Norte"
VIRGIN = "De la Virgen y Turística"
TERM = (date(2026, 7, 1), date(2030, 6, 30))


def seated(town: City, chat: int = OWNER) -> City:
    """Somebody of the team who accepted the service."""
    return town.welcomed(chat)


def coordinator(town: City, chat: int = COORDINATOR, localidad: str | None = None, role: str = "coordinator") -> City:
    """Somebody with a place in the team."""
    staff.grant(town.tx, chat, role, localidad, OWNER, town.now, f"Coordina {chat}")
    return seated(town, chat)


def officer(town: City, board: int, chat: int, role: str = "president") -> int:
    """Somebody who holds an office."""
    town.welcomed(chat)
    person = people.find(town.tx, chat)
    assert person is not None
    return officers.record(town.tx, board, person.id, role, town.now, TERM)


def claim(town: City, board: int, chat: int, role: str = "president", why: str = "new-board") -> int:
    """Somebody who asked for an office."""
    town.welcomed(chat)
    person = people.find(town.tx, chat)
    assert person is not None
    return claims.record(town.tx, ClaimDraft("office", board, person.id, why, role=role), town.now)


def at_board(town: City, board: int, *presses: str, chat: int = OWNER) -> City:
    """On the page of a board, and from there on."""
    town.say(chat, f"/juntas b{board}")
    return town.press(chat, *presses)


def told(town: City, chat: int) -> list[str]:
    """What somebody got without having written."""
    return town.texts(chat)


def audited(town: City) -> list[str]:
    """What the audit log says was done, in order."""
    return town.column("SELECT action FROM audit ORDER BY id")
