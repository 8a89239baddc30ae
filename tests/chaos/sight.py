"""What a person has in view: the newest message, the open question, whether it came after all that was answered."""

import asyncio
import time
from collections.abc import Callable

from simulator.world import World
from tests.chaos.questions import Question, open_question


class Sight:
    """One person's private chat, as it stands on their phone."""

    def __init__(self, world: World, person_id: int) -> None:
        self._world = world
        self._person_id = person_id
        self._version = self._keyboard = 0  # of the newest screen and of the newest contact keyboard that were seen
        self._changed = asyncio.Event()
        world.subscribe(lambda _: self._changed.set(), person_id)

    def saw(self, question: Question | None) -> None:
        """From now on only what is drawn after this question is new."""
        if question is None:
            return
        if question.is_keyboard:
            self._keyboard = max(self._keyboard, question.message_id)
        else:
            self._version = max(self._version, question.version)

    def open(self) -> Question | None:
        """The open question."""
        return open_question(self._world.chat(self._person_id), self._world.bot.id)

    def fresh(self) -> Question | None:
        """The open question, if it was drawn after all that were answered: older ones may still have their buttons."""
        question = self.open()
        if question is None:
            return None
        is_new = question.message_id > self._keyboard if question.is_keyboard else question.version > self._version
        return question if is_new else None

    def quiet(self) -> bool:
        """Whether the newest message asks nothing."""
        question = self.open()
        return question is None or question.message_id < self.newest()

    def newest(self) -> int:
        """The number of the bot's newest message; 0 before the first."""
        chat = self._world.chat(self._person_id)
        for number in reversed(chat.by_id):
            body = chat.message(number)
            if body is not None and body["from"]["id"] == self._world.bot.id:
                return number
        return 0

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Whether it came to pass within so many real seconds; looked at whenever the chat changes."""
        deadline = time.monotonic() + seconds
        while not condition():
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), max(deadline - time.monotonic(), 0.001))
            except TimeoutError:
                return condition()
        return True
