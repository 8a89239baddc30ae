"""Owns the whole simulated world: who is in it, and the entry point for everything people do."""

import itertools

from .accounts import Person
from .actions import PeopleActions
from .chats import Chat
from .groups import GroupActions
from .state import PendingPress, WorldError

__all__ = ["Chat", "PendingPress", "Person", "World", "WorldError"]

FIRST_PERSON_ID = 1001


class World(PeopleActions, GroupActions):
    """People, groups and one bot; actions queue updates, and subscribers hear of every change."""

    def add_person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        phone: str | None = None,
        language_code: str = "es",
        label: str = "",
        started: bool = False,
        id: int | None = None,  # noqa: A002 - Telegram's own word
    ) -> Person:
        """Let somebody new exist; with `started` they have already talked to the bot. WorldError if the id is taken."""
        if id is None:
            id = next(number for number in itertools.count(self._next_person_id) if number not in self.people)  # noqa: A001
            self._next_person_id = id + 1
        if id in self.people or id <= 0:
            raise WorldError(f"there is already a person {id}" if id > 0 else f"{id} is no person's id")
        person = Person(id, first_name, last_name, username, phone, language_code, label, started)
        self.people[id] = person
        self.chats[id] = Chat(id, "private")
        self.emit({"type": "person", "chat_id": id, "person": person.card()})
        return person

    _next_person_id = FIRST_PERSON_ID
