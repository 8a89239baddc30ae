"""Two people before a register of four boards: what they do up to the summary, and what became of it."""

from tests.boards.city import City

ROSA, PEDRO = 1, 2
MANGA, BOQUILLA, CENTRAL, NUNEZ = "Manga", "La Boquilla", "Sector Central", "Rafael Núñez"


def four_boards(town: City) -> dict[str, int]:
    """Four boards of an imported list, two of them in one barrio; Rosa and Pedro were welcomed."""
    olaya = {"barrio": "Olaya Herrera", "comuna": "5", "localidad": "De la Virgen y Turística"}
    made = {
        MANGA: town.board("Junta de Acción Comunal del barrio Manga", nit="890480184-4"),
        BOQUILLA: town.board("Junta de Acción Comunal La Boquilla", barrio="La Boquilla", comuna="rural"),
        CENTRAL: town.board("JAC Olaya Herrera Sector Central", sector="Central", **olaya),
        NUNEZ: town.board("JAC Olaya Herrera Sector Rafael Núñez", sector="Rafael Núñez", **olaya),
    }
    town.welcomed(ROSA, PEDRO)
    return made


def held(town: City) -> list[tuple[int, int, str]]:
    """(chat, board, role) of every office that is held."""
    rows = town.tx.execute(
        "SELECT p.chat_id, o.board_id, o.role FROM officer o JOIN person p ON p.id = o.person_id "
        "WHERE o.until IS NULL ORDER BY o.id"
    )
    return [tuple(row) for row in rows]


def claimed(town: City) -> list[tuple[int, int, str, str, str]]:
    """(chat, board, role, why, status) of every claim."""
    rows = town.tx.execute(
        "SELECT p.chat_id, c.board_id, c.role, c.why, c.status FROM claim c JOIN person p ON p.id = c.person_id "
        "ORDER BY c.id"
    )
    return [tuple(row) for row in rows]


def to_summary(town: City, chat: int, board: str, role: str) -> None:
    town.say(chat, "/registrar", board, "sí", role, "omitir")
    assert "Revise antes de enviar" in town.text(chat)
