"""The bot's commands, texts and menu button."""

from typing import Any

import pytest

from simulator.virtual import VirtualPerson
from simulator.world import World

from .conftest import Bot


def command(name: str) -> dict[str, str]:
    return {"command": name, "description": f"Hace {name}"}


async def test_the_narrowest_scope_decides_which_commands_somebody_sees(
    bot: Bot, rosa: VirtualPerson, world: World
) -> None:
    seen: list[list[dict[str, str]]] = [world.commands_for(rosa.id)]
    for scope in (None, {"type": "all_private_chats"}, {"type": "chat", "chat_id": rosa.id}):
        params: dict[str, Any] = {} if scope is None else {"scope": scope}
        await bot.get("setMyCommands", commands=[command(f"c{len(seen)}")], **params)
        seen.append(world.commands_for(rosa.id))
    await bot.get("deleteMyCommands", scope={"type": "chat", "chat_id": rosa.id})

    assert seen == [[], [command("c1")], [command("c2")], [command("c3")]]
    assert world.commands_for(rosa.id) == [command("c2")]
    assert await bot.get("getMyCommands") == [command("c1")]


async def test_commands_in_the_persons_language_come_first(bot: Bot, rosa: VirtualPerson, world: World) -> None:
    await bot.get("setMyCommands", commands=[command("menu")])
    await bot.get("setMyCommands", commands=[command("ayuda")], language_code="es")

    assert world.commands_for(rosa.id) == [command("ayuda")]


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ("[", "can't parse commands JSON object"),
        ({}, "expected an Array of BotCommand"),
        ([command("")], "command must be non-empty"),
        ([command("a" * 33)], "command length must not exceed 32"),
        ([{"command": "a", "description": ""}], "command description must be non-empty"),
        ([{"command": "a", "description": "x" * 257}], "command description length must not exceed 256"),
        ([command("menú")], "BOT_COMMAND_INVALID"),
        (
            [{"command": "a"}],
            'simulator: parameter "commands"[0] lacks the field "description" of BotCommand',
        ),
    ],
)
async def test_bad_commands_are_refused(bot: Bot, commands: Any, words: str) -> None:
    assert await bot.refusal("setMyCommands", commands=commands) == (400, f"Bad Request: {words}")


async def test_an_unknown_scope_is_refused(bot: Bot) -> None:
    refusal = await bot.refusal("setMyCommands", commands=[command("a")], scope={"type": "everybody"})

    assert refusal == (400, "Bad Request: can't parse BotCommandScope: Unsupported type specified")


async def test_name_and_descriptions_per_language(bot: Bot, world: World) -> None:
    await bot.get("setMyName", name="Juntas")
    await bot.get("setMyDescription", description="Para las juntas")
    await bot.get("setMyDescription", description="For boards", language_code="en")
    await bot.get("setMyShortDescription", short_description="Juntas de Cartagena")

    assert world.bot.first_name == "Juntas"
    assert world.bot.description == "Para las juntas"
    assert world.bot.short_description == "Juntas de Cartagena"
    assert await bot.get("getMyDescription", language_code="en") == {"description": "For boards"}
    assert await bot.get("getMyDescription", language_code="fr") == {"description": "Para las juntas"}
    assert await bot.get("getMyName") == {"name": "Juntas"}


async def test_the_menu_button_of_one_chat_and_of_all(bot: Bot, rosa: VirtualPerson) -> None:
    initial = await bot.get("getChatMenuButton")
    await bot.get("setChatMenuButton", menu_button={"type": "default"})
    await bot.get("setChatMenuButton", chat_id=rosa.id, menu_button={"type": "commands"})

    assert initial == {"type": "commands"}
    assert await bot.get("getChatMenuButton") == {"type": "default"}
    assert await bot.get("getChatMenuButton", chat_id=rosa.id) == {"type": "commands"}
