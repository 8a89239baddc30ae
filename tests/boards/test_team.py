"""/equipo: who looks after the programme, inviting by a link, taking somebody out at once."""

from datetime import timedelta

import pytest

from bot.turns.reopening import reopen_questions
from tests.boards.city import OWNER, START, City
from tests.boards.team_steps import audit, grant, invite, join, open_link, owners, remove, team

ANA, LUIS, ROSA = 601, 602, 603
CARIBE = "Histórica y del Caribe Norte"


# --- the list -------------------------------------------------------------------------------------------------------


def test_an_owner_sees_everybody_with_role_place_and_since_when(town: City) -> None:
    grant(town, ANA, "coordinator", localidad=CARIBE)
    town.say(OWNER, "/equipo")

    assert "(1 a 2 de 2)" in town.text(OWNER)
    assert "1. Persona 900 (usted): Administración, toda la ciudad, desde la instalación" in town.text(OWNER)
    since = "desde el martes 24 de noviembre, 10:00 a.\u202fm."
    assert f"2. Ana Pérez: Coordinación, {CARIBE}, {since}" in town.text(OWNER)
    assert {"invite", "m1"} <= set(town.values(OWNER))


def test_a_coordinator_sees_the_team_and_can_change_nothing(town: City) -> None:
    grant(town, ANA, "coordinator")
    town.say(ANA, "/equipo")

    assert "(usted): Coordinación" in town.text(ANA)
    assert set(town.values(ANA)) == {"back", "help"}


def test_a_long_team_is_shown_in_pages_and_every_number_opens_its_own_line(town: City) -> None:
    for number in range(7):
        grant(town, 700 + number, "coordinator", f"Persona Inventada {number}")
    town.say(OWNER, "/equipo").press(OWNER, "next")
    assert "(6 a 8 de 8)" in town.text(OWNER)
    assert "8. Persona Inventada 6" in town.text(OWNER)
    town.say(OWNER, "8")

    assert "<b>Persona Inventada 6</b>" in town.text(OWNER)
    assert town.press(OWNER, "back").press(OWNER, "previous").text(OWNER).count("Persona Inventada") == 4


def test_an_owner_who_had_their_name_erased_is_still_in_the_list(town: City) -> None:
    grant(town, ANA, "owner", None)
    town.say(OWNER, "/equipo")

    assert "sin nombre guardado: Administración" in town.text(OWNER)


@pytest.mark.parametrize("chat", [ANA, ROSA])
def test_nobody_outside_the_team_and_no_observer_sees_it(town: City, chat: int) -> None:
    grant(town, ANA, "observer")
    town.say(chat, "/equipo")

    assert "Esa parte es para el equipo" in town.text(chat)
    assert "Persona 900" not in "".join(town.texts(chat))


# --- inviting -------------------------------------------------------------------------------------------------------


def test_a_link_is_a_message_to_pass_on_and_says_until_when_it_works(town: City) -> None:
    code = invite(town, "observer", CARIBE)
    message = town.text(OWNER, 2)

    assert f"https://t.me/juntas_bot?start=unirse_{code}" in message
    assert f"Para: Solo consulta, {CARIBE}." in message
    assert "hasta el viernes 27 de noviembre, 10:00" in message
    assert "Reenvíe el mensaje de arriba" in town.text(OWNER)
    assert (OWNER, "staff_invited", "role:observer") in audit(town)


def test_the_secret_of_a_link_lies_nowhere_but_in_the_message(town: City) -> None:
    code = invite(town)

    assert not any(code in str(line) for line in audit(town))
    assert not any(code in str(state) for state in town.column("SELECT state FROM chat"))
    assert not any(code.encode() == hashed for hashed in town.column("SELECT code_hash FROM invitation"))


def test_an_owner_is_invited_for_the_whole_city_without_another_question(town: City) -> None:
    town.say(OWNER, "/equipo").press(OWNER, "invite", "owner")

    assert "Para: Administración, toda la ciudad." in town.text(OWNER, 2)


def test_what_is_written_on_the_buttons_can_be_typed(town: City) -> None:
    town.say(OWNER, "/equipo", "invitar", "coordinadora", "toda la ciudad")

    assert "Para: Coordinación, toda la ciudad." in town.text(OWNER, 2)


def test_one_can_go_back_step_by_step_and_out(town: City) -> None:
    town.say(OWNER, "/equipo").press(OWNER, "invite", "coordinator", "back")
    assert "¿Qué podrá hacer" in town.text(OWNER)
    town.press(OWNER, "back")
    assert "Equipo del programa" in town.text(OWNER)
    town.press(OWNER, "back")

    assert town.column("SELECT count(*) FROM invitation") == [0]
    assert "equipo" not in town.values(OWNER)


def test_open_links_are_listed_and_end_together(town: City) -> None:
    first, second = invite(town), invite(town, "observer", CARIBE)
    town.say(OWNER, "/equipo").press(OWNER, "links")
    assert "Hay 2 enlaces sin usar" in town.text(OWNER)
    assert f"Solo consulta, {CARIBE}. Lo hizo Persona 900" in town.text(OWNER)
    town.press(OWNER, "revoke")
    assert "ya no sirven" in town.text(OWNER)
    assert "links" not in town.values(OWNER)
    open_link(town, ANA, first)
    open_link(town, LUIS, second)

    assert "fue anulado" in town.text(ANA)
    assert "fue anulado" in town.text(LUIS)
    assert team(town) == []


