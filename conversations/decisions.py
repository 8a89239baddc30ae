"""What a conversation can decide: what to say, what to remember. Nothing here is worded, sent or stored yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from conversations.board_decisions import BoardDecision
from conversations.faq.decisions import QuestionDecision
from conversations.rights import Action
from conversations.survey_decisions import SurveyDecision
from conversations.ticket_decisions import TellTicket, TicketDecision


@dataclass(frozen=True, slots=True)
class Words:
    """A message of the locale files (``key``) with its arguments.

    Arguments: text is shown as given (and escaped), a number goes through the plural rules, a time in UTC is shown
    in the reader's zone, a date with its year, Words are worded first, several Words become lines.
    """

    key: str
    args: Mapping[str, "str | int | datetime | date | Words | tuple[Words, ...]"] = field(default_factory=dict)


# What a message's arguments may be, for those that are put together step by step.
Args = dict[str, "str | int | datetime | date | Words | tuple[Words, ...]"]
Style = Literal["primary", "success", "danger"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a question: what it means, and what is written on it (a plain str is a proper name)."""

    value: str
    label: Words | str
    style: Style | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens a part of the bot at any time (the same as its command); it belongs to no question.

    ``argument`` leads to one thing in that part, such as a claim; letters, digits and hyphens.
    """

    command: str
    label: Words
    argument: str = ""


@dataclass(frozen=True, slots=True)
class ContactKeyboard:
    """Asks for the person's own number with Telegram's button; ``others`` are typed for them when pressed."""

    share: Words
    others: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """A question as it is drawn. ``question`` is the id that its buttons carry."""

    question: str
    text: Words
    rows: tuple[tuple[Choice | Link, ...], ...] = ()
    keyboard: ContactKeyboard | None = None


# --- what is said ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ask:
    """Send the screen as a new message; it becomes the open question."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class AskAfresh:
    """The open question as a new message, drawn once everything that was decided here is saved."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """Draw the open question anew in its own message (a page turned, a box ticked). Falls back to Ask if it cannot."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Settle:
    """Replace the open question's message by this text, without buttons: the question is closed."""

    text: Words


@dataclass(frozen=True, slots=True)
class Say:
    """A message that asks nothing. ``close_keyboard`` puts a contact keyboard away."""

    text: Words
    links: tuple[tuple[Link, ...], ...] = ()
    close_keyboard: bool = False


@dataclass(frozen=True, slots=True)
class Toast:
    """Shown for a moment over the chat when a button was pressed (≤ 200 characters when worded)."""

    text: Words


@dataclass(frozen=True, slots=True)
class SendFile:
    """A file made at the moment it is sent, so that no copy of it waits in the outbox."""

    maker: Literal["my_data", "consent_copy", "call_list", "roster_template"]
    caption: Words


@dataclass(frozen=True, slots=True)
class Tell:
    """A message to somebody else's chat. Not ``urgent`` (bad news above all): only at a decent hour of the day."""

    chat_id: int
    text: Words
    links: tuple[tuple[Link, ...], ...] = ()
    urgent: bool = True


@dataclass(frozen=True, slots=True)
class TellStaff:
    """To everybody in the team who may do ``action`` there, except who is writing; once an hour for a ``key``."""

    action: Action
    localidad: str | None
    key: str
    text: Words
    links: tuple[tuple[Link, ...], ...] = ()


# --- what is remembered ---------------------------------------------------------------------------------------------

Purpose = Literal["service", "phone", "role", "statistics"]
PURPOSES: tuple[Purpose, ...] = ("service", "phone", "role", "statistics")


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a run (``conversation``), kept as it is given; ``None`` is a question passed over."""

    conversation: str
    question: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An answer that no longer counts, because what it depended on was changed."""

    conversation: str
    question: str


@dataclass(frozen=True, slots=True)
class Discarded:
    """The run's draft is thrown away at the person's wish."""

    conversation: str


@dataclass(frozen=True, slots=True)
class ConsentDecided:
    """One purpose accepted or not, under the notice with this hash; also used to take an acceptance back."""

    purpose: Purpose
    accepted: bool
    notice_hash: str


@dataclass(frozen=True, slots=True)
class AgeDeclared:
    """18 or older, or not; under the notice with this hash."""

    adult: bool
    notice_hash: str


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The locale that the person picked."""

    locale: str


@dataclass(frozen=True, slots=True)
class PhoneGiven:
    """The person's own number in E.164; it never enters an answer, a state or a log."""

    phone: str


@dataclass(frozen=True, slots=True)
class Muted:
    """Nothing that the bot starts on its own goes to this person any more (or again, when ``on`` is false)."""

    on: bool


@dataclass(frozen=True, slots=True)
class ErasureConfirmed:
    """The person confirmed that everything held about them is deleted."""


@dataclass(frozen=True, slots=True)
class BoardRegistered:
    """A finished registration: the board, and the office its registrant holds.

    ``why``: what a coordinator has to look at before both count; ``near_id``: the board it may be the same as.
    """

    kind: Literal["jac", "jvc", "asojuntas"]
    name: str
    localidad: str
    comuna: str
    barrio: str
    sector: str | None
    nit: str | None
    role: str
    why: str | None = None
    near_id: int | None = None


Spoken = Ask | AskAfresh | Redraw | Settle | Say | Toast | SendFile | Tell | TellStaff | TellTicket
Remembered = (
    Answered | Withdrawn | Discarded | ConsentDecided | AgeDeclared | LanguageChosen | PhoneGiven | Muted
    | ErasureConfirmed | BoardRegistered | BoardDecision | QuestionDecision | TicketDecision | SurveyDecision
)  # fmt: skip
Decision = Spoken | Remembered
