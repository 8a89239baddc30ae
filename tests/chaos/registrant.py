"""A virtual person who registers boards for as long as the run lasts and keeps a ledger of what was said."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Any

from simulator.virtual import VirtualPerson
from simulator.world import World

JSON = dict[str, Any]
_NAVIGATION = {"back", "help", "cancel", "skip", "keep", "next", "previous", "other", "none", "no"}
_WORDS = ("Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis", "Siete", "Ocho", "Nueve", "Diez")


@dataclass(frozen=True, slots=True)
class Question:
    """The open question as the person sees it: whose it is, its id, its version, its message, its values."""

    conversation: str
    name: str
    version: int
    message_id: int
    values: tuple[str, ...]


@dataclass(slots=True)
class Ledger:
    """What the person did, in order: (conversation, question, value), and what was left without a reply."""

    answers: list[tuple[str, str, str | None]] = field(default_factory=list)
    boards: list[str] = field(default_factory=list)
    actions: int = 0
    unanswered: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)  # seconds from an answer to the next question


class Registrant:
    """``patience``: real seconds to wait for a reply before it counts as missing (longer than a restart)."""

    def __init__(self, world: World, person_id: int, dice: random.Random, *, patience: float = 30.0) -> None:
        self.phone = VirtualPerson(world, person_id)
        self.id = person_id
        self.ledger = Ledger()
        self._world = world
        self._dice = dice
        self._patience = patience
        self._changed = asyncio.Event()
        world.subscribe(lambda _: self._changed.set(), person_id)
        self._answered: tuple[str, str, int] | None = None
        self._acted_at: float | None = None
        self._enough = False

    def enough(self) -> None:
        """Finish the registration under way, then stop."""
        self._enough = True

    async def live(self, *, boards: int | None = None, pause: float = 0.3) -> None:
        """Consent, then register board after board; ``pause``: the longest time to think, in real seconds."""
        self.ledger.actions += 1
        await self.phone.start()
        while True:
            question = await self._next_question()
            if question is None:
                return
            if self._acted_at is not None:
                self.ledger.waits.append(time.monotonic() - self._acted_at)
                self._acted_at = None
            await asyncio.sleep(self._dice.random() * pause)
            finished = await self._answer(question)
            if finished and (self._enough or len(self.ledger.boards) == boards):
                await self._settled()
                return
            if finished or question.name == "statistics":
                self._acted_at = None
                await self._settled()
                self.ledger.actions += 1
                await self.phone.say("/registrar")

    async def _answer(self, question: Question) -> bool:
        """Give an answer and note it; True when it was the last of a registration."""
        self._answered = (question.conversation, question.name, question.version)
        self._acted_at = time.monotonic()
        self.ledger.actions += 1
        conversation, name = question.conversation, question.name
        if (conversation, name) == ("registro", "phone"):
            self.ledger.answers.append((conversation, name, "shared"))
            await self.phone.share_contact()
        elif name in ("name", "barrio_other", "sector"):
            text = self._text(name)
            self.ledger.answers.append((conversation, name, text))
            await self.phone.say(text)
        elif name == "nit":
            self.ledger.answers.append((conversation, name, None))
            await self._press(question, "skip")
        else:
            value = self._choose(question)
            self.ledger.answers.append((conversation, name, value))
            await self._press(question, value)
        return (conversation, name) == ("registro", "summary")

    async def _press(self, question: Question, value: str) -> None:
        data = f"{question.conversation}:{question.name}:{value}:{question.version}"
        self._world.press(self.id, question.message_id, data)

    def _choose(self, question: Question) -> str:
        for wanted in ("yes", "continue", "send", "another"):
            if wanted in question.values:
                return wanted
        return self._dice.choice([value for value in question.values if value not in _NAVIGATION])

    def _text(self, name: str) -> str:
        number = len(self.ledger.boards)
        if name == "name":
            text = f"Junta Inventada {_WORDS[number % 10]} de {self.phone.person.first_name} {number}"
            self.ledger.boards.append(text)
            return text
        return f"Sector Inventado {_WORDS[self._dice.randrange(10)]}"

    async def _settled(self) -> None:
        """After the last button of something: its confirmation is the message without a question."""
        count = len(self.phone.texts())
        await self._until(lambda: len(self.phone.texts()) > count or self._confirmed(), "a confirmation")

    def _confirmed(self) -> bool:
        last = self.phone.last
        keyboard = self._world.chat(self.id).keyboard or {}
        return last is not None and _question(last) is None and "keyboard" not in keyboard

    async def _next_question(self) -> Question | None:
        """The open question, once it is another than the one that was just answered; None when patience ends."""
        found: list[Question] = []

        def is_there() -> bool:
            question = self._open_question()
            if question is None or (question.conversation, question.name, question.version) == self._answered:
                return False
            found[:] = [question]
            return True

        if await self._until(is_there, f"a question after {self._answered}"):
            return found[0]
        return None

    async def _until(self, condition: Any, what: str) -> bool:
        deadline = asyncio.get_running_loop().time() + self._patience
        while not condition():
            self._changed.clear()
            left = deadline - asyncio.get_running_loop().time()
            try:
                await asyncio.wait_for(self._changed.wait(), max(left, 0.001))
            except TimeoutError:
                self.ledger.unanswered.append(f"{self.id}: waited for {what}")
                return False
        return True

    def _open_question(self) -> Question | None:
        chat = self._world.chat(self.id)
        if chat.keyboard and "keyboard" in chat.keyboard:
            return Question("registro", "phone", -len(self.ledger.boards), 0, ())
        last = self.phone.last
        return None if last is None else _question(last)


def _question(message: JSON) -> Question | None:
    """The question whose buttons a message carries."""
    parts = [
        button["callback_data"].split(":")
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
        if button.get("callback_data", "").count(":") == 3
    ]
    if not parts:
        return None
    conversation, name, _, version = parts[0]
    return Question(conversation, name, int(version), message["message_id"], tuple(part[2] for part in parts))
