"""Owns the last step of every send: reply target, keyboard, flood limit, then the message stands in the chat."""

from typing import Any

from .calls import Call
from .chats import Chat
from .errors import bad_request
from .keyboards import Markup, read_markup
from .validation import wrong

Json = dict[str, Any]


def deliver(call: Call, chat: Chat, content: Json) -> Json:
    """Put a message of the bot into the chat and return it; raises 400 for a bad reply or keyboard, 429 for a flood."""
    params = call.params
    fields = _reply(call, chat)
    markup = read_markup(params.get("reply_markup"), private=chat.kind == "private")
    call.simulator.limits.spend(chat.id, group=chat.kind != "private")
    if params.get("message_thread_id"):
        fields["message_thread_id"] = params["message_thread_id"]
        fields["is_topic_message"] = True
    fields.update(content)
    if params.get("protect_content"):
        fields["has_protected_content"] = True
    if params.get("link_preview_options") and "text" in content:
        fields["link_preview_options"] = params["link_preview_options"]
    if markup is not None and markup.kind == "inline":
        fields["reply_markup"] = markup.content
    chat.typing_until = 0.0
    body = call.world.add_message(chat, call.world.bot.as_user(), fields)
    _hang_keyboard(call, chat, body["message_id"], markup)
    return body


def _hang_keyboard(call: Call, chat: Chat, message_id: int, markup: Markup | None) -> None:
    if markup is None or markup.kind == "inline":
        return
    chat.with_reply_keyboard.add(message_id)
    if markup.kind != "remove":
        call.world.set_keyboard(chat, markup.content)
    elif chat.keyboard is not None:
        call.world.set_keyboard(chat, None)


def _reply(call: Call, chat: Chat) -> Json:
    params = call.params
    if "reply_to_message_id" in params or "allow_sending_without_reply" in params:
        raise wrong("reply_to_message_id was replaced by reply_parameters in Bot API 7.0")
    reply = params.get("reply_parameters")
    if not reply or not reply.get("message_id"):
        return {}
    if reply.get("chat_id") not in (None, chat.id):
        raise wrong("replies to another chat are not simulated")
    quoted = chat.message(reply["message_id"])
    if quoted is None:
        if reply.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in quoted.items() if key != "reply_to_message"}}
