"""Owns the methods that change, delete, pin or react to messages, and the answers to presses."""

from collections.abc import Callable
from typing import Any

from .calls import Call
from .chats import Chat
from .errors import bad_request
from .formatting import caption_text, message_text
from .keyboards import read_markup
from .validation import wrong

Json = dict[str, Any]

DELETE_SECONDS = 48 * 3600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(call: Call) -> Json:
    """A new text; without reply_markup the buttons go away."""
    _refuse_inline(call)
    # The official server checks the length of edits elsewhere than that of new messages.
    text, entities = message_text(call.params, too_long="MESSAGE_TOO_LONG")
    chat = call.chat()
    body = call.own_message(chat)
    if "text" not in body:
        raise bad_request("there is no text in the message to edit")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    if call.params.get("link_preview_options"):
        content["link_preview_options"] = call.params["link_preview_options"]
    return _replace(call, chat, body, content, ("text", "entities", "link_preview_options"))


def edit_message_caption(call: Call) -> Json:
    """A new caption, or none."""
    _refuse_inline(call)
    chat = call.chat()
    body = call.own_message(chat)
    if not any(kind in body for kind in ("document", "photo", "voice", "video", "audio", "animation")):
        raise bad_request("there is no caption in the message to edit")
    return _replace(call, chat, body, caption_text(call.params), ("caption", "caption_entities"))


def edit_message_reply_markup(call: Call) -> Json:
    """New buttons, or none."""
    _refuse_inline(call)
    chat = call.chat()
    return _replace(call, chat, call.own_message(chat), {}, ())


def _refuse_inline(call: Call) -> None:
    if "inline_message_id" in call.params:
        raise wrong("inline messages are not simulated")


def _replace(call: Call, chat: Chat, old: Json, content: Json, replaced: tuple[str, ...]) -> Json:
    markup = read_markup(call.params.get("reply_markup"), private=chat.kind == "private")
    if markup is not None and markup.kind != "inline":
        raise bad_request("inline keyboard expected")
    new = {name: value for name, value in old.items() if name not in (*replaced, "reply_markup")}
    new.update(content)
    if markup is not None:
        new["reply_markup"] = markup.content
    if new == old:
        raise bad_request(_NOT_MODIFIED)
    call.simulator.limits.spend(chat.id, group=chat.kind != "private")
    new["edit_date"] = call.world.date()
    call.world.replace_message(chat, old["message_id"], new)
    return new


def delete_message(call: Call) -> bool:
    """Delete one message for everyone, up to 48 h old."""
    chat = call.chat(missing="chat identifier is not specified")
    message_id = call.params.get("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    body = chat.message(message_id)
    if body is None:
        raise bad_request("message to delete not found")
    if call.world.date() - body["date"] > DELETE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    if not _may_delete(call, chat, body):
        raise bad_request("message can't be deleted")
    call.world.delete_message(chat, message_id)
    return True


def delete_messages(call: Call) -> bool:
    """Delete up to 100; what is unknown or too old is skipped."""
    chat = call.chat(missing="chat identifier is not specified")
    numbers = call.params.get("message_ids") or []
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > 100:
        raise bad_request("too many message identifiers specified")
    for number in numbers:
        body = chat.message(number)
        if body and call.world.date() - body["date"] <= DELETE_SECONDS and _may_delete(call, chat, body):
            call.world.delete_message(chat, number)
    return True


def _may_delete(call: Call, chat: Chat, body: Json) -> bool:
    own = body.get("from", {}).get("id") == call.world.bot.id
    return own or chat.kind == "private" or chat.bot_status == "administrator"


def answer_callback_query(call: Call) -> bool:
    """End the spinner on a pressed button, with a toast or an alert."""
    text = call.params.get("text", "")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    press = call.world.presses.get(call.params.get("callback_query_id", ""))
    age = call.world.clock.monotonic() - press.asked_at if press else 0.0
    if press is None or press.answered or age > call.simulator.callback_seconds:
        raise bad_request(_TOO_OLD)
    press.answered = True
    call.world.emit(
        {
            "type": "callback_answer",
            "chat_id": press.chat_id,
            "message_id": press.message_id,
            "callback_query_id": press.id,
            "person_id": press.person_id,
            "text": text,
            "show_alert": call.params.get("show_alert", False),
        }
    )
    return True


def pin_chat_message(call: Call) -> bool:
    """Pin a message."""
    chat = call.chat()
    message_id = call.required("message_id")
    if chat.message(message_id) is None:
        raise bad_request("message to pin not found")
    chat.pinned.append(message_id)
    return True


def unpin_chat_message(call: Call) -> bool:
    """Unpin a message, the latest by default."""
    chat = call.chat()
    message_id = call.params.get("message_id", chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


def set_message_reaction(call: Call) -> bool:
    """React to a message; the page does not draw it."""
    chat = call.chat()
    if chat.message(call.required("message_id")) is None:
        raise bad_request("message to react not found")
    return True


METHODS: dict[str, Callable[[Call], Any]] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "setMessageReaction": set_message_reaction,
}
