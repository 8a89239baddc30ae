"""Forms written as tables, compiled as the bot compiles them, and somebody who fills them."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.content import load_content
from bot.forms.compiler_child import answer_for
from bot.forms.compiling import Compiled, Limits, read_answer
from bot.forms.speech import date_words, speech
from conversations.forms.asking import Speech, asked
from conversations.forms.checking import Violation
from conversations.forms.codecs import read_answer as read_typed
from conversations.forms.definition import Form
from conversations.forms.instance import Instance, start
from conversations.forms.live import Setting
from conversations.forms.rejected import Rejected
from conversations.forms.walking import first_open, next_stop

BOGOTA = ZoneInfo("America/Bogota")
NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
SETTING = Setting("5f1c0000-0000-4000-8000-000000000001", BOGOTA)
CONTENT = Path("content")


def table(name: str) -> str:
    """A form that is too wide for a test."""
    return (Path(__file__).parent / "tables" / f"{name}.md").read_text(encoding="utf-8")


@cache
def compiled(table: str) -> Compiled:
    """What the compiler makes of a Markdown table, without the child process around it."""
    limits = {name: getattr(Limits(), name) for name in Limits.__slots__}
    return read_answer("digest", answer_for(table.encode(), ".md", limits))


def form_of(table: str) -> Form:
    """The form of a table that compiles."""
    result = compiled(table)
    assert result.form is not None, result.findings
    return result.form


@cache
def spanish() -> Speech:
    """The words of the bot's own content, on a Wednesday in November 2026."""
    return speech(load_content(CONTENT).lexicon, date_words(CONTENT), NOW.astimezone(BOGOTA))


class Person:
    """Somebody in front of a form; each act takes a minute."""

    def __init__(self, table: str, language: str = "") -> None:
        self.form = form_of(table)
        self.now = NOW
        self.filling: Instance = start(self.form, SETTING, self.now, language)

    def later(self) -> datetime:
        """A minute passes."""
        self.now += timedelta(minutes=1)
        return self.now

    def key(self, name: str) -> str:
        """A key below the root from its short form: ``person{1}/age``."""
        return f"/{self.form.seed.name}/{name}"

    def answers(self, name: str, value: str) -> Violation | None:
        """Gives an answer as it is stored."""
        return self.filling.answer(self.key(name), value, self.later(), "ana")

    def passes(self, name: str) -> None:
        """Passes a question over."""
        self.filling.put(self.key(name), "", self.later(), "ana")

    def types(self, name: str, text: str) -> Violation | Rejected | None:
        """Types an answer."""
        value = read_typed(text, asked(self.filling, self.key(name)), spanish())
        return value if isinstance(value, Rejected) else self.answers(name, value)

    def adds(self, name: str, parent: str = "") -> None:
        """One more instance of a repeat."""
        self.filling.add(self.key(parent).rstrip("/"), name, self.later(), "ana")

    def value(self, name: str) -> str:
        """What is stored at a place, ``""`` where it does not matter now."""
        cell = self.filling.cell(self.key(name))
        return cell.text if cell.relevant else ""

    def choices(self, name: str) -> list[str]:
        """The labels of the choices that are offered."""
        return [choice.label for choice in asked(self.filling, self.key(name)).choices]

    def label(self, name: str) -> str:
        """How the question reads now."""
        return asked(self.filling, self.key(name)).label

    def waits_at(self) -> str | None:
        """The first question that is still open, in short form."""
        stop = first_open(self.filling)
        return None if stop is None else stop.key.removeprefix(self.key(""))

    def after(self, name: str | None) -> str | None:
        """The stop after a question, in short form."""
        stop = next_stop(self.filling, None if name is None else self.key(name))
        return None if stop is None else stop.key.removeprefix(self.key(""))
