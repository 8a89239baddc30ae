"""Coming into the team by a link: what it offers, yes and no, and an answer to every link that leads nowhere."""

from datetime import timedelta

import pytest

from bot.incoming import _press
from bot.made_files import _my_data
from storage import staff
from tests.boards.city import OWNER, START, City
from tests.boards.team_steps import audit, invite, join, open_link, remove, team

ANA, LUIS = 601, 602
CARIBE = "Histórica y del Caribe Norte"


def test_a_link_shows_what_one_is_invited_to_before_anything_is_kept(town: City) -> None:
    open_link(town, ANA, invite(town, "coordinator", CARIBE), "Ana Pérez")

    assert "Le invitan al equipo" in town.text(ANA)
    assert "Invita: alguien de administración" in town.text(ANA)
    assert f"Lugar: Coordinación, {CARIBE}" in town.text(ANA)
    assert "decidir solicitudes" in town.text(ANA)
    assert "guardo su nombre de Telegram en la lista del equipo" in town.text(ANA)
    assert "viernes 27 de noviembre" in town.text(ANA)
    assert team(town) == []
    assert town.column("SELECT count(*) FROM staff") == [0]


@pytest.mark.parametrize(
    ("role", "place", "kept", "ways"),
    [
        ("coordinator", CARIBE, CARIBE, {"go:juntas", "go:equipo"}), ("observer", "city", None, {"go:juntas"}),
        ("owner", "city", None, {"go:juntas", "go:equipo"}),
    ],
)  # fmt: skip
def test_who_says_yes_is_in_the_team_and_told_what_can_be_done_now(
    town: City, role: str, place: str, kept: str | None, ways: set[str]
) -> None:
    open_link(town, ANA, invite(town, role, place))
    town.press(ANA, "yes")

    assert team(town) == [(ANA, role, kept)]
    assert "Ya está en el equipo" in town.text(ANA)
    assert "/juntas" in town.text(ANA)
    assert set(town.buttons(ANA).values()) == ways
    assert town.say(ANA, "/juntas").text(ANA) != town.text(ANA, 2)
    assert "Esa parte es para el equipo" not in town.text(ANA)
    assert (ANA, "staff_joined", f"chat:{ANA}") in audit(town)


def test_the_name_is_the_one_telegram_gives(town: City) -> None:
    code = invite(town)
    open_link(town, ANA, code, "Ana Pérez")
    town.send(ANA, _press(town.button(ANA, "yes")), name="Ana Pérez", query=True)

    assert town.column("SELECT name FROM staff") == ["Ana Pérez"]
    assert "Ana Pérez entró al equipo" in town.text(OWNER)


def test_whoever_invited_and_the_other_owners_are_told(town: City) -> None:
    join(town, LUIS, "owner")
    join(town, ANA, by=LUIS)

    for owner in (OWNER, LUIS):
        assert "Persona 601 entró al equipo" in town.text(owner)
        assert "Enlace de: Persona 602" in town.text(owner)


def test_a_typed_yes_counts_and_a_typed_no_too(town: City) -> None:
    open_link(town, ANA, invite(town))
    open_link(town, LUIS, invite(town))
    town.say(ANA, "sí").say(LUIS, "no")

    assert team(town) == [(ANA, "coordinator", None)]


@pytest.mark.parametrize("answer", ["no", "back", "cancelar"])
def test_who_says_no_stays_out_and_can_still_come_in_later(town: City, answer: str) -> None:
    code = invite(town)
    open_link(town, ANA, code)
    _ = town.say(ANA, answer) if answer == "cancelar" else town.press(ANA, answer)
    assert "No entró al equipo y no guardé nada" in town.text(ANA)
    assert team(town) == []
    assert not any(code in str(state) for state in town.column("SELECT state FROM chat"))
    open_link(town, ANA, code)
    town.press(ANA, "yes")

    assert team(town) == [(ANA, "coordinator", None)]


def test_something_else_is_no_answer_and_the_offer_stays(town: City) -> None:
    open_link(town, ANA, invite(town))
    town.say(ANA, "quién sabe")
    assert "Responda «sí»" in town.text(ANA)
    town.press(ANA, "yes")

    assert team(town) == [(ANA, "coordinator", None)]


def test_who_was_answering_something_goes_on_there_afterwards(town: City) -> None:
    town.board()
    town.welcomed(ANA)
    town.say(ANA, "/registrar", "manga")
    assert "¿Es esta su junta?" in town.text(ANA)
    open_link(town, ANA, invite(town))
    town.press(ANA, "yes")

    assert "Ya está en el equipo" in town.text(ANA, 2)
    assert "pregunta 1 de 3" in town.text(ANA)


# --- links that lead nowhere ----------------------------------------------------------------------------------------


def test_a_link_works_once(town: City) -> None:
    code = invite(town)
    open_link(town, ANA, code)
    open_link(town, LUIS, code)
    town.press(ANA, "yes").press(LUIS, "yes")
    assert team(town) == [(ANA, "coordinator", None)]
    assert "ya se usó" in town.text(LUIS)
    open_link(town, LUIS, code)
    assert "ya se usó" in town.text(LUIS)
    open_link(town, ANA, code)

    assert "ya se usó" in town.text(ANA)
    assert "Usted ya está en el equipo: Coordinación" in town.text(ANA)


