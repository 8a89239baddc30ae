"""Stories of what the bot says it does not keep: nothing of it stays in the tables."""

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from tests.conftest import RunningBot, StartBot
from tests.journeys.scenes import register_until, welcome


def _kept(bot: RunningBot) -> str:
    kept = "SELECT body FROM inbox UNION ALL SELECT payload FROM outbox UNION ALL SELECT value FROM answer"
    return str(bot.rows(kept))


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        ("¿Cuál es el NIT", "1045678901", "Si escribió una cédula, no la guardé"),
        ("¿Me comparte su número?", "300 000 4321", "escrito no lo guardo"),
    ],
)
async def test_a_number_that_is_not_wanted_is_not_kept(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, question: str, typed: str, answer: str
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, question)

    await rosa.say(typed)
    await rosa.expect(answer)

    assert typed not in _kept(bot)
    assert "JAC Inventada" in _kept(bot)


async def test_a_number_is_not_kept_when_its_card_is_replied_to(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿Cómo se llama la junta?")
    card = await rosa.share_contact("+570000009999")
    await rosa.expect("no lo guardé")

    await rosa.say("JAC Inventada de la Respuesta", reply_to=card["message_id"])
    await rosa.expect("¿En qué localidad queda?")

    assert "Inventada de la Respuesta" in _kept(bot)
    assert "570000009999" not in _kept(bot)


async def test_a_place_that_is_not_wanted_is_not_kept(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)

    simulator.world.send_location(rosa.id, 10.4012345, -75.5012345)
    await rosa.expect("no necesito su ubicación y no la guardé")

    assert "10.4012345" not in _kept(bot)


async def test_the_button_that_erased_everything_is_gone(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)
    await welcome(rosa)
    await rosa.say("misdatos")
    await rosa.expect("Lo que guardo de usted")
    await rosa.say("borrar")
    await rosa.expect("¿Borro todo")

    await rosa.press("Borrar todo")
    await rosa.expect("Borrar mis datos: borrados")

    assert rosa.find_button("Borrar todo") is None
