"""A board that somebody describes although the register seems to hold it: asked once, and decided by a coordinator."""

import pytest

from storage import boards
from tests.boards.city import OWNER, City

ROSA, PEDRO = 1, 2
MANGA = ("jac", "JAC del barrio Manga", "manga", "omitir", "omitir", "presidenta", "omitir", "enviar")


def described(town: City, chat: int, *said: str) -> None:
    town.welcomed(chat).say(chat, "/registrar", *said)


def claims(town: City) -> list[tuple[int, str, str, int | None]]:
    """(board, role, why, the board it may be) of every open claim."""
    rows = town.tx.execute("SELECT board_id, role, why, near_id FROM claim WHERE status = 'waiting' ORDER BY id")
    return [tuple(row) for row in rows]


@pytest.mark.parametrize("name", ["JAC de Manga", "Junta de Accion Comunal MANGA", "Junta del barrio Manga"])
def test_two_people_who_register_one_board_are_noticed_without_any_list(town: City, name: str) -> None:
    described(town, ROSA, *MANGA)
    assert "quedó registrada" in town.text(ROSA)
    described(town, PEDRO, "jac", name, "manga", "omitir", "omitir", "tesorero", "omitir", "enviar")

    assert "Ya hay una junta parecida. ¿Es la suya?" in town.text(PEDRO)
    assert "JAC del barrio Manga" in town.text(PEDRO)
    assert len(town.column("SELECT id FROM board")) == 1


def test_it_is_mine_gives_the_office_on_the_board_there_is(town: City) -> None:
    described(town, ROSA, *MANGA)
    described(town, PEDRO, "jac", "JAC Manga", "manga", "omitir", "omitir", "tesorero", "omitir", "enviar")
    town.press(PEDRO, "yes")

    assert town.column("SELECT id FROM board") == [1]
    assert town.column("SELECT role FROM officer WHERE board_id = 1 ORDER BY id") == ["president", "treasurer"]
    assert "quedó registrada" in town.text(PEDRO)
    assert town.column("SELECT status FROM run ORDER BY id") == ["finished", "finished"]


def test_it_is_mine_with_a_presidency_that_is_taken_waits(town: City) -> None:
    described(town, ROSA, *MANGA)
    described(town, PEDRO, *MANGA)
    town.say(PEDRO, "sí")

    assert claims(town) == [(1, "president", "president-taken", None)]
    assert town.column("SELECT id FROM board") == [1]


@pytest.mark.parametrize("word", ["no", "no, es otra", "otra", "es otra", "2"])
def test_it_is_another_one_is_kept_apart_and_waits(town: City, word: str) -> None:
    described(town, ROSA, *MANGA)
    described(town, PEDRO, *MANGA)
    town.say(PEDRO, word)

    assert claims(town) == [(2, "president", "near-same", 1)]
    assert town.column("SELECT status FROM board ORDER BY id") == ["listed", "proposed"]
    assert town.column("SELECT role FROM officer") == ["president"]
    assert "Quedó en revisión" in town.text(PEDRO)
    assert "JAC del barrio Manga" in town.text(OWNER)


def test_it_is_another_one_by_its_button(town: City) -> None:
    described(town, ROSA, *MANGA)
    described(town, PEDRO, *MANGA)
    town.press(PEDRO, "another")

    assert claims(town) == [(2, "president", "near-same", 1)]


def test_the_same_nit_is_noticed_whatever_the_name(town: City) -> None:
    board = town.board(nit="890480184-4", in_roster=False)
    described(town, PEDRO, "jvc", "JVC Los Robles", "torices", "omitir", "890480184", "fiscal", "omitir", "enviar")
    assert "Ya hay una junta parecida" in town.text(PEDRO)
    town.press(PEDRO, "another")

    assert [claim[1:] for claim in claims(town)] == [("fiscal", "same-nit", board)]


def test_an_association_is_not_the_board_of_its_barrio(town: City) -> None:
    town.board(in_roster=False)
    described(town, PEDRO, "asojuntas", "Asojuntas Manga", "manga", "omitir", "omitir", "fiscal", "omitir", "enviar")

    assert "quedó registrada" in town.text(PEDRO)


def test_another_sector_of_the_barrio_is_another_board(town: City) -> None:
    town.board("JAC Torices", barrio="Torices", comuna="2", sector="San Pedro", in_roster=False)
    described(town, PEDRO, "jac", "JAC Torices", "torices", "La Loma", "omitir", "fiscal", "omitir",
              "enviar")  # fmt: skip

    assert "quedó registrada" in town.text(PEDRO)


