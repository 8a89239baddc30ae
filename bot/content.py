"""Sole reader of content/: words, places, lexicon and privacy notice, as values for the rest of the program."""

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from bot.content_files import DEFAULT_LOCALE, ContentError, content_dir, read_text
from conversations.known import Notice
from conversations.lexicon import Lexicon
from conversations.territory import Territory

# One name for whoever needs content; the part without places and word lists is small, for commands that start fast.
__all__ = ["DEFAULT_LOCALE", "Content", "ContentError", "content_dir", "load_content"]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything people edit without programming. ``messages``: locale → Fluent source by file name."""

    messages: dict[str, dict[str, str]]
    lexicon: Lexicon
    territory: Territory
    notice: Notice

    @property
    def locales(self) -> tuple[str, ...]:
        """Installed languages, the default first."""
        return tuple(sorted(self.messages, key=lambda name: (name != DEFAULT_LOCALE, name)))


def load_content(root: Path) -> Content:
    """Read the whole folder. Raises ContentError at the first file that is missing or unsound."""
    messages = {
        folder.name: {file.name: read_text(file) for file in sorted(folder.glob("*.ftl"))}
        for folder in sorted(_folder(root / "locale").iterdir())
        if folder.is_dir()
    }
    if not messages.get(DEFAULT_LOCALE):
        raise ContentError(f"{root / 'locale' / DEFAULT_LOCALE}: has no .ftl file")
    return Content(messages, _lexicon(root), _territory(root / "territory.csv"), _notice(root))


def _lexicon(root: Path) -> Lexicon:
    lists = {}
    for file in sorted(_folder(root / "lexicon" / DEFAULT_LOCALE).glob("*.txt")):
        lines = (line.split("#", 1)[0].strip() for line in read_text(file).splitlines())
        lists[file.stem] = [line for line in lines if line]
    return Lexicon.from_lists(lists)


def _territory(file: Path) -> Territory:
    rows = list(csv.DictReader(read_text(file).splitlines()))
    try:
        return Territory.from_rows(rows)
    except (KeyError, ValueError) as error:
        raise ContentError(f"{file}: {error}") from error


def _notice(root: Path) -> Notice:
    file = root / "privacy" / f"{DEFAULT_LOCALE}.md"
    text = read_text(file).strip()
    head, _, body = text.partition("\n\n")
    fields = dict(line.split(":", 1) for line in head.splitlines() if ":" in line)
    try:
        version, responsible, contact = (fields[name].strip() for name in ("version", "responsible", "contact"))
    except KeyError as error:
        raise ContentError(f"{file}: the first lines lack {error.args[0]}:") from error
    return Notice(version, hashlib.sha256(text.encode()).hexdigest(), body.strip(), responsible, contact)


def _folder(folder: Path) -> Path:
    if not folder.is_dir():
        raise ContentError(f"{folder}: this folder is missing")
    return folder
