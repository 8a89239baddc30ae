"""People around the desk of the tests: coordinators, officers, and those who ask for an office or a correction."""

from datetime import timedelta
from typing import Any

from storage import chats, claims, officers, people, staff
from storage.claims import ClaimDraft
from tests.boards.city import OWNER, City

ANA, LUIS, MARTA = 11, 12, 13
CARLA, SAUL, OLGA = 21, 22, 23  # coordinators of the city and of one localidad, an observer
NORTH, SOUTH = "Histórica y del Caribe Norte", "Industrial y de la Bahía"
NAMES = {ANA: "Ana Pérez", LUIS: "Luis Gómez", MARTA: "Marta Díaz"}


def person(town: City, chat: int) -> int:
    """The row of somebody who accepted the service."""
    chats.record_seen(town.tx, chat, "private", town.now)
    return people.record(town.tx, chat, NAMES.get(chat, f"Persona {chat}"), town.now).id


def president(town: City, board: int, chat: int, role: str = "president") -> int:
    """Somebody in office."""
    return officers.record(town.tx, board, person(town, chat), role, town.now)


def claim(town: City, board: int, chat: int, *, hours: float = 1, **changes: Any) -> int:
    """A claim that was filed some hours ago."""
    draft = {"kind": "office", "why": "review-all", "role": "president"} | changes
    draft = {"board_id": board, "person_id": person(town, chat), **draft}
    return claims.record(town.tx, ClaimDraft(**draft), town.now - timedelta(hours=hours))


def correction(town: City, board: int, chat: int, field: str, value: str) -> int:
    """A change that somebody asked for."""
    return claim(town, board, chat, kind="correction", why="correction", role=None, field=field, value=value)


def team(town: City) -> None:
    """Carla for the whole city, Saúl for the south, Olga who only looks."""
    staff.grant(town.tx, CARLA, "coordinator", None, OWNER, town.now, "Carla Coordina")
    staff.grant(town.tx, SAUL, "coordinator", SOUTH, OWNER, town.now, "Saúl Sur")
    staff.grant(town.tx, OLGA, "observer", None, OWNER, town.now, "Olga Observa")


def south(town: City, name: str = "Junta de Acción Comunal Ceballos", barrio: str = "Ceballos", **changes: Any) -> int:
    """A board of the south."""
    return town.board(name, localidad=SOUTH, comuna="11", barrio=barrio, **changes)


def held(town: City, board: int) -> list[str]:
    """Who holds which office on a board."""
    return town.column(
        "SELECT p.name || ': ' || o.role FROM officer o JOIN person p ON p.id = o.person_id "
        "WHERE o.board_id = ? AND o.until IS NULL ORDER BY o.id", board,
    )  # fmt: skip


def opened(town: City, claim_id: int, chat: int = OWNER) -> City:
    """A claim on somebody's screen."""
    return town.forge(chat, f"go:juntas:c{claim_id}")


def status(town: City, claim_id: int) -> str:
    """How a claim stands."""
    return str(town.column("SELECT status FROM claim WHERE id = ?", claim_id)[0])


def deeds(town: City) -> list[tuple[Any, ...]]:
    """Everything that would change if a press had done something."""
    return [
        tuple(row)
        for table in ("board", "officer", "claim", "note", "audit", "board_change", "contact", "staff")
        for row in town.tx.execute(f"SELECT * FROM {table} ORDER BY rowid")
    ]