def test_a_board_that_left_the_programme_is_noticed_and_its_return_decided(town: City) -> None:
    board = town.board(in_roster=False)
    boards.save_status(town.tx, board, "inactive", town.now)
    described(town, PEDRO, *MANGA)
    town.press(PEDRO, "yes")

    assert claims(town) == [(board, "president", "board-inactive", None)]
    assert "no figura activa" in town.text(PEDRO)


def test_of_several_that_may_be_it_one_is_chosen_by_its_number(town: City) -> None:
    town.board("JAC Manga", in_roster=False)
    second = town.board("Junta de Acción Comunal Manga", in_roster=False)
    described(town, PEDRO, *MANGA)
    assert "Ya hay juntas parecidas" in town.text(PEDRO)
    town.say(PEDRO, "la 2")

    assert town.column("SELECT board_id FROM officer") == [second]


def test_a_board_that_is_missing_from_the_list_but_near_to_one_of_it_is_asked_about(town: City) -> None:
    board = town.board()
    described(town, PEDRO, "no está", *MANGA)
    assert "Ya hay una junta parecida" in town.text(PEDRO)
    town.press(PEDRO, "another")

    assert [claim[1:] for claim in claims(town)] == [("president", "near-same", board)]


def test_back_leads_to_the_summary_where_what_was_wrong_can_be_changed(town: City) -> None:
    town.board(in_roster=False)
    described(town, PEDRO, *MANGA)
    town.say(PEDRO, "atrás")
    assert "Revise antes de enviar" in town.text(PEDRO)
    town.say(PEDRO, "cambiar", "barrio", "getsemani", "cambiar", "nombre", "JAC Getsemaní", "enviar")

    assert "quedó registrada" in town.text(PEDRO)


def test_the_question_can_be_left_for_another_day(town: City) -> None:
    town.board(in_roster=False)
    described(town, PEDRO, *MANGA)
    town.say(PEDRO, "cancelar")
    assert "todavía no se ha enviado" in town.text(PEDRO)
    town.say(PEDRO, "/registrar")
    assert "Revise antes de enviar" in town.text(PEDRO)
    town.press(PEDRO, "send")

    assert "Ya hay una junta parecida" in town.text(PEDRO)


def test_what_is_no_answer_is_refused_and_the_question_stays(town: City) -> None:
    town.board(in_roster=False)
    described(town, PEDRO, *MANGA)
    town.say(PEDRO, "quién sabe", "tal vez")

    assert "Ya hay una junta parecida" in town.text(PEDRO)
    assert claims(town) == []


def test_a_near_board_that_was_merged_while_one_was_asked_no_longer_holds_anything_up(town: City) -> None:
    board = town.board(in_roster=False)
    described(town, PEDRO, *MANGA)
    boards.save_status(town.tx, board, "rejected", town.now)
    town.say(PEDRO, "ayuda")
    assert "Ya no hay una junta parecida" in town.text(PEDRO)
    town.press(PEDRO, "another")

    assert claims(town) == []
    assert "quedó registrada" in town.text(PEDRO)


def test_who_registers_their_own_board_again_is_told_that_they_hold_it(town: City) -> None:
    described(town, ROSA, *MANGA)
    town.say(ROSA, "/registrar").press(ROSA, "another").say(ROSA, *MANGA, "sí")

    assert "Usted ya tiene ese cargo" in town.text(ROSA)
    assert town.column("SELECT id FROM board") == [1]
    assert town.column("SELECT 1 FROM run WHERE status = 'open'") == []


def test_who_is_waiting_for_an_office_on_the_near_board_is_told_so(town: City) -> None:
    described(town, ROSA, *MANGA)
    for _ in range(2):
        described(town, PEDRO, *MANGA)
        town.press(PEDRO, "yes")

    assert "Usted ya pidió ese cargo" in town.text(PEDRO)
    assert len(claims(town)) == 1


def test_of_two_summaries_of_one_board_only_the_first_is_sent_without_a_question(town: City) -> None:
    for chat in (ROSA, PEDRO):
        described(town, chat, *MANGA[:-1])
    town.press(ROSA, "send").press(PEDRO, "send")

    assert town.column("SELECT status FROM board") == ["listed"]
    assert "Ya hay una junta parecida" in town.text(PEDRO)
