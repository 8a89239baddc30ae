"""Two records of one board become one: people, claims and history move, and those it touches hear of it."""

from datetime import timedelta

from storage import boards, officers
from tests.boards.city import OWNER, City
from tests.boards.desks import (
    COORDINATOR,
    HISTORIC,
    JUAN,
    ROSA,
    VIRGIN,
    at_board,
    audited,
    claim,
    coordinator,
    officer,
    seated,
)

LISTED = "Junta de Acción Comunal Barrio Manga"
ENTERED = "JAC de Manga"
REASON = "Es la misma junta"


def twice(town: City) -> tuple[int, int]:
    """One board of the list, and the same as somebody entered it."""
    seated(town)
    return town.board(LISTED), town.board(ENTERED, in_roster=False, status="proposed")


def reviewed(town: City, board: int, other: int, kept: int) -> City:
    """Up to the last look."""
    at_board(town, board, "merge", f"b{other}", f"b{kept}")
    return town.say(OWNER, REASON)


def test_merging_moves_officers_and_claims_to_the_board_that_stays(town: City) -> None:
    kept, gone = twice(town)
    officer(town, gone, ROSA, "treasurer")
    claim(town, gone, JUAN)
    reviewed(town, kept, gone, kept)
    shown = town.text(OWNER)
    town.press(OWNER, "yes")

    assert "Pasan 1 cargo y 1 solicitud" in shown
    assert boards.get(town.tx, gone).status == "merged"
    assert [row.chat_id for row in officers.of_board(town.tx, kept)] == [ROSA]
    assert town.column("SELECT board_id FROM claim") == [kept]
    assert audited(town)[-1] == "board_merged"
    assert f"Ahora se llama <b>{LISTED}</b>" in town.text(ROSA)
    assert town.text(OWNER).startswith(f"<b>{LISTED}</b>")


def test_the_board_of_the_list_is_proposed_to_stay_from_whichever_side_one_comes(town: City) -> None:
    kept, gone = twice(town)
    at_board(town, gone, "merge", f"b{kept}")

    assert town.text(OWNER).index(LISTED) < town.text(OWNER).index(ENTERED)
    assert "Propongo la 1 porque está en el listado." in town.text(OWNER)
    assert town.button(OWNER, "Queda la 1") == town.button(OWNER, f"b{kept}")
    styles = [b.get("style") for row in town.drawn[OWNER][-1]["reply_markup"]["inline_keyboard"] for b in row]
    assert styles[:2] == ["success", None]


def test_a_president_whose_office_becomes_a_claim_is_told_by_day_and_a_coordinator_sees_it(town: City) -> None:
    kept, gone = twice(town)
    officer(town, kept, ROSA)
    officer(town, gone, JUAN)
    town.now += timedelta(hours=14)  # midnight
    reviewed(town, kept, gone, kept)
    shown = town.text(OWNER)
    town.press(OWNER, "yes")

    assert "El cargo de Persona 502 pasa a solicitud" in shown
    assert "su cargo quedó como solicitud" in town.text(JUAN)
    assert town.due[JUAN][-1].hour == 13  # eight in the morning in Cartagena
    assert town.buttons(JUAN) == {"Ver mi solicitud": "go:solicitud"}
    assert town.column("SELECT why FROM claim WHERE status = 'waiting'") == ["merged"]
    assert [row.chat_id for row in officers.of_board(town.tx, kept)] == [ROSA]


def test_the_same_president_on_both_loses_nothing_and_asks_for_nothing(town: City) -> None:
    kept, gone = twice(town)
    officer(town, kept, ROSA)
    officer(town, gone, ROSA)
    reviewed(town, kept, gone, kept).press(OWNER, "yes")

    assert [row.chat_id for row in officers.of_board(town.tx, kept)] == [ROSA]
    assert town.column("SELECT id FROM claim") == []


def test_the_other_board_is_found_by_what_is_typed_and_its_number(town: City) -> None:
    seated(town)
    board, other = town.board(LISTED), town.board("JAC Crespo Viejo", barrio="Crespo", nit="999123456-8")
    at_board(town, board, "merge").say(OWNER, "no hay tal junta zzz")
    nothing = town.text(OWNER)
    town.say(OWNER, "crespo viejo", "1")

    assert "No encontré otra junta" in nothing
    assert "JAC Crespo Viejo" in town.text(OWNER)
    assert f"b{other}" in town.values(OWNER)


def test_a_coordinator_of_one_localidad_finds_no_board_of_another_to_merge_with(town: City) -> None:
    coordinator(town, localidad=HISTORIC)
    board, other = town.board(LISTED), town.board("JAC El Pozón", barrio="El Pozón", comuna="6", localidad=VIRGIN)
    at_board(town, board, "merge", chat=COORDINATOR).say(COORDINATOR, "el pozon")

    assert f"b{other}" not in town.values(COORDINATOR)
    assert "a su cargo" in town.text(COORDINATOR)


def test_a_board_that_a_colleague_merged_meanwhile_is_not_merged_again(town: City) -> None:
    kept, gone = twice(town)
    third = town.board("JAC Manga Tercera")
    reviewed(town, kept, gone, kept)
    boards.save_status(town.tx, gone, "merged", town.now, merged_into=third)
    town.press(OWNER, "yes")

    assert boards.get(town.tx, gone).merged_into == third
    assert "board_merged" not in audited(town)


def test_one_that_left_the_programme_cannot_be_the_one_that_stays(town: City) -> None:
    seated(town)
    kept, gone = town.board(LISTED), town.board(ENTERED, status="inactive")
    at_board(town, gone, "merge", f"b{kept}")

    assert f"b{gone}" not in town.values(OWNER)
    assert f"b{kept}" in town.values(OWNER)


def test_merging_is_never_done_by_a_number_and_can_be_left(town: City) -> None:
    kept, gone = twice(town)
    reviewed(town, kept, gone, kept).say(OWNER, "1").press(OWNER, "back", "back")

    assert boards.get(town.tx, gone).status == "proposed"
    assert "board_merged" not in audited(town)
