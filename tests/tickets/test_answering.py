"""The team answers by answering the message; what is written and sent passes both ways."""

from dataclasses import replace

import pytest

from bot.made_files import _my_data
from conversations.inputs import AttachmentKind, Said
from storage import consents, staff
from tests.boards.city import OWNER
from tests.tickets.counter import CARLA, OLGA, PEDRO, ROSA, SAUL, Counter, asked, heard, presides

ANSWER = "Se saca en la página de la DIAN, es gratis."


def test_an_answer_to_the_message_reaches_the_person_and_takes_the_ticket(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, ANSWER)

    assert ANSWER in town.text(ROSA)
    assert "consulta 1" in town.text(ROSA)
    assert "Le pasé su respuesta a Persona 501" in town.text(CARLA)
    assert (town.ticket("status"), town.ticket("assignee")) == ("answered", CARLA)
    assert town.ticket("first_reply_at") is not None


@pytest.mark.parametrize("kind", ["voice", "photo", "document"])
def test_a_voice_note_a_photo_or_a_file_is_an_answer_too(town: Counter, kind: AttachmentKind) -> None:
    asked(town)
    sent = town.attach(CARLA, kind, town.newest(CARLA))

    assert town.said[ROSA][-1] == {"from_chat_id": CARLA, "message_id": sent}
    assert "El equipo le responde" in town.text(ROSA, 2)


def test_the_person_answers_the_answer_also_in_the_middle_of_something_else(town: Counter) -> None:
    town.board()
    asked(town)
    town.answer(CARLA, ANSWER)
    town.say(ROSA, "/registrar")
    town.answer(ROSA, "¿Y cuánto se demora?")

    assert "¿Y cuánto se demora?" in town.text(CARLA)
    assert town.ticket("status") == "open"
    assert "¿Y cuánto se demora?" not in heard(town, OWNER), "who has the ticket hears of it, nobody else"


def test_the_team_answers_in_the_middle_of_something_else(town: Counter) -> None:
    asked(town)
    town.say(CARLA, "/juntas")
    town.press(CARLA, "find")
    town.answer(CARLA, ANSWER)

    assert ANSWER in town.text(ROSA)
    town.say(CARLA, "manga")
    assert "manga" not in heard(town, ROSA)


def test_of_two_answers_at_once_both_pass_and_the_second_is_told_who_was_first(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, ANSWER)
    town.answer(OWNER, "En la DIAN.")

    assert ANSWER in heard(town, ROSA)
    assert "En la DIAN." in heard(town, ROSA)
    assert "Carla Coordina ya le había respondido" in town.text(OWNER)
    assert "ya le había" not in town.text(CARLA)
    assert town.ticket("assignee") == CARLA


def test_the_same_update_twice_is_one_answer(town: Counter) -> None:
    asked(town)
    said = len(town.said[ROSA])
    town.answer(CARLA, ANSWER)

    keys = town.column("SELECT dedupe_key FROM outbox WHERE chat_id = ? ORDER BY id", ROSA)
    assert len(keys) == len(set(keys))
    assert len(town.said[ROSA]) == said + 1


def test_an_observer_who_answers_somehow_is_refused(town: Counter) -> None:
    asked(town)
    message = town.newest(CARLA)
    town.tx.execute("UPDATE relay SET chat_id = ? WHERE chat_id = ?", (OLGA, CARLA))
    said = len(town.said[ROSA])
    town.write(OLGA, ANSWER, message)

    assert len(town.said[ROSA]) == said
    assert town.column("SELECT count(*) FROM ticket_message") == [1]
    assert "No pasé su mensaje" in town.text(OLGA)


def test_who_left_the_team_can_no_longer_answer(town: Counter) -> None:
    asked(town)
    message, said = town.newest(CARLA), len(town.said[ROSA])
    place = staff.find(town.tx, CARLA)
    assert place is not None
    staff.revoke(town.tx, place.id, OWNER, town.now)
    town.write(CARLA, ANSWER, message)

    assert len(town.said[ROSA]) == said
    assert "No pasé su mensaje" in town.text(CARLA)


def test_the_number_of_somebody_elses_message_opens_nothing(town: Counter) -> None:
    asked(town)
    message = town.newest(CARLA)
    town.write(PEDRO, "hola, ¿qué dice?", message)
    town.write(SAUL, "hola", message)

    assert town.column("SELECT count(*) FROM ticket_message") == [1]
    assert "RUT" not in heard(town, PEDRO)


def test_a_coordinator_of_another_part_cannot_answer(town: Counter) -> None:
    presides(town, ROSA)
    asked(town)
    town.tx.execute("UPDATE relay SET chat_id = ? WHERE chat_id = ?", (SAUL, CARLA))
    said = len(town.said[ROSA])
    town.write(SAUL, ANSWER, town.newest(SAUL))

    assert len(town.said[ROSA]) == said


@pytest.mark.parametrize("author", [ROSA, CARLA])
def test_whoever_edits_a_message_that_passed_is_told_that_the_change_does_not(town: Counter, author: int) -> None:
    question = asked(town)
    answer = town.answer(CARLA, ANSWER)
    said = {chat: len(town.said[chat]) for chat in (ROSA, CARLA)}
    town.edit(author, question if author == ROSA else answer)

    assert "El cambio no pasa" in town.text(author)
    other = CARLA if author == ROSA else ROSA
    assert len(town.said[other]) == said[other]


