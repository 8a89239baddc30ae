"""Sending: what Telegram accepts and how it refuses."""

from typing import Any

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from simulator.world import World

from .conftest import Bot


async def test_a_text_arrives_with_entities_and_buttons(bot: Bot, rosa: VirtualPerson) -> None:
    buttons = {"inline_keyboard": [[{"text": "✅ Sí", "callback_data": "y", "style": "success"}]]}

    sent = await bot.get("sendMessage", chat_id=rosa.id, text="<b>¿Viene?</b>", parse_mode="HTML", reply_markup=buttons)

    assert rosa.last == sent
    assert sent["text"] == "¿Viene?"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 7}]
    assert sent["reply_markup"] == buttons
    assert sent["from"]["is_bot"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "chat_id": 99}, "chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
        ({}, "message text is empty"),
        ({"text": " \n\t "}, "text must be non-empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "é" * 16385}, "text is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "x", "parse_mode": "MarkdownV2"}, "simulator: parse_mode MarkdownV2 is not simulated, use HTML"),
        ({"text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        ({"text": "x", "reply_parameters": "{"}, "can't parse reply parameters JSON object"),
        ({"text": "x", "message_thread_id": 5}, "message thread not found"),
        ({"text": "x", "disable_notificaton": True}, 'simulator: unknown parameter "disable_notificaton"'),
        (
            {"text": "x", "disable_notification": "maybe"},
            'simulator: parameter "disable_notification" must be a Boolean',
        ),
        (
            {"text": "x", "link_preview_options": {"is_disable": True}},
            'simulator: parameter "link_preview_options" has an unknown field "is_disable" for LinkPreviewOptions',
        ),
    ],
)
async def test_a_bad_text_is_refused_with_the_servers_words(
    bot: Bot, rosa: VirtualPerson, params: dict[str, Any], words: str
) -> None:
    refusal = await bot.refusal("sendMessage", **{"chat_id": rosa.id, **params})

    assert refusal == (400, f"Bad Request: {words}")


@pytest.mark.parametrize("size", [4096])
async def test_the_longest_text_counts_after_parsing(bot: Bot, rosa: VirtualPerson, size: int) -> None:
    sent = await bot.get("sendMessage", chat_id=rosa.id, text=f"<b>{'a' * size}</b>", parse_mode="HTML")

    assert len(sent["text"]) == size


_INLINE = "can't parse inline keyboard button: "


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        (
            {"inline_keyboard": [{"text": "x"}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": ["x"]}, 'field "keyboard" must be an Array of Arrays'),
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, f'{_INLINE}Can\'t find field "text"'),
        ({"inline_keyboard": [[{"text": 1}]]}, f'{_INLINE}Field "text" must be of type String'),
        ({"inline_keyboard": [[{"text": "x"}]]}, f"{_INLINE}Text buttons are unallowed in the inline keyboard"),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": ""}]]},
            f"{_INLINE}Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": "d", "style": "red"}]]},
            f"{_INLINE}invalid button style specified",
        ),
        (
            {"keyboard": [[{"text": "x", "style": "red"}]]},
            "can't parse keyboard button: invalid button style specified",
        ),
        (
            {"inline_keyboard": [[{"text": " ", "callback_data": "d"}]]},
            "inline keyboard button text must be non-empty",
        ),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "é" * 33}]]}, "BUTTON_DATA_INVALID"),
        (
            {"inline_keyboard": [[{"text": "x", "url": "ftp://a"}]]},
            "inline keyboard button URL 'ftp://a' is invalid: Wrong HTTP URL",
        ),
        (
            {"inline_keyboard": [[{"text": "x", "url": "https://a.org", "callback_data": "d"}]]},
            "simulator: an inline button has exactly one action, not url and callback_data",
        ),
        (
            {"inline_keyboard": [[{"text": "x", "calback_data": "d", "callback_data": "d"}]]},
            (
                'simulator: reply_markup.inline_keyboard[0][0] has an unknown field "calback_data" '
                "for InlineKeyboardButton"
            ),
        ),
        (
            {"keyboard": [[{"text": "x", "request_contacts": True}]]},
            'simulator: reply_markup.keyboard[0][0] has an unknown field "request_contacts" for KeyboardButton',
        ),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": str(n)} for n in range(13)]]},
            "simulator: Telegram drops buttons beyond 12 in a row or 300 in all",
        ),
        (
            {"inline_keyboard": [[{"text": "x" * 11_000, "callback_data": "d"}]]},
            "reply markup is too long",
        ),
    ],
)
async def test_a_bad_keyboard_is_refused_down_to_the_button(
    bot: Bot, rosa: VirtualPerson, markup: Any, words: str
) -> None:
    refusal = await bot.refusal("sendMessage", chat_id=rosa.id, text="x", reply_markup=markup)

    assert refusal == (400, f"Bad Request: {words}")
    assert rosa.last is None


