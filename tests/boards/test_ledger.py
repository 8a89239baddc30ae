"""The whole roster: 432 boards imported, claimed, decided upon and handed over end exactly as a ledger by hand says."""

import re
from dataclasses import dataclass, field

import pytest

from bot.content import content_dir, load_content
from bot.demo_city import roster
from bot.reports.roster_file import load_columns
from bot.turns.reading_roster import register_of, roster_outcome
from bot.turns.roster import apply_roster
from tests.boards.city import OWNER, City

FIRST, RIVAL, HEIR = 10_000, 20_000, 30_000  # chats of who claims first, who claims too, who is handed the office


@dataclass
class Ledger:
    """board → who presides; (board, person, how it ended) of offices that are over; claims that ended as rejected."""

    presidents: dict[int, int] = field(default_factory=dict)
    over: set[tuple[int, int, str]] = field(default_factory=set)
    rejected: set[tuple[int, int]] = field(default_factory=set)


def test_the_whole_roster_ends_as_the_ledger_says(town: City) -> None:
    boards = _import(town)
    ledger = Ledger()
    for board, name in boards.items():
        _claim(town, FIRST + board, board, name)
        ledger.presidents[board] = FIRST + board
    not_active = town.column("SELECT id FROM board WHERE registry_state IN ('inactive', 'suspended', 'cancelled')")
    assert sorted(_waiting(town)) == not_active  # the list itself speaks against them
    for board in _waiting(town):
        _decide(town, board, approve=True)
    for board in boards:
        if board % 5 == 0:
            _claim(town, RIVAL + board, board, boards[board])
    for board in _waiting(town):
        _decide(town, board, approve=board % 10 == 0)
        if board % 10 == 0:
            ledger.over.add((board, FIRST + board, "replaced"))
            ledger.presidents[board] = RIVAL + board
        else:
            ledger.rejected.add((board, RIVAL + board))
    for board in boards:
        if board % 7 == 0:
            _hand_over(town, ledger.presidents[board], HEIR + board)
            ledger.over.add((board, ledger.presidents[board], "handed_over"))
            ledger.presidents[board] = HEIR + board

    assert dict(_rows(town, "o.board_id, p.chat_id", "o.until IS NULL AND o.role = 'president'")) == ledger.presidents
    assert set(_rows(town, "o.board_id, p.chat_id, o.ended", "o.until IS NOT NULL")) == ledger.over
    refused = town.tx.execute(
        "SELECT c.board_id, p.chat_id FROM claim c JOIN person p ON p.id = c.person_id WHERE c.status = 'rejected'"
    )
    assert set(refused.fetchall()) == ledger.rejected
    assert town.column("SELECT count(*) FROM claim WHERE status IN ('waiting', 'asked')") == [0]
    assert town.column("SELECT count(*) FROM board") == [432]
    town.say(OWNER, "/juntas")
    assert "432 de 432 juntas con contacto" in town.text(OWNER)
    assert _told(town) == ledger.over | {(board, chat, "rejected") for board, chat in ledger.rejected}


@pytest.mark.parametrize("again", [1, 2])
def test_importing_the_roster_again_changes_nothing(town: City, again: int) -> None:
    boards = _import(town)
    for _ in range(again):
        assert set(_import(town)) == set(boards)

    assert town.column("SELECT count(*) FROM board_change") == [0]


def _import(town: City) -> dict[int, str]:
    """Imports the roster of the demonstration; returns names by id."""
    root = content_dir(None)
    status, plan = roster_outcome(register_of(town.tx), roster(root, load_content(root)), load_columns(root))
    assert status == "ready"
    apply_roster(town.tx, plan, OWNER, town.now)
    return dict(town.tx.execute("SELECT id, name FROM board").fetchall())


def _claim(town: City, person: int, board: int, name: str) -> None:
    town.welcomed(person).say(person, "/registrar", name)
    if "board_sure" not in town.button(person, "back") and f"b{board}" not in town.values(person):
        # A name as common as «Central»: one says where it is, too.
        where = town.column("SELECT barrio || ' ' || coalesce(sector, '') FROM board WHERE id = ?", board)
        town.say(person, f"{name} {where[0]}")
    if f"b{board}" in town.values(person):
        town.press(person, f"b{board}")
    assert name in town.text(person)
    town.press(person, "yes", "president")
    town.share(person)
    town.press(person, "send")


def _waiting(town: City) -> list[int]:
    return town.column("SELECT board_id FROM claim WHERE status = 'waiting' ORDER BY created_at, id")


def _decide(town: City, board: int, *, approve: bool) -> None:
    (claim,) = town.column("SELECT id FROM claim WHERE status = 'waiting' AND board_id = ?", board)
    town.say(OWNER, f"/juntas c{claim}")
    if approve:
        town.press(OWNER, "Aprobar")
        if "Cambiar presidencia" in town.buttons(OWNER):
            town.press(OWNER, "Cambiar presidencia")
        return
    town.press(OWNER, "Rechazar").say(OWNER, "La asamblea eligió a otra persona")
    if "yes" in town.values(OWNER):
        town.press(OWNER, "yes")


def _hand_over(town: City, holder: int, heir: int) -> None:
    town.say(holder, "/mijunta").press(holder, "Entregar el cargo", "Crear el enlace")
    (code,) = re.findall(r"start=(relevo_[\w-]+)", town.text(holder, 2))
    town.welcomed(heir).say(heir, f"/start {code}").press(heir, "take", "take")


def _rows(town: City, columns: str, where: str) -> list[tuple[int, ...]]:
    return town.tx.execute(
        f"SELECT {columns} FROM officer o JOIN person p ON p.id = o.person_id WHERE {where}"
    ).fetchall()


def _told(town: City) -> set[tuple[int, int, str]]:
    """Who was told in so many words that an office ended or a claim was not accepted."""
    signs = {"Cambió la presidencia": "replaced", "El relevo quedó hecho": "handed_over", "no se aprobó": "rejected"}
    told = set()
    for chat in list(town.said):
        for text in town.texts(chat):
            told |= {(chat % 10_000, chat, how) for sign, how in signs.items() if sign in text}
    return told
