"""Somebody asks the team: from anywhere, about the right board, in their own words, with a number to quote."""

from datetime import UTC, datetime

import pytest

from conversations.inputs import Attached, AttachmentKind
from storage.tickets import has_open_ticket
from tests.boards.city import OWNER
from tests.tickets.counter import CARLA, OLGA, PEDRO, QUESTION, ROSA, SAUL, SOUTH, Counter, asked, heard, presides


def test_a_question_gets_a_number_a_promise_and_reaches_everybody_who_may_answer(town: Counter) -> None:
    board = presides(town, ROSA)
    town.say(ROSA, "quiero hablar con una persona")
    assert "Escriba su pregunta" in town.text(ROSA)
    assert "hoy o el próximo día hábil" in town.text(ROSA)
    town.write(ROSA, QUESTION)

    assert "número 1" in town.text(ROSA)
    assert "hoy o el próximo día hábil" in town.text(ROSA)
    assert (town.ticket("status"), town.ticket("board_id")) == ("open", board)
    for chat in (OWNER, CARLA):
        assert "Consulta 1 de Persona 501" in town.text(chat)
        assert "Barrio Manga" in town.text(chat)
        assert QUESTION in town.text(chat)
    assert town.said[SAUL] == []
    assert town.said[OLGA] == []


def test_a_question_about_a_board_of_the_south_reaches_its_coordinator(town: Counter) -> None:
    presides(town, ROSA, localidad=SOUTH, comuna="11", barrio="Ceballos")
    asked(town)

    assert QUESTION in town.text(SAUL)
    assert QUESTION in town.text(CARLA)


def test_who_serves_two_boards_is_asked_which(town: Counter) -> None:
    presides(town, ROSA)
    second = presides(town, ROSA, "Junta de Acción Comunal La Boquilla", barrio="La Boquilla")
    town.say(ROSA, "/persona")
    assert "De cuál junta" in town.text(ROSA)
    town.say(ROSA, "2")
    assert "Escriba su pregunta" in town.text(ROSA)
    town.write(ROSA, QUESTION)

    assert town.ticket("board_id") == second


def test_a_question_of_no_board_reaches_every_coordinator(town: Counter) -> None:
    presides(town, ROSA)
    presides(town, ROSA, "Junta de Acción Comunal La Boquilla", barrio="La Boquilla")
    town.say(ROSA, "/persona").press(ROSA, "none")
    town.write(ROSA, QUESTION)

    assert town.ticket("board_id") is None
    assert QUESTION in town.text(SAUL)


def test_out_of_hours_the_next_working_day_is_promised(town: Counter) -> None:
    town.now = datetime(2026, 11, 28, 15, 0, tzinfo=UTC)  # a Saturday
    town.say(ROSA, "/persona")
    assert "lunes a viernes" in town.text(ROSA)
    town.write(ROSA, QUESTION)

    assert "el próximo día hábil" in town.text(ROSA)
    assert "hoy" not in town.text(ROSA)


@pytest.mark.parametrize("kind", ["voice", "photo", "document"])
def test_a_voice_note_a_photo_or_a_file_is_a_question_too(town: Counter, kind: AttachmentKind) -> None:
    town.say(ROSA, "/persona")
    sent = town.attach(ROSA, kind)

    assert town.said[CARLA][-1] == {"from_chat_id": ROSA, "message_id": sent}
    assert "Consulta 1 de" in town.text(CARLA, 2)
    assert "número 1" in town.text(ROSA)


def test_a_sticker_is_no_question(town: Counter) -> None:
    town.say(ROSA, "/persona")
    town.write(ROSA, Attached("sticker"))

    assert town.column("SELECT count(*) FROM ticket") == [0]
    assert "sticker" in town.text(ROSA)


def test_a_very_long_question_arrives_whole(town: Counter) -> None:
    town.say(ROSA, "/persona")
    sent = town.write(ROSA, "Le cuento todo. " * 200)

    assert town.said[CARLA][-1] == {"from_chat_id": ROSA, "message_id": sent}
    assert len(town.text(CARLA, 2)) < 2000


