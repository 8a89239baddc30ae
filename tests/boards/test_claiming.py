"""Finding one's board in the register and asking for an office on it: by name, barrio or NIT, and why it waits."""

import pytest

from storage import boards
from tests.boards.applicants import BOQUILLA, CENTRAL, MANGA, NUNEZ, PEDRO, ROSA, claimed, held, to_summary
from tests.boards.city import OWNER, City, city

# --- finding --------------------------------------------------------------------------------------------------------


def test_somebody_finds_their_board_by_barrio_and_is_its_president_after_three_questions(
    town: City, register: dict[str, int]
) -> None:
    town.say(ROSA, "/registrar")
    assert "pregunta 1 de 3" in town.text(ROSA)
    town.say(ROSA, "manga")
    assert "termina en 184-4" in town.text(ROSA)
    assert "890" not in town.text(ROSA)
    town.press(ROSA, "yes")
    assert "pregunta 2 de 3" in town.text(ROSA)
    town.press(ROSA, "president").share(ROSA).press(ROSA, "send")

    assert held(town) == [(ROSA, register[MANGA], "president")]
    assert claimed(town) == []
    assert "quedó registrada" in town.text(ROSA)
    assert town.said[OWNER] == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("890.480.184-4", MANGA), ("890480184", MANGA), ("la junta de accion comunal de la boquiya", BOQUILLA),
        ("BOQUILLA", BOQUILLA), ("olaya rafael nunes", NUNEZ),
    ],
)  # fmt: skip
def test_a_board_is_found_by_what_people_type(town: City, register: dict[str, int], typed: str, name: str) -> None:
    town.say(ROSA, "/registrar", typed)
    if "¿Cuál es la suya?" in town.text(ROSA):
        town.say(ROSA, "1")
    town.say(ROSA, "sí", "fiscal", "omitir", "enviar")

    assert held(town) == [(ROSA, register[name], "fiscal")]


@pytest.mark.parametrize("choice", ["2", "la segunda", "dos"])
def test_of_several_boards_one_is_chosen_by_its_number(town: City, register: dict[str, int], choice: str) -> None:
    town.say(ROSA, "/registrar", "olaya")
    assert "1. JAC Olaya Herrera Sector Central\n2. JAC Olaya Herrera Sector Rafael Núñez" in town.text(ROSA)
    town.say(ROSA, choice)

    assert "Rafael Núñez" in town.text(ROSA)
    assert town.say(ROSA, "sí").column("SELECT value FROM answer WHERE question = 'board'") == [str(register[NUNEZ])]


def test_of_several_boards_one_is_chosen_by_its_button(town: City, register: dict[str, int]) -> None:
    town.say(ROSA, "/registrar", "olaya").press(ROSA, f"b{register[CENTRAL]}", "yes")

    assert town.column("SELECT value FROM answer WHERE question = 'board'") == [str(register[CENTRAL])]


def test_another_name_can_be_typed_whenever_boards_are_in_sight(town: City, register: dict[str, int]) -> None:
    town.say(ROSA, "/registrar", "olaya", "boquilla")
    assert "La Boquilla" in town.text(ROSA)
    town.say(ROSA, "manga")

    assert "Manga" in town.text(ROSA)
    assert "¿Es esta su junta?" in town.text(ROSA)


@pytest.mark.usefixtures("register")
def test_boards_of_one_name_are_told_apart_by_where_they_are(town: City) -> None:
    town.board("JAC El Progreso", barrio="El Bosque", comuna="10")
    town.board("JAC El Progreso", barrio="Ternera", comuna="15", localidad="Industrial y de la Bahía")
    for localidad in ("Industrial y de la Bahía", "De la Virgen y Turística"):
        town.board("JAC La Unión", barrio="La Unión", comuna="rural", localidad=localidad)
    town.say(ROSA, "/registrar", "el progreso").say(PEDRO, "/registrar", "la union")

    assert "Bosque" in town.text(ROSA)
    assert "Ternera" in town.text(ROSA)
    assert "1. JAC Industrial y de la Bahía, La Unión" in town.text(PEDRO)
    assert "2. JAC De la Virgen y Turística, La Unión" in town.text(PEDRO)


