"""A person who does all that people do: types, presses twice, presses old buttons, asks for help, leaves, blocks the
bot and comes back, takes a permission back, and now and then has everything deleted."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable

from simulator.world import World
from tests.chaos.notebook import Given
from tests.chaos.questions import SHORT, Question
from tests.chaos.registrant import Registrant

_TYPED = {"yes": "sí", "continue": "seguir", "jac": "JAC", "send": "enviar"}
_OLD_PRESSES = 40
_A_WHILE = 1.5  # seconds without a new message, looked for so often
_MOST_LOOKS = 6
_IN_FREE_WORDS = frozenset({"name", "sector", "phone", "nit", "barrio"})
Whim = Callable[[Question], Awaitable[None]]


class Neighbour(Registrant):
    """``whims`` counts what was done; the probability of any whim at a question is ``liveliness``."""

    def __init__(
        self, world: World, person_id: int, dice: random.Random, *, patience: float = 30.0, liveliness: float = 0.25
    ) -> None:
        super().__init__(world, person_id, dice, patience=patience)
        self.whims: Counter[str] = Counter()
        self._liveliness = liveliness
        self._errand: str | None = None
        self._pressed: list[tuple[int, str]] = []
        # How often each is done, beside the others.
        self._choices: tuple[tuple[str, int, Whim], ...] = (
            ("types", 6, self._type),
            ("presses twice", 6, self._press_twice),
            ("presses an old button", 5, self._press_old),
            ("asks for help", 4, self._ask_for_help),
            ("presses and asks at once", 3, self._press_and_ask),
            ("leaves and comes back", 3, self._leave),
            ("blocks and comes back", 3, self._block),
            ("takes a permission back", 2, self._take_back),
            ("has everything deleted", 1, self._erase),
        )

    async def act(self, question: Question) -> None:
        """Answer, or do as people do."""
        if question.conversation in SHORT or self._enough:
            self.answer(question)
            return
        if self._dice.random() >= self._liveliness:
            self.answer(question)
            return
        weights = [weight for _, weight, _ in self._choices]
        name, _, whim = self._dice.choices(self._choices, weights)[0]
        await whim(question)
        self.whims[name] += 1

    def choose(self, question: Question) -> str:
        """On an errand, the button that leads there; else as everybody."""
        if question.conversation == "permisos":
            if self._errand == "permission" and "statistics" in question.values:
                return "statistics"
            return "back"
        if question.conversation == "misdatos":
            return "erase" if self._errand == "erasure" and "erase" in question.values else "back"
        return super().choose(question)

    def press(self, question: Question, value: str, *, noted: str | None) -> None:
        """Press, and remember the button for later mischief."""
        super().press(question, value, noted=noted)
        self._pressed = [*self._pressed[-_OLD_PRESSES:], (question.message_id, question.button(value))]

    def is_last(self, question: Question, value: str) -> bool:
        """Leaving a short conversation, or having everything deleted, may end in a message that asks nothing."""
        short = question.conversation in SHORT and value == "back"
        erased = (question.conversation, question.name, value) == ("misdatos", "erase", "erase")
        return short or erased or super().is_last(question, value)

    def note(self, given: Given) -> None:
        """An errand ends with what it was for."""
        super().note(given)
        if (given.conversation, given.question, given.value) == ("misdatos", "erase", "erase"):
            self._errand = self._suspended = None
        if (given.conversation, given.value) == ("permisos", "statistics"):
            self._errand = None

    async def _type(self, question: Question) -> None:
        value = self.choose(question) if question.values and question.name not in _IN_FREE_WORDS else ""
        word = _TYPED.get(value) or (value if question.name == "comuna" and value.isdigit() else None)
        if word is None:
            self.answer(question)
        else:
            self.say_answer(question, word, noted=value)

    async def _press_twice(self, question: Question) -> None:
        before = len(self._pressed)
        self.answer(question)
        if len(self._pressed) != before:
            message_id, data = self._pressed[-1]
            for _ in range(self._dice.randint(1, 2)):
                self._world.press(self.id, message_id, data)

    async def _press_old(self, question: Question) -> None:
        if self._pressed and question.name not in _IN_FREE_WORDS:
            self._world.press(self.id, *self._dice.choice(self._pressed))
        self.answer(question)

    async def _ask_for_help(self, question: Question) -> None:
        self._say("ayuda", question=question)

    async def _press_and_ask(self, question: Question) -> None:
        self.answer(question)
        if question.values and question.name not in _IN_FREE_WORDS:
            self._world.send_text(self.id, "ayuda")
            await self._quiet_for(_A_WHILE)

    async def _quiet_for(self, seconds: float) -> None:
        """Let the answers to several things come in before anything else is said."""
        for _ in range(_MOST_LOOKS):
            before = self._sight.newest()
            await asyncio.sleep(seconds)
            if before == self._sight.newest() and all(u.lane[1] != self.id for u in self._world.queue.waiting()):
                return

    async def _leave(self, question: Question) -> None:
        self._say("cancelar", last=True, question=question)

    async def _block(self, question: Question) -> None:
        self.answer(question)
        await asyncio.sleep(self._dice.choice((0.0, 0.01, 0.1)))
        self._world.block(self.id)
        await asyncio.sleep(self._dice.uniform(0.3, 1.5))
        self._world.unblock(self.id)
        self._world.send_text(self.id, "/start")

    async def _take_back(self, question: Question) -> None:
        if question.conversation != "registro":
            self.answer(question)
            return
        self._errand = "permission"
        self._say("/permisos", question=question)

    async def _erase(self, question: Question) -> None:
        if question.conversation != "registro":
            self.answer(question)
            return
        self._errand = "erasure"
        self._say("/misdatos", question=question)
