"""The desk as a whole: back the same way, cancel and help everywhere, links into it, what is gone, who may not."""

import pytest

from storage import staff
from tests.boards.city import OWNER, City
from tests.boards.desk_people import ANA, CARLA, LUIS, MARTA, SAUL, claim, deeds, president, south, status, team


def test_back_leads_the_same_way_back_and_out_of_the_desk(town: City) -> None:
    board = town.board()
    claim(town, board, ANA)
    town.say(OWNER, "/juntas").press(OWNER, "queue", "1", "board", "timeline")

    titles = []
    for _ in range(4):
        town.say(OWNER, "atrás")
        titles.append(town.text(OWNER).splitlines()[0])

    assert titles == [
        "<b>Junta de Acción Comunal Barrio Manga</b>", "<b>Solicitud de cargo</b>",
        "<b>Por decidir: 1</b>. Esperan respuesta: 0.", "<b>0 de 1 junta con contacto</b> (toda Cartagena)",
    ]  # fmt: skip
    town.say(OWNER, "atrás")
    assert town.values(OWNER) == []


@pytest.mark.parametrize("steps", [["queue", "1", "reject"], ["find"], ["list", "kind"], ["list", "show", "1"]])
def test_cancelling_anywhere_changes_nothing_and_leads_to_the_first_page(town: City, steps: list[str]) -> None:
    claim(town, town.board(), ANA)
    town.say(OWNER, "/juntas").press(OWNER, *steps)
    before = deeds(town)

    town.say(OWNER, "cancelar")

    assert deeds(town) == before
    assert town.text(OWNER).startswith("Lo dejamos así. No cambié nada.\n\n<b>0 de 1 junta con contacto")


@pytest.mark.parametrize("steps", [[], ["queue"], ["queue", "1"], ["queue", "1", "inquire"], ["find"], ["list"]])
def test_help_explains_the_page_and_keeps_it_open(town: City, steps: list[str]) -> None:
    claim(town, town.board(), ANA)
    town.say(OWNER, "/juntas").press(OWNER, *steps)
    page, values = town.text(OWNER), town.values(OWNER)

    town.press(OWNER, "help")

    assert town.text(OWNER).endswith(page)
    assert len(town.text(OWNER)) > len(page) + 60
    assert town.values(OWNER) == values


def test_something_unexpected_is_answered_with_what_the_page_takes(town: City) -> None:
    claim(town, town.board(), ANA)
    town.say(OWNER, "/juntas").press(OWNER, "queue", "1")

    town.say(OWNER, "qué pereza")

    assert "«aprobar», «rechazar» o «preguntar»" in town.text(OWNER)


@pytest.mark.parametrize("argument", ["c999", "b999", "c0", "x1", "c-1", "queue", "c1:2"])
def test_a_link_to_what_is_not_there_leads_to_the_first_page_and_says_so(town: City, argument: str) -> None:
    town.board()

    town.forge(OWNER, f"go:juntas:{argument}")

    if argument != "c1:2":  # that is no link of ours at all
        assert "Eso ya no está" in town.text(OWNER)
        assert "con contacto</b>" in town.text(OWNER)


def test_a_board_opens_by_its_link(town: City) -> None:
    board = town.board()

    town.forge(OWNER, f"go:juntas:b{board}")

    assert "<b>Junta de Acción Comunal Barrio Manga</b>" in town.text(OWNER)
    town.say(OWNER, "atrás")
    assert "con contacto</b>" in town.text(OWNER)


def test_whoever_is_called_away_comes_back_to_the_page_that_was_open(town: City) -> None:
    town.welcomed(OWNER)
    claim(town, town.board(), ANA)
    town.say(OWNER, "/juntas").press(OWNER, "queue", "1")

    town.say(OWNER, "/misdatos", "atrás")

    assert "<b>Solicitud de cargo</b>" in town.text(OWNER)


def test_writing_the_command_on_an_open_page_leads_to_the_first_one(town: City) -> None:
    claim(town, town.board(), ANA)
    town.say(OWNER, "/juntas").press(OWNER, "queue", "1")

    town.say(OWNER, "/juntas")

    assert "con contacto</b>" in town.text(OWNER)


