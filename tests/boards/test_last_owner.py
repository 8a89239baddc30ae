"""The programme is never left without an owner: who cannot be taken out of the team, and who may leave it."""

from tests.boards.city import OWNER, City
from tests.boards.team_steps import grant, owners, team

ANA, LUIS = 601, 602


def test_an_owner_named_in_the_settings_cannot_be_taken_out_here(town: City) -> None:
    owners(town, OWNER, LUIS)
    grant(town, LUIS, "owner", "Luis Invento")  # also written down: the settings are what counts
    town.say(OWNER, "/equipo").press(OWNER, f"o{LUIS}")

    assert "Figura en la instalación" in town.text(OWNER)
    assert "remove" not in town.values(OWNER)
    assert town.text(OWNER).startswith("<b>Luis Invento</b>")


def test_the_only_owner_cannot_leave(town: City) -> None:
    owners(town)
    place = grant(town, ANA, "owner")
    town.say(ANA, "/equipo").press(ANA, f"m{place}")

    assert "Es la única persona de administración" in town.text(ANA)
    assert "remove" not in town.values(ANA)


def test_an_owner_may_leave_when_another_stays_and_sees_nothing_more(town: City) -> None:
    owners(town)
    place = grant(town, ANA, "owner")
    grant(town, LUIS, "owner", "Luis Invento")
    town.say(ANA, "/equipo").press(ANA, f"m{place}", "remove")
    assert "¿Sale usted del equipo?" in town.text(ANA)
    town.press(ANA, "remove")

    assert team(town) == [(LUIS, "owner", None)]
    assert "Luis" not in town.text(ANA)
    assert "Ana Pérez salió del equipo" in town.text(LUIS)
    assert "Esa parte es para el equipo" in town.say(ANA, "/equipo").text(ANA)


def test_of_two_owners_who_leave_at_once_the_second_stays(town: City) -> None:
    owners(town)
    first, second = grant(town, ANA, "owner"), grant(town, LUIS, "owner", "Luis Invento")
    town.say(ANA, "/equipo").press(ANA, f"m{first}", "remove")
    town.say(LUIS, "/equipo").press(LUIS, f"m{second}", "remove")
    leave = town.button(LUIS, "remove")
    town.press(ANA, "remove")
    town.forge(LUIS, leave)

    assert team(town) == [(LUIS, "owner", None)]