@pytest.mark.usefixtures("register")
def test_a_list_of_six_long_names_is_still_a_short_message(town: City) -> None:
    for number in range(8):
        name = f"Junta de Acción Comunal de la Urbanización {'República ' * 6}de Venezuela {number}"
        sector = f"Sector con un nombre de veras muy largo {number}"
        town.board(name, barrio="República de Venezuela", sector=sector)
    town.say(ROSA, "/registrar", "republica de venezuela")

    assert "6. JAC" in town.text(ROSA)
    assert "7. JAC" not in town.text(ROSA)
    assert len(town.text(ROSA)) <= 500


@pytest.mark.parametrize("typed", ["xyzzy", "a", "😀", "99999999999"])
@pytest.mark.usefixtures("register")
def test_what_is_not_found_is_said_so_with_the_ways_out_in_sight(town: City, typed: str) -> None:
    town.say(ROSA, "/registrar", typed)

    assert "No encontré esa junta" in town.text(ROSA)
    assert {"missing", "back", "help"} <= set(town.values(ROSA))


@pytest.mark.usefixtures("register")
def test_no_leads_back_to_the_boards_that_were_found(town: City) -> None:
    town.say(ROSA, "/registrar", "olaya", "1", "no")
    assert "¿Cuál es la suya?" in town.text(ROSA)
    town.say(ROSA, "manga", "no")

    assert "¿Cómo se llama su junta" in town.text(ROSA)


# --- a board that is missing ----------------------------------------------------------------------------------------


def test_a_board_that_is_missing_is_described_and_waits_for_a_coordinator(town: City, register: dict[str, int]) -> None:
    town.say(ROSA, "/registrar").press(ROSA, "missing")
    assert "pregunta 2 de 10" in town.text(ROSA)
    town.say(ROSA, "jac", "JAC Getsemaní", "getsemani", "omitir", "omitir", "presidenta", "omitir", "enviar")

    (board,) = town.column("SELECT id FROM board WHERE status = 'proposed'")
    assert board not in register.values()
    assert claimed(town) == [(ROSA, board, "president", "new-board", "waiting")]
    assert held(town) == []
    assert "Quedó en revisión" in town.text(ROSA)
    assert "no está en el listado" in town.text(ROSA)
    assert "JAC Getsemaní" in town.text(OWNER)
    assert town.buttons(OWNER) == {"Ver solicitudes": "go:juntas:q"}


@pytest.mark.parametrize("typed", ["mi junta no está", "no aparece", "no la encuentro", "ninguna"])
@pytest.mark.usefixtures("register")
def test_that_it_is_missing_can_be_typed(town: City, typed: str) -> None:
    town.say(ROSA, "/registrar", "olaya", typed)

    assert "¿Qué va a registrar?" in town.text(ROSA)


def test_without_a_list_nothing_is_looked_up(town: City) -> None:
    town.board(in_roster=False)
    town.welcomed(ROSA).say(ROSA, "/registrar")

    assert "¿Qué va a registrar?" in town.text(ROSA)
    assert "pregunta 1 de 9" in town.text(ROSA)


# --- why something waits --------------------------------------------------------------------------------------------


def test_of_two_people_who_claim_the_presidency_the_second_waits_and_the_first_keeps_it(
    town: City, register: dict[str, int]
) -> None:
    to_summary(town, ROSA, "manga", "presidenta")
    to_summary(town, PEDRO, "manga", "presidente")
    town.press(ROSA, "send").press(PEDRO, "send")

    assert held(town) == [(ROSA, register[MANGA], "president")]
    assert claimed(town) == [(PEDRO, register[MANGA], "president", "president-taken", "waiting")]
    assert "otra persona en la presidencia" in town.text(PEDRO)


