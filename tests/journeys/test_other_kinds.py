"""Stories of everything that is not a text or a button of the open question: said kindly, and the question stays."""

from collections.abc import Callable
from typing import Any

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson, text_of
from simulator.world import World
from tests.conftest import StartBot
from tests.journeys.scenes import register_until, welcome

_POLL = {
    "id": "1", "question": "¿Sí?", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
    "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
}  # fmt: skip
Sent = Callable[[World, VirtualPerson], Any]


def _file(kind: str) -> Sent:
    return lambda world, person: world.send_file(person.id, kind, b"\x89PNG\r\n\x1a\nnothing", file_name="a.bin")


def _other(**fields: Any) -> Sent:
    return lambda world, person: world.send_other(person.id, fields)


_KINDS: dict[str, tuple[Sent, str]] = {
    "sticker": (_file("sticker"), "sticker"),
    "voice": (_file("voice"), "notas de voz"),
    "audio": (_file("audio"), "audios"),
    "photo": (_file("photo"), "fotos"),
    "video": (_file("video"), "videos"),
    "video_note": (_file("video_note"), "videomensajes"),
    "animation": (_file("animation"), "animaciones"),
    "document": (_file("document"), "archivos"),
    "poll": (_other(poll=_POLL), "encuestas"),
    "dice": (_other(dice={"emoji": "🎲", "value": 4}), "dado"),
    "story": (_other(story={"chat": {"id": 5, "type": "private", "first_name": "X"}, "id": 7}), "historias"),
    "location": (lambda world, person: world.send_location(person.id, 10.4, -75.5), "ubicación"),
    "contact": (lambda world, person: world.share_contact(person.id), "contacto"),
    "forward": (lambda world, person: world.send_text(person.id, "JAC de otro", forward=True), "reenviado"),
    "checklist": (_other(checklist={"title": "Lista", "tasks": []}), "esa clase de mensaje"),
}


@pytest.mark.parametrize("kind", _KINDS)
async def test_what_cannot_be_an_answer_is_named_and_the_question_stays_open(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, kind: str
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿Cómo se llama la junta?")
    sent, word = _KINDS[kind]

    sent(simulator.world, rosa)
    said = text_of(await rosa.expect(word))

    assert "Escriba el nombre con letras" in said, "it says what is expected"
    assert bot.rows("SELECT question FROM answer") == [("kind",)]
    await rosa.say("JAC Inventada")
    await rosa.expect("¿En qué localidad queda?")


async def test_an_edited_message_is_noticed_and_changes_no_answer(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)
    await welcome(rosa)
    await register_until(rosa, "¿En qué localidad queda?")
    written = [body for body in simulator.world.chat(rosa.id).by_id.values() if body.get("text", "").startswith("JAC")]

    simulator.world.edit_text(rosa.id, written[-1]["message_id"], "JAC Cambiada")
    said = text_of(await rosa.expect("Un mensaje que se cambia"))

    assert "Toque una localidad" in said or "localidad" in said
    assert bot.rows("SELECT value FROM answer WHERE question = 'name'") == [("JAC Inventada del Getsemaní",)]


async def test_things_before_consent_lead_into_the_welcome_and_are_not_kept(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await start_bot(simulator)

    await rosa.send_file("voice", b"nothing")
    await rosa.expect("¿Tiene usted 18 años")

    await bot.settled()
    assert bot.rows("SELECT * FROM inbox WHERE body IS NOT NULL") == []


@pytest.mark.parametrize("kind", ["brand_new_kind", "message_reaction", "poll_answer", "inline_query"])
async def test_kinds_of_updates_that_nobody_asked_for_are_stored_and_skipped(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, kind: str
) -> None:
    bot = await start_bot(simulator)
    simulator.world.queue.allow([kind, "message"])

    simulator.world.queue.add(kind, {"id": "1", "what": {"is": ["this"]}}, ("message", 1))

    row = await bot.until("SELECT kind, status, body FROM inbox")
    assert row == ("unknown", "skipped", None)
    await rosa.start()
    await rosa.expect("¿Tiene usted 18 años")


async def test_a_command_nobody_knows_is_answered_with_what_can_be_done(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    await start_bot(simulator)
    await welcome(rosa)

    await rosa.say("/tarifas")
    said = await rosa.expect("No conozco esa orden")

    assert "Toque «Registrar mi junta»" in text_of(said)
