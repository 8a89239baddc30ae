"""Owns one call of a Bot API method: its parameters and uploads, and the chat and message it means."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .chats import Chat
from .errors import bad_request, forbidden
from .world import World

if TYPE_CHECKING:
    from .server import Simulator

Json = dict[str, Any]


@dataclass(slots=True, frozen=True)
class Upload:
    """A file that came with a multipart request."""

    name: str
    content: bytes
    mime_type: str | None


@dataclass(slots=True)
class Call:
    """What a method needs to know."""

    simulator: "Simulator"
    params: Json
    uploads: dict[str, Upload] = field(default_factory=dict)
    description: str = ""

    @property
    def world(self) -> World:
        """The world the method acts in."""
        return self.simulator.world

    def required(self, name: str) -> Any:
        """A parameter; the server's generic 400 when it is missing or empty."""
        value = self.params.get(name)
        if value in (None, ""):
            raise bad_request(f'parameter "{name}" is required')
        return value

    def chat(self, name: str = "chat_id", *, missing: str = "chat_id is empty") -> Chat:
        """The chat a parameter names, by number or @username; "chat not found" if the bot never met it."""
        value = self.params.get(name)
        if value in (None, ""):
            raise bad_request(missing)
        chat: Chat | None = None
        if isinstance(value, int):
            if value == self.world.bot.id:
                raise forbidden("the bot can't send messages to the bot")
            chat = self.world.chats.get(value)
        elif value.startswith("@"):
            wanted = value[1:].lower()
            chat = next(
                (found for found in self.world.chats.values() if (found.username or "").lower() == wanted), None
            )
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if chat.kind != "private":
            _check_presence(chat)
        return chat

    def chat_to_write_in(self, what: str) -> Chat:
        """The chat of chat_id if the bot may send `what` there; otherwise the server's 403 or 400."""
        chat = self.chat()
        if chat.kind == "private":
            person = self.world.people[chat.id]
            if person.deactivated:
                raise forbidden("user is deactivated")
            if person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.started:
                raise forbidden("bot can't initiate conversation with a user")
        elif chat.kind == "channel" and chat.bot_status != "administrator":
            raise bad_request("need administrator rights in the channel chat")
        elif not chat.bot_can_write:
            raise bad_request(f"not enough rights to send {what} to the chat")
        thread = self.params.get("message_thread_id")
        if thread and thread not in chat.topics:
            raise bad_request("message thread not found")
        return chat

    def own_message(self, chat: Chat) -> Json:
        """The bot's message that an edit means; raises the server's refusals."""
        message_id = self.params.get("message_id")
        if not message_id:
            raise bad_request("message identifier is not specified")
        body = chat.message(message_id)
        if body is None:
            raise bad_request("message to edit not found")
        sender = body.get("from", {}).get("id", self.world.bot.id if chat.kind == "channel" else 0)
        if sender != self.world.bot.id or "forward_origin" in body or message_id in chat.with_reply_keyboard:
            raise bad_request("message can't be edited")
        return body


def _check_presence(chat: Chat) -> None:
    noun = f"{chat.kind} chat"
    if chat.closed:
        raise forbidden("the group chat was deleted")
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {noun}")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {noun}")
