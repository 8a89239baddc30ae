"""Owns groups and channels: the bot joins, is thrown out, members change, and a group becomes a supergroup."""

import itertools
from collections.abc import Iterable
from typing import Any

from .chats import Chat
from .state import WorldError, WorldState

Json = dict[str, Any]

_ADMINISTRATOR_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


class GroupActions(WorldState):
    """What happens around groups."""

    def add_group(
        self,
        title: str,
        members: Iterable[int] = (),
        *,
        kind: str = "supergroup",
        bot_status: str = "member",
        username: str | None = None,
        is_forum: bool = False,
    ) -> Chat:
        """Open a group, supergroup or channel whose first member owns it, and add the bot unless `bot_status` is left.

        `bot_status` is a ChatMember status: administrator, member, left, kicked.
        """
        if kind not in ("group", "supergroup", "channel"):
            raise WorldError(f"a group is no {kind}")
        number = next(self.group_numbers)
        chat_id = -(5_000_000 + number) if kind == "group" else -1_000_000_000_000 - (1_000_000 + number)
        statuses = dict.fromkeys(members, "member")
        for owner in itertools.islice(statuses, 1):
            statuses[owner] = "creator"
        chat = Chat(chat_id, kind, title, username, is_forum, statuses, bot_status="left")
        self.chats[chat_id] = chat
        if bot_status != "left":
            self.set_bot_status(chat_id, bot_status)
        return chat

    def set_bot_status(self, chat_id: int, status: str) -> None:
        """Add the bot to a group, promote it or throw it out; the bot is sent my_chat_member."""
        chat = self.chat(chat_id)
        old = self.chat_member(chat, self.bot.as_user(), chat.bot_status)
        chat.bot_status = status
        change = {
            "chat": chat.as_chat(),
            "from": self._owner(chat),
            "date": self.date(),
            "old_chat_member": old,
            "new_chat_member": self.chat_member(chat, self.bot.as_user(), status),
        }
        self.queue.add("my_chat_member", change, ("my_chat_member", chat_id))

    def set_member(self, chat_id: int, person_id: int, status: str) -> None:
        """Let a person join, leave or be thrown out; chat_member is queued if the bot asked for that kind."""
        chat = self.chat(chat_id)
        person = self.person(person_id)
        old = self.chat_member(chat, person.as_user(), chat.members.get(person_id, "left"))
        chat.members[person_id] = status
        change = {
            "chat": chat.as_chat(),
            "from": person.as_user(),
            "date": self.date(),
            "old_chat_member": old,
            "new_chat_member": self.chat_member(chat, person.as_user(), status),
        }
        self.queue.add("chat_member", change, ("chat_member", chat_id))

    def upgrade_group(self, chat_id: int) -> Chat:
        """Turn a group into a supergroup with a new id; both chats get their service message. Returns the new chat."""
        old = self.chat(chat_id)
        if old.kind != "group" or old.migrated_to is not None:
            raise WorldError(f"chat {chat_id} is no group that can be upgraded")
        new_id = -1_000_000_000_000 - (2_000_000 + next(self.group_numbers))
        new = Chat(new_id, "supergroup", old.title, members=dict(old.members), bot_status=old.bot_status)
        self.chats[new_id] = new
        owner = self._owner(old)
        self.queue.add("message", self.add_message(old, owner, {"migrate_to_chat_id": new_id}), ("message", chat_id))
        old.migrated_to = new_id
        self.queue.add("message", self.add_message(new, owner, {"migrate_from_chat_id": chat_id}), ("message", new_id))
        return new

    def chat_member(self, chat: Chat, user: Json, status: str) -> Json:
        """The ChatMember object of a user with a status in a chat."""
        member: Json = {"user": user, "status": status}
        if status == "creator":
            member["is_anonymous"] = False
        elif status == "administrator":
            member.update(dict.fromkeys(_ADMINISTRATOR_RIGHTS, True), can_be_edited=False, is_anonymous=False)
            if chat.kind == "channel":
                member.update(can_post_messages=True, can_edit_messages=True)
        elif status == "kicked":
            member["until_date"] = 0
        return member

    def _owner(self, chat: Chat) -> Json:
        for member_id, status in chat.members.items():
            if status == "creator":
                return self.person(member_id).as_user()
        return {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
