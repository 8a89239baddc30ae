"""Stories of one's own data: silence, a purpose taken back, copies, and everything erased."""

from typing import Any

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from tests.conftest import StartBot
from tests.journeys.scenes import SUMMARY, register, register_until, welcome


def _file(simulator: Simulator, message: dict[str, Any]) -> str:
    return simulator.world.files.by_id[message["document"]["file_id"]].content.decode()


async def test_no_more_messages_is_understood_in_the_middle_of_a_question(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿En qué comuna queda?")

    await rosa.say("No quiero más mensajes!")
    await rosa.expect("no le escribo más por mi cuenta")

    assert bot.rows("SELECT 1 FROM chat WHERE muted_at IS NOT NULL") == [(1,)]
    await rosa.say("1")
    await rosa.expect("¿En qué barrio?")
    await rosa.say("/mensajes")
    await rosa.expect("puedo volver a escribirle")
    assert bot.rows("SELECT 1 FROM chat WHERE muted_at IS NOT NULL") == []


async def test_a_purpose_taken_back_takes_along_what_was_held_for_it(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register(rosa)

    await rosa.say("/permisos")
    await rosa.expect("Lo que usted permite")
    await rosa.press("Retirar llamadas")
    await rosa.expect("Borro su número")
    await rosa.press("Retirar")
    await rosa.expect("Lo que usted permite")
    await rosa.press("Retirar mi cargo")
    await rosa.expect("Borro su cargo")
    await rosa.press("Retirar")
    await rosa.expect("Lo que usted permite")

    assert bot.rows("SELECT phone_encrypted, phone_hash FROM person") == [(None, None)]
    assert bot.rows("SELECT * FROM officer") == []
    assert bot.rows("SELECT count(*) FROM board") == [(1,)]


async def test_a_copy_of_one_s_data_arrives_as_a_file(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)
    await welcome(rosa)
    await register(rosa)
    await rosa.say("/misdatos")
    await rosa.expect("Lo que guardo de usted")

    await rosa.press("Descargar copia")
    message = await rosa.expect(lambda body: "document" in body)

    assert message["document"]["file_name"] == "mis-datos.txt"
    held = _file(simulator, message)
    assert f"Número de su chat en Telegram: {rosa.id}" in held
    assert "Nombre en Telegram: Rosa Inventada" in held
    assert "Celular: +570000001001" in held
    assert "JAC Inventada del Getsemaní" in held
    assert "Presidencia" in held
    assert "usar el bot: sí" in held


async def test_answers_that_were_not_sent_are_in_the_copy(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿Cuál es el NIT")
    await rosa.say("/misdatos")
    await rosa.expect("Lo que guardo de usted")

    await rosa.say("copia")
    held = _file(simulator, await rosa.expect(lambda body: "document" in body))

    assert "JAC Inventada del Getsemaní" in held
    assert "Localidad" in held
    assert "Histórica y del Caribe Norte" in held
    assert "localidad)" not in held, "a person reads the label, not the column"


async def test_a_copy_of_the_consent_holds_each_decision_and_the_notice_word_for_word(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await rosa.say("/misdatos")
    await rosa.expect("Lo que guardo de usted")

    await rosa.press("Ver mi autorización")
    message = await rosa.expect(lambda body: "document" in body)

    ((notice_hash, notice),) = bot.rows("SELECT hash, body FROM notice")
    held = _file(simulator, message)
    assert message["document"]["file_name"] == "mi-autorizacion.txt"
    assert held.count(": sí. Aviso ") == 5
    assert notice_hash in held
    assert notice in held


async def test_who_erases_everything_leaves_nothing_in_the_files_and_can_begin_again(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register(rosa)
    await _begin_a_second_board(rosa)
    await rosa.say("/misdatos")
    await rosa.expect("Lo que guardo de usted")

    await rosa.press("Borrar mis datos")
    await rosa.expect("¿Borro todo lo que guardo")
    await rosa.press("Borrar todo")
    erased = await rosa.expect("Borré sus datos")

    assert "escriba «hola»" in text_of(erased)
    await bot.settled()
    left = bot.bytes_on_disk()
    for trace in ("Inventada del Segundo", "Rosa", "0000001001", "Presidencia", "tel:"):
        assert trace.encode() not in left, trace
    assert bot.rows("SELECT purpose FROM consent ORDER BY id")[-1] == ("erasure",)
    await rosa.say("hola")
    await rosa.expect("¿Tiene usted 18 años")


async def _begin_a_second_board(rosa: VirtualPerson) -> None:
    """A second board of which only the name was given."""
    await rosa.say("/registrar")
    await rosa.expect("Si quiere registrar otra")
    await rosa.press("Registrar otra")
    await rosa.expect("¿Qué va a registrar?")
    await rosa.say("jac")
    await rosa.expect("¿Cómo se llama la junta?")
    await rosa.say("JAC Inventada del Segundo")
    await rosa.expect("¿En qué localidad queda?")


async def test_nothing_is_erased_by_a_no(simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, SUMMARY)
    await rosa.say("/misdatos")
    await rosa.expect("Lo que guardo de usted")

    await rosa.say("borrar")
    await rosa.expect("¿Borro todo")
    await rosa.say("no")

    await rosa.expect(SUMMARY)
    assert len(bot.rows("SELECT * FROM person")) == 1
