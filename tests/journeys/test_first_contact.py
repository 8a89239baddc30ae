"""Stories of the first minutes: what the bot is for, how old one is, what one allows."""

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import StartBot
from tests.journeys.scenes import PURPOSES, register_until, welcome

BOTH = pytest.mark.parametrize("mode", ["polling", "webhook"])
_CONSENTS = "SELECT purpose, accepted FROM consent WHERE chat_id = ? ORDER BY id"


@BOTH
async def test_a_newcomer_is_told_in_three_lines_what_this_is(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    await start_bot(simulator, mode)

    await rosa.start()
    first = await rosa.expect("¿Tiene usted 18 años o más?")

    introduction = text_of(first).split("\n\n")[0].splitlines()
    assert len(introduction) == 3
    assert "Alcaldía de Cartagena" in introduction[1]
    assert "gratis" in introduction[2]
    assert "claves" in introduction[2]


async def test_hola_begins_as_well_as_start(simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson) -> None:
    await start_bot(simulator)

    await rosa.say("hola, buenas")

    await rosa.expect("¿Tiene usted 18 años o más?")


@BOTH
async def test_each_purpose_is_asked_and_kept_on_its_own(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await start_bot(simulator, mode)

    await welcome(rosa, PURPOSES[1], PURPOSES[3])

    decided = bot.rows(_CONSENTS, rosa.id)
    assert decided == [("adult", 1), ("service", 1), ("phone", 0), ("role", 1), ("statistics", 0)]


async def test_after_the_welcome_the_chat_reads_as_what_the_bot_is_for_and_a_list_of_answers(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)

    await welcome(rosa)
    await bot.settled()

    opening, *earlier = rosa.transcript().splitlines()[1:11]
    assert opening.startswith("bot: Buenas. Por este chat registra su junta")
    assert [line for line in earlier if ": " in line][1:] == [
        "Edad: 18 años o más",
        "bot: Aviso de privacidad: visto",
        "bot: Usar sus datos para el servicio: acepta",
        "bot: Llamarle por teléfono: acepta",
        "bot: Guardar su cargo en la junta: acepta",
        "bot: Usar sus datos en estadísticas: acepta",
    ]


async def test_who_refuses_leaves_only_chat_date_and_notice(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect("¿Tiene usted 18 años")
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")
    await rosa.press("Seguir")
    await rosa.expect(PURPOSES[0])

    await rosa.press("No acepto")
    await rosa.expect("respeto su decisión")

    await bot.settled()
    assert bot.rows("SELECT * FROM person") == []
    assert bot.rows("SELECT * FROM inbox WHERE body IS NOT NULL") == []
    assert bot.rows(_CONSENTS, rosa.id) == [("adult", 1), ("service", 0)]
    await bot.stop()
    assert b"Inventada" not in bot.bytes_on_disk()


async def test_somebody_under_age_leaves_no_name_and_can_put_a_slip_right(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect("¿Tiene usted 18 años")

    await rosa.press("Soy menor")
    await rosa.expect("solo para mayores de 18")

    await rosa.say("quiero registrar")
    await rosa.expect("solo para mayores de 18")
    assert bot.rows(_CONSENTS, rosa.id) == [("adult", 0)]
    await rosa.press("Corregir mi edad")
    await rosa.expect("¿Tiene usted 18 años")
    await bot.stop()
    assert b"Inventada" not in bot.bytes_on_disk()


async def test_a_name_of_sixty_letters_fits_everywhere(simulator: Simulator, start_bot: StartBot) -> None:
    await start_bot(simulator)
    name = "María de los Ángeles Concepción del Rosario Inventada Larga A"
    maria = VirtualPerson(simulator.world, simulator.world.add_person(name[:60], last_name="Z" * 60))

    await welcome(maria)
    card = await _card(maria)

    assert name[:50] in text_of(card)
    assert max(len(text) for text in maria.texts()) <= 900


async def _card(person: VirtualPerson) -> dict[str, object]:
    await person.say("/misdatos")
    return await person.expect("Lo que guardo de usted")


async def test_a_link_that_names_a_part_of_the_bot_leads_there_after_the_welcome(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)

    await rosa.start("registrar")
    await rosa.expect("¿Tiene usted 18 años")
    await rosa.press("Tengo 18")
    await rosa.expect("Antes de seguir")
    await rosa.press("Seguir")
    for purpose in PURPOSES:
        await rosa.expect(purpose)
        await rosa.press("Acepto")

    await rosa.expect("¿Qué va a registrar?")


async def test_a_link_with_a_code_nobody_knows_is_an_ordinary_beginning(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)

    await rosa.start("QR-poster_2026")

    await rosa.expect("¿Tiene usted 18 años")


@pytest.mark.parametrize("greeting", ["/start", "hola"])
@pytest.mark.parametrize(
    "question", ["¿Qué va a registrar?", "¿Cómo se llama la junta?", "¿En qué barrio?"], ids=["kind", "name", "barrio"]
)
async def test_after_three_days_one_finds_the_same_question(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, greeting: str, question: str
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, question)
    answers = bot.rows("SELECT question, value FROM answer")

    await bot.let_pass(3 * 86_400)
    await rosa.say(greeting)

    again = await rosa.expect(question)
    assert "Seguimos donde íbamos" in text_of(again)
    assert bot.rows("SELECT question, value FROM answer") == answers
