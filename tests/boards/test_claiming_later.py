"""A claim on the way: back, changed, left for another day, and what became of its board meanwhile."""

import pytest

from storage import boards, officers
from tests.boards.applicants import BOQUILLA, CENTRAL, MANGA, NUNEZ, ROSA, claimed, held, to_summary
from tests.boards.city import City

# --- back, change, keep ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        (("olaya",), "¿Cómo se llama su junta"),
        (("olaya", "1"), "¿Cuál es la suya?"),
        (("manga",), "¿Cuál es la suya?"),
        (("manga", "sí"), "¿Cómo se llama su junta"),
        (("manga", "sí", "fiscal"), "¿Cuál es su cargo"),
        (("manga", "sí", "fiscal", "omitir"), "¿Me comparte su número?"),
        (("no está",), "¿Cómo se llama su junta"),
    ],
)
@pytest.mark.usefixtures("register")
def test_back_leads_to_what_was_before(town: City, said: tuple[str, ...], seen: str) -> None:
    town.say(ROSA, "/registrar", *said, "atrás")

    assert seen in town.text(ROSA)


@pytest.mark.usefixtures("register")
def test_back_at_the_first_question_leaves(town: City) -> None:
    town.say(ROSA, "/registrar", "atrás")

    assert "Lo dejamos aquí" in town.text(ROSA)


@pytest.mark.usefixtures("register")
def test_an_answered_board_is_kept_with_one_press(town: City) -> None:
    town.say(ROSA, "/registrar", "manga", "sí", "atrás").press(ROSA, "keep")

    assert "¿Cuál es su cargo" in town.text(ROSA)


def test_the_board_can_be_changed_from_the_summary(town: City, register: dict[str, int]) -> None:
    to_summary(town, ROSA, "manga", "fiscal")
    town.say(ROSA, "cambiar", "cambiar junta", "boquilla", "sí")
    assert "Revise antes de enviar" in town.text(ROSA)
    town.press(ROSA, "send")

    assert held(town) == [(ROSA, register[BOQUILLA], "fiscal")]


@pytest.mark.usefixtures("register")
def test_a_change_of_the_board_is_given_up_with_back(town: City) -> None:
    to_summary(town, ROSA, "manga", "fiscal")
    town.say(ROSA, "cambiar", "cambiar junta", "atrás")

    assert "Revise antes de enviar" in town.text(ROSA)
    assert "Manga" in town.text(ROSA)


@pytest.mark.usefixtures("register")
def test_from_the_summary_a_found_board_can_become_one_that_is_missing(town: City) -> None:
    to_summary(town, ROSA, "manga", "fiscal")
    town.say(ROSA, "cambiar", "cambiar junta").press(ROSA, "missing")

    assert "¿Qué va a registrar? " not in town.text(ROSA)
    assert "pregunta 2 de 10" in town.text(ROSA)


# --- later ----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("register")
def test_a_registration_is_taken_up_where_it_was_left(town: City) -> None:
    town.say(ROSA, "/registrar", "manga", "sí", "cancelar", "hola")
    assert "registro sin terminar" in town.text(ROSA)
    town.say(ROSA, "/registrar")

    assert "Seguimos con el registro" in town.text(ROSA)
    assert "¿Cuál es su cargo" in town.text(ROSA)


def test_a_board_that_was_merged_meanwhile_is_followed_and_asked_about(town: City, register: dict[str, int]) -> None:
    town.say(ROSA, "/registrar", "manga", "sí", "cancelar")
    boards.save_status(town.tx, register[MANGA], "merged", town.now, merged_into=register[BOQUILLA])
    town.say(ROSA, "/registrar")
    assert "se unió con otra ficha" in town.text(ROSA)
    assert "La Boquilla" in town.text(ROSA)
    town.say(ROSA, "sí", "fiscal", "omitir", "enviar")

    assert held(town) == [(ROSA, register[BOQUILLA], "fiscal")]


@pytest.mark.parametrize("status", ["inactive", "rejected"])
def test_a_board_that_left_meanwhile_is_asked_for_again(town: City, register: dict[str, int], status: str) -> None:
    town.say(ROSA, "/registrar", "manga", "sí", "fiscal", "cancelar")
    boards.save_status(town.tx, register[MANGA], status, town.now)
    town.say(ROSA, "/registrar")
    assert "ya no está en el listado" in town.text(ROSA)
    town.say(ROSA, "boquilla", "sí")

    assert "¿Me comparte su número?" in town.text(ROSA)


@pytest.mark.parametrize("status", ["merged", "inactive"])
def test_a_board_that_left_while_the_summary_was_read_is_not_claimed(
    town: City, register: dict[str, int], status: str
) -> None:
    to_summary(town, ROSA, "manga", "fiscal")
    merged_into = register[BOQUILLA] if status == "merged" else None
    boards.save_status(town.tx, register[MANGA], status, town.now, merged_into=merged_into)
    town.press(ROSA, "send")

    assert held(town) == []
    assert claimed(town) == []
    assert ("¿Es esta su junta?" if status == "merged" else "búsquela otra vez") in town.text(ROSA)


@pytest.mark.parametrize("status", ["merged", "inactive"])
def test_a_board_that_left_while_it_was_in_sight_is_said_to_be_gone(
    town: City, register: dict[str, int], status: str
) -> None:
    town.say(ROSA, "/registrar", "olaya")
    merged_into = register[NUNEZ] if status == "merged" else None
    boards.save_status(town.tx, register[CENTRAL], status, town.now, merged_into=merged_into)
    town.press(ROSA, f"b{register[CENTRAL]}")

    assert ("se unió con otra ficha" if status == "merged" else "ya no está en el listado") in town.text(ROSA)


def test_a_list_that_is_read_in_meanwhile_is_looked_at_before_sending(town: City) -> None:
    town.welcomed(ROSA).say(ROSA, "/registrar", "jac", "JAC Manga", "manga", "omitir", "omitir", "fiscal", "omitir")
    board = town.board()
    town.press(ROSA, "send")
    assert "¿Cómo se llama su junta, o en qué barrio queda?" in town.text(ROSA)
    town.say(ROSA, "manga", "sí")
    town.press(ROSA, "send")

    assert held(town) == [(ROSA, board, "fiscal")]


@pytest.mark.parametrize("steps", range(1, 7))
def test_a_list_that_is_read_in_meanwhile_breaks_no_open_question(town: City, steps: int) -> None:
    said = ("jac", "JAC Manga", "manga", "omitir", "omitir", "fiscal", "omitir")
    town.welcomed(ROSA).say(ROSA, "/registrar", *said[:steps])
    town.board()
    town.say(ROSA, "ayuda", "atrás")

    assert town.values(ROSA)


@pytest.mark.usefixtures("register")
def test_who_takes_the_permission_back_before_sending_claims_nothing(town: City) -> None:
    to_summary(town, ROSA, "manga", "fiscal")
    town.say(ROSA, "/permisos").press(ROSA, "role").say(ROSA, "atrás")

    assert held(town) == []
    assert "¿Permite guardar su cargo" in town.text(ROSA)


def test_an_officer_of_before_may_claim_again(town: City, register: dict[str, int]) -> None:
    to_summary(town, ROSA, "manga", "presidenta")
    town.press(ROSA, "send")
    (office,) = town.column("SELECT id FROM officer")
    officers.end(town.tx, office, "left", town.now)
    to_summary(town, ROSA, "manga", "presidenta")
    town.press(ROSA, "send")

    assert held(town) == [(ROSA, register[MANGA], "president")]
