"""Stories of buttons: late, repeated, copied, out of order."""

from typing import Any

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import RunningBot, StartBot
from tests.journeys.scenes import register_until, welcome

BOTH = pytest.mark.parametrize("mode", ["polling", "webhook"])
_ANSWERS = "SELECT question, value FROM answer ORDER BY id"


def _toast(body: dict[str, Any]) -> bool:
    return "callback_answer" in body


def _button(person: VirtualPerson, label: str) -> tuple[int, str]:
    found = person.find_button(label)
    assert found is not None
    return found[0], found[1]["callback_data"]


async def _at_the_name(simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str) -> RunningBot:
    bot = await start_bot(simulator, mode)
    await welcome(rosa)
    await register_until(rosa, "¿Qué va a registrar?")
    return bot


@BOTH
async def test_a_late_press_says_where_one_is_and_changes_nothing(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await _at_the_name(simulator, start_bot, rosa, mode)
    message, data = _button(rosa, "Junta de vivienda")
    await rosa.press("Acción comunal")
    await rosa.expect("¿Cómo se llama la junta?")

    simulator.world.press(rosa.id, message, data)
    toast = await rosa.expect("Ahora vamos en: Nombre de la junta")

    assert _toast(toast)
    assert len(toast["text"]) <= 200
    assert bot.rows(_ANSWERS) == [("kind", "jac")]


async def test_a_button_of_an_earlier_drawing_of_the_same_question_changes_nothing(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await _at_the_name(simulator, start_bot, rosa, "polling")
    message, data = _button(rosa, "Junta de vivienda")
    await rosa.press("Acción comunal")
    await rosa.expect("¿Cómo se llama la junta?")
    await rosa.press("Atrás")
    await rosa.expect("¿Qué va a registrar?")

    simulator.world.press(rosa.id, message, data)
    await rosa.expect("Ahora vamos en: Clase de junta")

    assert bot.rows(_ANSWERS) == [("kind", "jac")]
    await rosa.press("Junta de vivienda")
    await rosa.expect("¿Cómo se llama la junta?")


@BOTH
async def test_a_press_repeated_by_the_network_is_written_once_and_answered_three_times(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await _at_the_name(simulator, start_bot, rosa, mode)
    message, data = _button(rosa, "Acción comunal")

    await rosa.press("Acción comunal")
    await rosa.expect("¿Cómo se llama la junta?")
    await bot.settled()
    await bot.let_pass(1)
    simulator.world.repeat_press(rosa.id, message, data)
    second = await rosa.expect(_toast)
    await bot.settled()
    await bot.let_pass(2 * 86_400)
    simulator.world.repeat_press(rosa.id, message, data)
    third = await rosa.expect("Ahora vamos en: Nombre de la junta")

    assert "no cambió nada" in text_of(second)
    assert "no cambió nada" in text_of(third)
    assert bot.rows(_ANSWERS) == [("kind", "jac")]
    await bot.until("SELECT 1 WHERE (SELECT count(*) FROM inbox WHERE kind = 'press' AND status = 'done') >= 3")
    refused = [call for call in simulator.calls if call.method == "answerCallbackQuery" and call.status != 200]
    assert refused == [], "each press was answered in time"


async def test_two_days_later_the_open_question_comes_down_to_where_one_looks(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await _at_the_name(simulator, start_bot, rosa, "polling")
    message, data = _button(rosa, "Junta de vivienda")
    await rosa.press("Acción comunal")
    await rosa.expect("¿Cómo se llama la junta?")
    await bot.settled()
    await bot.let_pass(2 * 86_400)

    simulator.world.press(rosa.id, message, data)

    await rosa.expect(lambda body: "¿Cómo se llama la junta?" in text_of(body) and body["message_id"] > message + 1)
    await rosa.say("JAC Inventada")
    await rosa.expect("¿En qué localidad queda?")


@BOTH
async def test_a_copied_press_changes_nothing_for_either_person(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, efrain: VirtualPerson, mode: str
) -> None:
    bot = await _at_the_name(simulator, start_bot, rosa, mode)
    message, data = _button(rosa, "Acción comunal")
    await efrain.start()
    await efrain.expect("¿Tiene usted 18 años")

    simulator.world.press(efrain.id, message, data)
    toast = await efrain.expect(_toast)

    assert "Edad" in toast["text"]
    await bot.settled()
    assert bot.rows(_ANSWERS) == []
    assert bot.rows("SELECT purpose FROM consent WHERE chat_id = ?", efrain.id) == []
    await rosa.press("Acción comunal")
    await rosa.expect("¿Cómo se llama la junta?")


@pytest.mark.parametrize(
    "data", ["registro:kind:jac", "registro:kind:nothing:99", "registro:kind:jac:x", "go:salud", "go:", "x", "🙃" * 16]
)
async def test_a_press_that_no_button_carries_is_answered_and_changes_nothing(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, data: str
) -> None:
    bot = await _at_the_name(simulator, start_bot, rosa, "polling")
    message, _ = _button(rosa, "Acción comunal")

    simulator.world.press(rosa.id, message, data)
    await rosa.expect(_toast)

    assert bot.rows(_ANSWERS) == []
    await bot.settled()
    assert bot.rows("SELECT * FROM inbox WHERE status = 'parked'") == []
    await rosa.say("1")
    await rosa.expect("¿Cómo se llama la junta?")


@BOTH
@pytest.mark.parametrize("press_first", [True, False])
async def test_a_press_and_a_text_at_once_are_both_answered_and_one_answer_is_written(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str, press_first: bool
) -> None:
    bot = await _at_the_name(simulator, start_bot, rosa, mode)
    message, data = _button(rosa, "Acción comunal")

    if press_first:
        simulator.world.press(rosa.id, message, data)
        await rosa.say("junta de vivienda")
    else:
        await rosa.say("junta de vivienda")
        simulator.world.press(rosa.id, message, data)
    await bot.settled()

    kinds = [value for question, value in bot.rows(_ANSWERS) if question == "kind"]
    assert len(kinds) == 1
    assert bot.rows("SELECT * FROM inbox WHERE status != 'done'") == []
