"""People with offices on boards, and what the register says of them, for the tests of what officers do themselves."""

from conversations.inputs import Commanded
from tests.boards.city import City
from tests.boards.desks import officer

ROSA, PEDRO, LUZ = 1, 2, 3
MANGA = "Junta de Acción Comunal del barrio Manga"


def board_of(town: City, **changes: object) -> int:
    """The board of Manga; Rosa presides it."""
    board = town.board(MANGA, **changes)
    officer(town, board, ROSA)
    return board


def give(town: City, board: int, chat: int, role: str, name: str = "") -> int:
    """An office to somebody who is called like that; returns its number."""
    number = officer(town, board, chat, role)
    if name:
        town.tx.execute("UPDATE person SET name = ? WHERE chat_id = ?", (name, chat))
    return number


def held(town: City) -> list[tuple[int, int, str]]:
    """(chat, board, role) of every office that is held, in the order they were given."""
    rows = town.tx.execute(
        "SELECT p.chat_id, o.board_id, o.role FROM officer o JOIN person p ON p.id = o.person_id "
        "WHERE o.until IS NULL ORDER BY o.id"
    )
    return [tuple(row) for row in rows]


def asked(town: City) -> list[tuple[int, str, str | None, str | None, str]]:
    """(board, kind, field or role, value, why) of every claim that is open."""
    rows = town.tx.execute(
        "SELECT board_id, kind, coalesce(field, role), value, why FROM claim WHERE status IN ('waiting', 'asked') "
        "ORDER BY id"
    )
    return [tuple(row) for row in rows]


def field(town: City, board: int, name: str) -> str | None:
    """A field of a board's record."""
    found: str | None = town.column(f"SELECT {name} FROM board WHERE id = ?", board)[0]
    return found


def drafts(town: City) -> list[str]:
    """What was typed in «my board» and not decided upon."""
    return town.column(
        "SELECT value FROM answer JOIN run ON run.id = answer.run_id "
        "WHERE run.conversation = 'mijunta' AND run.status = 'open'"
    )


def link_code(town: City, chat: int = ROSA) -> str:
    """Somebody makes a link to hand over their (only) office; returns its secret."""
    town.say(chat, "/mijunta").press(chat, "hand", "make")
    return town.text(chat, 2).partition("?start=relevo_")[2].split(maxsplit=1)[0]


def open_link(town: City, chat: int, code: str, name: str = "") -> None:
    """Somebody opens the link that was passed on to them."""
    town.send(chat, Commanded("start", f"relevo_{code}"), name=name)
