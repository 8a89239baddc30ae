"""Owns the state of the simulated Telegram: accounts, chats, files, pending presses, and who is told of changes."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .accounts import BotAccount, Person
from .chats import Chat
from .clock import SimulatedClock
from .files import FileStore
from .updates import UpdateQueue

Json = dict[str, Any]
Listener = Callable[[Json], None]


class WorldError(Exception):
    """A person or a test asked for something impossible; the text says what."""


@dataclass(slots=True)
class PendingPress:
    """A callback query that waits for its answer."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    asked_at: float
    answered: bool = False


class WorldState:
    """Everything a Bot API server would know, and the events that tell pages and tests what changed."""

    def __init__(
        self,
        clock: SimulatedClock,
        *,
        token: str,
        bot_username: str = "juntas_demo_bot",
        bot_name: str = "Juntas (demo)",
        seed: int = 1,
    ) -> None:
        self.clock = clock
        self.token = token
        self.bot = BotAccount(int(token.partition(":")[0]), bot_username, {"": bot_name})
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.queue = UpdateQueue(clock, seed=seed)
        self.presses: dict[str, PendingPress] = {}
        self._press_numbers = itertools.count(4_000_000_000_000_001)
        self.group_numbers = itertools.count(1)
        self._listeners: list[Listener] = []
        self._chat_listeners: dict[int, list[Listener]] = {}
        clock.subscribe(lambda offset: self.emit({"type": "clock", "offset": offset, "now": clock.now().isoformat()}))

    def subscribe(self, listener: Listener, chat_id: int | None = None) -> Callable[[], None]:
        """Call `listener(event)` for every event, or for one chat's only; the returned function ends that."""
        listeners = self._listeners if chat_id is None else self._chat_listeners.setdefault(chat_id, [])
        listeners.append(listener)
        return lambda: listeners.remove(listener)

    def emit(self, event: Json) -> None:
        """Tell the subscribers; an event is a dict with `type` and mostly `chat_id`."""
        for listener in tuple(self._listeners):
            listener(event)
        for listener in tuple(self._chat_listeners.get(event.get("chat_id", 0), ())):
            listener(event)

    def person(self, person_id: int) -> Person:
        """The person with this id; WorldError when nobody has it."""
        try:
            return self.people[person_id]
        except KeyError:
            raise WorldError(f"there is no person {person_id}") from None

    def chat(self, chat_id: int) -> Chat:
        """The chat with this id; WorldError when there is none."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise WorldError(f"there is no chat {chat_id}") from None

    def chat_object(self, chat: Chat) -> Json:
        """The Chat object as it stands in messages."""
        return self.people[chat.id].as_chat() if chat.kind == "private" else chat.as_chat()

    def commands_for(self, person_id: int) -> list[Json]:
        """The command menu that this person sees in the private chat."""
        return self.bot.commands_for(self.person(person_id))

    def is_typing(self, chat_id: int) -> bool:
        """Whether a chat action of the last 5 simulated seconds is on display."""
        return self.chat(chat_id).typing_until > self.clock.monotonic()

    def date(self) -> int:
        """The simulated moment as messages carry it, whole seconds."""
        return int(self.clock.timestamp())

    def add_message(self, chat: Chat, sender: Json | None, content: Json, *, announce: bool = True) -> Json:
        """Put a message at the end of a chat and announce it; returns the Message object, which is kept as it is."""
        number = chat.next_message_id()
        body: Json = {"message_id": number}
        if sender is not None and chat.kind == "channel":
            body["sender_chat"] = chat.as_chat()
        elif sender is not None:
            body["from"] = sender
        body["chat"] = self.chat_object(chat)
        body["date"] = self.date()
        body.update(content)
        chat.by_id[number] = body
        if announce:
            self.emit({"type": "message", "chat_id": chat.id, "message_id": number, "message": body})
        return body

    def replace_message(self, chat: Chat, message_id: int, body: Json) -> None:
        """Put an edited body in the place of a message and announce it."""
        chat.by_id[message_id] = body
        self.emit({"type": "edit", "chat_id": chat.id, "message_id": message_id, "message": body})

    def delete_message(self, chat: Chat, message_id: int) -> None:
        """Mark a message as deleted and announce it."""
        chat.deleted.add(message_id)
        self.emit({"type": "delete", "chat_id": chat.id, "message_id": message_id})

    def set_keyboard(self, chat: Chat, keyboard: Json | None) -> None:
        """Change what lies under the text field: a ReplyKeyboardMarkup, a ForceReply, or nothing."""
        chat.keyboard = keyboard
        self.emit({"type": "keyboard", "chat_id": chat.id, "keyboard": keyboard})

    def open_press(self, person_id: int, chat_id: int, message_id: int) -> PendingPress:
        """Remember a press until it is answered; old ones are forgotten in passing."""
        if len(self.presses) > 20_000:
            self.presses = dict(itertools.islice(self.presses.items(), 10_000, None))
        press = PendingPress(str(next(self._press_numbers)), person_id, chat_id, message_id, self.clock.monotonic())
        self.presses[press.id] = press
        return press