async def test_contact_buttons_are_for_private_chats_only(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    group = world.add_group("Vecinos", [rosa.id])
    markup = {"keyboard": [[{"text": "Mi número", "request_contact": True}]]}

    refusal = await bot.refusal("sendMessage", chat_id=group.id, text="x", reply_markup=markup)

    assert refusal == (400, "Bad Request: phone number can be requested in private chats only")


async def test_a_reply_keyboard_stays_until_it_is_removed(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    markup = {"keyboard": [["Sí", {"text": "Mi número", "request_contact": True}]], "resize_keyboard": True}
    await bot.get("sendMessage", chat_id=rosa.id, text="x", reply_markup=markup)
    shown = world.chat(rosa.id).keyboard
    await bot.get("sendMessage", chat_id=rosa.id, text="y")
    still = world.chat(rosa.id).keyboard
    await bot.get("sendMessage", chat_id=rosa.id, text="z", reply_markup={"remove_keyboard": True})

    assert shown == still
    assert shown is not None
    assert shown["keyboard"][0] == [{"text": "Sí"}, {"text": "Mi número", "request_contact": True}]
    assert world.chat(rosa.id).keyboard is None


async def test_people_who_cannot_be_written_to(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    stranger = world.add_person("Ana")
    gone = world.add_person("Eva", started=True)
    gone.deactivated = True
    world.block(rosa.id)

    async def refusal(chat_id: int) -> tuple[int, str]:
        return await bot.refusal("sendMessage", chat_id=chat_id, text="x")

    assert await refusal(rosa.id) == (403, "Forbidden: bot was blocked by the user")
    assert await refusal(stranger.id) == (403, "Forbidden: bot can't initiate conversation with a user")
    assert await refusal(gone.id) == (403, "Forbidden: user is deactivated")
    assert await refusal(world.bot.id) == (403, "Forbidden: the bot can't send messages to the bot")


async def test_groups_that_cannot_be_written_to(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    async def refusal(kind: str, bot_status: str) -> tuple[int, str]:
        group = world.add_group("Vecinos", [rosa.id], kind=kind, bot_status=bot_status)
        return await bot.refusal("sendMessage", chat_id=group.id, text="x")

    assert await refusal("group", "kicked") == (403, "Forbidden: bot was kicked from the group chat")
    assert await refusal("supergroup", "left") == (403, "Forbidden: bot is not a member of the supergroup chat")
    assert await refusal("channel", "left") == (403, "Forbidden: bot is not a member of the channel chat")
    assert await refusal("channel", "member") == (400, "Bad Request: need administrator rights in the channel chat")

    muted = world.add_group("Vecinos", [rosa.id])
    muted.bot_can_write = False
    closed = world.add_group("Vecinos", [rosa.id])
    closed.closed = True
    assert await bot.refusal("sendMessage", chat_id=muted.id, text="x") == (
        400,
        "Bad Request: not enough rights to send text messages to the chat",
    )
    assert await bot.refusal("sendMessage", chat_id=closed.id, text="x") == (
        403,
        "Forbidden: the group chat was deleted",
    )


async def test_an_upgraded_group_names_its_new_id(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    old = world.add_group("Vecinos", [rosa.id], kind="group")
    new = world.upgrade_group(old.id)

    status, body = await bot.call("sendMessage", chat_id=old.id, text="x")

    assert status == 400
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new.id}


async def test_copies_forwards_albums_and_cards(bot: Bot, rosa: VirtualPerson) -> None:
    first = await bot.get("sendMessage", chat_id=rosa.id, text="uno")
    forwarded = await bot.get("forwardMessage", chat_id=rosa.id, from_chat_id=rosa.id, message_id=first["message_id"])
    copied = await bot.get("copyMessage", chat_id=rosa.id, from_chat_id=rosa.id, message_id=first["message_id"])
    await bot.get("sendContact", chat_id=rosa.id, phone_number="+57300", first_name="Luz")
    await bot.get("sendVenue", chat_id=rosa.id, latitude=10.4, longitude=-75.5, title="Sede", address="Calle 1")

    assert forwarded["forward_origin"]["type"] == "user"
    assert copied.keys() == {"message_id"}
    assert rosa.texts() == ["uno", "uno", "uno", "<contact>", "<location>"]
    assert await bot.refusal("copyMessage", chat_id=rosa.id, from_chat_id=rosa.id, message_id=99) == (
        400,
        "Bad Request: message to copy not found",
    )
    assert await bot.refusal("forwardMessage", chat_id=rosa.id, message_id=1) == (
        400,
        'Bad Request: parameter "from_chat_id" is required',
    )


async def test_a_chat_action_shows_for_five_seconds(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    await bot.get("sendChatAction", chat_id=rosa.id, action="typing")
    busy = simulator.world.is_typing(rosa.id)
    simulator.clock.advance(6)

    assert busy
    assert not simulator.world.is_typing(rosa.id)
    assert await bot.refusal("sendChatAction", chat_id=rosa.id, action="dancing") == (
        400,
        "Bad Request: wrong parameter action in request",
    )


async def test_replies_flags_and_given_entities_show_in_the_message(bot: Bot, rosa: VirtualPerson) -> None:
    hers = await rosa.say("hola")
    sent = await bot.get(
        "sendMessage",
        chat_id=rosa.id,
        text="hola, Rosa",
        entities=[{"type": "italic", "offset": 6, "length": 4}],
        reply_parameters={"message_id": hers["message_id"]},
        protect_content=True,
        link_preview_options={"is_disabled": True},
        reply_markup={"force_reply": True, "input_field_placeholder": "Su respuesta"},
    )
    lost = await bot.get(
        "sendMessage",
        chat_id=rosa.id,
        text="x",
        reply_parameters={"message_id": 99, "allow_sending_without_reply": True},
    )

    assert sent["reply_to_message"]["text"] == "hola"
    assert sent["entities"][0]["type"] == "italic"
    assert sent["has_protected_content"] is True
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert rosa.world.chat(rosa.id).keyboard == {"force_reply": True, "input_field_placeholder": "Su respuesta"}
    assert "reply_to_message" not in lost
    assert await bot.refusal(
        "forwardMessage", chat_id=rosa.id, from_chat_id=rosa.id, message_id=sent["message_id"]
    ) == (400, "Bad Request: message can't be forwarded")


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"reply_to_message_id": 1}, "reply_to_message_id was replaced by reply_parameters in Bot API 7.0"),
        ({"message_thread_id": "first"}, 'parameter "message_thread_id" must be an Integer'),
        ({"entities": {}}, 'parameter "entities" must be an Array'),
        ({"entities": [1]}, 'parameter "entities"[0] must be an object MessageEntity'),
        (
            {"entities": [{"type": "bold", "offset": 0, "length": 9}]},
            "the entity {'type': 'bold', 'offset': 0, 'length': 9} lies outside the text of 1 UTF-16 units",
        ),
        ({"reply_markup": {"inline_keybord": []}}, "reply_markup with the fields inline_keybord is no known markup"),
        ({"reply_markup": {"remove_keyboard": 7}}, "reply_markup.remove_keyboard must be a Boolean"),
        (
            {"reply_markup": {"force_reply": True, "input_field_placeholder": "x" * 65}},
            "reply_markup.input_field_placeholder is longer than 64 characters",
        ),
    ],
)
async def test_what_telegram_would_swallow_is_an_error_here(
    bot: Bot, rosa: VirtualPerson, params: dict[str, Any], words: str
) -> None:
    refusal = await bot.refusal("sendMessage", chat_id=rosa.id, text="x", **params)

    assert refusal == (400, f"Bad Request: simulator: {words}")
