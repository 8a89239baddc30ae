"""People who press and type anything while boards are merged, deactivated and claims decided around them."""

import random

import pytest

from bot.incoming import Letter
from bot.turns.keeping_boards import KeepingBoards
from bot.turns.outcome import Occasion, Outcome
from conversations.board_decisions import BoardsMerged, BoardStatusChanged, ClaimDecided
from conversations.inputs import Said
from storage import chats
from tests.boards.city import OWNER, City

PEOPLE = (1, 2, 3)
WORDS = (
    "manga", "olaya", "getsemani", "890480184-4", "1", "2", "sí", "no", "otra", "no está", "atrás", "ayuda", "cancelar",
    "enviar", "cambiar", "cambiar junta", "presidenta", "fiscal", "omitir", "jac", "JAC Manga", "hola", "/registrar",
    "/solicitud", "/misdatos", "/permisos", "mi solicitud", "retirar", "responder", "Desde julio, hay acta", "xyzzy",
)  # fmt: skip
FORWARD = ("send", "yes", "continue", "another", "president", "fiscal", "skip", "jac", "answer")


def office(town: City) -> KeepingBoards:
    """A coordinator's desk, without its screens."""
    chat = chats.record_seen(town.tx, OWNER, "private", town.now, refused_since=False)
    return KeepingBoards(Occasion(town.tx, chat, Letter(OWNER, "", Said("")), 0, town.house, Outcome(), town.now))


def something_happens(town: City, dice: random.Random) -> None:
    """A board leaves, comes back or is merged; a claim is decided or asked about."""
    boards = town.column("SELECT id FROM board WHERE status IN ('listed', 'proposed')")
    claims = town.column("SELECT id FROM claim WHERE status IN ('waiting', 'asked')")
    left = town.column("SELECT id FROM board WHERE status = 'inactive'")
    if claims and dice.random() < 0.5:
        verdict = dice.choice(["approved", "rejected", "asked", "asked"])
        office(town).decide(ClaimDecided(dice.choice(claims), verdict, "Porque sí"))  # type: ignore[arg-type]
    elif left and dice.random() < 0.6:
        office(town).change_status(BoardStatusChanged(dice.choice(left), "listed", "Volvió"))
    elif len(boards) > 3:
        kept, gone = dice.sample(boards, 2)
        if dice.random() < 0.5:
            office(town).merge(BoardsMerged(kept, gone, "Es la misma"))
        else:
            office(town).change_status(BoardStatusChanged(gone, "inactive", "Cerró"))
    else:
        town.board(f"JAC Manga {dice.randrange(9)}", nit=dice.choice([None, "890480184-4"]))


def onward(town: City, chat: int, dice: random.Random) -> None:
    """A press on a button in sight, now and then an old one or somebody else's; or some word."""
    seen = list(town.buttons(chat).values())
    forward = [data for data in seen if data.split(":")[2:3] and data.split(":")[2] in FORWARD]
    if forward and dice.random() < 0.4:
        town.forge(chat, dice.choice(forward))
    elif not town.values(chat) and dice.random() < 0.5:
        town.say(chat, dice.choice(["/registrar", "/solicitud", "manga", "omitir"]))
    elif seen and dice.random() < 0.5:
        town.forge(chat, dice.choice(seen))
    elif dice.random() < 0.1:
        town.forge(chat, dice.choice([*town.buttons(dice.choice(PEOPLE)).values(), "registro:board:b999:1"]))
    else:
        town.say(chat, dice.choice(WORDS))


@pytest.mark.parametrize("seed", range(6))
def test_nobody_is_left_without_an_answer_and_the_register_stays_sound(town: City, seed: int) -> None:
    dice = random.Random(seed)
    for sector in (None, "Central", "Norte"):
        town.board(barrio="Manga", sector=sector, nit="890480184-4" if sector is None else None)
    town.board("JAC Olaya", barrio="Olaya - Sector Central", registry_state="suspended")
    town.welcomed(*PEOPLE)

    for _ in range(250):
        chat = dice.choice(PEOPLE)
        heard = len(town.said[chat]) + len(town.toasts[chat]) + len(town.drawn[chat])
        onward(town, chat, dice)
        assert len(town.said[chat]) + len(town.toasts[chat]) + len(town.drawn[chat]) > heard
        assert all(len(data.encode()) <= 64 for data in town.buttons(chat).values())
        if dice.random() < 0.05:
            something_happens(town, dice)

    assert town.column("PRAGMA foreign_key_check") == []
    assert town.column(
        "SELECT board_id FROM officer WHERE role = 'president' AND until IS NULL GROUP BY board_id HAVING count(*) > 1"
    ) == []  # fmt: skip
    assert town.column(
        "SELECT id FROM board b WHERE status = 'proposed' AND NOT EXISTS (SELECT 1 FROM claim c "
        "WHERE c.board_id = b.id AND c.status IN ('waiting', 'asked'))"
    ) == []  # fmt: skip
    for chat in PEOPLE:
        town.say(chat, "cancelar", "cancelar", "cancelar", "hola")
        assert len(town.text(chat)) > 20