def test_a_link_that_is_too_old_says_so_also_when_it_was_opened_in_time(town: City) -> None:
    code = invite(town)
    open_link(town, ANA, code)
    town.now += timedelta(days=3)
    town.press(ANA, "yes")
    open_link(town, LUIS, code)

    assert "ya venció" in town.text(ANA)
    assert "ya venció" in town.text(LUIS)
    assert team(town) == []


def test_a_link_revoked_while_it_was_open_leads_nowhere(town: City) -> None:
    code = invite(town)
    open_link(town, ANA, code)
    town.say(OWNER, "/equipo").press(OWNER, "links", "revoke")
    town.press(ANA, "yes")

    assert "fue anulado" in town.text(ANA)
    assert team(town) == []


@pytest.mark.parametrize("code", ["x", "AAAAAAAAAAAAAAAA", "'; DROP TABLE staff; --", "unirse_", "_"])
def test_an_unknown_link_says_so(town: City, code: str) -> None:
    open_link(town, ANA, code)

    assert "No conozco ese enlace" in town.text(ANA)
    assert town.buttons(ANA)


@pytest.mark.parametrize("text", ["/unirse", "/start unirse_", "/start unirse"])
def test_without_a_link_nobody_comes_in_and_everybody_is_answered(town: City, text: str) -> None:
    town.say(ANA, text)

    assert town.text(ANA)
    assert team(town) == []


def test_a_link_to_take_over_an_office_does_not_lead_into_the_team(town: City) -> None:
    staff.record_invitation(town.tx, "secret", "handover", OWNER, START, START + timedelta(days=7))
    open_link(town, ANA, "secret")

    assert "No conozco ese enlace" in town.text(ANA)
    assert town.column("SELECT used_at FROM invitation") == [None]


# --- who is in the team already -------------------------------------------------------------------------------------


def test_another_role_is_asked_before_it_replaces_the_one_held(town: City) -> None:
    join(town, ANA)
    open_link(town, ANA, invite(town, "observer", CARIBE))
    assert "Hoy: Coordinación, toda la ciudad" in town.text(ANA)
    assert f"Sería: Solo consulta, {CARIBE}" in town.text(ANA)
    assert team(town) == [(ANA, "coordinator", None)]
    town.press(ANA, "yes")

    assert team(town) == [(ANA, "observer", CARIBE)]
    assert "cambió de lugar" in town.text(OWNER)


def test_a_change_that_is_not_wanted_changes_nothing(town: City) -> None:
    join(town, ANA)
    open_link(town, ANA, invite(town, "observer"))
    town.press(ANA, "no")

    assert team(town) == [(ANA, "coordinator", None)]
    assert "Sigue igual: Coordinación" in town.text(ANA)


def test_somebody_who_was_looking_at_the_team_does_not_see_it_again_with_less_right(town: City) -> None:
    join(town, ANA)
    town.say(ANA, "/equipo")
    open_link(town, ANA, invite(town, "observer"))
    town.press(ANA, "yes")

    assert "Equipo del programa" not in town.text(ANA)
    assert "Persona 900" not in town.text(ANA)


def test_the_same_place_again_spends_no_link(town: City) -> None:
    join(town, ANA)
    code = invite(town)
    open_link(town, ANA, code)
    assert "sigue sin usar" in town.text(ANA)
    open_link(town, LUIS, code)
    town.press(LUIS, "yes")

    assert team(town) == [(ANA, "coordinator", None), (LUIS, "coordinator", None)]


@pytest.mark.parametrize("role", ["coordinator", "observer", "owner"])
@pytest.mark.parametrize("chat", [OWNER, LUIS])
def test_an_owner_who_opens_a_link_stays_an_owner(town: City, chat: int, role: str) -> None:
    join(town, LUIS, "owner")
    code = invite(town, role)
    open_link(town, chat, code)
    assert "Usted está en administración" in town.text(chat)
    assert team(town) == [(LUIS, "owner", None)]
    open_link(town, ANA, code)

    assert "Le invitan al equipo" in town.text(ANA)


def test_whoever_was_taken_out_needs_a_new_link(town: City) -> None:
    code = invite(town)
    open_link(town, ANA, code)
    town.press(ANA, "yes")
    remove(town, ANA)
    open_link(town, ANA, code)
    assert "ya se usó" in town.text(ANA)
    assert team(town) == []
    join(town, ANA, "observer")

    assert team(town) == [(ANA, "observer", None)]


def test_an_old_yes_pressed_again_after_being_taken_out_changes_nothing(town: City) -> None:
    open_link(town, ANA, invite(town))
    yes = town.button(ANA, "yes")
    town.press(ANA, "yes")
    remove(town, ANA)
    town.forge(ANA, yes)

    assert team(town) == []


def test_a_yes_copied_from_somebody_elses_offer_changes_nothing(town: City) -> None:
    open_link(town, ANA, invite(town))
    town.forge(LUIS, town.button(ANA, "yes"))

    assert team(town) == []


def test_whoever_erases_their_data_stays_in_the_team_without_a_name(town: City) -> None:
    join(town, ANA)
    town.say(ANA, "/misdatos").press(ANA, "erase", "erase")

    assert town.column("SELECT name FROM staff") == [None]
    assert team(town) == [(ANA, "coordinator", None)]


def test_ones_own_data_tell_of_the_place_in_the_team_and_the_name_kept_there(town: City) -> None:
    join(town, ANA, "coordinator", CARIBE)
    town.say(ANA, "/misdatos")
    file = _my_data(town.tx, ANA, town.house, town.now)

    assert f"En el equipo del programa: Coordinación, {CARIBE}" in town.text(ANA)
    assert "con el nombre Persona 601" in file
