"""A small world for tests of conversations: the real content, one person, and a storage that is a dictionary."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from conversations.chat import converse, open_screen
from conversations.decisions import (
    AgeDeclared,
    Answered,
    Ask,
    BoardRegistered,
    Choice,
    ConsentDecided,
    Decision,
    Discarded,
    ErasureConfirmed,
    LanguageChosen,
    Link,
    Muted,
    PhoneGiven,
    Redraw,
    Say,
    SendFile,
    Settle,
    Toast,
    Withdrawn,
    Words,
)
from conversations.inputs import Commanded, Incoming, Pressed, Said, SharedContact
from conversations.known import ConsentHeld, Known, Notice, Office, Person
from conversations.lexicon import Lexicon
from conversations.state import ChatState
from conversations.territory import Territory
from tests.conversations.register import EmptyRegister

CONTENT = Path(__file__).parents[2] / "content"
NOW = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)
SPOKEN = (Ask, Redraw, Settle, Say, Toast, SendFile)


def lists() -> dict[str, list[str]]:
    """The word lists as the bot reads them: one form a line, comments left out."""
    found = {}
    for path in sorted((CONTENT / "lexicon/es-CO").glob("*.txt")):
        lines = (line.strip() for line in path.read_text("utf-8").splitlines())
        found[path.stem] = [line for line in lines if line and not line.startswith("#")]
    return found


def _territory() -> Territory:
    with (CONTENT / "territory.csv").open(encoding="utf-8", newline="") as rows:
        return Territory.from_rows(list(csv.DictReader(rows)))


def _bundle() -> FluentBundle:
    bundle = FluentBundle(["es-CO"], use_isolating=False)
    for path in sorted((CONTENT / "locale/es-CO").glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle


LEXICON = Lexicon.from_lists(lists())
TERRITORY = _territory()
BUNDLE = _bundle()
NOTICE = Notice("2026-11", "a" * 64, "Texto del aviso.", "Alcaldía de Cartagena de Indias", "la oficina de atención")


class _Variables(Visitor):
    """Names of the arguments that a message uses."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.names.add(node.id.name)


