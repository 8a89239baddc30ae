"""One step in the making: the state so far, what is known by now, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import JsonValue

from conversations.commands import REGISTRATION_TALK
from conversations.decisions import (
    Ask,
    AskAfresh,
    Decision,
    Link,
    Redraw,
    Remembered,
    Say,
    Screen,
    SendFile,
    Settle,
    Spoken,
    Tell,
    TellStaff,
    Toast,
    Words,
)
from conversations.inputs import SharedContact
from conversations.known import Known
from conversations.remembered import after
from conversations.state import ChatState, Step
from conversations.ticket_decisions import TellTicket

# Asked with Telegram's contact keyboard; such a message cannot be edited afterwards.
CONTACT_QUESTION = (REGISTRATION_TALK, "phone")

# What follows when nothing else does: where the person stands and what comes next.
HOME = "home"

Position = Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the person answered: the value of a button (pressed or said), else the text, else their own contact."""

    value: str | None = None
    text: str = ""
    contact: SharedContact | None = None

    @property
    def pressed(self) -> bool:
        """Whether it came from a button, so that the message above is in sight."""
        return self.value is not None and not self.text


@dataclass(frozen=True, slots=True)
class Turn:
    """Grows by each decision; ``known`` follows what was decided, so the next question can rest on it.

    ``then``: the command to carry out when the conversation is done with this reply, or ``HOME``. ``argument``: what
    came with the command that opens a conversation.
    """

    state: ChatState
    known: Known
    decided: tuple[Decision, ...] = ()
    then: str | None = None
    argument: str = ""

    # --- where the person is ----------------------------------------------------------------------------------------

    def position(self, conversation: str) -> Position:
        """The place in a conversation that was begun; empty if it was not."""
        return self.state.positions.get(conversation, {})

    def placed(self, conversation: str, position: Position) -> "Turn":
        """With the place in a conversation changed."""
        positions = {**self.state.positions, conversation: dict(position)}
        return replace(self, state=self.state.moved(positions=positions))

    def forgotten(self, conversation: str) -> "Turn":
        """Without a place in a conversation."""
        positions = {name: place for name, place in self.state.positions.items() if name != conversation}
        return replace(self, state=self.state.moved(positions=positions))

    def closed(self) -> "Turn":
        """No question is open any more."""
        return replace(self, state=self.state.moved(focus=None, question=None, refusals=0))

    def doing(self, command: str | None) -> "Turn":
        """To be followed by a command, with its argument after a space."""
        return replace(self, then=command)

    # --- what is said -----------------------------------------------------------------------------------------------

    def ask(self, conversation: str, screen: Screen) -> "Turn":
        """The screen becomes the open question, as a new message."""
        return self._opened(conversation, Ask(screen), refusals=0)

    def ask_again(self, screen: Screen) -> "Turn":
        """The open question as a new message; its refusals are still counted."""
        focus = self.state.focus or ""
        return self._opened(focus, Ask(screen), refusals=self.state.refusals)

    def ask_afresh(self, conversation: str, question: str) -> "Turn":
        """The question becomes the open one; it is drawn from the register as it is after this step."""
        state = self.state.moved(focus=conversation, question=question, version=self.state.version + 1, refusals=0)
        return replace(self, state=state, decided=(*self.decided, AskAfresh()))

    def redraw(self, screen: Screen) -> "Turn":
        """The open question drawn anew in place."""
        return self._opened(self.state.focus or "", Redraw(screen), refusals=0)

    def settle(self, text: Words) -> "Turn":
        """The open question's message becomes this text, unless Telegram cannot change it."""
        if self.state.question is None:
            return self
        if (self.state.focus, self.state.question) == CONTACT_QUESTION:
            return self._also(Say(text, close_keyboard=True))
        return self._also(Settle(text))

    def say(self, text: Words, *links: Link) -> "Turn":
        """A message that asks nothing; one link a row."""
        return self._also(Say(text, tuple((link,) for link in links)))

    def say_rows(self, text: Words, rows: tuple[tuple[Link, ...], ...]) -> "Turn":
        """A message that asks nothing, with its buttons row by row."""
        return self._also(Say(text, rows))

    def toast(self, text: Words) -> "Turn":
        """For a moment over the chat."""
        return self._also(Toast(text))

    def send(self, file: SendFile) -> "Turn":
        """A file."""
        return self._also(file)

    def tell(self, *messages: Tell | TellStaff | TellTicket) -> "Turn":
        """Messages to others."""
        return replace(self, decided=(*self.decided, *messages))

    # --- what is remembered -----------------------------------------------------------------------------------------

    def remember(self, *decisions: Remembered) -> "Turn":
        """Decided, and known from here on."""
        turn = self
        for decision in decisions:
            turn = replace(turn, known=after(turn.known, decision), decided=(*turn.decided, decision))
        return turn

    def step(self) -> Step:
        """The finished step: what is remembered comes first, then the old question is closed, then the rest."""
        return self.state, tuple(sorted(self.decided, key=_rank))

    def _also(self, decision: Decision) -> "Turn":
        return replace(self, decided=(*self.decided, decision))

    def _opened(self, conversation: str, drawn: Ask | Redraw, refusals: int) -> "Turn":
        state = self.state.moved(
            focus=conversation, question=drawn.screen.question, version=self.state.version + 1, refusals=refusals
        )
        return replace(self, state=state, decided=(*self.decided, drawn))


def _rank(decision: Decision) -> int:
    if isinstance(decision, Settle) or (isinstance(decision, Say) and decision.close_keyboard):
        return 1
    return 2 if isinstance(decision, Spoken) else 0
