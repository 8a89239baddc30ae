"""Owns the methods that put new messages into chats."""

import itertools
from collections.abc import Callable
from typing import Any

from .calls import Call
from .errors import bad_request
from .formatting import caption_text, message_text
from .media import stored_file
from .sending import deliver
from .validation import wrong

Json = dict[str, Any]

TYPING_SECONDS = 5.0
_ACTIONS = frozenset(
    (
        *("typing", "choose_sticker", "find_location"),
        *("upload_photo", "upload_video", "upload_voice", "upload_document", "upload_video_note"),
        *("record_video", "record_voice", "record_video_note"),
    )
)
_NOUNS = {"document": "documents", "photo": "photos", "voice": "voice messages", "video": "videos", "audio": "music"}
_albums = itertools.count(13_000_000_000_000_001)


def send_message(call: Call) -> Json:
    """A text."""
    if not call.params.get("text"):
        raise bad_request("message text is empty")
    chat = call.chat_to_write_in("text messages")
    text, entities = message_text(call.params)
    return deliver(call, chat, {"text": text, "entities": entities} if entities else {"text": text})


def _send_media(kind: str) -> Callable[[Call], Json]:
    def send(call: Call) -> Json:
        chat = call.chat_to_write_in(_NOUNS[kind])
        caption = caption_text(call.params)
        stored = stored_file(call, kind)
        return deliver(call, chat, {kind: stored.attachment, **caption})

    return send


def send_location(call: Call) -> Json:
    """A point in degrees."""
    chat = call.chat_to_write_in("locations")
    return deliver(call, chat, {"location": _point(call)})


def send_venue(call: Call) -> Json:
    """A point with a title and an address."""
    chat = call.chat_to_write_in("locations")
    venue = {"location": _point(call), "title": call.required("title"), "address": call.required("address")}
    return deliver(call, chat, {"location": venue["location"], "venue": venue})


def send_contact(call: Call) -> Json:
    """A contact card."""
    chat = call.chat_to_write_in("contacts")
    contact = {"phone_number": call.required("phone_number"), "first_name": call.required("first_name")}
    contact.update({name: call.params[name] for name in ("last_name", "vcard") if name in call.params})
    return deliver(call, chat, {"contact": contact})


def send_media_group(call: Call) -> list[Json]:
    """An album of 2 to 10 files."""
    chat = call.chat_to_write_in("photos")
    media = call.required("media")
    if not 2 <= len(media) <= 10:
        raise wrong(f"an album has 2 to 10 files, not {len(media)}")
    album = str(next(_albums))
    contents = [
        {
            "media_group_id": album,
            item["type"]: stored_file(call, item["type"], item["media"]).attachment,
            **caption_text(item),
        }
        for item in media
    ]
    return [deliver(call, chat, content) for content in contents]


def send_chat_action(call: Call) -> bool:
    """Show for 5 s that the bot is busy."""
    action = call.params.get("action", "").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = call.chat_to_write_in("text messages")
    chat.typing_until = call.world.clock.monotonic() + TYPING_SECONDS
    call.world.emit({"type": "chat_action", "chat_id": chat.id, "action": action})
    return True


def forward_message(call: Call) -> Json:
    """A message of another chat with its origin."""
    original = _original(call, "forward")
    chat = call.chat_to_write_in("text messages")
    sender = original.get("from") or call.world.bot.as_user()
    origin = original.get("forward_origin") or {"type": "user", "sender_user": sender, "date": original["date"]}
    return deliver(call, chat, {"forward_origin": origin, **_content(original)})


def copy_message(call: Call) -> Json:
    """A message of another chat without its origin; answers the new number only."""
    original = _original(call, "copy")
    chat = call.chat_to_write_in("text messages")
    content = _content(original)
    if "caption" in call.params and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content.update(caption_text(call.params))
    return {"message_id": deliver(call, chat, content)["message_id"]}


def _original(call: Call, verb: str) -> Json:
    source = call.chat("from_chat_id", missing='parameter "from_chat_id" is required')
    message_id = call.params.get("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    original = source.message(message_id)
    if original is None:
        raise bad_request(f"message to {verb} not found")
    if original.get("has_protected_content"):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return original


_NOT_CONTENT = frozenset(
    (
        *("message_id", "from", "sender_chat", "chat", "date", "edit_date", "reply_to_message", "reply_markup"),
        *("media_group_id", "forward_origin", "message_thread_id", "is_topic_message"),
    )
)


def _content(original: Json) -> Json:
    return {name: value for name, value in original.items() if name not in _NOT_CONTENT}


def _point(call: Call) -> Json:
    latitude, longitude = call.params.get("latitude"), call.params.get("longitude")
    if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}


METHODS: dict[str, Callable[[Call], Any]] = {
    "sendMessage": send_message,
    "sendDocument": _send_media("document"),
    "sendPhoto": _send_media("photo"),
    "sendVoice": _send_media("voice"),
    "sendVideo": _send_media("video"),
    "sendAudio": _send_media("audio"),
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendContact": send_contact,
    "sendMediaGroup": send_media_group,
    "sendChatAction": send_chat_action,
    "forwardMessage": forward_message,
    "copyMessage": copy_message,
}
