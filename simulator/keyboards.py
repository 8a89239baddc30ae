"""Owns the reading of reply_markup: inline and reply keyboards, checked down to the button with the server's words."""

import functools
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .errors import bad_request
from .validation import check_object, wrong

Json = dict[str, Any]

MOST_IN_A_ROW = 12  # further buttons are dropped silently by Telegram; here that is an error
MOST_BUTTONS = 300
MOST_MARKUP_BYTES = 10_240
_STYLES = ("", "danger", "success", "primary")
_ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "login_url",
    "web_app",
    "copy_text",
    "disabled",
)
_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "web_app": "web App buttons can be used in private chats only",
}


@dataclass(slots=True, frozen=True)
class Markup:
    """A checked markup; `kind` is inline, keyboard, remove or force_reply. The content is shared: never change it."""

    kind: str
    content: Json


def read_markup(raw: Any, *, private: bool) -> Markup | None:
    """Check a reply_markup given as JSON text or as an object; None when there is none."""
    if raw is None or raw in ("", "null"):
        return None
    text = raw if isinstance(raw, str) else json.dumps(raw)
    return _read(text, private=private)


@functools.lru_cache(maxsize=1024)
def _read(text: str, *, private: bool) -> Markup | None:
    try:
        value = json.loads(text)
    except ValueError:
        raise bad_request("can't parse reply keyboard markup JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if len(text.encode()) > MOST_MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    if "inline_keyboard" in value:
        return _inline(value)
    if "keyboard" in value:
        return _keyboard(value, private=private)
    if "remove_keyboard" in value:
        return Markup("remove", check_object("ReplyKeyboardRemove", value, "reply_markup"))
    if "force_reply" in value:
        return Markup("force_reply", check_object("ForceReply", value, "reply_markup"))
    if value:
        raise wrong(f"reply_markup with the fields {', '.join(value)} is no known markup")
    return None


def _inline(value: Json) -> Markup | None:
    rows = value["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    for row in rows:
        for button in row:
            _check_inline_button(button)
    check_object("InlineKeyboardMarkup", value, "reply_markup")
    kept = _counted(rows)
    return Markup("inline", {"inline_keyboard": kept}) if kept else None


def _keyboard(value: Json, *, private: bool) -> Markup | None:
    rows = value["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" must be an Array of Arrays')
    # A button may be a bare text.
    full = [[{"text": button} if isinstance(button, str) else button for button in row] for row in rows]
    for row in full:
        for button in row:
            _check_keyboard_button(button, private=private)
    content = check_object("ReplyKeyboardMarkup", {**value, "keyboard": full}, "reply_markup")
    content["keyboard"] = _counted(content["keyboard"])
    return Markup("keyboard", content) if content["keyboard"] else None


def _counted(rows: list[list[Json]]) -> list[list[Json]]:
    if any(len(row) > MOST_IN_A_ROW for row in rows) or sum(map(len, rows)) > MOST_BUTTONS:
        raise wrong(f"Telegram drops buttons beyond {MOST_IN_A_ROW} in a row or {MOST_BUTTONS} in all")
    return [row for row in rows if row]


def _check_inline_button(button: Any) -> None:
    prefix = "can't parse inline keyboard button: "
    _check_common(button, prefix)
    data = button.get("callback_data")
    if data is not None and not isinstance(data, str):
        raise bad_request(f'{prefix}Field "callback_data" must be of type String')
    # An empty callback_data counts as absent.
    actions = [name for name in _ACTIONS if name in button and not (name == "callback_data" and data == "")]
    if not actions:
        raise bad_request(f"{prefix}Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise wrong(f"an inline button has exactly one action, not {' and '.join(actions)}")
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if data and len(data.encode()) > 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if actions == ["url"]:
        _check_url(button["url"])


def _check_keyboard_button(button: Any, *, private: bool) -> None:
    _check_common(button, "can't parse keyboard button: ")
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    if not private:
        for name, words in _PRIVATE_ONLY.items():
            if button.get(name):
                raise bad_request(words)


def _check_common(button: Any, prefix: str) -> None:
    if not isinstance(button, dict):
        raise bad_request(f"{prefix}expected an Object")
    if "text" not in button:
        raise bad_request(f'{prefix}Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise bad_request(f'{prefix}Field "text" must be of type String')
    if button.get("style", "") not in _STYLES:
        raise bad_request(f"{prefix}invalid button style specified")
    for name in ("request_contact", "request_location", "pay"):
        if not isinstance(button.get(name, False), bool):
            raise bad_request(f'{prefix}Field "{name}" must be of type Boolean')


def _check_url(url: Any) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https", "tg", "ton") and bool(parts.netloc) and " " not in parts.netloc
        named = parts.scheme in ("tg", "ton") or "." in parts.netloc
    except (ValueError, TypeError, AttributeError):
        good = named = False
    if not (good and named):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
