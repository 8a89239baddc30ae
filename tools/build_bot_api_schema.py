"""Writes simulator/bot_api.json: names, types and lengths of the Bot API's parameters, read from aiogram's models.

aiogram is no dependency of the project. It is read here because it is written from the Bot API's documentation by
other people than the client library the bot uses, so the two can contradict each other. To run it again:

    python -m venv /tmp/schema && /tmp/schema/bin/pip install aiogram
    /tmp/schema/bin/python tools/build_bot_api_schema.py
"""

import ast
import importlib
import inspect
import json
import re
import sys
import types
import typing
from pathlib import Path
from typing import Any

SIMULATED = frozenset(
    (
        *("getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "sendMessage"),
        *("editMessageText", "editMessageReplyMarkup", "editMessageCaption", "deleteMessage"),
        *("deleteMessages", "sendDocument", "sendPhoto", "sendVoice", "sendVideo", "sendAudio"),
        *("sendLocation", "sendVenue", "sendContact", "sendMediaGroup", "sendChatAction", "forwardMessage"),
        *("copyMessage", "answerCallbackQuery", "getFile", "getChat", "getChatMember"),
        *("getChatAdministrators", "getChatMemberCount", "leaveChat", "setMyCommands", "getMyCommands"),
        *("deleteMyCommands", "setMyName", "getMyName", "setMyDescription", "getMyDescription"),
        *("setMyShortDescription", "getMyShortDescription", "setChatMenuButton", "getChatMenuButton"),
        *("pinChatMessage", "unpinChatMessage", "setMessageReaction", "createForumTopic"),
    )
)
TARGET = Path(__file__).parent.parent / "simulator" / "bot_api.json"
_SCALARS = {int: "Integer", str: "String", bool: "Boolean", float: "Float"}
_OWN_TYPES = ("datetime", "timedelta", "Default", "CustomEmojiDefault", "Text")  # beside the documented types
_LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)(?!,? after)")


def main() -> int:
    """Write the file and return 0."""
    methods_module = importlib.import_module("aiogram.methods")
    version = importlib.import_module("aiogram").__api_version__
    needed: dict[str, Any] = {}
    methods: dict[str, Any] = {}
    others: list[str] = []
    for name in methods_module.__all__:
        model = getattr(methods_module, name)
        method = getattr(model, "__api_method__", None)
        if not isinstance(method, str):
            continue
        if method in SIMULATED:
            methods[method] = fields_of(model, needed)
        else:
            others.append(method)
    objects: dict[str, Any] = {}
    while pending := [name for name in needed if name not in objects]:
        for name in pending:
            objects[name] = fields_of(needed[name], needed)
    schema = {
        "bot_api": version,
        "methods": dict(sorted(methods.items())),
        "not_simulated": sorted(others),
        "types": dict(sorted(objects.items())),
    }
    TARGET.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"Bot API {version}: {len(methods)} methods, {len(objects)} types, {len(others)} methods not simulated")
    return 0


def fields_of(model: Any, needed: dict[str, Any]) -> dict[str, Any]:
    """The fields of a method or object; object types met on the way are added to `needed`."""
    model.model_rebuild()
    texts = attribute_texts(model)
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        names = sorted(type_names(field.annotation, needed))
        if not names:
            continue
        entry: dict[str, Any] = {"types": names}
        if field.is_required() or (field.default is not None and names == ["String"] and is_tag(field.default)):
            entry["required"] = True
        if is_tag(field.default):
            entry["value"] = str(getattr(field.default, "value", field.default))
        if names == ["String"] and (length := _LENGTH.search(texts.get(name, ""))):
            entry["length"] = [int(length[1]), int(length[2]), length[3]]
        fields[field.alias or name] = entry
    return fields


def is_tag(default: Any) -> bool:
    """Whether a default is the constant that tells subtypes apart, such as type="photo"."""
    return isinstance(default, str)


def type_names(annotation: Any, needed: dict[str, Any]) -> set[str]:
    """Bot API names of a Python annotation, "Array<X>" for lists; None is left out."""
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        names = {name for part in parts for name in type_names(part, needed)}
    elif origin is typing.Annotated:
        names = type_names(parts[0], needed)
    elif origin is list:
        names = {f"Array<{'|'.join(sorted(type_names(parts[0], needed)))}>"}
    elif origin is typing.Literal:
        names = {"Boolean"} if parts == (True,) else {"String"}
    elif annotation in _SCALARS:
        names = {_SCALARS[annotation]}
    else:
        names = object_name(annotation, needed)
    return names


def object_name(annotation: Any, needed: dict[str, Any]) -> set[str]:
    """The name of an object type or InputFile; empty for what is aiogram's own convenience."""
    name = getattr(annotation, "__name__", "")
    if name == "InputFile":
        return {name}
    if annotation is types.NoneType or name in _OWN_TYPES or not hasattr(annotation, "model_fields"):
        return set()
    needed[name] = annotation
    return {name}


def attribute_texts(model: Any) -> dict[str, str]:
    """The sentence under each attribute in the class's source, which is the documentation's."""
    texts: dict[str, str] = {}
    body = ast.parse(inspect.getsource(model)).body[0]
    if not isinstance(body, ast.ClassDef):
        return texts
    for attribute, text in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(attribute, ast.AnnAssign)
            and isinstance(attribute.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            texts[attribute.target.id] = str(text.value.value)
    return texts


if __name__ == "__main__":
    sys.exit(main())
