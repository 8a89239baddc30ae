"""Owns the chats: their kind, their members, their messages in order, and the reply keyboard on display."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(slots=True)
class Chat:
    """One chat with the bot in it: private, group, supergroup or channel."""

    id: int
    kind: str
    title: str = ""
    username: str | None = None
    is_forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str = "member"
    bot_can_write: bool = True
    closed: bool = False
    migrated_to: int | None = None
    keyboard: Json | None = None
    typing_until: float = 0.0
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    by_id: dict[int, Json] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    # Messages the bot can no longer edit because a reply keyboard hangs on them.
    with_reply_keyboard: set[int] = field(default_factory=set)
    last_message_id: int = 0

    @property
    def messages(self) -> list[Json]:
        """Every message in order as the bot sees it, plus `deleted`."""
        return [{**body, "deleted": number in self.deleted} for number, body in self.by_id.items()]

    def message(self, message_id: int) -> Json | None:
        """The message with this number, unless it never was or is deleted."""
        return None if message_id in self.deleted else self.by_id.get(message_id)

    def next_message_id(self) -> int:
        """Numbers count up from 1 in every chat, so those of different chats collide on purpose."""
        self.last_message_id += 1
        return self.last_message_id

    def as_chat(self) -> Json:
        """The Chat object of a group or channel; a private chat's is the person's."""
        chat: Json = {"id": self.id, "title": self.title, "type": self.kind}
        if self.username:
            chat["username"] = self.username
        if self.is_forum:
            chat["is_forum"] = True
        return chat
