"""The list of boards to be called: for whoever may have it when it is sent, of their own part of the city."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.call_list import call_list
from storage import contacts, staff
from tests.boards.city import OWNER, City
from tests.boards.desks import (
    COORDINATOR,
    HISTORIC,
    JUAN,
    OBSERVER,
    ROSA,
    VIRGIN,
    audited,
    claim,
    coordinator,
    officer,
)


def rows(town: City, chat: int) -> list[tuple[Any, ...]]:
    """The file as its receiver opens it."""
    made = call_list(town.tx, chat, town.house)
    return list(load_workbook(io.BytesIO(made.content)).worksheets[0].iter_rows(values_only=True))


def test_the_list_holds_boards_that_nobody_speaks_for_and_says_how_many(town: City) -> None:
    officer(town, town.board("JAC Atendida"), ROSA)
    claim(town, town.board("JAC Pedida"), JUAN)
    town.board("JAC Sola", sector="Central", nit="999123456-8")
    town.board("JAC Ida", status="inactive")
    town.say(OWNER, "/juntas").press(OWNER, "calls")
    said = town.text(OWNER)
    town.press(OWNER, "download")

    assert "Sin contacto: 1 de 3 juntas" in said
    assert "call_list" in [payload.get("maker") for payload in town.said[OWNER]]
    assert audited(town) == ["call_list_taken"]
    assert rows(town, OWNER) == [
        ("Junta", "Barrio", "Localidad", "Contacto", "Teléfono", "NIT"),
        ("JAC Sola", "Manga, Central", HISTORIC, None, None, "999.123.456-8"),
    ]


def test_who_answers_for_a_board_entered_for_somebody_is_in_it_and_labelled(town: City) -> None:
    board = town.board(assisted=True)
    contacts.record(
        town.tx, board, "Rosa Inventada", "president", "+573000000007", town.house.vault, actor=OWNER, now=town.now
    )

    assert rows(town, OWNER)[1][3:5] == ("Rosa Inventada, Presidencia (anotada por la Alcaldía)", "3000000007")


def test_a_coordinator_gets_the_boards_of_their_own_localidad(town: City) -> None:
    town.board("JAC Manga")
    town.board("JAC El Pozón", localidad=VIRGIN)
    coordinator(town, localidad=VIRGIN)
    town.say(COORDINATOR, "/juntas").press(COORDINATOR, "calls")

    assert f"1 de 1 juntas</b> (localidad {VIRGIN})" in town.text(COORDINATOR)
    assert [row[0] for row in rows(town, COORDINATOR)[1:]] == ["JAC El Pozón"]


@pytest.mark.parametrize("chat", [OBSERVER, ROSA])
def test_who_may_not_have_it_gets_it_neither_by_a_copied_button_nor_from_a_file_that_waited(
    town: City, chat: int
) -> None:
    town.board("JAC Sola")
    coordinator(town, OBSERVER, role="observer")
    town.say(OWNER, "/juntas").press(OWNER, "calls")
    town.say(chat, "/juntas").forge(chat, town.button(OWNER, "download"))

    assert "call_list" not in [payload.get("maker") for payload in town.said[chat]]
    assert "Su permiso para esta lista terminó" in call_list(town.tx, chat, town.house).content.decode()


def test_whoever_is_revoked_between_the_press_and_the_sending_gets_no_list(town: City) -> None:
    town.board("JAC Sola")
    coordinator(town)
    town.say(COORDINATOR, "/juntas").press(COORDINATOR, "calls", "download")
    place = staff.find(town.tx, COORDINATOR)
    assert place is not None
    staff.revoke(town.tx, place.id, OWNER, town.now)

    assert b"JAC Sola" not in call_list(town.tx, COORDINATOR, town.house).content


def test_when_everybody_was_reached_there_is_nothing_to_call(town: City) -> None:
    officer(town, town.board(), ROSA)
    town.say(OWNER, "/juntas").press(OWNER, "calls")

    assert "Sin contacto: 0 de 1 juntas" in town.text(OWNER)
    assert "download" not in town.values(OWNER)
