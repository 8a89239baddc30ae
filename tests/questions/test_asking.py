"""A president asks in everyday words: the right card comes with its source, or the bot says that it does not know."""

import re
from datetime import UTC, datetime

import pytest

from tests.boards.city import OWNER, City
from tests.questions.conftest import ANA


def test_a_question_in_everyday_words_brings_its_card_with_source_and_date(town: City) -> None:
    town.say(ANA, "vale y eso de la minima cuantia como es")

    text = town.text(ANA)
    assert "¿Qué es la mínima cuantía?" in text
    assert "Fuente: Ley 1150 de 2007" in text
    assert "Vigente a 22 de noviembre de 2026" in text
    assert "Ver pasos y ejemplo" in town.buttons(ANA)


def test_amounts_are_worked_out_for_today_and_never_typed(town: City) -> None:
    town.say(ANA, "/consulta cuantias-cartagena")

    assert "$175.090.500" in town.text(ANA)
    assert "{" not in town.text(ANA)


def test_a_year_whose_amounts_are_not_known_says_so_instead_of_guessing(town: City) -> None:
    town.now = datetime(2027, 1, 15, 15, tzinfo=UTC)

    town.say(ANA, "/consulta cuantias-cartagena")

    text = town.text(ANA)
    assert "Todavía no tengo los valores de 2027" in text
    assert "se revisó para usarla hasta el 31 de diciembre de 2026" in text
    assert "$" not in text


def test_a_card_of_middling_confidence_names_whom_to_ask(town: City) -> None:
    library = town.house.shelf.library
    assert library is not None
    unsure = [card for card in library.cards.values() if card.confidence != "high"]
    assert unsure
    for card in unsure:
        town.say(ANA, f"/consulta {card.id}")

        assert f"confirme con {card.confirm_with}" in town.text(ANA), card.id


def test_every_card_fits_and_every_one_of_its_buttons_leads_somewhere(town: City) -> None:
    library = town.house.shelf.library
    assert library is not None
    for card_id in library.cards:
        town.say(ANA, f"/consulta {card_id}")
        assert len(re.sub("<[^>]+>", "", town.text(ANA))) <= 900, card_id
        for data in list(town.buttons(ANA).values()):
            said = len(town.said[ANA])
            town.forge(ANA, data)
            assert len(town.said[ANA]) > said, (card_id, data)


def test_what_no_card_answers_is_said_honestly_and_counted_without_a_name(town: City) -> None:
    town.say(ANA, "a que hora pasa el camion de la basura, mi numero es 3000000001")

    assert "No tengo una respuesta segura" in town.text(ANA)
    ((body, asked),) = town.tx.execute("SELECT body, asked FROM unanswered").fetchall()
    assert asked == 1
    assert "camion de la basura" in body
    assert "3000000001" not in body


@pytest.mark.parametrize(
    ("said", "answer"),
    [("gracias mi hermano muy amable", "gusto"), ("quien eres", "Soy un programa"), ("😀😀", "No entendí")],
)
def test_small_talk_gets_a_human_answer(town: City, said: str, answer: str) -> None:
    town.say(ANA, said)

    assert answer in town.text(ANA)
    assert town.column("SELECT count(*) FROM card_use") == [0]


def test_asking_in_the_middle_of_a_registration_leaves_its_question_open(town: City) -> None:
    town.say(ANA, "/registrar")

    town.say(ANA, "oiga y que es eso del rup")

    card, question = town.texts(ANA)[-2:]
    assert "RUP" in card
    assert "¿Qué va a registrar?" in question
    town.press(ANA, "jac")
    assert "nombre" in town.text(ANA).casefold()


def test_a_question_is_not_taken_for_the_name_of_a_board_but_a_name_is(town: City) -> None:
    town.say(ANA, "/registrar").press(ANA, "jac")

    town.say(ANA, "¿qué es el RUP?")
    assert "RUP" in town.text(ANA, 2)

    town.say(ANA, "Junta de Acción Comunal Los Almendros")
    assert "localidad" in town.text(ANA).casefold()


def test_whether_it_helped_is_counted_and_who_was_not_helped_is_offered_more(town: City) -> None:
    town.say(ANA, "/consulta que-es-el-rup")
    town.press(ANA, "n-que-es-el-rup")

    assert "Gracias por decirlo" in town.text(ANA)
    assert town.column("SELECT shown || failed FROM card_use WHERE card_id = 'que-es-el-rup'") == ["11"]


def test_all_cards_are_reached_by_theme(town: City) -> None:
    library = town.house.shelf.library
    assert library is not None
    town.say(ANA, "/consulta")
    pages = [data for data in town.buttons(ANA).values() if ":c-" in data]

    reached: set[str] = set()
    for page in pages:
        town.forge(ANA, page)
        assert len(town.text(ANA)) <= 500
        reached |= {data.split(":")[2] for data in town.buttons(ANA).values() if data.count(":") == 2}
        pages += [data for data in town.buttons(ANA).values() if ":c-" in data and data not in pages]

    assert reached >= library.cards.keys()


def test_who_did_not_accept_the_notice_is_asked_first_and_then_gets_the_card(town: City) -> None:
    stranger = 502
    town.say(stranger, "/consulta que-es-el-rup")
    assert "RUP" not in town.text(stranger)

    for _ in range(12):
        values = town.values(stranger)
        town.press(stranger, next(v for v in ("yes", "continue") if v in values))
        if "RUP" in town.text(stranger):
            break

    assert "Fuente" in town.text(stranger)


def test_the_team_sees_what_is_asked_most_and_what_no_card_answers_and_nobody_else_does(town: City) -> None:
    town.say(ANA, "/consulta que-es-el-rup").press(ANA, "s-que-es-el-rup")
    for _ in range(2):
        town.say(ANA, "a que hora pasa el camion de la basura")

    town.say(OWNER, "/consulta gaps")
    if "pasa el camion" not in town.text(OWNER):
        town.welcomed(OWNER).say(OWNER, "/consulta gaps")
    town.say(ANA, "/consulta gaps")

    told = town.text(OWNER)
    assert "1 veces" not in told
    assert "sirvió 1, no sirvió 0" in told
    assert "pasa el camion de la basura»: 2 veces" in told
    assert "camion" not in town.text(ANA)
    assert "Ver qué falta" not in town.buttons(ANA)


def test_a_button_with_a_made_up_card_shows_the_themes(town: City) -> None:
    town.forge(ANA, "go:consulta:no-such-card")

    assert "¿Qué quiere saber" in town.text(ANA)