def test_a_claim_of_another_localidad_is_neither_shown_nor_decided(town: City) -> None:
    team(town)
    wanted = claim(town, town.board(), ANA)
    before = deeds(town)

    town.forge(SAUL, f"go:juntas:c{wanted}")

    assert town.text(SAUL).startswith("Eso no está en su parte del trabajo. No cambié nada.\n\n<b>Todavía no hay")
    assert "Ana" not in "".join(town.texts(SAUL))
    assert deeds(town) == before


@pytest.mark.parametrize("step", ["approve", "reject", "inquire", "board"])
def test_a_board_that_moved_to_another_localidad_is_out_of_reach_at_once(town: City, step: str) -> None:
    team(town)
    board = south(town)
    wanted = claim(town, board, ANA, role="fiscal")
    town.forge(SAUL, f"go:juntas:c{wanted}")
    town.tx.execute("UPDATE board SET localidad = 'Histórica y del Caribe Norte'")
    before = deeds(town)

    town.press(SAUL, step)

    assert deeds(town) == before
    assert "no está en su parte del trabajo" in town.text(SAUL)


@pytest.mark.parametrize("step", ["reject", "inquire"])
def test_words_for_a_claim_that_moved_out_of_reach_are_not_sent(town: City, step: str) -> None:
    team(town)
    wanted = claim(town, south(town), ANA, role="fiscal")
    town.forge(SAUL, f"go:juntas:c{wanted}").press(SAUL, step)
    town.tx.execute("UPDATE board SET localidad = 'Histórica y del Caribe Norte'")

    town.say(SAUL, "No figura en el acta")

    assert status(town, wanted) == "waiting"
    assert town.texts(ANA) == []


def test_a_revoked_coordinator_cannot_finish_what_is_on_the_screen(town: City) -> None:
    team(town)
    wanted = claim(town, town.board(), ANA, role="fiscal")
    town.forge(CARLA, f"go:juntas:c{wanted}")
    approve = town.button(CARLA, "approve")
    staff.revoke(town.tx, town.column("SELECT id FROM staff WHERE chat_id = ?", CARLA)[0], OWNER, town.now)
    before = deeds(town)

    town.forge(CARLA, approve).forge(CARLA, f"go:juntas:c{wanted}").say(CARLA, "/juntas")

    assert deeds(town) == before
    assert status(town, wanted) == "waiting"


def test_a_press_copied_from_a_colleagues_screen_decides_nothing(town: City) -> None:
    team(town)
    wanted, other = claim(town, town.board(), ANA, role="fiscal"), claim(town, south(town), LUIS, role="fiscal")
    town.forge(CARLA, f"go:juntas:c{wanted}")
    town.forge(SAUL, f"go:juntas:c{other}")
    town.say(SAUL, "/juntas")
    before = deeds(town)

    town.forge(SAUL, town.button(CARLA, "approve")).forge(ANA, town.button(CARLA, "approve"))

    assert deeds(town) == before


def test_made_up_button_data_change_nothing_and_show_where_one_is(town: City) -> None:
    board = town.board()
    president(town, board, MARTA)
    wanted = claim(town, board, ANA)
    town.forge(OWNER, f"go:juntas:c{wanted}")
    version = town.button(OWNER, "approve").rpartition(":")[2]
    before = deeds(town)

    for question, value in (
        ("claim", "switch"),
        ("replace", "switch"),
        ("claim", "c1"),
        ("claim", ""),
        ("reject", "x"),
    ):
        town.forge(OWNER, f"juntas:{question}:{value}:{version}")

    assert deeds(town) == before
    assert "<b>Solicitud de cargo</b>" in town.text(OWNER)


def test_no_name_of_a_person_lies_in_the_state_of_a_chat(town: City) -> None:
    board = town.board()
    president(town, board, LUIS)
    wanted = claim(town, board, ANA)
    town.forge(OWNER, f"go:juntas:c{wanted}").press(OWNER, "approve", "switch")
    town.say(OWNER, "atrás").press(OWNER, "find").say(OWNER, "Ana Pérez")

    (state,) = town.column("SELECT state FROM chat WHERE chat_id = ?", OWNER)

    assert "Encontré 1" in town.text(OWNER)
    assert not any(name in state for name in ("Ana", "Pérez", "Luis"))
