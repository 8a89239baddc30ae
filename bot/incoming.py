"""A raw update → who wrote where, and what it is in the conversations' terms. Pure; never fails on unknown kinds."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from bot.render import LINK
from conversations.commands import INBOX, PERSON
from conversations.inputs import (
    Attached,
    AttachmentKind,
    Commanded,
    Edited,
    Forwarded,
    Incoming,
    Pressed,
    Said,
    SharedContact,
    Unreadable,
)

JSON = Mapping[str, Any]
Seal = Callable[[str], str]
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", "channel_post"]
_GROUPS = ("group", "supergroup")
_KINDS: tuple[str, ...] = tuple(kind for kind in get_args(AttachmentKind) if kind != "other")
_COMMAND = re.compile(r"/([^\s@]+)\S*(.*)", re.DOTALL)
_OF_TICKET = re.compile(rf"{LINK}:(?:{INBOX}|{PERSON}):[art](\d{{1,9}})", re.ASCII)
# Control characters, and marks that would turn round the rest of a sentence in which the name stands.
_TURNING = re.compile("[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]")
# What a message carries of earlier ones, and all that is needed of the message whose button was pressed.
_QUOTED = ("reply_to_message", "external_reply", "quote")
_PLACE = ("message_id", "date", "chat")
# Service messages of a private chat that a person did not write: nothing to answer.
_SERVICE = ("pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "chat_background_set")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the receiver has to know of an update before storing it.

    ``kind``: private, press, block, unblock, group, group_addressed, group_migrated, channel or unknown.
    """

    update_id: int
    chat_id: int | None
    kind: str
    chat_kind: str
    keep_body: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """A private update, opened: the chat, the sender's name as Telegram gives it, and what was sent."""

    chat_id: int
    name: str
    incoming: Incoming
    message_id: int | None = None
    query_id: str | None = None
    reply_to: int | None = None
    reply_ticket: int | None = None


def envelope(update: JSON, bot_username: str) -> Envelope:
    """Classify an update. Raises KeyError, TypeError, ValueError or AttributeError for a form that nobody documents."""
    update_id = int(update["update_id"])
    if (query := update.get("callback_query")) is not None:
        chat = (query.get("message") or {}).get("chat") or {}
        if chat.get("type", "private") != "private":
            return Envelope(update_id, chat.get("id"), "group", chat["type"], keep_body=False)
        return Envelope(update_id, query["from"]["id"], "press", "private", keep_body=True)
    if (member := update.get("my_chat_member")) is not None:
        return _membership(update_id, member)
    message = update.get("message") or update.get("edited_message")
    if message is None:
        chat = (update.get("channel_post") or {}).get("chat") or {}
        return Envelope(update_id, chat.get("id"), "channel" if chat else "unknown", "channel", keep_body=False)
    chat = message["chat"]
    if chat["type"] == "private":
        return Envelope(update_id, chat["id"], "private", "private", keep_body=True)
    if "migrate_to_chat_id" in message:
        return Envelope(
            update_id, chat["id"], f"group_migrated:{message['migrate_to_chat_id']}", "group", keep_body=False
        )
    addressed = chat["type"] in _GROUPS and "message" in update and _speaks_to(message, bot_username)
    return Envelope(update_id, chat["id"], "group_addressed" if addressed else "group", chat["type"], keep_body=False)


def seal_contact(update: dict[str, Any], seal: Seal) -> None:
    """Encrypt a shared number in place before anything is written; drop the card's rest and what is quoted.

    Of a message that is answered its number stays, and the ticket that its buttons lead to: they say what the answer is
    about, also when the bot was stopped before it could note which message that was.
    """
    message = update.get("message") or update.get("edited_message") or {}
    answered = _answered(message.get("reply_to_message") or {})
    for quoted in _QUOTED:  # the card may stand there once more
        message.pop(quoted, None)
    if answered:
        message["reply_to_message"] = answered
    if (query := update.get("callback_query")) is not None and query.get("message"):
        query["message"] = {name: query["message"][name] for name in _PLACE if name in query["message"]}
    contact = message.get("contact")
    if contact is not None:
        number = seal(str(contact.get("phone_number", "")))
        message["contact"] = {"user_id": contact.get("user_id"), "phone_number": number, "sealed": True}


