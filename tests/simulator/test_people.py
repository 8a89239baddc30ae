"""What people do and what the bot is told of it."""

from typing import Any

import pytest

from simulator.virtual import VirtualPerson
from simulator.world import World, WorldError

from .conftest import Bot


async def one(bot: Bot, kind: str = "message") -> dict[str, Any]:
    """The only waiting update's content."""
    (update,) = await bot.get("getUpdates")
    content: dict[str, Any] = update[kind]
    return content


async def test_start_with_a_payload_is_a_command_like_any_other(bot: Bot, world: World) -> None:
    person = world.add_person("Luz", username="luz")
    world.start(person.id, "codigo-7")
    message = await one(bot)

    assert person.id == 1001
    assert person.started
    assert message["text"] == "/start codigo-7"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": 1001,
        "is_bot": False,
        "first_name": "Luz",
        "username": "luz",
        "language_code": "es",
    }
    assert message["chat"] == {"id": 1001, "first_name": "Luz", "username": "luz", "type": "private"}


async def test_entities_are_counted_in_utf16(bot: Bot, rosa: VirtualPerson) -> None:
    await rosa.say("👍 /menu@juntas_demo_bot y a/b @juan_p")
    message = await one(bot)

    assert message["entities"] == [
        {"type": "bot_command", "offset": 3, "length": 21},
        {"type": "mention", "offset": 31, "length": 7},
    ]


async def test_ones_own_contact_carries_ones_own_id_and_anothers_does_not(
    bot: Bot, rosa: VirtualPerson, world: World
) -> None:
    own = await rosa.share_contact()
    other = await rosa.share_contact("+573009999999")
    forged = world.share_contact(rosa.id, "+573009999999", user_id=77)

    assert own["contact"] == {
        "phone_number": "+573000000001",
        "first_name": "Rosa",
        "last_name": "Pérez",
        "user_id": rosa.id,
    }
    assert "user_id" not in other["contact"]
    assert forged["contact"]["user_id"] == 77
    assert len(await bot.get("getUpdates")) == 3


async def test_replies_forwards_places_and_odd_things_are_messages(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    first = await rosa.say("uno")
    reply = await rosa.say("dos", reply_to=first["message_id"])
    forward = await rosa.say("tres", forward=True)
    place = world.send_location(rosa.id, 10.4, -75.5)
    dice = world.send_other(rosa.id, {"dice": {"emoji": "🎲", "value": 4}})

    assert reply["reply_to_message"]["text"] == "uno"
    assert forward["forward_origin"]["type"] == "hidden_user"
    assert place["location"] == {"latitude": 10.4, "longitude": -75.5}
    assert [update["message"] for update in await bot.get("getUpdates")][2:] == [forward, place, dice]


async def test_an_edit_is_its_own_update_and_only_of_ones_own_text(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    said = await rosa.say("uno")
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="hola")
    world.queue.clear()
    world.edit_text(rosa.id, said["message_id"], "/menu")
    edited = await one(bot, "edited_message")

    assert edited["text"] == "/menu"
    assert edited["entities"][0]["type"] == "bot_command"
    assert "edit_date" in edited
    with pytest.raises(WorldError, match="no text of person"):
        world.edit_text(rosa.id, sent["message_id"], "x")


async def test_a_press_carries_the_message_as_it_stands_or_an_empty_shell(
    bot: Bot, rosa: VirtualPerson, world: World
) -> None:
    buttons = {"inline_keyboard": [[{"text": "Sí", "callback_data": "y"}]]}
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="¿Viene?", reply_markup=buttons)
    world.press(rosa.id, sent["message_id"], "forged")
    world.delete_message(world.chat(rosa.id), sent["message_id"])
    world.press(rosa.id, sent["message_id"], "y")
    there, gone = [update["callback_query"] for update in await bot.get("getUpdates")]

    assert (there["data"], there["message"]) == ("forged", sent)
    assert there["from"]["id"] == rosa.id
    assert gone["message"] == {"chat": sent["chat"], "message_id": sent["message_id"], "date": 0}
    assert there["chat_instance"] == gone["chat_instance"]


async def test_blocking_and_unblocking_tells_the_bot(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    world.block(rosa.id)
    blocked = await one(bot, "my_chat_member")
    with pytest.raises(WorldError, match="has blocked"):
        world.send_text(rosa.id, "hola")
    world.queue.clear()
    await rosa.start()
    unblocked, start = await bot.get("getUpdates", limit=10, offset=-2)

    assert blocked["old_chat_member"]["status"] == "member"
    assert blocked["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start"


async def test_message_numbers_of_different_chats_collide(bot: Bot, world: World) -> None:
    numbers = [world.start(world.add_person(name).id)["message_id"] for name in ("Ana", "Eva")]

    assert numbers == [1, 1]


async def test_subscribers_hear_of_everything_in_order(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    everywhere: list[str] = []
    elsewhere: list[str] = []
    unsubscribe = world.subscribe(lambda event: everywhere.append(event["type"]))
    world.subscribe(lambda event: elsewhere.append(event["type"]), chat_id=5)
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="x", reply_markup={"keyboard": [["x"]]})
    await bot.get("sendChatAction", chat_id=rosa.id, action="typing")
    await bot.get("deleteMessage", chat_id=rosa.id, message_id=sent["message_id"])
    world.clock.advance(1)
    unsubscribe()
    world.block(rosa.id)

    assert everywhere == ["message", "keyboard", "chat_action", "delete", "clock"]
    assert elsewhere == []


async def test_impossible_wishes_are_named(rosa: VirtualPerson, world: World) -> None:
    group = world.add_group("Vecinos")
    with pytest.raises(WorldError, match="no person 7"):
        world.start(7)
    with pytest.raises(WorldError, match="no chat 7"):
        world.chat(7)
    with pytest.raises(WorldError, match="not in chat"):
        world.send_text(rosa.id, "hola", group.id)
    with pytest.raises(WorldError, match="already a person"):
        world.add_person("Otra", id=rosa.id)
    with pytest.raises(WorldError, match="no message 99"):
        world.send_text(rosa.id, "hola", reply_to=99)
