"""People do other things, come back, restart, go back, change their minds, and answer together."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import submissions
from tests.boards.city import City
from tests.survey.answers import LONGEST, answer, begin, open_question
from tests.survey.town import ANA, PEDRO, ROSA, asking, entries, restarted, status


def inside(town: City) -> bool:
    """Whether a question of the survey is open."""
    (state,) = town.column("SELECT state FROM chat WHERE chat_id = ?", ROSA)
    return '"focus":"encuesta"' in state


def kept(town: City) -> dict[str, str]:
    """What stands in the end, without what is different in every filling."""
    return {path: value for path, value in entries(town).items() if value and "instanceID" not in path}


# --- pausing --------------------------------------------------------------------------------------------------------


def test_something_else_is_done_and_the_same_question_comes_back(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n12")
    town.say(ROSA, "/mijunta", "/encuesta")

    assert open_question(town) == "n12"
    assert "¿Con qué cuenta la junta?" in town.text(ROSA)


def test_cancelling_says_what_is_kept_and_where_it_goes_on(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n09")
    town.say(ROSA, "cancelar")
    assert "queda guardado" in town.text(ROSA)
    assert town.buttons(ROSA) == {"Seguir la encuesta": "go:encuesta"}
    town.press(ROSA, "encuesta")

    assert open_question(town) == "n09"


def test_after_a_restart_it_goes_on_with_everything_that_was_answered(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n20")
    before = kept(town)
    restarted(town)
    answer(town, LONGEST)

    assert before.items() <= kept(town).items()
    town.press(ROSA, "send")
    assert status(town) == ["complete"]


def test_a_turn_that_fails_leaves_nothing_of_the_answer(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n08")
    before = kept(town)
    town.tx.execute("CREATE TRIGGER broken BEFORE INSERT ON submission_entry BEGIN SELECT RAISE(ABORT, 'broken'); END")
    with pytest.raises(Exception, match="broken"):
        town.say(ROSA, "24")
    town.tx.execute("DROP TRIGGER broken")
    assert kept(town) == before
    town.say(ROSA, "4")

    assert kept(town)["/data/plan/n08"] == "4"
    assert town.column("SELECT old FROM submission_entry WHERE path LIKE '%n08'") == [""]


# --- going back and changing ----------------------------------------------------------------------------------------


def test_back_shows_the_answer_and_leaving_it_goes_on_where_one_was(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n11")
    town.press(ROSA, "back", "back")
    assert open_question(town) == "n09"
    assert town.button(ROSA, "✓ Obras")
    town.press(ROSA, "ready")

    assert open_question(town) == "n11"


def test_a_changed_answer_asks_only_what_depends_on_it(town: City) -> None:
    begin(town)
    answer(town, {**LONGEST, "n16": "no"})
    town.press(ROSA, "s3", "a0").say(ROSA, "sí")
    assert open_question(town) == "n17"
    town.say(ROSA, "2")
    assert open_question(town) == "n18"
    town.say(ROSA, "incompleta")

    assert "Acceso a información" in town.text(ROSA)
    assert "1 a 4 de 4" in town.text(ROSA)
    town.press(ROSA, "back", "send")
    assert status(town) == ["complete"]


def test_an_answer_that_no_longer_matters_is_left_out_and_comes_back_with_its_reason(town: City) -> None:
    begin(town)
    answer(town, LONGEST)
    town.press(ROSA, "s3", "a0").say(ROSA, "no")
    assert "1 a 2 de 2" in town.text(ROSA)
    town.press(ROSA, "a0").say(ROSA, "sí")

    assert "1 a 4 de 4" in town.text(ROSA)
    assert "Completa y tarde" in town.text(ROSA)


def test_none_of_these_clears_the_other_boxes_and_the_other_way_round(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n09")
    town.press(ROSA, "Obras", "Salud", "Ninguna")
    assert kept(town)["/data/plan/n09"] == "none"
    town.press(ROSA, "Educación")
    assert kept(town)["/data/plan/n09"] == "education"
    town.say(ROSA, "1 y 8")

    assert open_question(town) == "n09"
    assert "va sin otras opciones" in town.text(ROSA)


_STEPS = st.lists(st.sampled_from(["back", "keep", "restart", "cancel", "old", "again", "other", "help"]), max_size=12)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_STEPS, st.integers(1, 12))
def test_any_detour_ends_with_the_same_answers_as_the_straight_way(steps: list[str], every: int) -> None:
    with asking() as straight:
        begin(straight)
        answer(straight, LONGEST)
        wanted = kept(straight)
    with asking() as town:
        begin(town)
        old, waiting, count = town.button(ROSA, "c0"), list(steps), 0
        while True:
            name = open_question(town)
            if not name and not waiting:
                break
            if waiting and count % every == 0:
                _detour(town, waiting.pop(), old)
                if not inside(town):
                    town.say(ROSA, "/encuesta")  # back from the first question leads out
                name = open_question(town)
            if name:
                town.say(ROSA, LONGEST[name])
            count += 1
        town.press(ROSA, "send")

        assert kept(town) == wanted
        assert status(town) == ["complete"]


def _detour(town: City, step: str, old: str) -> None:
    values = town.values(ROSA)
    if step == "restart":
        restarted(town)
    elif step == "old":
        town.forge(ROSA, old)
    elif step == "again" and values:
        data = town.button(ROSA, values[-1])
        town.forge(ROSA, data).forge(ROSA, data)
    elif step == "other":
        town.say(ROSA, "/misdatos", "/encuesta")
    elif step == "cancel":
        town.say(ROSA, "cancelar", "/encuesta")
    elif step in values:
        town.press(ROSA, step)


# --- presses that come late -----------------------------------------------------------------------------------------


def test_a_press_on_an_earlier_question_or_twice_changes_nothing(town: City) -> None:
    begin(town)
    first = town.button(ROSA, "c0")
    town.press(ROSA, "c0")
    second = town.button(ROSA, "c0")
    town.press(ROSA, "c0")
    before = entries(town)
    town.forge(ROSA, first).forge(ROSA, second).forge(ROSA, second)

    assert entries(town) == before
    assert open_question(town) == "n05"


def test_a_press_copied_from_somebody_elses_screen_changes_nothing(town: City) -> None:
    begin(town)
    data = town.button(ROSA, "c1")
    town.welcomed(ANA).forge(ANA, data)

    assert status(town) == ["started"]
    assert "/data/identificacion/n01" not in entries(town)


# --- together -------------------------------------------------------------------------------------------------------


def test_the_second_officer_is_told_who_began_and_may_go_on(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n10")
    town.say(PEDRO, "/encuesta")
    assert f"La empezó Persona {ROSA}" in town.text(PEDRO)
    town.press(PEDRO, "continue")
    assert open_question(town, PEDRO) == "n10"
    answer(town, LONGEST, PEDRO)
    town.press(PEDRO, "send")

    assert status(town) == ["complete"]
    assert town.column("SELECT count(DISTINCT person_id) FROM submission_entry WHERE by_form = 0") == [2]


def test_a_question_that_another_officer_took_away_is_not_answered_by_its_old_button(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n18")
    town.say(PEDRO, "/encuesta").press(PEDRO, "continue")
    for _ in range(2):
        town.press(PEDRO, "back")
    town.say(PEDRO, "no").press(ROSA, "c0")

    assert "/data/informacion/n18" not in kept(town)
    assert open_question(town) == "n19"


def test_who_holds_no_office_any_more_answers_nothing(town: City) -> None:
    begin(town).say(ROSA, "sí")
    data = town.button(ROSA, "c0")
    town.tx.execute("UPDATE officer SET until = 1, ended = 'left' WHERE role = 'president'")
    before = entries(town)
    town.forge(ROSA, data).say(ROSA, "sí")

    assert entries(town) == before


def test_somebody_without_a_board_is_told_what_to_do_first(town: City) -> None:
    town.welcomed(ANA).say(ANA, "/encuesta")

    assert "Primero registre la suya" in town.text(ANA)
    assert "Registrar mi junta" in town.buttons(ANA)


def test_of_several_boards_one_is_chosen_by_its_number(town: City) -> None:
    other = town.board("JAC La Boquilla", barrio="La Boquilla")
    (person,) = town.column("SELECT id FROM person WHERE chat_id = ?", ROSA)
    town.tx.execute(
        "INSERT INTO officer (board_id, person_id, role, since) VALUES (?, ?, 'fiscal', 0)", (other, person)
    )
    town.say(ROSA, "/encuesta")
    assert "1 a 2 de 2" in town.text(ROSA)
    town.say(ROSA, "2").press(ROSA, "begin").say(ROSA, "sí")

    assert "La Boquilla" in town.text(ROSA)
    assert town.column("SELECT board_id FROM submission") == [other]


def test_erasing_takes_the_persons_own_words_out_of_the_answers_and_leaves_the_rest(town: City) -> None:
    begin(town)
    answer(town, {**LONGEST, "n34": "Llamen a Rosa"})
    town.say(ROSA, "/misdatos")
    town.press(ROSA, "erase", "erase")

    assert town.column("SELECT count(*) FROM person WHERE chat_id = ?", ROSA) == [0]
    assert town.column("SELECT count(*) FROM submission_entry WHERE new LIKE '%Rosa%' OR old LIKE '%Rosa%'") == [0]
    assert "works education" in entries(town).values()


def test_two_records_of_a_board_become_one_and_the_fuller_answers_stay(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n10")
    (kept_board,) = town.column("SELECT board_id FROM submission")
    other = town.board("JAC Manga", barrio="Manga")
    submissions.move(town.tx, kept_board, other)

    assert town.column("SELECT board_id FROM submission WHERE aside = 0") == [other]
