"""A virtual person who registers boards for as long as the run lasts and keeps a ledger of what was acknowledged.

An answer counts as acknowledged when the bot goes on: another question, or none where none is to follow. A question
that comes again was not answered, as far as the person can see, and is answered again. A board counts as registered
when the bot says so.
"""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import replace

from simulator.world import World
from tests.chaos.boards import Boards
from tests.chaos.notebook import Given, Ledger
from tests.chaos.questions import NAVIGATION, SHORT, Question
from tests.chaos.sight import Sight

_MOST_NUDGES = 4  # a person who got no answer to so many greetings in a row gives up
_MOST_WAITS = 5  # of ``patience`` seconds: a webhook that fails is tried again after up to 90 s
_ENDINGS = frozenset({("registro", "summary"), ("registro", "near"), ("bienvenida", "statistics")})
_HOLD_ON = 4.0  # real seconds before a text is said again: it may be on its way still, and texts carry no version


class Registrant:
    """``patience``: real seconds to wait for a reply before greeting the bot (longer than a restart)."""

    def __init__(self, world: World, person_id: int, dice: random.Random, *, patience: float = 30.0) -> None:
        self.id = person_id
        self.ledger = Ledger()
        self._world = world
        self._dice = dice
        self._patience = patience
        self._sight = Sight(world, person_id)
        self._boards = Boards(world, person_id, self._registered)
        self._given: Given | None = None
        self._spoken_before = 0
        self._acted_at: float | None = None
        self._enough = False
        self._suspended: Given | None = None

    def enough(self) -> None:
        """Finish the registration under way, then stop."""
        self._enough = True

    async def live(self, *, boards: int | None = None, pause: float = 0.3) -> None:
        """Consent, then register board after board; ``pause``: the longest time to think, in real seconds."""
        self.say_start()
        while True:
            question, again = await self._next()
            if self.ledger.unanswered:
                return
            if self._acted_at is not None:
                self.ledger.waits.append(time.monotonic() - self._acted_at)
            self._acted_at = None
            if question is None:
                if self._enough or (boards is not None and self.ledger.registered >= boards):
                    return
                doubted = self._given
                self._go_on()
                self._given = doubted or self._given
                continue
            await asyncio.sleep(self._dice.random() * pause)
            question = self._sight.fresh() or question  # it may have been drawn again in the meantime
            if again:
                self.answer_again(question)
            else:
                await self.act(question)

    async def farewell(self) -> None:
        """After everything: a greeting has to be answered, wherever the chat stands."""
        self._say("hola", last=True)
        if not await self._sight.until(self._news, self._patience):
            self.ledger.unanswered.append(f"{self.id}: the last greeting had no answer")

    # --- acting -----------------------------------------------------------------------------------------------------

    async def act(self, question: Question) -> None:
        """Answer a question."""
        self.answer(question)

    def answer(self, question: Question) -> None:
        """Give an answer, to be noted in the ledger when the bot goes on."""
        conversation, name = question.conversation, question.name
        if (conversation, name) == ("registro", "phone"):
            self._did(Given(conversation, name, "shared", typed=True), question)
            self._world.share_contact(self.id)
        elif name == "name":
            self.say_answer(question, self._boards.named())
        elif name in ("barrio_other", "sector"):
            self.say_answer(question, self._boards.sector)
        elif name == "nit":
            self.press(question, "skip", noted=None)
        else:
            value = self.choose(question)
            self.press(question, value, noted=value)

    def answer_again(self, question: Question) -> None:
        """The same answer once more, by its button where there is one: it may count yet, or have counted already."""
        said = self._given.value if self._given is not None else None
        if said is not None and said in question.values:
            self.press(question, said, noted=said)
        else:
            self.answer(question)

    def press(self, question: Question, value: str, *, noted: str | None) -> None:
        """Press a button of a question."""
        last = self.is_last(question, value)
        self._sends(question, value)
        self._did(Given(question.conversation, question.name, noted, last, question.labels), question)
        self._world.press(self.id, question.message_id, question.button(value))

    def say_answer(self, question: Question, text: str, *, noted: str | None = None) -> None:
        """Type an answer; ``noted``: the value that it stands for."""
        value = noted or text
        last = self.is_last(question, value)
        self._sends(question, value)
        self._did(Given(question.conversation, question.name, value, last, question.labels, typed=True), question)
        self._world.send_text(self.id, text)

    def say_start(self) -> None:
        """/start."""
        self._say("/start", last=True)

    def is_last(self, question: Question, value: str) -> bool:
        """Whether nothing has to be asked after this answer."""
        return (question.conversation, question.name) in _ENDINGS

    def choose(self, question: Question) -> str:
        """The button that goes forward; any of them where there are many."""
        for wanted in ("yes", "continue", "send", "another"):
            if wanted in question.values:
                return wanted
        return self._dice.choice([value for value in question.values if value not in NAVIGATION])

    def _go_on(self) -> None:
        self._say("/registrar")

    def _say(self, text: str, *, last: bool = False, question: Question | None = None) -> None:
        """An order or a greeting: nothing to note."""
        self._did(Given("", text, None, last=last), question)
        self._world.send_text(self.id, text)

    def _did(self, given: Given, question: Question | None) -> None:
        self._given = given
        self._sight.saw(question or self._sight.open())
        self._spoken_before = self._sight.newest()
        self._acted_at = time.monotonic()
        self.ledger.actions += 1

    def _sends(self, question: Question, value: str) -> None:
        if (question.conversation, question.name, value) == ("registro", "summary", "send"):
            self._boards.sent()

    # --- waiting ----------------------------------------------------------------------------------------------------

    async def _next(self) -> tuple[Question | None, bool]:
        """The question that is open now, or None when the bot needs nothing more; greets the bot if it says nothing.

        Also whether it was asked already and the answer to it did not count.
        """
        for _ in range(_MOST_NUDGES):
            if not await self._patiently():
                self.ledger.nudges.append(str(self._given))
                self._spoken_before = self._sight.newest()
                self._world.send_text(self.id, "hola")
                if self._given is not None:  # the greeting's answer may be that nothing is open
                    self._given = replace(self._given, last=True, doubted=not self._given.last)
                continue
            question = self._sight.fresh()
            if question is not None and self._repeats(question):
                if self._was_typed() and await self._sight.until(self._moved_on(question), _HOLD_ON):
                    self._sight.saw(question)
                    continue
                self.ledger.asked_again += 1
                return question, True
            self._judge(question)
            return question, False
        self.ledger.unanswered.append(f"{self.id}: no reply to {self._given}")
        return None, False

    async def _patiently(self) -> bool:
        """Wait for news; while Telegram has not even delivered what was said, for longer."""
        for _ in range(_MOST_WAITS):
            if await self._sight.until(self._news, self._patience):
                return True
            if all(update.lane[1] != self.id for update in self._world.queue.waiting()):
                return False
        return False

    def _was_typed(self) -> bool:
        return self._given is not None and self._given.typed

    def _moved_on(self, question: Question) -> Callable[[], bool]:
        ended, sight = self._given is not None and self._given.last, self._sight
        return lambda: sight.fresh() not in (None, question) or (ended and sight.newest() > question.message_id)

    def _repeats(self, question: Question) -> bool:
        given = self._given
        if given is None or (given.conversation, given.question) != (question.conversation, question.name):
            return False
        return question.name != "list" or given.labels == question.labels

    def _judge(self, question: Question | None) -> None:
        """The bot went on: to where, decides whether the answer under way was taken."""
        given = self._given
        if given is None or (question is None and given.doubted):
            return
        self._given = None
        if question is not None and question.conversation in SHORT and given.conversation not in ("", *SHORT):
            self._suspended = given  # an order of one's own came between: what became of the answer shows afterwards
            return
        before, same_talk = self._suspended, question is not None and question.conversation not in SHORT
        if before is not None and same_talk and question is not None:
            self._suspended = None
            if question.name != before.question:
                self.note(before)
        if given.conversation:
            self.note(given)

    def note(self, given: Given) -> None:
        """The bot went on: what was given is in its hands."""
        self.ledger.answers.append((given.conversation, given.question, given.value))
        if (given.conversation, given.question, given.value) == ("misdatos", "erase", "erase"):
            self._boards.erased()

    def _registered(self, name: str) -> None:
        self.ledger.answers.append(("registro", "registered", name))
        self.ledger.registered += 1

    def _news(self) -> bool:
        if self._sight.fresh() is not None:
            return True
        ended = self._given is None or self._given.last
        return ended and self._sight.newest() > self._spoken_before and self._sight.quiet()