def open_letter(update: JSON, unseal: Seal) -> Letter | None:
    """A private message or press; None for a service message that nobody wrote."""
    if (query := update.get("callback_query")) is not None:
        sender = query["from"]
        message_id = (query.get("message") or {}).get("message_id")
        return Letter(sender["id"], _name(sender), _press(query.get("data") or ""), message_id, query["id"])
    message = update.get("message") or update.get("edited_message") or {}
    if any(key in message for key in _SERVICE):
        return None
    incoming = Edited() if "edited_message" in update else _message(message, unseal)
    answered = message.get("reply_to_message") or {}
    return Letter(
        message["chat"]["id"], _name(message.get("from") or {}), incoming, message.get("message_id"),
        reply_to=answered.get("message_id"), reply_ticket=answered.get("ticket"),
    )  # fmt: skip


def _answered(quoted: JSON) -> dict[str, int]:
    kept = {"message_id": quoted["message_id"]} if "message_id" in quoted else {}
    for row in (quoted.get("reply_markup") or {}).get("inline_keyboard") or ():
        for button in row:
            if match := _OF_TICKET.fullmatch(str(button.get("callback_data", ""))):
                return {**kept, "ticket": int(match[1])}
    return kept


def _press(data: str) -> Incoming:
    parts = data.split(":")
    if len(parts) in (2, 3) and parts[0] == LINK and parts[1]:
        return Commanded(*parts[1:])
    if len(parts) == 4 and parts[3].isascii() and parts[3].isdigit() and len(parts[3]) < 10:
        return Pressed(parts[0], parts[1], parts[2], int(parts[3]))
    return Unreadable()


def _message(message: JSON, unseal: Seal) -> Incoming:
    if "forward_origin" in message:
        return Forwarded()
    if (text := message.get("text")) is not None:
        return _command(text) if text.startswith("/") else Said(text)
    if (contact := message.get("contact")) is not None:
        own = contact.get("user_id") is not None and contact.get("user_id") == (message.get("from") or {}).get("id")
        number = str(contact.get("phone_number", ""))
        return SharedContact(unseal(number) if contact.get("sealed") else number, is_own=own)
    for kind in _KINDS:
        if kind in message:
            return _attached(kind, message[kind])
    return Attached("other")


def _attached(kind: str, body: Any) -> Incoming:
    if kind == "location" and "latitude" in body and "longitude" in body:
        accuracy = float(body.get("horizontal_accuracy") or 0)
        return Attached("location", place=f"{float(body['latitude'])} {float(body['longitude'])} 0 {accuracy:g}")
    if kind != "document":
        largest = body[-1] if isinstance(body, list) and body else body  # a photo comes in several sizes
        file_id = str(largest.get("file_id", "")) if isinstance(largest, dict) else ""
        return Attached(kind, file_id)  # type: ignore[arg-type]  # _KINDS are the values of the Literal
    name = _TURNING.sub("", str(body.get("file_name") or ""))[:120]
    return Attached("document", str(body.get("file_id", "")), name, int(body.get("file_size") or 0))


def _command(text: str) -> Incoming:
    match = _COMMAND.fullmatch(text)
    return Commanded(match[1].casefold(), match[2].strip()) if match else Said(text)


def _speaks_to(message: JSON, username: str) -> bool:
    text = str(message.get("text") or message.get("caption") or "")
    command, _, other = text.partition(" ")[0].partition("@")
    return f"@{username}".casefold() in text.casefold() or (command.startswith("/") and not other)


def _membership(update_id: int, member: JSON) -> Envelope:
    chat = member["chat"]
    status = member["new_chat_member"]["status"]
    gone = status in ("kicked", "left")
    if chat["type"] == "private":
        return Envelope(update_id, chat["id"], "block" if gone else "unblock", "private", keep_body=False)
    joined = not gone and member["old_chat_member"]["status"] in ("kicked", "left") and chat["type"] in _GROUPS
    return Envelope(update_id, chat["id"], "group_addressed" if joined else "group", chat["type"], keep_body=False)


def _name(sender: JSON) -> str:
    full = f"{sender.get('first_name', '')} {sender.get('last_name', '')}"
    return _TURNING.sub("", full).strip()[:120]
