"""The words that typed answers are read with, from the lists of content/."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bot.content import DEFAULT_LOCALE
from conversations.forms.asking import Speech
from conversations.lexicon import Lexicon

_LISTS = ("months", "days", "halves", "joiners")


def date_words(content: Path) -> Mapping[str, Sequence[str]]:
    """The lists about days and hours, one form an entry. Raises OSError if one is missing."""
    folder = content / "lexicon" / DEFAULT_LOCALE / "dates"
    lists = {}
    for name in _LISTS:
        lines = (line.split("#", 1)[0].strip() for line in (folder / f"{name}.txt").read_text("utf-8").splitlines())
        lists[name] = [line for line in lines if line]
    return lists


def speech(lexicon: Lexicon, words: Mapping[str, Sequence[str]], now: datetime) -> Speech:
    """The words with the moment they are used at; ``now`` aware, in the person's zone."""
    return Speech.from_lists(lexicon, now, words)
