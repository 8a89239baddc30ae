"""Owns the methods for the bot's own profile: commands, name, descriptions, menu button."""

import re
from collections.abc import Callable
from typing import Any

from .accounts import CommandScope
from .calls import Call
from .errors import bad_request

Json = dict[str, Any]

MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]+")


def set_my_commands(call: Call) -> bool:
    """Replace the commands of one scope and language."""
    commands = call.params.get("commands")
    if commands is None:
        raise bad_request("can't parse commands JSON object")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = [_checked(command) for command in commands]
    scope = _scope(call)
    if kept:
        call.world.bot.commands[scope] = kept
    else:
        call.world.bot.commands.pop(scope, None)
    call.world.emit({"type": "commands"})
    return True


def get_my_commands(call: Call) -> list[Json]:
    """The commands of exactly this scope and language."""
    return call.world.bot.commands.get(_scope(call), [])


def delete_my_commands(call: Call) -> bool:
    """Forget the commands of one scope and language."""
    call.world.bot.commands.pop(_scope(call), None)
    call.world.emit({"type": "commands"})
    return True


def _checked(command: Json) -> Json:
    name = command["command"].removeprefix("/")
    description = command["description"]
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > 32:
        raise bad_request("command length must not exceed 32")
    if not description.strip():
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def _scope(call: Call) -> CommandScope:
    scope = call.params.get("scope") or {"type": "default"}
    chat_id = scope.get("chat_id", 0)
    if "chat_id" in scope:
        chat_id = Call(call.simulator, scope).chat().id
    return (scope["type"], chat_id, scope.get("user_id", 0), call.params.get("language_code", ""))


def _setter(field: str, parameter: str) -> Callable[[Call], bool]:
    def set_text(call: Call) -> bool:
        texts: dict[str, str] = getattr(call.world.bot, field)
        language = call.params.get("language_code", "")
        text = call.params.get(parameter, "")
        if text:
            texts[language] = text
        elif field != "names" or language:  # an empty default name keeps the old one
            texts.pop(language, None)
        call.world.emit({"type": "profile"})
        return True

    return set_text


def _getter(field: str, parameter: str) -> Callable[[Call], Json]:
    def get_text(call: Call) -> Json:
        texts: dict[str, str] = getattr(call.world.bot, field)
        language = call.params.get("language_code", "")
        return {parameter: texts.get(language, texts.get("", ""))}

    return get_text


def set_chat_menu_button(call: Call) -> bool:
    """Change the button beside the text field, for one private chat or as the default."""
    chat_id = call.chat().id if call.params.get("chat_id") else 0
    call.world.bot.menu_buttons[chat_id] = call.params.get("menu_button") or {"type": "default"}
    call.world.emit({"type": "profile"})
    return True


def get_chat_menu_button(call: Call) -> Json:
    """The button of one private chat, or the default."""
    buttons = call.world.bot.menu_buttons
    chat_id = call.chat().id if call.params.get("chat_id") else 0
    return buttons.get(chat_id) or buttons.get(0) or {"type": "commands"}


METHODS: dict[str, Callable[[Call], Any]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("names", "name"),
    "getMyName": _getter("names", "name"),
    "setMyDescription": _setter("descriptions", "description"),
    "getMyDescription": _getter("descriptions", "description"),
    "setMyShortDescription": _setter("short_descriptions", "short_description"),
    "getMyShortDescription": _getter("short_descriptions", "short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
