"""/bandeja: what waits, oldest first; one ticket and what can be done with it."""

from tests.boards.city import OWNER
from tests.tickets.counter import CARLA, OLGA, PEDRO, QUESTION, ROSA, SAUL, SOUTH, Counter, asked, heard, presides


def test_an_empty_inbox_says_so(town: Counter) -> None:
    town.say(CARLA, "/bandeja")

    assert "No hay consultas abiertas" in town.text(CARLA)


def test_the_list_begins_with_what_waits_longest_and_its_counts_add_up(town: Counter) -> None:
    asked(town)
    town.later(hours=3)
    asked(town, PEDRO)
    town.answer(OWNER, "Ya le digo")
    town.say(CARLA, "/bandeja")

    text = town.text(CARLA)
    assert "1 por responder, 1 respondidas sin cerrar" in text
    assert text.index("Consulta 1, Persona 501: sin tomar, hace 3 horas") < text.index("Consulta 2, Persona 502")
    assert "En total: 2." in text


def test_a_long_list_has_pages(town: Counter) -> None:
    town.welcomed(*range(600, 607))
    for chat in range(600, 607):
        asked(town, chat)
    town.say(CARLA, "/bandeja")
    assert "De la 1 a la 5, de 7" in town.text(CARLA)
    town.press(CARLA, "next")

    assert "De la 6 a la 7, de 7" in town.text(CARLA)
    town.press(CARLA, "t7")
    assert "Consulta 7 de Persona 606" in town.text(CARLA)


def test_a_ticket_shows_who_which_board_and_what_was_written(town: Counter) -> None:
    presides(town, ROSA)
    asked(town)
    town.attach(ROSA, "photo")
    town.answer(CARLA, "La estoy mirando")
    town.say(CARLA, "/bandeja").press(CARLA, "t1")

    text = town.text(CARLA)
    for piece in ("Persona 501", "Barrio Manga", QUESTION, "(foto)", "La estoy mirando", "3 de 3", "usted ("):
        assert piece in text


def test_an_answer_in_own_words_from_the_inbox(town: Counter) -> None:
    asked(town)
    town.say(CARLA, "/bandeja").press(CARLA, "t1", "answer")
    town.write(CARLA, "Se saca en la DIAN")

    assert "Se saca en la DIAN" in town.text(ROSA)
    assert town.ticket("assignee") == CARLA


def test_a_photo_from_the_inbox(town: Counter) -> None:
    asked(town)
    town.forge(CARLA, "go:bandeja:a1")
    sent = town.attach(CARLA, "photo")

    assert town.said[ROSA][-1] == {"from_chat_id": CARLA, "message_id": sent}


def test_a_ready_answer_is_read_before_it_is_sent(town: Counter) -> None:
    asked(town)
    said = len(town.said[ROSA])
    town.say(CARLA, "/bandeja").press(CARLA, "t1", "canned", "c1")
    assert "Esto le llega a Persona 501" in town.text(CARLA)
    assert len(town.said[ROSA]) == said
    town.press(CARLA, "send")

    assert "Estamos mirando su pregunta" in town.text(ROSA)
    assert town.ticket("status") == "answered"


def test_a_ticket_is_taken_and_passed_on_and_left_again(town: Counter) -> None:
    asked(town)
    town.say(CARLA, "/bandeja").press(CARLA, "t1", "mine")
    assert town.ticket("assignee") == CARLA
    town.press(CARLA, "give", f"m{OWNER}")
    assert town.ticket("assignee") == OWNER
    assert "Le pasaron la consulta 1" in town.text(OWNER)
    town.press(CARLA, "give", "queue")

    assert town.ticket("assignee") is None


def test_who_was_passed_a_ticket_answers_the_news_of_it(town: Counter) -> None:
    asked(town)
    town.say(CARLA, "/bandeja").press(CARLA, "t1", "give", f"m{OWNER}")
    town.answer(OWNER, "Con gusto")

    assert "Con gusto" in town.text(ROSA)


def test_a_ticket_of_the_north_is_not_passed_to_the_south(town: Counter) -> None:
    presides(town, ROSA)
    asked(town)
    town.say(CARLA, "/bandeja").press(CARLA, "t1", "give")

    assert f"m{SAUL}" not in town.values(CARLA)
    assert f"m{OLGA}" not in town.values(CARLA)


def test_closing_tells_the_person_and_asks_whether_it_helped(town: Counter) -> None:
    asked(town)
    town.say(CARLA, "/bandeja").press(CARLA, "t1", "close", "yes")

    assert town.ticket("status") == "closed"
    assert "El equipo cerró su consulta 1" in town.text(ROSA)
    assert "go:persona:y1" in town.buttons(ROSA).values()
    assert "No hay consultas abiertas" in town.text(CARLA)


def test_a_ticket_rated_before_is_not_asked_about_again(town: Counter) -> None:
    asked(town)
    town.forge(ROSA, "go:persona:r1").forge(ROSA, "go:persona:n1").forge(ROSA, "go:persona:t1")
    town.write(ROSA, "Me faltó algo")
    town.say(CARLA, "/bandeja").press(CARLA, "t1", "close", "yes")

    assert "¿Le sirvió" not in town.text(ROSA)
    assert "go:persona:y1" not in town.buttons(ROSA).values()


def test_of_two_who_close_at_once_the_second_learns_it_and_the_person_hears_it_once(town: Counter) -> None:
    asked(town)
    town.say(CARLA, "/bandeja").press(CARLA, "t1", "close")
    town.say(OWNER, "/bandeja").press(OWNER, "t1", "close")
    town.press(CARLA, "yes")
    town.press(OWNER, "yes")

    assert heard(town, ROSA).count("cerró su consulta") == 1
    assert "cambió mientras tanto" in town.text(OWNER)


def test_each_coordinator_sees_their_part_only(town: Counter) -> None:
    presides(town, ROSA)
    presides(town, PEDRO, "JAC Ceballos", localidad=SOUTH, comuna="11", barrio="Ceballos")
    asked(town, text="Algo reservado del norte")
    asked(town, PEDRO)
    town.say(SAUL, "/bandeja")

    assert "Persona 502" in town.text(SAUL)
    assert "Persona 501" not in heard(town, SAUL)
    town.forge(SAUL, "go:bandeja:t1").forge(SAUL, "go:bandeja:a1")
    town.write(SAUL, "Hola, soy del sur")
    assert "Hola, soy del sur" not in heard(town, ROSA)
    assert "es de otra localidad" in heard(town, SAUL)
    assert "reservado del norte" not in heard(town, SAUL)


def test_an_observer_and_anybody_else_see_nothing(town: Counter) -> None:
    asked(town)
    for chat in (OLGA, PEDRO):
        town.say(chat, "/bandeja")
        town.forge(chat, "go:bandeja:t1").forge(chat, "bandeja:list:t1:1").forge(chat, "bandeja:ticket:answer:2")

        assert QUESTION not in heard(town, chat)
        assert "Consulta 1" not in heard(town, chat)


def test_a_place_that_ended_between_two_presses_opens_nothing_more(town: Counter) -> None:
    asked(town)
    town.say(CARLA, "/bandeja")
    button = town.button(CARLA, "t1")
    said = len(town.said[CARLA])
    town.tx.execute("UPDATE staff SET revoked_at = 1 WHERE chat_id = ?", (CARLA,))
    town.forge(CARLA, button)

    assert QUESTION not in heard(town, CARLA, said)
