"""Stories of those who look after the bot, and of an update that cannot be handled."""

import sqlite3

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import RunningBot, StartBot
from tests.journeys.scenes import register, register_until, welcome


def _corrupt_state(bot: RunningBot, chat_id: int) -> None:
    connection = sqlite3.connect(bot.settings.database_path, timeout=5)
    with connection:
        connection.execute('UPDATE chat SET state = \'{"version": "none"}\' WHERE chat_id = ?', (chat_id,))
    connection.close()


async def test_an_owner_is_told_how_the_bot_is(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, marta: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register(rosa)
    await bot.settled()

    await marta.say("/salud")
    told = text_of(await marta.expect("Estado del bot"))

    assert "Juntas registradas: 1" in told
    assert "No tiene que hacer nada." in told


async def test_nobody_else_is_told(simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson) -> None:
    await start_bot(simulator)
    await welcome(rosa)

    await rosa.say("/salud")

    await rosa.expect("No conozco esa orden")


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_an_update_that_fails_again_and_again_is_parked_and_everybody_concerned_is_told(
    simulator: Simulator,
    start_bot: StartBot,
    rosa: VirtualPerson,
    efrain: VirtualPerson,
    marta: VirtualPerson,
    mode: str,
) -> None:
    bot = await start_bot(simulator, mode)
    await welcome(rosa)
    await register_until(rosa, "¿En qué comuna queda?")
    await bot.settled()
    _corrupt_state(bot, rosa.id)

    await rosa.say("1")
    await efrain.start()
    await efrain.expect("¿Tiene usted 18 años")
    await rosa.expect("No pude guardar su último mensaje")
    alert = text_of(await marta.expect("no se pudo atender"))

    assert "1 mensaje" in alert
    assert bot.rows("SELECT attempts FROM inbox WHERE status = 'parked'") == [(3,)]
    await rosa.say("/registrar")
    await rosa.expect("¿En qué comuna queda?")
