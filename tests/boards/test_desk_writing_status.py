"""Boards leave the programme and come back, offices are taken away: with a reason, and told in a decent hour."""

from datetime import timedelta

import pytest

from storage import boards, officers
from tests.boards.city import OWNER, City
from tests.boards.desks import JUAN, ROSA, at_board, audited, claim, officer, seated

REASON = "Se liquidó según resolución"


def test_a_board_that_is_deactivated_comes_back_and_its_officers_hear_of_both(town: City) -> None:
    board = town.board()
    seated(town)
    officer(town, board, ROSA)
    at_board(town, board, "status").say(OWNER, REASON).press(OWNER, "yes")
    off, heard = boards.get(town.tx, board).status, town.text(ROSA)
    at_board(town, board, "status").say(OWNER, "Fue un error de digitación").say(OWNER, "sí")

    assert off == "inactive"
    assert "desactivó su junta" in heard
    assert f"Motivo: {REASON}" in heard
    assert boards.get(town.tx, board).status == "listed"
    assert "vuelve a estar en el programa" in town.text(ROSA)
    assert audited(town) == ["board_inactive", "board_listed"]


def test_bad_news_waits_for_the_morning(town: City) -> None:
    board = town.board()
    seated(town)
    officer(town, board, ROSA)
    town.now += timedelta(hours=14)  # midnight
    at_board(town, board, "status").say(OWNER, REASON).press(OWNER, "yes")

    assert town.due[ROSA][-1].hour == 13  # eight in the morning in Cartagena


def test_rejecting_a_proposed_board_rejects_what_was_asked_for_and_tells_who_asked(town: City) -> None:
    board = town.board(status="proposed", in_roster=False)
    seated(town)
    claim(town, board, ROSA)
    claim(town, board, JUAN, "treasurer")
    at_board(town, board, "status")
    asked = town.text(OWNER)
    town.say(OWNER, REASON).press(OWNER, "yes")

    assert "2 solicitudes abiertas, que también se rechazan" in asked
    assert boards.get(town.tx, board).status == "rejected"
    assert town.column("SELECT status FROM claim") == ["rejected", "rejected"]
    assert "no se aprobó" in town.text(ROSA)
    assert "no se aprobó" in town.text(JUAN)
    assert town.buttons(JUAN) == {"Pedirlo otra vez": "go:registrar"}


def test_a_proposed_board_that_nobody_asks_for_is_rejected_too(town: City) -> None:
    board = town.board(status="proposed", in_roster=False)
    seated(town)
    at_board(town, board, "status").say(OWNER, REASON).press(OWNER, "yes")

    assert boards.get(town.tx, board).status == "rejected"
    assert audited(town) == ["board_rejected"]


def test_deactivating_leaves_open_claims_in_the_queue_and_says_so(town: City) -> None:
    board = town.board()
    seated(town)
    claim(town, board, ROSA, why="review-all")
    at_board(town, board, "status")
    asked = town.text(OWNER)
    town.say(OWNER, REASON).press(OWNER, "yes")

    assert "1 solicitud abierta, que sigue en la cola" in asked
    assert town.column("SELECT status FROM claim") == ["waiting"]


# --- an office --------------------------------------------------------------------------------------------------------


def test_an_office_is_taken_away_with_a_reason_that_its_holder_is_told(town: City) -> None:
    board = town.board()
    seated(town)
    officer(town, board, ROSA)
    officer(town, board, JUAN, "treasurer")
    at_board(town, board, "remove").say(OWNER, "2").say(OWNER, "Renunció por escrito").press(OWNER, "yes")

    assert [row.chat_id for row in officers.of_board(town.tx, board)] == [ROSA]
    assert "retiró su cargo de Tesorería" in town.text(JUAN)
    assert "Motivo: Renunció por escrito" in town.text(JUAN)
    assert audited(town) == ["office_removed"]


@pytest.mark.parametrize("meanwhile", ["left", "handed_over"])
def test_an_office_that_ended_meanwhile_is_not_ended_again(town: City, meanwhile: str) -> None:
    board = town.board()
    seated(town)
    held = officer(town, board, ROSA)
    at_board(town, board, "remove", f"o{held}").say(OWNER, "Renunció por escrito")
    officers.end(town.tx, held, meanwhile, town.now)  # type: ignore[arg-type]
    heard = len(town.texts(ROSA))
    town.press(OWNER, "yes")

    row = officers.find(town.tx, held)
    assert row is not None
    assert row.ended == meanwhile
    assert len(town.texts(ROSA)) == heard
    assert audited(town) == []
