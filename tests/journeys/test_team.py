"""A story of the team: an owner invites by a link, somebody comes in by it and leaves again, each time with a menu."""

import asyncio

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import StartBot


def _menu(simulator: Simulator, person: VirtualPerson) -> set[str]:
    return {command["command"] for command in simulator.world.commands_for(person.id)}


async def _until_menu(simulator: Simulator, person: VirtualPerson, *, has: bool) -> None:
    async with asyncio.timeout(5):
        while ({"juntas", "equipo"} <= _menu(simulator, person)) is not has:
            await asyncio.sleep(0.01)


async def test_somebody_comes_into_the_team_by_a_link_and_is_taken_out_again(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, marta: VirtualPerson
) -> None:
    await start_bot(simulator)
    await marta.say("/equipo")
    for asked, label in (
        ("Equipo del programa", "Invitar a alguien"), ("podrá hacer", "Coordinación"), ("parte de la", "Toda la ciudad")
    ):  # fmt: skip
        await marta.expect(asked)
        await marta.press(label)
    invitation = text_of(await marta.expect("Invitación al equipo"))
    code = invitation.partition("?start=")[2].split(maxsplit=1)[0]

    await rosa.say(f"/start {code}")
    await rosa.expect("Le invitan al equipo")
    await rosa.press("Entrar al equipo")
    await rosa.expect("Ya está en el equipo")
    await marta.expect("entró al equipo")
    await _until_menu(simulator, rosa, has=True)
    assert {"juntas", "equipo", "salud"} <= _menu(simulator, marta)

    await marta.say("/equipo")
    for asked, label in (("2. Rosa", "2"), ("Puede:", "Quitar"), ("¿Quita del equipo", "Quitar")):
        await marta.expect(asked)
        await marta.press(label)
    await marta.expect("ya no está en el equipo")  # Rosa hears of it too, but not at night
    await _until_menu(simulator, rosa, has=False)
    await rosa.say("/equipo")
    await rosa.expect("Esa parte es para el equipo")
