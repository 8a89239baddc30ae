"""The survey of needs from the first question to the thanks: how long it takes, what is seen, what is kept."""

import json
import re
from typing import Any

from tests.boards.city import OWNER, City
from tests.survey.answers import LONGEST, answer, begin, open_question
from tests.survey.town import ROSA, entries, status

_LONGEST_SCREEN, _MOST_ACTIONS = 500, 45


def shown(text: str) -> str:
    return re.sub(r"</?b>", "", text)


def choose(town: City, wanted: str) -> int:
    """Press the first choice, or type where there is none; boxes are closed with «Listo». How many actions it took."""
    values = town.values(ROSA)
    first = next((value for value in values if re.fullmatch(r"[cv]\d+", value)), None)
    if first is None:
        town.say(ROSA, wanted)
        return 1
    town.press(ROSA, first)
    if "ready" not in values:
        return 1
    town.press(ROSA, "ready")
    return 2


def test_pressing_through_the_longest_way_takes_few_actions_and_no_screen_is_long(town: City) -> None:
    began = len(town.said[ROSA])
    begin(town)
    actions = 2
    typed = {"n05": "6", "n08": "4", "n11": "5", "n17": "2", "n34": "Hacer un presupuesto."}
    while name := open_question(town):
        # On the way on which most is asked, not the first choice of everything.
        other = {"n21": "c2", "n30": "c1"}.get(name)
        if other:
            town.press(ROSA, other)
        actions += 1 if other else choose(town, typed.get(name, ""))
    town.press(ROSA, "send")
    actions += 1

    assert status(town) == ["complete"]
    assert actions <= _MOST_ACTIONS
    seen = [shown(text) for text in town.texts(ROSA)[began:]]
    assert max(len(text) for text in seen) <= _LONGEST_SCREEN
    seconds = 5 * actions + sum(len(text) for text in seen) / 15
    assert seconds < 12 * 60


def test_everything_can_be_typed_and_is_kept_as_it_was_meant(town: City) -> None:
    begin(town)
    count = answer(town, LONGEST)
    town.say(ROSA, "enviar")

    assert count == len(LONGEST) == 32
    assert status(town) == ["complete"]
    kept = {path.rpartition("/")[2]: value for path, value in entries(town).items()}
    assert kept["n09"] == "works education"
    assert kept["n12"] == "seat computer"
    assert kept["n13"] == "to5"
    assert kept["n16"] == "yes"
    assert kept["n31"] == "policies"
    assert kept["n34"] == "Hacer un presupuesto."
    assert kept["known_role"] == "president"


def test_it_ends_with_thanks_what_comes_next_and_the_boards_own_scores(town: City) -> None:
    begin(town)
    answer(town, LONGEST)
    town.press(ROSA, "send")

    assert "Gracias" in town.text(ROSA)
    assert "le propone talleres" in town.text(ROSA)
    # n06 100, n07 50, n08 100 (three are enough), n09 67, n10 50
    assert "Plan y organización: <b>73</b>" in town.text(ROSA)
    # n16 100, n18 67, n19 100
    assert "Acceso a información: <b>89</b>" in town.text(ROSA)


def test_what_nobody_answered_is_missing_in_a_score_and_not_zero(town: City) -> None:
    begin(town)
    answer(town, {**LONGEST, "n06": "sí", "n07": "omitir", "n08": "omitir", "n09": "prefiero no responder", "n10": "1"})
    town.press(ROSA, "send")

    assert "Plan y organización: <b>100</b>" in town.text(ROSA)


def test_a_board_that_says_no_is_let_go_kindly_and_may_change_its_mind(town: City) -> None:
    begin(town).say(ROSA, "no")
    assert status(town) == ["refused"]
    assert "Está bien" in town.text(ROSA)
    begin(town)

    assert status(town) == ["started"]
    assert open_question(town) == "n01"
    town.say(ROSA, "sí")
    assert open_question(town) == "n02"


def test_after_it_was_sent_nothing_is_asked_again_and_the_result_is_shown(town: City) -> None:
    begin(town)
    answer(town, LONGEST)
    old = town.button(ROSA, "send")
    town.press(ROSA, "send").forge(ROSA, old).say(ROSA, "/encuesta")

    assert status(town) == ["complete"]
    assert "está enviada la encuesta" in town.text(ROSA)
    assert "Recursos: <b>" in town.text(ROSA)


def test_what_the_register_knows_is_confirmed_on_one_screen(town: City) -> None:
    begin(town).say(ROSA, "sí")

    assert "Barrio Manga" in town.text(ROSA)
    assert "Histórica y del Caribe Norte" in town.text(ROSA)
    assert "Presidente" in town.text(ROSA)


def test_where_one_is_stands_on_every_question_and_ends_at_the_last(town: City) -> None:
    begin(town)
    places = []
    while name := open_question(town):
        places.append(re.search(r"(\d+) de (\d+)", town.text(ROSA)))
        town.say(ROSA, LONGEST[name])

    numbers = [int(place[1]) for place in places if place]
    assert numbers == list(range(1, 33))
    assert places[-1] is not None
    assert places[-1][2] == "32"


def test_no_answer_and_no_name_is_in_the_state_of_the_chat(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n34")
    town.say(ROSA, "Contabilidad sencilla.")
    (state,) = town.column("SELECT state FROM chat WHERE chat_id = ?", ROSA)

    place: dict[str, Any] = json.loads(state)["positions"]["encuesta"]
    assert set(place) <= {"board", "key", "page", "edit", "section", "hits"}
    assert "Contabilidad" not in state
    assert "Manga" not in state


def test_an_answered_question_is_frozen_with_its_answer(town: City) -> None:
    begin(town).say(ROSA, "sí")
    edits = [row[0] for row in town.tx.execute("SELECT payload FROM outbox WHERE method = 'edit' ORDER BY id")]

    assert "¿Acepta participar" in edits[-1]
    assert "<b>Sí</b>" in edits[-1]
    assert "reply_markup" not in edits[-1]


def test_the_team_sees_every_board_counted_once(town: City) -> None:
    town.board("JAC La Boquilla", barrio="La Boquilla", localidad="De la Virgen y Turística")
    begin(town).say(ROSA, "sí")
    town.welcomed(OWNER).say(OWNER, "/encuesta")

    text = town.text(OWNER)
    assert "0 de 2 juntas" in text
    assert "empezada: 1" in text
    assert "sin invitar: 1" in text
    assert "Histórica y del Caribe Norte: 0 de 1" in text