def test_links_are_kept_when_one_says_so(town: City) -> None:
    code = invite(town)
    town.say(OWNER, "/equipo").press(OWNER, "links", "no")
    open_link(town, ANA, code)

    assert "Le invitan al equipo" in town.text(ANA)


def test_a_link_that_is_too_old_is_not_listed(town: City) -> None:
    invite(town)
    town.now += timedelta(days=3)
    town.say(OWNER, "/equipo")

    assert "links" not in town.values(OWNER)


# --- taking somebody out --------------------------------------------------------------------------------------------


def test_whoever_is_taken_out_loses_everything_at_once_and_is_told(town: City) -> None:
    join(town, ANA)
    town.say(ANA, "/equipo")
    old = town.button(ANA, "help")
    remove(town, ANA)
    assert "ya no está en el equipo" in town.text(OWNER)
    assert "(1 a 1 de 1)" in town.text(OWNER)
    assert "Su acceso al equipo terminó" in town.text(ANA)
    told = len(town.said[ANA])
    town.forge(ANA, old)

    assert len(town.said[ANA]) == told
    assert "ya no está activo" in town.toasts[ANA][-1]
    assert "Esa parte es para el equipo" in town.say(ANA, "/equipo").text(ANA)
    assert (OWNER, "staff_revoked", f"chat:{ANA}") in audit(town)


def test_the_open_screen_of_whoever_was_taken_out_says_so_in_place_of_its_buttons(town: City) -> None:
    join(town, ANA)
    town.say(ANA, "/equipo")
    remove(town, ANA)
    town.say(ANA, "hola")
    edits = town.column("SELECT payload FROM outbox WHERE chat_id = ? AND method = 'edit' ORDER BY id DESC", ANA)

    assert "Su permiso para esta parte termin" in edits[0].encode().decode("unicode_escape")


def test_a_screen_is_not_drawn_again_after_a_stop_for_whoever_was_taken_out_meanwhile(town: City) -> None:
    join(town, ANA)
    join(town, LUIS)
    for chat in (ANA, LUIS):
        town.say(chat, "/equipo")
    remove(town, ANA)
    outcome = reopen_questions(town.tx, town.now, town.house, town.now + timedelta(hours=1))

    assert {row.chat_id for row in outcome.rows} == {OWNER, LUIS}


def test_being_taken_out_at_night_is_told_in_the_morning(town: City) -> None:
    join(town, ANA)
    town.now = START + timedelta(hours=14)  # midnight in Cartagena
    remove(town, ANA)

    assert town.due[ANA][-1] == START + timedelta(hours=22)


def test_taking_somebody_out_is_asked_first_and_can_be_left(town: City) -> None:
    join(town, ANA)
    town.say(OWNER, "/equipo").press(OWNER, "m1", "remove")
    assert "¿Quita del equipo a Persona 601?" in town.text(OWNER)
    town.press(OWNER, "no")

    assert "No cambié nada" in town.text(OWNER)
    assert team(town) == [(ANA, "coordinator", None)]


def test_a_number_never_takes_anybody_out(town: City) -> None:
    join(town, ANA)
    town.say(OWNER, "/equipo", "2", "1", "1", "2")

    assert team(town) == [(ANA, "coordinator", None)]


def test_the_other_owners_hear_of_it(town: City) -> None:
    owners(town, OWNER, LUIS)
    join(town, ANA)
    remove(town, ANA)

    assert "Persona 601 ya no está en el equipo" in town.text(LUIS)


def test_somebody_a_colleague_took_out_meanwhile_is_told_as_gone(town: City) -> None:
    owners(town, OWNER, LUIS)
    join(town, ANA)
    town.say(OWNER, "/equipo").press(OWNER, "m1", "remove")
    sure = town.button(OWNER, "remove")
    remove(town, ANA, by=LUIS)
    told = len(town.said[ANA])
    town.forge(OWNER, sure)

    assert "Eso ya cambió" in town.text(OWNER)
    assert "(1 a 2 de 2)" in town.text(OWNER)
    assert len([line for line in audit(town) if line[1] == "staff_revoked"]) == 1
    assert len(town.said[ANA]) == told


def test_the_links_of_an_owner_who_is_taken_out_end_too(town: City) -> None:
    join(town, LUIS, "owner")
    code = invite(town, "owner", by=LUIS)
    remove(town, LUIS)
    open_link(town, LUIS, code)

    assert "fue anulado" in town.text(LUIS)
    assert team(town) == []


def test_links_that_ended_with_their_owner_do_not_come_back_with_them(town: City) -> None:
    join(town, LUIS, "owner")
    code = invite(town, by=LUIS)
    remove(town, LUIS)
    join(town, LUIS, "owner")
    open_link(town, ANA, code)

    assert "fue anulado" in town.text(ANA)


def test_the_links_of_an_owner_whom_the_settings_no_longer_name_end_too(town: City) -> None:
    owners(town, OWNER, LUIS)
    code = invite(town, by=LUIS)
    owners(town, OWNER)
    open_link(town, ANA, code)

    assert "fue anulado" in town.text(ANA)
    assert "links" not in town.say(OWNER, "/equipo").values(OWNER)
