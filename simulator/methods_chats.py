"""Owns the methods that ask about chats, members and files."""

from collections.abc import Callable
from typing import Any

from .calls import Call
from .chats import Chat
from .errors import bad_request
from .files import DOWNLOAD_LIMIT

Json = dict[str, Any]

_PRESENT = ("creator", "administrator", "member", "restricted")
_FULL_INFORMATION = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    },
}


def get_me(call: Call) -> Json:
    """The bot itself."""
    return {
        **call.world.bot.as_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": call.world.bot.can_read_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(call: Call) -> Json:
    """A ChatFullInfo."""
    chat = call.chat()
    full: Json = {**call.world.chat_object(chat), **_FULL_INFORMATION}
    if chat.pinned and (pinned := chat.message(chat.pinned[-1])):
        full["pinned_message"] = pinned
    return full


def get_chat_member(call: Call) -> Json:
    """Somebody's standing in a chat; whoever was never there has left."""
    chat = call.chat()
    user_id = call.params.get("user_id")
    if not user_id or user_id < 0:
        raise bad_request("invalid user_id specified")
    if user_id == call.world.bot.id:
        return call.world.chat_member(chat, call.world.bot.as_user(), chat.bot_status)
    person = call.world.people.get(user_id)
    if person is None:
        raise bad_request("user not found")
    status = "member" if chat.id == user_id else chat.members.get(user_id, "left")
    return call.world.chat_member(chat, person.as_user(), status)


def get_chat_administrators(call: Call) -> list[Json]:
    """Owner and administrators who are people."""
    chat = call.chat()
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        call.world.chat_member(chat, call.world.person(member).as_user(), status)
        for member, status in chat.members.items()
        if status in ("creator", "administrator")
    ]


def get_chat_member_count(call: Call) -> int:
    """Members with the bot."""
    chat = call.chat()
    if chat.kind == "private":
        return 2
    return sum(status in _PRESENT for status in chat.members.values()) + (chat.bot_status in _PRESENT)


def leave_chat(call: Call) -> bool:
    """The bot goes."""
    chat = call.chat()
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    call.world.set_bot_status(chat.id, "left")
    return True


def create_forum_topic(call: Call) -> Json:
    """A new topic; its number is that of the service message."""
    chat: Chat = call.chat()
    name = call.required("name")
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    topic = {"name": name, "icon_color": call.params.get("icon_color", 7322096)}
    body = call.world.add_message(chat, call.world.bot.as_user(), {"forum_topic_created": topic})
    chat.topics[body["message_id"]] = name
    return {"message_thread_id": body["message_id"], **topic}


def get_file(call: Call) -> Json:
    """Where to download a file of at most 20 MB."""
    file_id = call.params.get("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = call.world.files.by_id.get(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }


METHODS: dict[str, Callable[[Call], Any]] = {
    "getMe": get_me,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "createForumTopic": create_forum_topic,
    "getFile": get_file,
}
