"""The first page of the desk and what waits: counts that add up, the oldest first, five a page."""

import re

from tests.boards.city import OWNER, City
from tests.boards.desk_people import (
    ANA,
    CARLA,
    LUIS,
    MARTA,
    NORTH,
    OLGA,
    SAUL,
    claim,
    deeds,
    president,
    south,
    team,
)


def test_the_counts_of_the_first_page_add_up_to_the_whole_list(town: City) -> None:
    boards = [town.board(f"JAC Manga {number}") for number in range(7)]
    president(town, boards[0], ANA)
    claim(town, boards[1], LUIS)
    claim(town, town.board("JAC Nueva", status="proposed", in_roster=False), MARTA, why="new-board")
    town.board("JAC Vieja", status="inactive")

    town.say(OWNER, "/juntas")

    assert "<b>1 de 7 juntas con contacto</b> (toda Cartagena)" in town.text(OWNER)
    assert "Solo con solicitud: 1. Sin contacto: 5." in town.text(OWNER)
    assert "Aparte, propuestas: 1, inactivas: 1, rechazadas: 0." in town.text(OWNER)
    assert "Por decidir: 2." in town.text(OWNER)
    assert "Por decidir (2)" in town.buttons(OWNER)


def test_an_empty_register_says_so(town: City) -> None:
    town.say(OWNER, "/juntas")

    assert "Todavía no hay juntas" in town.text(OWNER)
    assert "Nada por decidir" in town.text(OWNER)
    town.press(OWNER, "queue")
    assert "Nada por decidir" in town.text(OWNER)


def test_what_waits_longest_stands_first_with_why_and_since_when(town: City) -> None:
    board = town.board()
    president(town, board, MARTA)
    claim(town, board, LUIS, hours=1.5, role="fiscal")
    claim(town, board, ANA, hours=80, why="president-taken")

    town.say(OWNER, "/juntas").press(OWNER, "queue")

    lines = town.text(OWNER).splitlines()
    assert lines[1] == ("1. Ana Pérez: Presidencia en Manga. Ya hay otra persona en la presidencia. Pidió hace 3 días.")
    assert lines[2].endswith("Se revisan todas las solicitudes. Pidió hace 1 hora.")


def test_the_queue_shows_five_a_page_and_every_claim_once(town: City) -> None:
    board = town.board()
    for number in range(12):
        claim(town, board, 100 + number, hours=50 - number, role="delegate")
    town.say(OWNER, "/juntas").press(OWNER, "queue")
    seen = re.findall(r"Persona (\d+)", town.text(OWNER))
    assert "De la 1 a la 5, de 12." in town.text(OWNER)

    for _ in range(2):
        town.say(OWNER, "ver más")
        seen += re.findall(r"Persona (\d+)", town.text(OWNER))

    assert seen == [str(100 + number) for number in range(12)]
    assert "De la 11 a la 12, de 12." in town.text(OWNER)
    assert "next" not in town.values(OWNER)
    town.press(OWNER, "previous", "2")
    assert "Quién: Persona 106" in town.text(OWNER)


def test_later_goes_round_the_queue_without_deciding(town: City) -> None:
    board = town.board()
    for chat, hours in ((ANA, 9), (LUIS, 8), (MARTA, 7)):
        claim(town, board, chat, hours=hours, role="fiscal")
    town.say(OWNER, "/juntas").press(OWNER, "queue", "1")
    before = deeds(town)
    seen = []

    for _ in range(3):
        town.press(OWNER, "later")
        seen.append(re.findall("Quién: (.*) \\(", town.text(OWNER))[0])

    assert seen == ["Luis Gómez", "Marta Díaz", "Ana Pérez"]
    assert deeds(town) == before


def test_a_coordinator_of_one_localidad_counts_and_sees_only_there(town: City) -> None:
    team(town)
    claim(town, town.board(), ANA)
    claim(town, south(town), LUIS)

    town.say(SAUL, "/juntas")

    assert "<b>0 de 1 junta con contacto</b> (localidad Industrial y de la Bahía)" in town.text(SAUL)
    assert "Luis Gómez" in town.text(SAUL)
    assert "Ana Pérez" not in town.text(SAUL)
    town.press(SAUL, "queue")
    assert "Por decidir: 1" in town.text(SAUL)
    assert "Ana Pérez" not in town.text(SAUL)


def test_an_observer_sees_numbers_and_nobody(town: City) -> None:
    team(town)
    board = town.board()
    president(town, board, LUIS)
    wanted = claim(town, board, ANA)

    town.say(OLGA, "/juntas")
    assert "<b>1 de 1 junta con contacto</b>" in town.text(OLGA)
    assert "Por decidir: 1." in town.text(OLGA)
    assert set(town.values(OLGA)) == {"find", "list", "back", "help"}
    town.press(OLGA, "list", "show", "1", "timeline")
    town.forge(OLGA, f"go:juntas:c{wanted}").forge(OLGA, "go:juntas:q")

    assert "no está en su parte del trabajo" in town.text(OLGA)
    assert not any(name in text for text in town.texts(OLGA) for name in ("Ana", "Luis", "Pérez", "Gómez"))


def test_somebody_without_a_place_in_the_team_does_not_get_in(town: City) -> None:
    town.board(localidad=NORTH)

    town.say(ANA, "/juntas")

    assert "Esa parte es para el equipo" in town.text(ANA)
    assert "desk" not in town.text(ANA)


def test_the_team_finds_its_desk_on_every_first_page(town: City) -> None:
    team(town)
    town.welcomed(CARLA, ANA)

    town.say(CARLA, "/cancelar").say(ANA, "/cancelar")

    assert town.buttons(CARLA)["Coordinar juntas"] == "go:juntas"
    assert "Coordinar juntas" not in town.buttons(ANA)
