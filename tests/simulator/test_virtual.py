"""The virtual person that other tests steer."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from simulator.virtual import VirtualPerson, plain
from simulator.world import World

from .conftest import Bot

QUESTION = {
    "inline_keyboard": [[{"text": "✅ Sí, asistiré", "callback_data": "y"}, {"text": "No", "callback_data": "n"}]]
}


async def play(bot: Bot) -> None:
    """A tiny bot: asks on /start, edits and answers on a press, repeats anything else."""
    offset = 0
    while True:
        for update in await bot.get("getUpdates", offset=offset, timeout=20):
            offset = update["update_id"] + 1
            if press := update.get("callback_query"):
                await bot.get("answerCallbackQuery", callback_query_id=press["id"], text="Recibido")
                number, chat_id = press["message"]["message_id"], press["from"]["id"]
                await bot.get("editMessageText", chat_id=chat_id, message_id=number, text=f"Eligió {press['data']}")
                continue
            chat_id, text = update["message"]["chat"]["id"], update["message"].get("text", "?")
            if text == "/start":
                await bot.get("sendMessage", chat_id=chat_id, text="¿Viene?", reply_markup=QUESTION)
            else:
                await bot.get("sendMessage", chat_id=chat_id, text=f"Dijo {text}")


@pytest.fixture
async def playing(bot: Bot) -> AsyncIterator[None]:
    task = asyncio.create_task(play(bot))
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_conversation_from_start_to_press(playing: None, world: World) -> None:
    luz = VirtualPerson(world, world.add_person("Luz"))
    await luz.start()
    await luz.expect("¿Viene?")
    await luz.press("si, asistire")
    await luz.expect("Recibido")
    await luz.expect(lambda body: "edit_date" in body)
    await luz.say("gracias")
    await luz.expect("Dijo gracias")
    await luz.quiet(0.05)

    assert luz.texts() == ["Eligió y", "Dijo gracias"]
    assert luz.last is not None
    assert luz.last["text"] == "Dijo gracias"
    assert luz.transcript() == "Luz: /start\nbot: Eligió y\nLuz: gracias\nbot: Dijo gracias"


async def test_what_never_comes_fails_with_the_transcript(rosa: VirtualPerson) -> None:
    with pytest.raises(AssertionError, match=r"Rosa waited 0.05 s for 'nada'; the chat:\nRosa: /start"):
        await rosa.expect("nada", timeout=0.05)
    with pytest.raises(LookupError, match="sees no button 'Sí'"):
        await rosa.press("Sí")


async def test_quiet_is_broken_by_a_message(bot: Bot, rosa: VirtualPerson) -> None:
    sending = asyncio.create_task(bot.get("sendMessage", chat_id=rosa.id, text="ruido"))
    with pytest.raises(AssertionError, match="heard 'ruido'"):
        await rosa.quiet(2)
    await sending


async def test_a_reply_keyboard_is_pressed_by_its_label(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    keyboard = {"keyboard": [["📱 Más tarde", {"text": "Compartir mi número", "request_contact": True}]]}
    await bot.get("sendMessage", chat_id=rosa.id, text="x", reply_markup=keyboard)
    await rosa.press("mas")
    await rosa.press("compartir")
    said, shared = [update["message"] for update in await bot.get("getUpdates")]

    assert said["text"] == "📱 Más tarde"
    assert shared["contact"]["user_id"] == rosa.id


async def test_five_hundred_people_talk_at_once(playing: None, world: World) -> None:
    people = [VirtualPerson(world, world.add_person(f"P{number}")) for number in range(500)]

    async def visit(person: VirtualPerson) -> None:
        await person.say("hola")
        await person.expect("Dijo hola", timeout=20)

    await asyncio.gather(*(visit(person) for person in people))

    assert all(person.texts() == ["Dijo hola"] for person in people)


def test_labels_are_compared_without_decoration() -> None:
    assert plain("✅ Sí,  ASISTIRÉ!") == "si asistire"