def test_other_offices_of_a_board_are_given_at_once(town: City, register: dict[str, int]) -> None:
    to_summary(town, ROSA, "manga", "presidenta")
    town.press(ROSA, "send")
    to_summary(town, PEDRO, "manga", "tesorero")
    town.press(PEDRO, "send")

    assert held(town) == [(ROSA, register[MANGA], "president"), (PEDRO, register[MANGA], "treasurer")]


@pytest.mark.parametrize("state", ["inactive", "suspended", "cancelled"])
def test_an_office_on_a_board_that_is_not_active_waits(town: City, register: dict[str, int], state: str) -> None:
    boards.save_fields(town.tx, register[MANGA], {"registry_state": state}, 0, town.now)
    to_summary(town, ROSA, "manga", "fiscal")
    town.press(ROSA, "send")

    assert claimed(town) == [(ROSA, register[MANGA], "fiscal", "board-inactive", "waiting")]
    assert "no figura activa" in town.text(ROSA)


def test_where_everything_is_reviewed_every_office_waits() -> None:
    with city(review_all=True) as town:
        board = town.board()
        town.welcomed(ROSA)
        to_summary(town, ROSA, "manga", "fiscal")
        town.press(ROSA, "send")

        assert claimed(town) == [(ROSA, board, "fiscal", "review-all", "waiting")]


@pytest.mark.usefixtures("register")
def test_an_office_on_a_board_that_somebody_else_proposed_waits_with_it(town: City) -> None:
    town.say(ROSA, "/registrar", "no está", "jac", "JAC Getsemaní", "getsemani", "omitir", "omitir", "presidenta",
             "omitir", "enviar")  # fmt: skip
    to_summary(town, PEDRO, "getsemani", "tesorero")
    town.press(PEDRO, "send")

    assert held(town) == []
    assert [(chat, role, why) for chat, _, role, why, _ in claimed(town)] == [
        (ROSA, "president", "new-board"), (PEDRO, "treasurer", "new-board"),
    ]  # fmt: skip
    assert len(set(town.column("SELECT board_id FROM claim"))) == 1


# --- twice ----------------------------------------------------------------------------------------------------------


def test_an_office_that_is_held_already_is_not_asked_for_again(town: City, register: dict[str, int]) -> None:
    to_summary(town, ROSA, "manga", "presidenta")
    town.press(ROSA, "send").say(ROSA, "/registrar").press(ROSA, "another").say(ROSA, "manga", "sí", "presidenta")

    assert "Usted ya tiene ese cargo" in town.text(ROSA)
    assert held(town) == [(ROSA, register[MANGA], "president")]
    assert claimed(town) == []
    assert town.column("SELECT 1 FROM run WHERE status = 'open'") == []


@pytest.mark.usefixtures("register")
def test_an_office_that_was_asked_for_already_is_not_asked_for_again(town: City) -> None:
    for chat in (ROSA, PEDRO):
        to_summary(town, chat, "manga", "presidenta")
        town.press(chat, "send")
    town.say(PEDRO, "/registrar", "manga", "sí", "presidente")

    assert "Usted ya pidió ese cargo" in town.text(PEDRO)
    assert "go:solicitud" in town.buttons(PEDRO).values()
    assert len(claimed(town)) == 1


def test_somebody_may_hold_two_offices_and_serve_two_boards(town: City, register: dict[str, int]) -> None:
    to_summary(town, ROSA, "manga", "presidenta")
    town.press(ROSA, "send")
    for board, role in (("manga", "delegada"), ("boquilla", "fiscal")):
        town.say(ROSA, "/registrar").press(ROSA, "another").say(ROSA, board, "sí", role, "omitir", "enviar")

    assert [(board, role) for _, board, role in held(town)] == [
        (register[MANGA], "president"), (register[MANGA], "delegate"), (register[BOQUILLA], "fiscal"),
    ]  # fmt: skip


def test_a_send_button_pressed_twice_claims_once(town: City, register: dict[str, int]) -> None:
    to_summary(town, ROSA, "manga", "presidenta")
    data = town.button(ROSA, "send")
    town.forge(ROSA, data).forge(ROSA, data)

    assert held(town) == [(ROSA, register[MANGA], "president")]
