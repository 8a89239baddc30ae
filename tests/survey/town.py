"""A city in which the survey of needs is asked, and a president who answers it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from bot.content import content_dir
from bot.forms.compiler_child import answer_for
from bot.forms.compiling import Compiled, Limits, read_answer
from bot.forms.shelf import FormShelf
from bot.forms.speech import date_words
from storage import forms, people
from storage.officers import record as record_officer
from tests.boards.city import City, city

ROSA, PEDRO, ANA = 1, 2, 3
NEEDS = Path("content/forms/necesidades.md")
_WORDS = date_words(content_dir(None))


@cache
def compiled(source: bytes) -> Compiled:
    """What the compiler makes of a Markdown form, without the child process around it."""
    limits = {name: getattr(Limits(), name) for name in Limits.__slots__}
    return read_answer("digest", answer_for(source, ".md", limits))


def publish(town: City, source: bytes) -> None:
    """The form is asked from now on, under the name of the survey of needs."""
    made = compiled(source)
    assert made.form is not None, made.findings
    version = forms.publish(town.tx, "necesidades", made.form.title, str(hash(source)), source, made.xform, town.now)
    town.house.forms.words = _WORDS
    town.house.forms.put(version, made.form)


@contextmanager
def asking(source: bytes | None = None) -> Iterator[City]:
    """Rosa is president and Pedro treasurer of Manga; nobody has answered yet."""
    with city() as town:
        publish(town, source or NEEDS.read_bytes())
        board = town.board()
        for chat, role in ((ROSA, "president"), (PEDRO, "treasurer")):
            town.welcomed(chat)
            person = people.find(town.tx, chat)
            assert person is not None
            record_officer(town.tx, board, person.id, role, town.now, None)
        yield town


def restarted(town: City) -> None:
    """The program starts anew: everything in memory is gone."""
    old = town.house.forms
    fresh = FormShelf()
    fresh.words = old.words
    for version in old.asked.values():
        fresh.put(version, old.form(version))
    object.__setattr__(town.house, "forms", fresh)


def entries(town: City) -> dict[str, str]:
    """Place → what is stored there now."""
    rows = town.tx.execute("SELECT path, new FROM submission_entry ORDER BY submission_id, place")
    return {path: new for path, new in rows if new is not None and not path.endswith("}")}


def status(town: City) -> list[Any]:
    """State of every filling."""
    return town.column("SELECT status FROM submission ORDER BY id")
