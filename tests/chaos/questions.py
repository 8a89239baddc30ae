"""The open question as a person sees it: read from the chat's messages and keyboard, never from the bot's insides."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from simulator.chats import Chat

JSON = dict[str, Any]
NAVIGATION = frozenset(
    {"back", "help", "cancel", "skip", "keep", "next", "previous", "other", "none", "no", "change"}
)  # fmt: skip
SHORT = ("misdatos", "permisos")  # conversations that interrupt another one and lead back to it
_FAR_ENOUGH = 30  # messages back; an older question is out of the person's sight


@dataclass(frozen=True, slots=True)
class Question:
    """Whose it is, its id, the version of its screen, its message, the values and the labels of its buttons."""

    conversation: str
    name: str
    version: int
    message_id: int
    values: tuple[str, ...]
    labels: tuple[str, ...] = ()

    @property
    def is_keyboard(self) -> bool:
        """Whether it waits under the text field; its data carries no version."""
        return not self.values

    def button(self, value: str) -> str:
        """The data that a button carries."""
        return f"{self.conversation}:{self.name}:{value}:{self.version}"


def open_question(chat: Chat, bot_id: int) -> Question | None:
    """The newest question in sight that still has its buttons, or the one that waits under the text field."""
    newest = None
    for number in islice(reversed(chat.by_id), _FAR_ENOUGH):
        body = chat.by_id[number]
        if body["from"]["id"] == bot_id and (newest := question_of(body)) is not None:
            break
    if chat.keyboard and "keyboard" in chat.keyboard:
        asked = max(chat.with_reply_keyboard)
        if newest is None or newest.message_id < asked:
            return Question("registro", "phone", 0, asked, ())
    return newest


def question_of(message: JSON) -> Question | None:
    """The question whose buttons a message carries."""
    buttons = [
        (button["callback_data"].split(":"), button["text"])
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
        if button.get("callback_data", "").count(":") == 3
    ]
    if not buttons:
        return None
    conversation, name, _, version = buttons[0][0]
    values, labels = tuple(parts[2] for parts, _ in buttons), tuple(label for _, label in buttons)
    return Question(conversation, name, int(version), message["message_id"], values, labels)
