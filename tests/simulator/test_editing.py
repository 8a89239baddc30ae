"""Edits, deletions and answers to presses."""

from typing import Any

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from simulator.world import World

from .conftest import Bot

BUTTON = {"inline_keyboard": [[{"text": "Sí", "callback_data": "y"}]]}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_an_edit_replaces_text_and_buttons_in_place(bot: Bot, rosa: VirtualPerson) -> None:
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="¿Viene?", reply_markup=BUTTON)

    edited = await bot.get("editMessageText", chat_id=rosa.id, message_id=sent["message_id"], text="Anotado")

    assert rosa.texts() == ["Anotado"]
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= sent["date"]


async def test_edits_that_telegram_refuses(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="a", reply_markup=BUTTON)
    keyed = await bot.get("sendMessage", chat_id=rosa.id, text="b", reply_markup={"keyboard": [["x"]]})
    place = await bot.get("sendLocation", chat_id=rosa.id, latitude=1, longitude=1)
    hers = await rosa.say("hola")

    async def refusal(message_id: int | None, text: str = "nuevo", **more: Any) -> str:
        numbers = {} if message_id is None else {"message_id": message_id}
        status, words = await bot.refusal("editMessageText", chat_id=rosa.id, text=text, **numbers, **more)
        assert status == 400
        return words

    assert await refusal(None) == "Bad Request: message identifier is not specified"
    assert await refusal(999) == "Bad Request: message to edit not found"
    assert await refusal(hers["message_id"]) == "Bad Request: message can't be edited"
    assert await refusal(keyed["message_id"]) == "Bad Request: message can't be edited"
    assert await refusal(place["message_id"]) == "Bad Request: there is no text in the message to edit"
    assert await refusal(sent["message_id"], "a" * 4097) == "Bad Request: MESSAGE_TOO_LONG"
    assert (await refusal(sent["message_id"], "a", reply_markup=BUTTON)).startswith(
        "Bad Request: message is not modified: specified new message content and reply markup are exactly"
    )
    assert await bot.refusal("editMessageCaption", chat_id=rosa.id, message_id=sent["message_id"], caption="x") == (
        400,
        "Bad Request: there is no caption in the message to edit",
    )
    world.delete_message(world.chat(rosa.id), sent["message_id"])
    assert await refusal(sent["message_id"]) == "Bad Request: message to edit not found"


async def test_a_message_can_be_deleted_for_two_days(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    young = await bot.get("sendMessage", chat_id=rosa.id, text="a")
    old = await bot.get("sendMessage", chat_id=rosa.id, text="b")

    assert await bot.get("deleteMessage", chat_id=rosa.id, message_id=young["message_id"])
    simulator.clock.advance(48 * 3600 + 5)

    async def refusal(**params: Any) -> tuple[int, str]:
        return await bot.refusal("deleteMessage", **params)

    assert rosa.texts() == ["b"]
    assert await refusal(chat_id=rosa.id, message_id=old["message_id"]) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )
    assert await refusal(chat_id=rosa.id, message_id=young["message_id"]) == (
        400,
        "Bad Request: message to delete not found",
    )
    assert await refusal(message_id=1) == (400, "Bad Request: chat identifier is not specified")
    assert await refusal(chat_id=rosa.id) == (400, "Bad Request: message identifier is not specified")


async def test_deleting_many_skips_what_is_unknown(bot: Bot, rosa: VirtualPerson) -> None:
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="a")

    assert await bot.get("deleteMessages", chat_id=rosa.id, message_ids=[sent["message_id"], 98, 99])
    assert rosa.texts() == []


async def test_in_a_group_only_an_administrator_deletes_what_others_wrote(
    bot: Bot, rosa: VirtualPerson, world: World
) -> None:
    group = world.add_group("Vecinos", [rosa.id])
    body = world.send_text(rosa.id, "/hola", group.id)

    refusal = await bot.refusal("deleteMessage", chat_id=group.id, message_id=body["message_id"])
    world.set_bot_status(group.id, "administrator")

    assert refusal == (400, "Bad Request: message can't be deleted")
    assert await bot.get("deleteMessage", chat_id=group.id, message_id=body["message_id"])


async def test_a_press_is_answered_once_and_in_time(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    await bot.get("sendMessage", chat_id=rosa.id, text="¿Viene?", reply_markup=BUTTON)
    first, late = await rosa.press("si"), await rosa.press("y")

    assert await bot.get("answerCallbackQuery", callback_query_id=first, text="Anotado", show_alert=True)
    heard = await rosa.expect("Anotado")
    twice = await bot.refusal("answerCallbackQuery", callback_query_id=first)
    simulator.clock.advance(20)

    assert heard["callback_answer"]["show_alert"] is True
    assert twice == (400, TOO_OLD)
    for number in (late, "12", ""):
        assert await bot.refusal("answerCallbackQuery", callback_query_id=number) == (400, TOO_OLD)


async def test_a_long_answer_to_a_press_is_refused(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    press = world.press(rosa.id, 1, "forged")

    refusal = await bot.refusal("answerCallbackQuery", callback_query_id=press, text="a" * 201)

    assert refusal == (400, "Bad Request: MESSAGE_TOO_LONG")


async def test_pins_and_reactions_need_their_message(bot: Bot, rosa: VirtualPerson) -> None:
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="a")

    assert await bot.get("pinChatMessage", chat_id=rosa.id, message_id=sent["message_id"])
    assert (await bot.get("getChat", chat_id=rosa.id))["pinned_message"]["text"] == "a"
    assert await bot.get("unpinChatMessage", chat_id=rosa.id)
    assert await bot.get(
        "setMessageReaction",
        chat_id=rosa.id,
        message_id=sent["message_id"],
        reaction=[{"type": "emoji", "emoji": "👍"}],
    )
    assert await bot.refusal("pinChatMessage", chat_id=rosa.id, message_id=9) == (
        400,
        "Bad Request: message to pin not found",
    )
    assert await bot.refusal("setMessageReaction", chat_id=rosa.id, message_id=9) == (
        400,
        "Bad Request: message to react not found",
    )


async def test_buttons_alone_can_be_taken_away_and_put_back(bot: Bot, rosa: VirtualPerson) -> None:
    sent = await bot.get("sendMessage", chat_id=rosa.id, text="¿Viene?", reply_markup=BUTTON)
    target = {"chat_id": rosa.id, "message_id": sent["message_id"]}
    bare = await bot.get("editMessageReplyMarkup", **target)
    back = await bot.get("editMessageReplyMarkup", **target, reply_markup=BUTTON)

    assert "reply_markup" not in bare
    assert back["reply_markup"] == BUTTON
    assert await bot.refusal("editMessageReplyMarkup", **target, reply_markup={"keyboard": [["x"]]}) == (
        400,
        "Bad Request: inline keyboard expected",
    )
    assert (await bot.refusal("editMessageText", inline_message_id="7", text="x"))[1].endswith("not simulated")
