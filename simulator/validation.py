"""Owns the strict reading of parameters: names, types and lengths against bot_api.json, compiled once at import.

Telegram ignores unknown parameters; here they are errors whose text begins with "simulator:", so tests find typos.
"""

import json
from collections.abc import Callable
from importlib import resources
from typing import Any

from .errors import bad_request

Json = dict[str, Any]
Check = Callable[[Any, str], Any]  # (value, where) → the value in its own type

SCHEMA: Json = json.loads(resources.files(__package__).joinpath("bot_api.json").read_text(encoding="utf-8"))
METHOD_NAMES: dict[str, str] = {name.lower(): name for name in SCHEMA["methods"]}
NOT_SIMULATED: frozenset[str] = frozenset(name.lower() for name in SCHEMA["not_simulated"])

# These are read and worded elsewhere: the official server has error texts of its own for them.
_OWN_CHECKS = {"reply_markup"}
_OWN_LENGTHS = {
    ("answerCallbackQuery", "text"),
    ("setWebhook", "secret_token"),
    ("BotCommand", "command"),
    ("BotCommand", "description"),
    ("InlineKeyboardButton", "callback_data"),
}
_FALSE = ("false", "no", "0", "")
_TRUE = ("true", "yes", "1")


def wrong(text: str) -> Exception:
    """An error that only the simulator makes."""
    return bad_request(f"simulator: {text}")


def integer(value: Any, where: str) -> int:
    """A whole number, also as text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.removeprefix("-").isdecimal():
        return int(value)
    raise wrong(f"{where} must be an Integer")


def number(value: Any, where: str) -> float:
    """A number, also as text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    try:
        return float(value)
    except (TypeError, ValueError):
        raise wrong(f"{where} must be a Float") from None


def string(value: Any, where: str) -> str:
    """A text."""
    if isinstance(value, str):
        return value
    raise wrong(f"{where} must be a String")


def boolean(value: Any, where: str) -> bool:
    """A truth value, also as one of the words the server knows."""
    if isinstance(value, bool):
        return value
    text = str(value).lower()
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    raise wrong(f"{where} must be a Boolean")


def _length_checked(check: Check, length: list[Any]) -> Check:
    _, most, unit = length

    def checked(value: Any, where: str) -> Any:
        text = check(value, where)
        size = len(text.encode()) if unit == "bytes" else len(text)
        if size > most:
            raise wrong(f"{where} is longer than {most} {unit}")
        return text

    return checked


def _array(inner: Check) -> Check:
    def checked(value: Any, where: str) -> list[Any]:
        if not isinstance(value, list):
            if where == 'parameter "commands"':
                raise bad_request("expected an Array of BotCommand")
            raise wrong(f"{where} must be an Array")
        return [inner(item, f"{where}[{index}]") for index, item in enumerate(value)]

    return checked


def _object(name: str) -> Check:
    def checked(value: Any, where: str) -> Json:
        if not isinstance(value, dict):
            raise wrong(f"{where} must be an object {name}")
        fields = _OBJECTS[name]
        for key in value:
            if key not in fields:
                raise wrong(f'{where} has an unknown field "{key}" for {name}')
        for key in _REQUIRED[name]:
            if key not in value:
                raise wrong(f'{where} lacks the field "{key}" of {name}')
        return {key: fields[key](item, f"{where}.{key}") for key, item in value.items()}

    return checked


def _one_of(names: list[str]) -> Check:
    """A union of objects is told apart by its constant field (type, source); otherwise any that fits is taken."""
    checks = [_compile(name) for name in names]
    tags = {_TAGS[name]: check for name, check in zip(names, checks, strict=True) if name in _TAGS}

    def checked(value: Any, where: str) -> Any:
        if tags and isinstance(value, dict):
            for (field, constant), check in tags.items():
                if value.get(field) == constant:
                    return check(value, where)
        if names[0].startswith("BotCommandScope"):
            raise bad_request("can't parse BotCommandScope: Unsupported type specified")
        error: Exception | None = None
        for check in checks:
            try:
                return check(value, where)
            except Exception as failure:  # noqa: BLE001 - every check raises the same kind; the last is reported
                error = failure
        raise error or wrong(f"{where} has no type")

    return checked


def _compile(name: str) -> Check:
    if name.startswith("Array<"):
        return _array(_any_of(name.removeprefix("Array<").removesuffix(">").split("|")))
    scalars: dict[str, Check] = {
        "Integer": integer,
        "Float": number,
        "String": string,
        "Boolean": boolean,
        "InputFile": string,
    }
    return scalars.get(name) or _object(name)


def _any_of(names: list[str]) -> Check:
    return _compile(names[0]) if len(names) == 1 else _one_of(names)


def _field(owner: str, name: str, entry: Json) -> Check:
    check = _any_of(entry["types"])
    if "length" not in entry or (owner, name) in _OWN_LENGTHS:
        return check
    return _length_checked(check, entry["length"])


def _is_plain(entry: Json) -> bool:
    """Whether the value travels as it is; anything else comes as JSON in a text."""
    return all(name in ("Integer", "Float", "String", "Boolean", "InputFile") for name in entry["types"])


_TAGS: dict[str, tuple[str, str]] = {
    name: (field, entry["value"])
    for name, fields in SCHEMA["types"].items()
    for field, entry in fields.items()
    if "value" in entry
}
_REQUIRED: dict[str, list[str]] = {
    name: [field for field, entry in fields.items() if entry.get("required")]
    for name, fields in SCHEMA["types"].items()
}
_OBJECTS: dict[str, dict[str, Check]] = {
    name: {field: _field(name, field, entry) for field, entry in fields.items()}
    for name, fields in SCHEMA["types"].items()
}
_METHODS: dict[str, dict[str, tuple[Check | None, bool]]] = {
    method: {
        name: (None if name in _OWN_CHECKS else _field(method, name, entry), _is_plain(entry))
        for name, entry in parameters.items()
    }
    for method, parameters in SCHEMA["methods"].items()
}


def check_object(name: str, value: Any, where: str) -> Json:
    """Read one object of the schema, such as an InlineKeyboardButton, strictly."""
    result: Json = _object(name)(value, where)
    return result


def validate(method: str, given: Json) -> Json:
    """Parameters in their own types; raises a simulator error for what the documentation does not know.

    What is required is left to the methods, because the server words each absence differently.
    """
    known = _METHODS[method]
    result: Json = {}
    for name, raw in given.items():
        try:
            check, plain = known[name]
        except KeyError:
            raise wrong(f'unknown parameter "{name}"') from None
        if check is None:
            result[name] = raw
            continue
        where = f'parameter "{name}"'
        value = raw if plain or not isinstance(raw, str) else _parsed(raw, where, method)
        result[name] = check(value, where)
    return result


def _parsed(raw: str, where: str, method: str) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        if where == 'parameter "reply_parameters"':
            raise bad_request("can't parse reply parameters JSON object") from None
        if where == 'parameter "commands"':
            raise bad_request("can't parse commands JSON object") from None
        raise wrong(f"{where} of {method} is no JSON") from None