@cache
def _used() -> dict[str, frozenset[str]]:
    found = {}
    for path in sorted((CONTENT / "locale/es-CO").glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                visitor = _Variables()
                visitor.visit(entry)
                found[entry.id.name] = frozenset(visitor.names)
    return found


def variables(key: str) -> frozenset[str]:
    """The arguments that a message needs."""
    return _used()[key]


def worded(words: Words | str) -> str:
    """The text as a person reads it; anything Fluent complains about, or an argument too many, is a failure."""
    if isinstance(words, str):
        return words
    assert set(words.args) == variables(words.key), words.key
    message = BUNDLE.get_message(words.key)
    assert message.value is not None, words.key
    text, errors = BUNDLE.format_pattern(message.value, {name: _argument(value) for name, value in words.args.items()})
    assert not errors, (words.key, errors)
    return str(text)


def _argument(value: object) -> str | int:
    if isinstance(value, Words):
        return worded(value)
    if isinstance(value, tuple):
        return "\n".join(worded(line) for line in value)
    if isinstance(value, datetime):
        return "miércoles 24 de noviembre, 4:30 p. m."
    assert isinstance(value, str | int)
    return value


def known(person: Person | None = None, **changes: object) -> Known:
    """What is known about somebody who has never written, unless told otherwise."""
    plain = Known(
        person or Person(name="Ana"), {}, TERRITORY, LEXICON, NOTICE, ("es-CO",), NOW, EmptyRegister(), NOW.date()
    )  # type: ignore[arg-type]
    return replace(plain, **changes)  # type: ignore[arg-type]


def adult(name: str = "Ana", *, refuses: tuple[str, ...] = (), **changes: object) -> Person:
    """Somebody who was welcomed and decided on every purpose."""
    consents = {
        purpose: ConsentHeld(purpose not in refuses, NOTICE.hash, NOW)
        for purpose in ("service", "phone", "role", "statistics")
    }
    return replace(Person(name=name, adult=True, consents=consents), **changes)  # type: ignore[arg-type]


@dataclass
class Chat:
    """One chat: what the bot decided so far, kept as storage would keep it, state through JSON each time."""

    known: Known = field(default_factory=known)
    state: ChatState = field(default_factory=ChatState)
    last: tuple[Decision, ...] = ()
    boards: list[BoardRegistered] = field(default_factory=list)
    phone: str | None = None

    def send(self, incoming: Incoming) -> "Chat":
        state, self.last = converse(self.state, incoming, self.known)
        self.state = ChatState.model_validate_json(state.model_dump_json())
        assert self.state == state
        for decision in self.last:
            self._keep(decision)
        return self

    def say(self, *texts: str) -> "Chat":
        for text in texts:
            self.send(Said(text))
        return self

    def command(self, name: str, argument: str = "") -> "Chat":
        return self.send(Commanded(name, argument))

    def press(self, *values: str) -> "Chat":
        """Presses buttons of the open question as it is drawn now."""
        for value in values:
            assert value in self.values(), (self.state.question, value, self.values())
            self.send(Pressed(self.state.focus or "", self.state.question or "", value, self.state.version))
        return self

    def share(self, phone: str = "573001234567", *, is_own: bool = True) -> "Chat":
        return self.send(SharedContact(phone, is_own))

    def values(self) -> list[str]:
        screen = open_screen(self.state, self.known)
        return [] if screen is None else [c.value for row in screen.rows for c in row if isinstance(c, Choice)]

    def texts(self) -> list[str]:
        """Everything said in the last step, worded."""
        return [worded(text_of(decision)) for decision in self.last if isinstance(decision, SPOKEN)]

    def text(self) -> str:
        return "\n".join(self.texts())

    def said_keys(self) -> set[str]:
        return {key for decision in self.last if isinstance(decision, SPOKEN) for key in keys_of(text_of(decision))}

    def linked(self) -> set[str]:
        """Commands that the last messages link to."""
        found = set()
        for decision in self.last:
            rows = decision.links if isinstance(decision, Say) else ()
            rows = decision.screen.rows if isinstance(decision, Ask | Redraw) else rows
            found |= {item.command for row in rows for item in row if isinstance(item, Link)}
        return found

    def remembered(self) -> list[Decision]:
        return [decision for decision in self.last if not isinstance(decision, SPOKEN)]

    def draft(self) -> Mapping[str, str | None]:
        return self.known.answers.get("registro", {})

    def _keep(self, decision: Decision) -> None:
        person = self.known.person
        drafts = {name: dict(draft) for name, draft in self.known.answers.items()}
        match decision:
            case Answered(conversation, question, value):
                drafts.setdefault(conversation, {})[question] = value
            case Withdrawn(conversation, question):
                del drafts[conversation][question]
            case Discarded(conversation):
                drafts.pop(conversation, None)
            case ConsentDecided(purpose, accepted, notice_hash):
                person = replace(person, consents={**person.consents, purpose: ConsentHeld(accepted, notice_hash, NOW)})
                if purpose == "role" and not accepted:
                    person = replace(person, offices=())
                if purpose == "phone" and not accepted:
                    person, self.phone = replace(person, masked_phone=None), None
            case AgeDeclared(grown):
                person = replace(person, adult=grown)
            case LanguageChosen(locale):
                person = replace(person, locale=locale)
            case PhoneGiven(phone):
                self.phone = phone
                person = replace(person, masked_phone="••• ••• ••" + phone[-2:])
            case Muted(on):
                person = replace(person, muted=on)
            case ErasureConfirmed():
                person, drafts, self.phone = Person(), {}, None
            case BoardRegistered(name=name, role=role):
                self.boards.append(decision)
                drafts.pop("registro", None)
                person = replace(person, offices=(*person.offices, Office(name, role, NOW)))
            case _:
                return
        self.known = replace(self.known, person=person, answers=drafts)


def text_of(decision: Decision) -> Words:
    """What a spoken decision says."""
    if isinstance(decision, Ask | Redraw):
        return decision.screen.text
    if isinstance(decision, SendFile):
        return decision.caption
    assert isinstance(decision, Settle | Say | Toast)
    return decision.text


def keys_of(words: Words) -> set[str]:
    """The keys of a text and of everything worded inside it."""
    found = {words.key}
    for value in words.args.values():
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Words):
                found |= keys_of(inner)
    return found
