"""Officers who press and type anything on their boards' pages and on links, while offices end around them."""

import random

import pytest

from tests.boards.city import City
from tests.boards.officers import LUZ, PEDRO, ROSA, give

PEOPLE = (ROSA, PEDRO, LUZ)
WORDS = (
    "/mijunta", "mi junta", "corregir", "sector", "nit", "890480184-4", "901784749-1", "Central", "lugar", "olaya",
    "getsemani", "clase", "estado", "activa", "1", "2", "sí", "no", "atrás", "ayuda", "cancelar", "guardar",
    "entregar", "crear el enlace", "anular", "dejar el cargo", "directiva", "recibir", "no recibirlo", "sin dato",
    "hola", "/relevo",
    "/misdatos", "/solicitud", "/registrar", "qwzxk", "cambiar de junta", "otro", "sigo", "presidencia",
)  # fmt: skip


def codes(town: City) -> list[str]:
    """Secrets of all links that were passed on."""
    texts = [text for chat in PEOPLE for text in town.texts(chat) if "relevo_" in text]
    return [text.partition("relevo_")[2].split(maxsplit=1)[0] for text in texts]


@pytest.mark.parametrize("seed", range(4))
def test_everybody_is_answered_and_no_board_ever_has_two_presidents(town: City, seed: int) -> None:
    dice = random.Random(seed)
    first = town.board()
    second = town.board("JAC Getsemaní", barrio="Getsemaní", nit="890480184-4")
    for board, chat, role in (
        (first, ROSA, "president"), (second, ROSA, "fiscal"), (second, PEDRO, "president"), (first, LUZ, "delegate"),
    ):  # fmt: skip
        give(town, board, chat, role)

    for step in range(400):
        chat = dice.choice(PEOPLE)
        before = len(town.said[chat]) + len(town.toasts[chat]) + len(town.drawn[chat])
        shown = list(town.buttons(chat).values())
        links = codes(town)
        if links and dice.random() < 0.08:
            town.say(chat, f"/relevo {dice.choice(links)}")
        elif shown and dice.random() < 0.65:
            town.forge(chat, dice.choice(shown))
        else:
            town.say(chat, dice.choice(WORDS))
        if step % 100 == 50:
            town.tx.execute(
                "UPDATE officer SET until = 1, ended = 'removed' WHERE id IN "
                "(SELECT id FROM officer WHERE until IS NULL ORDER BY id LIMIT 1)"
            )
            give(town, dice.choice((first, second)), dice.choice(PEOPLE), "delegate")

        assert len(town.said[chat]) + len(town.toasts[chat]) + len(town.drawn[chat]) > before
        assert all(len(text) <= 1500 for text in town.texts(chat) if "Aviso de privacidad, versión" not in text)

    assert town.column("PRAGMA foreign_key_check") == []
    assert town.column(
        "SELECT board_id FROM officer WHERE role = 'president' AND until IS NULL GROUP BY board_id HAVING count(*) > 1"
    ) == []  # fmt: skip
    for chat in PEOPLE:
        town.say(chat, "cancelar", "cancelar", "cancelar", "hola")
        assert town.buttons(chat)
