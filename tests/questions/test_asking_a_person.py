"""What no card answers, or a card that did not help, leads to somebody of the team."""

from tests.boards.city import OWNER, City
from tests.questions.conftest import ANA


def test_who_gets_no_answer_is_offered_a_person_first(town: City) -> None:
    town.say(ANA, "¿Cómo arreglo la nevera de mi casa que gotea por debajo?")

    assert "No tengo una respuesta segura" in town.text(ANA)
    assert next(iter(town.buttons(ANA).values())) == "go:persona"


def test_a_card_that_did_not_help_goes_along_with_the_question(town: City) -> None:
    card = next(iter(town.house.shelf.library.cards.values()))  # type: ignore[union-attr]
    town.forge(ANA, f"go:consulta:{card.id}")
    town.forge(ANA, town.button(ANA, "No me sirvió"))
    town.forge(ANA, town.button(ANA, "Hablar con alguien"))
    town.say(ANA, "No me quedó claro lo del plazo, ¿cuántos días son?")

    assert town.column("SELECT topic FROM ticket") == [card.id]
    assert "No le sirvió la ficha" in town.text(OWNER)
    assert card.question[:40] in town.text(OWNER)


def test_a_question_for_the_team_is_not_answered_by_a_card(town: City) -> None:
    town.say(ANA, "/persona", "¿Qué es el RUP y quién lo necesita?")

    assert town.column("SELECT count(*) FROM ticket") == [1]
    assert "¿Qué es el RUP y quién lo necesita?" in town.text(OWNER)
    assert town.column("SELECT count(*) FROM card_use") == [0]


def test_after_the_ticket_is_settled_cards_answer_again(town: City) -> None:
    town.say(ANA, "/persona", "¿Quién me ayuda?")
    town.forge(ANA, "go:persona:r1")
    town.say(ANA, "¿Qué es el RUP?")

    assert town.column("SELECT count(*) FROM ticket_message") == [1]
    assert town.column("SELECT sum(shown) FROM card_use") == [1]