def test_what_is_written_while_nothing_is_asked_goes_into_the_open_ticket(town: Counter) -> None:
    asked(town)
    town.write(ROSA, "Es la del barrio Manga")
    sent = town.attach(ROSA, "photo")

    assert "Es la del barrio Manga" in heard(town, CARLA)
    assert {"from_chat_id": ROSA, "message_id": sent} in town.said[CARLA]
    assert "Se lo pasé al equipo" in town.text(ROSA)
    assert town.column("SELECT kind FROM ticket_message") == ["text", "text", "photo"]
    assert town.column("SELECT count(*) FROM ticket") == [1]


def test_an_answer_to_an_open_question_stays_an_answer(town: Counter) -> None:
    town.board()
    asked(town)
    town.say(ROSA, "/registrar", "manga")

    assert "manga" not in heard(town, CARLA)
    assert town.column("SELECT count(*) FROM ticket_message") == [1]


def test_orders_are_orders_while_a_ticket_is_open(town: Counter) -> None:
    asked(town)
    town.say(ROSA, "mis datos")

    assert town.column("SELECT count(*) FROM ticket_message") == [1]


def test_who_asks_in_the_middle_of_something_goes_on_there_afterwards(town: Counter) -> None:
    town.board()
    town.say(ROSA, "/registrar")
    before = town.text(ROSA)
    asked(town)

    assert town.column("SELECT count(*) FROM ticket") == [1]
    assert town.text(ROSA).splitlines()[-1] == before.splitlines()[-1]
    assert "número 1" in town.text(ROSA, 2)


def test_a_second_time_one_writes_in_the_same_ticket(town: Counter) -> None:
    asked(town)
    town.say(ROSA, "/persona")
    assert "Su consulta 1" in town.text(ROSA)
    town.write(ROSA, "¿Hay alguien?")

    assert town.column("SELECT count(*) FROM ticket") == [1]


def test_the_way_out_asks_nobody_anything(town: Counter) -> None:
    town.say(ROSA, "/persona").press(ROSA, "back")

    assert town.column("SELECT count(*) FROM ticket") == [0]
    assert town.said[CARLA] == []


def test_after_two_refusals_a_person_is_one_of_the_other_ways(town: Counter) -> None:
    town.board()
    town.say(ROSA, "/registrar", "manga", "qué sé yo de eso", "tampoco entiendo eso")

    assert "go:persona" in town.buttons(ROSA).values()


def test_home_leads_to_a_person(town: Counter) -> None:
    town.say(ROSA, "hola")

    assert town.buttons(ROSA)["Hablar con alguien"] == "go:persona"


def test_without_permission_for_the_service_nothing_is_kept(town: Counter) -> None:
    town.say(7, "/persona")
    town.write(7, QUESTION)

    assert town.column("SELECT count(*) FROM ticket") == [0]
    assert town.said[CARLA] == []


def test_somebody_else_has_a_ticket_of_their_own(town: Counter) -> None:
    asked(town)
    asked(town, PEDRO, "¿Y el libro de actas?")

    assert town.column("SELECT id FROM ticket") == [1, 2]
    assert "número 2" in town.text(PEDRO)


def test_while_a_ticket_is_open_its_board_and_person_are_to_be_left_alone(town: Counter) -> None:
    board, other = presides(town, ROSA), presides(town, PEDRO, "JAC La Boquilla", barrio="La Boquilla")
    asked(town)
    person = town.ticket("person_id")

    assert has_open_ticket(town.tx, person_id=person)
    assert has_open_ticket(town.tx, board_id=board)
    assert not has_open_ticket(town.tx, board_id=other)
    town.say(ROSA, "/persona").press(ROSA, "resolved")
    assert not has_open_ticket(town.tx, person_id=person, board_id=board)
