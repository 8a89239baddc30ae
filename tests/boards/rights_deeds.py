"""One or more deeds for every action of the rights table: the way to each, its last step, and what it leaves behind."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.rights import Action
from tests.boards.rights_world import ACTOR, DOUBLE, HERE, RESERVED, TERESA, RightsCity


@dataclass(frozen=True)
class Deed:
    """``ways``: steps that lead to the last one, the first from a command, others from links. ``where``: where it is.

    ``done``: whether it worked. ``looks``: it shows something and changes nothing.
    """

    action: Action
    name: str
    where: str | None
    ways: tuple[tuple[str, ...], ...]
    last: str
    done: Callable[[RightsCity], bool]
    looks: bool = False


def _shows(*texts: str) -> Callable[[RightsCity], bool]:
    return lambda town: all(text in town.shown() for text in texts)


def _holds(sql: str) -> Callable[[RightsCity], bool]:
    return lambda town: town.column(sql) == [1]


def _file(maker: str) -> Callable[[RightsCity], bool]:
    return lambda town: f'"{maker}"' in town.shown()


_CLAIM = (("/juntas", "queue", "c1"), ("go:juntas:c1",), ("go:juntas:q", "c1"), ("go:juntas:b1", "c1"))
_BOARD = (("/juntas", "find", "=manga reservada", "b1"), ("go:juntas:b1",))
_ROSTER = (("/juntas", "roster"),)
_TICKET = (("/bandeja", "t1"), ("go:bandeja:t1",))
_TEAM = (("/equipo",), ("go:equipo",))


def _after(ways: tuple[tuple[str, ...], ...], *steps: str) -> tuple[tuple[str, ...], ...]:
    return tuple((*way, *steps) for way in ways)


def _status(claim_status: str) -> Callable[[RightsCity], bool]:
    return _holds(f"SELECT count(*) FROM claim WHERE status = '{claim_status}'")


DEEDS: tuple[Deed, ...] = (
    Deed("see_boards", "find", HERE, (("/juntas", "find"),), "=manga", _shows(RESERVED, DOUBLE), looks=True),
    Deed("see_boards", "list", HERE, (("/juntas", "list"),), "show", _shows(RESERVED), looks=True),
    Deed("see_boards", "open", HERE, ((),), "go:juntas:b1", _shows(RESERVED), looks=True),
    Deed("see_boards", "timeline", HERE, _BOARD, "timeline", _shows(RESERVED), looks=True),
    Deed("see_people", "queue", HERE, (("/juntas",),), "queue", _shows("Wilfrido Reclama"), looks=True),
    Deed("see_people", "claim", HERE, (("/juntas", "queue"),), "c1", _shows("asamblea en mayo"), looks=True),
    Deed("see_people", "open claim", HERE, ((),), "go:juntas:c1", _shows("Wilfrido Reclama"), looks=True),
    Deed("see_people", "officers", HERE, ((),), "go:juntas:b1", _shows("Zoraida Oficial"), looks=True),
    Deed("see_people", "contact", HERE, ((),), "go:juntas:b2", _shows("Nubia Contacto"), looks=True),
    Deed("see_people", "find", HERE, (("/juntas", "find"),), "=zoraida", _shows("Zoraida Oficial"), looks=True),
    Deed("see_people", "notes", HERE, _BOARD, "timeline", _shows("asamblea en mayo"), looks=True),
    Deed("decide_claims", "approve", HERE, _CLAIM, "approve", _status("approved")),
    Deed("decide_claims", "reject", HERE, _after(_CLAIM, "reject"), "=No aparece en el acta", _status("rejected")),
    Deed("decide_claims", "ask", HERE, _after(_CLAIM, "inquire"), "=¿Tiene el acta?", _status("asked")),
    Deed(
        "edit_boards", "correct", HERE,
        _after(_BOARD, "edit", "name", "=JAC Manga Corregida", "=Estaba mal escrito"), "yes",
        _holds("SELECT count(*) FROM board WHERE name = 'JAC Manga Corregida'"),
    ),
    Deed(
        "edit_boards", "merge", HERE,
        _after(_BOARD, "merge", "=manga repetida", "b2", "b1", "=Es la misma junta"), "yes",
        _holds("SELECT count(*) FROM board WHERE status = 'merged'"),
    ),
    Deed(
        "edit_boards", "deactivate", HERE, _after(_BOARD, "status", "=Ya no existe"), "yes",
        _holds("SELECT count(*) FROM board WHERE status = 'inactive'"),
    ),
    Deed(
        "edit_boards", "take away an office", HERE, _after(_BOARD, "remove", "o1", "=Renunció al cargo"), "yes",
        _holds("SELECT count(*) FROM officer WHERE ended = 'removed'"),
    ),
    Deed(
        "enter_boards", "enter", HERE,
        ((
            "/juntas", "enter", "jac", "=JAC Getsemaní Anotada", "=getsemaní", "skip", "skip", "=Rosa Inventada",
            "president", "skip",
        ),),
        "yes", _holds("SELECT count(*) FROM board WHERE assisted = 1 AND name = 'JAC Getsemaní Anotada'"),
    ),
    Deed("export_people", "download", None, (("/juntas", "calls"),), "download", _file("call_list")),
    Deed("import_roster", "template", None, _ROSTER, "template", _file("roster_template"), looks=True),
    Deed("import_roster", "send", None, _ROSTER, "file", _holds("SELECT count(*) FROM upload")),
    Deed(
        "import_roster", "see what was read", None, _after(_ROSTER, "file", "reading"), "read",
        _shows("Leí 1"),
    ),
    Deed(
        "import_roster", "write", None, _after(_ROSTER, "file", "reading", "read"), "yes",
        _holds("SELECT count(*) FROM board WHERE name = 'JAC Getsemaní Nueva'"),
    ),
    Deed("see_team", "list", None, ((),), "/equipo", _shows("Teresa del Equipo"), looks=True),
    Deed("see_team", "open", None, ((),), "go:equipo", _shows("Teresa del Equipo"), looks=True),
    Deed(
        "change_team", "invite", None, _after(_TEAM, "invite", "observer"), "city",
        lambda town: town.column("SELECT count(*) FROM invitation WHERE role = 'observer'") == [1]
        and "?start=unirse_" in town.shown(),
    ),
    Deed(
        "change_team", "invite an owner", None, _after(_TEAM, "invite"), "owner",
        _holds("SELECT count(*) FROM invitation WHERE role = 'owner'"),
    ),
    Deed(
        "change_team", "take somebody out", None, _after(_TEAM, "m1", "remove"), "remove",
        _holds(f"SELECT count(*) FROM staff WHERE chat_id = {TERESA} AND revoked_by = {ACTOR}"),
    ),
    Deed(
        "change_team", "end links", None, _after(_TEAM, "links"), "revoke",
        _holds("SELECT count(*) FROM invitation WHERE revoked_at IS NOT NULL"),
    ),
    Deed("see_tickets", "list", HERE, ((),), "/bandeja", _shows("Consulta 1, Zoraida Oficial"), looks=True),
    Deed("see_tickets", "open", HERE, (("/bandeja",),), "t1", _shows("extravió el libro de actas"), looks=True),
    Deed("see_tickets", "link", HERE, ((),), "go:bandeja:t1", _shows("extravió el libro de actas"), looks=True),
    Deed(
        "answer_tickets", "answer", HERE, (*_after(_TICKET, "answer"), ("go:bandeja:a1",)), "=Pidan otro en la oficina",
        _holds("SELECT count(*) FROM ticket_message WHERE by_staff = 1"),
    ),
    Deed(
        "answer_tickets", "ready answer", HERE, _after(_TICKET, "canned", "c1"), "send",
        _holds("SELECT count(*) FROM ticket_message WHERE by_staff = 1"),
    ),
    Deed(
        "answer_tickets", "take", HERE, _TICKET, "mine",
        _holds(f"SELECT count(*) FROM ticket WHERE assignee = {ACTOR}"),
    ),
    Deed(
        "answer_tickets", "pass on", HERE, _after(_TICKET, "give"), f"m{TERESA}",
        _holds(f"SELECT count(*) FROM ticket WHERE assignee = {TERESA}"),
    ),
    Deed(
        "answer_tickets", "close", HERE, _after(_TICKET, "close"), "yes",
        _holds("SELECT count(*) FROM ticket WHERE status = 'closed'"),
    ),
    Deed("see_health", "command", None, ((),), "/salud", _shows("Estado del bot"), looks=True),
    Deed("see_health", "link", None, ((),), "go:salud", _shows("Estado del bot"), looks=True),
)  # fmt: skip
