"""Stories of a registration: by buttons, by typing, back and forth, left and taken up again."""

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import RunningBot, StartBot
from tests.journeys.scenes import PURPOSES, SUMMARY, register, register_until, welcome

BOTH = pytest.mark.parametrize("mode", ["polling", "webhook"])
_BOARDS = "SELECT kind, name, localidad, comuna, barrio, sector, nit FROM board"


def _answers(bot: RunningBot) -> dict[str, str | None]:
    rows = bot.rows("SELECT question, value, withdrawn FROM answer ORDER BY id")
    held: dict[str, str | None] = {}
    for question, value, withdrawn in rows:
        held[question] = value
        if withdrawn:
            del held[question]
    return held


@BOTH
async def test_a_board_is_registered_by_buttons(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, mode: str
) -> None:
    bot = await start_bot(simulator, mode)
    await welcome(rosa)

    await register(rosa)

    board = ("jac", "JAC Inventada del Getsemaní", "Histórica y del Caribe Norte", "1", "Getsemaní", None, None)
    assert bot.rows(_BOARDS) == [board]
    assert bot.rows("SELECT role FROM officer") == [("president",)]


async def test_a_board_is_registered_by_typing_alone(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)

    for question, typed in (
        ("", "ola"),
        ("¿Tiene usted 18 años", "sí señor"),
        ("Antes de seguir", "seguir"),
        (PURPOSES[0], "asepto"),
        (PURPOSES[1], "no"),
        (PURPOSES[2], "1"),
        (PURPOSES[3], "claro que si"),
        ("todo está listo", "registrar mi junta"),
        ("¿Qué va a registrar?", "la 2"),
        ("¿Cómo se llama la junta?", "JVC PRUEBA DE SAN PEDRO MARTIR"),
        ("¿En qué localidad queda?", "san pedro martir"),
        ("¿La junta es de un sector", "sector la inventada"),
        ("¿Cuál es el NIT", "no tengo"),
        ("¿Cuál es su cargo", "tesorera"),
        (SUMMARY, "enviar"),
    ):
        if question:
            await rosa.expect(question)
        await rosa.say(typed)
    await rosa.expect("quedó registrada")

    ((kind, name, _, comuna, barrio, sector, nit),) = bot.rows(_BOARDS)
    assert (kind, comuna, barrio, nit) == ("jvc", "15", "San Pedro Mártir", None)
    assert (name.casefold(), sector) == ("jvc prueba de san pedro martir", "sector la inventada")
    assert bot.rows("SELECT role FROM officer") == [("treasurer",)]


async def test_a_changed_localidad_asks_only_what_depends_on_it(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, SUMMARY)
    before = _answers(bot)

    await rosa.press("Cambiar algo")
    await rosa.expect("¿Qué quiere cambiar?")
    await rosa.press("Cambiar localidad")
    await rosa.expect("¿En qué localidad queda?")
    await rosa.press("Industrial")
    await rosa.expect("¿En qué comuna queda?")
    await rosa.press("Comuna 15")
    await rosa.expect("¿En qué barrio?")
    await rosa.say("san pedro martir")
    summary = await rosa.expect(SUMMARY)

    assert "JAC Inventada del Getsemaní" in text_of(summary)
    changed = {question for question, value in _answers(bot).items() if before[question] != value}
    assert changed == {"localidad", "comuna", "barrio"}


async def test_a_changed_office_leads_straight_back_to_the_summary(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, SUMMARY)

    await rosa.say("cambiar")
    await rosa.expect("¿Qué quiere cambiar?")
    await rosa.say("cargo")
    await rosa.expect("¿Cuál es su cargo")
    await rosa.say("fiscal")

    assert "Su cargo: Fiscalía" in text_of(await rosa.expect(SUMMARY))


async def test_back_goes_question_by_question_to_the_beginning(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿En qué comuna queda?")

    await rosa.press("Atrás")
    await rosa.expect("¿En qué localidad queda?")
    await rosa.say("volver")
    await rosa.expect("¿Cómo se llama la junta?")
    await rosa.press("Atrás")
    await rosa.expect("¿Qué va a registrar?")
    await rosa.press("Atrás")
    await rosa.expect("Lo dejamos aquí por ahora. Guardé 3 respuestas")


@pytest.mark.parametrize("question", ["¿Qué va a registrar?", "¿Cuál es el NIT", "¿Me comparte su número?", SUMMARY])
async def test_help_explains_the_open_question_and_leaves_it_open(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, question: str
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, question)
    answers = _answers(bot)

    await rosa.say("/ayuda")

    helped = text_of(await rosa.expect(question))
    assert not helped.startswith(question)
    assert _answers(bot) == answers


async def test_cancelling_keeps_the_answers_and_says_so(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿Cuál es el NIT")

    await rosa.say("/cancelar")
    await rosa.expect("Guardé 6 respuestas")
    await rosa.press("Seguir el registro")

    assert "Lo que ya respondió está guardado" in text_of(await rosa.expect("¿Cuál es el NIT"))


async def test_somebody_elses_contact_is_refused_and_one_s_own_is_kept_encrypted(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿Me comparte su número?")

    await rosa.share_contact("+570000007777")
    await rosa.expect("Ese contacto es de otra persona")
    await rosa.press("Compartir mi número")
    summary = await rosa.expect(SUMMARY)

    assert "••01" in text_of(summary)
    assert len(bot.rows("SELECT phone_encrypted FROM person WHERE phone_encrypted IS NOT NULL")) == 1
    await bot.settled()
    # While it runs: the write-ahead log still holds every version of every page, that of the arrival too.
    for phone in (b"0000001001", b"0000007777"):
        assert phone not in bot.bytes_on_disk()


async def test_a_look_at_one_s_data_leads_back_to_the_same_question(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿En qué comuna queda?")

    await rosa.say("mis datos")
    await rosa.expect("Lo que guardo de usted")
    await rosa.press("Atrás")

    await rosa.expect("¿En qué comuna queda?")
