"""A coordinator corrects a board's record: nothing is saved before a last look, and those it touches hear of it."""

import pytest

from storage import boards, staff
from tests.boards.city import OWNER, City
from tests.boards.desks import (
    COORDINATOR,
    HISTORIC,
    OBSERVER,
    ROSA,
    VIRGIN,
    at_board,
    audited,
    coordinator,
    officer,
    seated,
)

NAME = "Junta de Acción Comunal del barrio Manga"


def reviewed(town: City, board: int, field: str, *values: str, chat: int = OWNER) -> City:
    """Up to the last look at the change."""
    at_board(town, board, "edit", field, chat=chat)
    return town.say(chat, *values, "Así está en el RUT")


def test_a_corrected_name_is_saved_with_its_reason_and_the_officers_hear_of_it(town: City) -> None:
    board = town.board()
    seated(town)
    officer(town, board, ROSA)
    reviewed(town, board, "name", NAME)
    unsaved = boards.get(town.tx, board).name
    town.press(OWNER, "yes")

    assert unsaved == "Junta de Acción Comunal Barrio Manga"
    assert boards.get(town.tx, board).name == NAME
    assert f"Ahora: <b>{NAME}</b>" in town.text(ROSA)
    assert "Antes: Junta de Acción Comunal Barrio Manga" in town.text(ROSA)
    assert audited(town)[-1] == "board_edited"
    assert town.column("SELECT body FROM note WHERE board_id = ?", board) == ["Así está en el RUT"]
    assert town.text(OWNER).startswith(f"<b>{NAME}</b>")


def test_atras_leads_from_the_saved_board_to_where_it_was_found_and_not_through_the_correction(town: City) -> None:
    board = town.board()
    seated(town)
    reviewed(town, board, "name", NAME).press(OWNER, "yes", "back")

    assert "home" in town.button(OWNER, "roster")


