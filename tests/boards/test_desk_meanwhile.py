"""Two who decide about the same thing: the slower one is told what was done, and nothing is done twice."""

import pytest

from tests.boards.city import OWNER, City
from tests.boards.desk_people import (
    ANA,
    CARLA,
    LUIS,
    MARTA,
    claim,
    deeds,
    held,
    opened,
    person,
    president,
    status,
    team,
)


def test_the_change_that_was_confirmed_is_not_made_on_somebody_else(town: City) -> None:
    board = town.board()
    president(town, board, LUIS)
    wanted, other = claim(town, board, ANA), claim(town, board, MARTA)
    team(town)
    opened(town, wanted).press(OWNER, "approve")
    opened(town, other, CARLA).press(CARLA, "approve", "switch")

    town.press(OWNER, "switch")

    assert held(town, board) == ["Marta Díaz: president"]
    assert "Sale: <b>Marta Díaz</b>" in town.text(OWNER)
    town.press(OWNER, "switch")
    assert held(town, board) == ["Ana Pérez: president"]


@pytest.mark.parametrize("press", ["approve", "reject", "inquire"])
def test_a_claim_that_a_colleague_decided_meanwhile_says_by_whom_and_offers_the_next(town: City, press: str) -> None:
    board = town.board()
    team(town)
    wanted, other = claim(town, board, ANA, role="fiscal"), claim(town, board, LUIS, role="treasurer")
    opened(town, wanted)
    opened(town, wanted, CARLA).press(CARLA, "approve")
    before = deeds(town)

    town.press(OWNER, press)

    assert deeds(town) == before
    assert "la aprobó Carla Coordina (equipo), martes 24 de noviembre" in town.text(OWNER)
    assert not {"approve", "reject", "inquire"} & set(town.values(OWNER))
    town.press(OWNER, "later")
    assert "Quién: Luis Gómez" in town.text(OWNER)
    assert status(town, other) == "waiting"


def test_a_reason_typed_for_a_claim_decided_meanwhile_is_not_sent(town: City) -> None:
    team(town)
    wanted = claim(town, town.board(), ANA, role="fiscal")
    opened(town, wanted).press(OWNER, "reject")
    opened(town, wanted, CARLA).press(CARLA, "approve")

    town.say(OWNER, "No figura en el acta")

    assert status(town, wanted) == "approved"
    assert len(town.texts(ANA)) == 1
    assert "la aprobó Carla Coordina" in town.text(OWNER)


def test_a_claim_of_somebody_who_erased_everything_is_gone(town: City) -> None:
    wanted = claim(town, town.board(), ANA)
    opened(town, wanted)
    town.tx.execute("DELETE FROM person WHERE id = ?", (person(town, ANA),))

    town.press(OWNER, "approve")

    assert "Eso ya no está" in town.text(OWNER)
    assert town.column("SELECT count(*) FROM officer") == [0]


def test_a_second_press_on_the_same_button_decides_nothing_more(town: City) -> None:
    board = town.board()
    first, second = claim(town, board, ANA, hours=9, role="fiscal"), claim(town, board, LUIS, role="fiscal")
    opened(town, first)
    approve = town.button(OWNER, "approve")

    town.forge(OWNER, approve).forge(OWNER, approve)

    assert status(town, first) == "approved"
    assert status(town, second) == "waiting"


def test_a_decision_typed_for_a_claim_decided_meanwhile_shows_what_was_done(town: City) -> None:
    team(town)
    wanted = claim(town, town.board(), ANA, role="fiscal")
    opened(town, wanted)
    opened(town, wanted, CARLA).press(CARLA, "approve")

    town.say(OWNER, "rechazar")

    assert status(town, wanted) == "approved"
    assert "la aprobó Carla Coordina" in town.text(OWNER)
