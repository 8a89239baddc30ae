"""Owns who takes part: the bot's own account with its public profile, and the invented people."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

# A command list belongs to a scope and a language: ("all_private_chats", 0, 0, "es").
CommandScope = tuple[str, int, int, str]


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account; `label` is only shown in the chat page."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    phone: str | None = None
    language_code: str = "es"
    label: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def as_user(self) -> Json:
        """The User object that bots receive."""
        return {"id": self.id, "is_bot": False, **self._names(), "language_code": self.language_code}

    def as_chat(self) -> Json:
        """The Chat object of the private chat with the bot."""
        return {"id": self.id, **self._names(), "type": "private"}

    def as_contact(self) -> Json:
        """The Contact object that the person's own contact button sends."""
        contact: Json = {"phone_number": self.phone or "", "first_name": self.first_name}
        if self.last_name:
            contact["last_name"] = self.last_name
        return {**contact, "user_id": self.id}

    def card(self) -> Json:
        """What the chat page shows about the person."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "phone": self.phone,
            "label": self.label,
            "blocked": self.blocked,
            "started": self.started,
        }

    def _names(self) -> Json:
        names: Json = {"first_name": self.first_name}
        if self.last_name:
            names["last_name"] = self.last_name
        if self.username:
            names["username"] = self.username
        return names


@dataclass(slots=True)
class BotAccount:
    """The bot that this simulator serves; texts and commands are kept per language, "" being the default."""

    id: int
    username: str
    names: dict[str, str]
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[CommandScope, list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)  # by chat, 0 being everybody's
    can_read_all_group_messages: bool = False

    @property
    def first_name(self) -> str:
        """The name shown to people without a translation of their own."""
        return self.names.get("", "")

    @property
    def description(self) -> str:
        """The text shown in the empty chat before it is started."""
        return self.descriptions.get("", "")

    @property
    def short_description(self) -> str:
        """The text shown on the bot's profile page."""
        return self.short_descriptions.get("", "")

    def as_user(self) -> Json:
        """The User object of the bot, as in messages."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def commands_for(self, person: Person) -> list[Json]:
        """The commands a person sees in the private chat: the narrowest scope that has any wins.

        Source: https://core.telegram.org/bots/api#determining-list-of-commands
        """
        for kind, chat_id in (("chat", person.id), ("all_private_chats", 0), ("default", 0)):
            for language in (person.language_code, ""):
                found = self.commands.get((kind, chat_id, 0, language))
                if found:
                    return found
        return []