@pytest.mark.parametrize(
    ("field", "typed", "column", "kept"),
    [
        ("sector", "sector Central", "sector", "sector Central"), ("nit", "999.123.456-8", "nit", "999123456-8"),
        ("personeria", "Resolución 7 de 1998", "personeria", "Resolución 7 de 1998"),
        ("ruc", " 9-9999-00001 ", "ruc", "9-9999-00001"), ("state", "3", "registry_state", "suspended"),
        ("kind", "Junta de vivienda", "kind", "jvc"),
    ],
)  # fmt: skip
def test_each_field_is_read_as_in_a_registration(town: City, field: str, typed: str, column: str, kept: str) -> None:
    board = town.board()
    seated(town)
    reviewed(town, board, field, typed).say(OWNER, "sí")

    assert getattr(boards.get(town.tx, board), column) == kept


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("nit", "999123456-1", "no coincide"), ("nit", "73123456", "9 números"), ("name", "!!", "con letras"),
        ("ruc", "x" * 31, "máximo 30"), ("personeria", "...", "número, fecha y entidad"), ("name", "x" * 121, "120"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_with_what_is_expected(town: City, field: str, typed: str, said: str) -> None:
    board = town.board()
    seated(town)
    at_board(town, board, "edit", field).say(OWNER, typed)

    assert said in town.text(OWNER)
    assert "Omitir" not in town.text(OWNER)
    assert audited(town) == []


def test_a_value_can_be_left_blank_and_one_that_is_there_already_changes_nothing(town: City) -> None:
    board = town.board(nit="999123456-8", ruc="9-9999-00001")
    seated(town)
    at_board(town, board, "edit", "ruc").say(OWNER, "9-9999-00001")
    same = town.text(OWNER, 2)
    at_board(town, board, "edit", "nit", "blank").say(OWNER, "Es de otra junta").press(OWNER, "yes")

    assert "ya está así" in same
    assert boards.get(town.tx, board).nit is None
    assert audited(town) == ["board_edited"]


@pytest.mark.parametrize("reason", ["no", "12345", "x" * 201])
def test_without_a_reason_in_words_nothing_goes_on(town: City, reason: str) -> None:
    board = town.board()
    seated(town)
    at_board(town, board, "edit", "name").say(OWNER, NAME, reason)

    assert "Escriba el motivo con palabras" in town.text(OWNER)
    assert boards.get(town.tx, board).name != NAME


# --- the place --------------------------------------------------------------------------------------------------------


def test_a_typed_barrio_brings_its_comuna_and_localidad(town: City) -> None:
    board = town.board()
    seated(town)
    officer(town, board, ROSA)
    reviewed(town, board, "barrio", "el pozon").press(OWNER, "yes")

    row = boards.get(town.tx, board)
    assert (row.localidad, row.comuna, row.barrio) == (VIRGIN, "6", "El Pozón")
    assert "corrigió dónde queda su junta" in town.text(ROSA)


def test_names_that_may_mean_several_places_are_offered(town: City) -> None:
    board = town.board()
    seated(town)
    at_board(town, board, "edit", "barrio").say(OWNER, "olaya")
    offered = town.values(OWNER)
    town.press(OWNER, offered[0]).say(OWNER, "Así está en el RUT").press(OWNER, "yes")

    assert len(offered) > 3
    assert "Olaya" in boards.get(town.tx, board).barrio


def test_a_barrio_that_is_not_on_the_map_is_placed_by_hand(town: City) -> None:
    board = town.board()
    seated(town)
    at_board(town, board, "edit", "barrio").say(OWNER, "qwertyuiop asdf")
    refused = town.text(OWNER)
    town.press(OWNER, "other").say(OWNER, "virgen").press(OWNER, "6").say(OWNER, "Urbanización Los Robles del Sur")
    town.say(OWNER, "Es un barrio nuevo").press(OWNER, "yes")

    row = boards.get(town.tx, board)
    assert "No encontré ese lugar" in refused
    assert (row.localidad, row.comuna, row.barrio) == (VIRGIN, "6", "Urbanización Los Robles del Sur")


def test_a_board_is_not_moved_out_of_a_coordinator_s_own_localidad(town: City) -> None:
    board = town.board()
    coordinator(town, localidad=HISTORIC)
    at_board(town, board, "edit", "barrio", chat=COORDINATOR).say(COORDINATOR, "el pozon")

    assert f"queda en la localidad {VIRGIN}, que no está a su cargo" in town.text(COORDINATOR)
    assert boards.get(town.tx, board).barrio == "Manga"


# --- others at work, rights -------------------------------------------------------------------------------------------


def test_a_field_that_a_colleague_changed_meanwhile_is_shown_again_before_it_is_overwritten(town: City) -> None:
    board = town.board()
    seated(town)
    reviewed(town, board, "name", NAME)
    boards.save_fields(town.tx, board, {"name": "JAC Manga Vieja"}, 7, town.now)
    town.press(OWNER, "yes")
    unsaved, shown = boards.get(town.tx, board).name, town.text(OWNER)
    town.press(OWNER, "yes")

    assert unsaved == "JAC Manga Vieja"
    assert "Antes: JAC Manga Vieja" in shown
    assert boards.get(town.tx, board).name == NAME


def test_a_nit_that_another_board_has_is_warned_of(town: City) -> None:
    board = town.board()
    town.board("JAC Crespo", barrio="Crespo", nit="999123456-8")
    seated(town)
    reviewed(town, board, "nit", "999123456-8")

    assert "«JAC Crespo» tiene el mismo NIT" in town.text(OWNER)


def test_whoever_is_revoked_at_the_last_look_saves_nothing(town: City) -> None:
    board = town.board()
    coordinator(town)
    reviewed(town, board, "name", NAME, chat=COORDINATOR)
    save = town.button(COORDINATOR, "yes")
    place = staff.find(town.tx, COORDINATOR)
    assert place is not None
    staff.revoke(town.tx, place.id, OWNER, town.now)
    town.forge(COORDINATOR, save)

    assert boards.get(town.tx, board).name != NAME
    assert audited(town) == []


@pytest.mark.parametrize("role", ["observer", None])
def test_who_may_not_edit_gets_nowhere_with_buttons_copied_from_somebody_who_may(town: City, role: str | None) -> None:
    board = town.board()
    seated(town)
    if role:
        coordinator(town, OBSERVER, role=role)
    reviewed(town, board, "name", NAME)
    save = town.button(OWNER, "yes")
    town.say(OBSERVER, f"/juntas b{board}")
    for data in (
        save,
        f"juntas:board:edit:{save.rpartition(':')[2]}",
        "juntas:edit:name:2",
        "juntas:edit-confirm:yes:3",
    ):
        town.forge(OBSERVER, data)

    assert boards.get(town.tx, board).name != NAME
    assert audited(town) == []


def test_a_board_of_another_localidad_cannot_be_opened_to_be_edited(town: City) -> None:
    board = town.board(localidad=VIRGIN)
    coordinator(town, localidad=HISTORIC)
    town.say(COORDINATOR, f"/juntas b{board}")

    assert "edit" not in town.values(COORDINATOR)


def test_who_has_not_accepted_the_service_is_asked_for_it_first(town: City) -> None:
    board = town.board()
    at_board(town, board, "edit")

    assert "necesito que usted acepte" in town.text(OWNER)
    assert town.buttons(OWNER)["Empezar"] == "go:start"


def test_what_is_typed_is_never_in_the_chat_s_state(town: City) -> None:
    board = town.board()
    seated(town)
    at_board(town, board, "edit", "sector").say(OWNER, "Los Cocos de Doña Inventada", "Lo dijo doña Inventada")

    (state,) = town.column("SELECT state FROM chat WHERE chat_id = ?", OWNER)
    assert "Inventada" not in state