def test_the_person_says_that_it_is_settled_and_is_asked_once_whether_it_helped(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, ANSWER)
    town.forge(ROSA, town.button(ROSA, "Ya está resuelto"))
    assert town.ticket("status") == "closed"
    assert "¿Le sirvió la respuesta?" in town.text(ROSA)
    assert "dio por resuelta" in town.text(CARLA)
    town.forge(ROSA, "go:persona:y1").forge(ROSA, "go:persona:n1")

    assert town.ticket("rating") == "helped"
    assert "Ya había respondido" in town.text(ROSA)


def test_a_closed_ticket_is_taken_up_again_within_a_week(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, ANSWER)
    town.forge(ROSA, "go:persona:r1")
    town.later(days=6)
    town.answer(ROSA, "Volvió a fallar la página")

    assert town.ticket("status") == "open"
    assert "Volvió a fallar la página" in town.text(CARLA)
    assert "Abrí otra vez su consulta 1" in town.text(ROSA)


def test_the_button_under_a_closed_ticket_takes_it_up_again(town: Counter) -> None:
    asked(town)
    town.forge(ROSA, "go:persona:r1").forge(ROSA, "go:persona:t1")
    town.write(ROSA, "Una cosa más")

    assert town.column("SELECT status FROM ticket") == ["open"]


def test_after_a_week_a_new_one_is_begun(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, ANSWER)
    town.forge(ROSA, "go:persona:r1")
    town.later(days=8)
    town.answer(ROSA, "Otra vez yo")
    assert town.ticket("status") == "closed"
    assert "se cerró hace varios días" in town.text(ROSA)
    town.forge(ROSA, "go:persona:t1")
    town.write(ROSA, "Otra vez yo")

    assert town.column("SELECT status FROM ticket") == ["closed", "open"]


def test_after_a_closed_ticket_what_is_written_is_no_longer_passed_on(town: Counter) -> None:
    asked(town)
    town.forge(ROSA, "go:persona:r1")
    said = len(town.said[CARLA])
    town.write(ROSA, "gracias")

    assert len(town.said[CARLA]) == said
    assert town.ticket("status") == "closed"


@pytest.mark.parametrize("argument", ["r1", "y1", "n1", "t1"])
def test_a_ticket_is_nobody_elses_by_a_copied_button(town: Counter, argument: str) -> None:
    asked(town)
    before = town.tx.execute("SELECT * FROM ticket").fetchall()
    town.forge(PEDRO, f"go:persona:{argument}")

    assert town.tx.execute("SELECT * FROM ticket").fetchall() == before
    assert "RUT" not in heard(town, PEDRO)


def test_after_an_erasure_nothing_of_the_ticket_is_left(town: Counter) -> None:
    asked(town, text="Mi cédula inventada es 000111")
    town.answer(CARLA, "Rosa, gracias por la cédula 000111")
    town.say(ROSA, "/misdatos").press(ROSA, "erase", "erase")

    assert town.column("SELECT count(*) FROM person WHERE chat_id = ?", ROSA) == [0]
    for table in ("ticket", "ticket_message", "relay"):
        assert town.column(f"SELECT count(*) FROM {table}") == [0]
    assert "000111" not in "".join(town.column("SELECT payload FROM outbox WHERE payload IS NOT NULL"))
    town.forge(CARLA, "go:bandeja:t1")
    assert "ya no existe" in town.text(CARLA)


def test_the_copy_of_ones_own_data_holds_what_was_written_both_ways(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, ANSWER)
    copy = _my_data(town.tx, ROSA, town.house, town.now)

    assert "consulta 1: ¿Dónde saco el RUT de la junta?" in copy
    assert f"consulta 1: {ANSWER}" in copy


def test_under_a_new_notice_what_is_answered_waits_for_the_permission(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, ANSWER)
    town.house = replace(town.house, notice=replace(town.house.notice, hash="another", version="2027-01"))
    town.answer(ROSA, "¿Y cuánto se demora?")

    assert town.column("SELECT count(*) FROM ticket_message") == [2]
    assert "¿Y cuánto se demora?" not in heard(town, CARLA)


def test_an_answer_finds_its_ticket_by_the_buttons_when_its_number_was_never_noted(town: Counter) -> None:
    asked(town)
    town.send(CARLA, Said(ANSWER), message_id=1, reply_to=99, reply_ticket=1)
    town.send(PEDRO, Said("¿Qué dice?"), message_id=2, reply_to=98, reply_ticket=1)

    assert ANSWER in town.text(ROSA)
    assert "RUT" not in heard(town, PEDRO)
    assert town.column("SELECT count(*) FROM ticket_message") == [2]


def test_who_took_the_permission_back_writes_in_no_ticket(town: Counter) -> None:
    asked(town)
    town.answer(CARLA, ANSWER)
    notice = town.house.notice
    consents.record_notice(town.tx, notice.hash, notice.version, notice.text, town.now)
    consents.record(town.tx, ROSA, "service", town.now, accepted=False, notice_hash=notice.hash, update_id=None)
    town.answer(ROSA, "¿Y cuánto se demora?")
    town.write(ROSA, "¿Hay alguien?")

    assert town.column("SELECT count(*) FROM ticket_message") == [2]
