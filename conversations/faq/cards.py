"""A procurement card: the text of its file parsed into a value, or everything that is wrong with the text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from conversations.text import fold

_OPTIONAL_FIELDS = frozenset({"related", "confirm_with", "link"})
_OPTIONAL_PARTS = frozenset({"steps", "example"})
_ITEM = re.compile(r"(?:[-*•]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class CardFormat:
    """How the parts of a card are called in its file; each table: name in the program → as written."""

    fields: Mapping[str, str]
    headings: Mapping[str, str]
    confidence: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in one file. ``line`` counts from 1, 0 is the whole file; ``kind`` names the message that says it."""

    file: str
    line: int
    kind: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An answer with its legal source. Texts may hold placeholders of amounts; ``confidence``: high, medium or low."""

    id: str
    category: str
    source: str
    as_of: date
    valid_until: date
    reviewer: str
    confidence: str
    related: tuple[str, ...]
    confirm_with: str | None
    link: str | None
    question: str
    answer: str
    steps: tuple[str, ...]
    example: str
    ways: tuple[str, ...]


@dataclass(slots=True)
class _Part:
    """What stands under one heading; ``line`` is that of the heading."""

    line: int
    lines: list[str]

    def text(self) -> str:
        paragraphs = re.split(r"\n\s*\n", "\n".join(self.lines).strip())
        return "\n\n".join(paragraph.strip() for paragraph in paragraphs)

    def items(self) -> tuple[str, ...]:
        """List entries; a line without a mark goes on with the entry before it."""
        found: list[str] = []
        for line in (line.strip() for line in self.lines):
            mark = _ITEM.match(line)
            if mark:
                found.append(line[mark.end() :].strip())
            elif line and found:
                found[-1] += f" {line}"
            elif line:
                found.append(line)
        return tuple(found)


def parse_card(card_id: str, text: str, form: CardFormat) -> Card | tuple[Fault, ...]:
    """The card, or every fault of its form; whether what it says holds is another question."""
    reader = _Reader(card_id, form)
    lines = text.removeprefix("\ufeff").splitlines()
    head = next((place for place, line in enumerate(lines) if line.startswith("#")), len(lines))
    fields = reader.fields(lines[:head])
    question, parts = reader.parts(lines[head:], head)
    as_of, valid_until = reader.day(fields, "as_of"), reader.day(fields, "valid_until")
    confidence = reader.confidence(fields)
    if reader.faults or as_of is None or valid_until is None or confidence is None:
        return tuple(sorted(reader.faults, key=lambda fault: fault.line))
    written = {name: value for name, (_, value) in fields.items()}
    nothing = _Part(0, [])
    return Card(
        id=card_id,
        category=written["category"],
        source=written["source"],
        as_of=as_of,
        valid_until=valid_until,
        reviewer=written["reviewer"],
        confidence=confidence,
        related=tuple(name.strip() for name in written.get("related", "").split(",") if name.strip()),
        confirm_with=written.get("confirm_with"),
        link=written.get("link"),
        question=question,
        answer=parts["answer"].text(),
        steps=parts.get("steps", nothing).items(),
        example=parts.get("example", nothing).text(),
        ways=parts["ways"].items(),
    )


class _Reader:
    """Reads one file and gathers its faults, so that an author sees all of them at once."""

    def __init__(self, file: str, form: CardFormat) -> None:
        self.faults: list[Fault] = []
        self._file = file
        self._form = form

    def fields(self, lines: list[str]) -> dict[str, tuple[int, str]]:
        """English name → line and value."""
        names = {fold(written): name for name, written in self._form.fields.items()}
        found: dict[str, tuple[int, str]] = {}
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            written, colon, value = line.partition(":")
            name = names.get(fold(written))
            if not colon or name is None:
                self._add(number, "unknown-field", line.strip())
            elif name in found:
                self._add(number, "field-twice", written.strip())
            elif not value.strip() and name not in _OPTIONAL_FIELDS:
                self._add(number, "field-empty", written.strip())
            elif value.strip():
                found[name] = (number, value.strip())
        given = found.keys() | {name for name in names.values() if any(f.kind == "field-empty" for f in self.faults)}
        for name in self._form.fields.keys() - given - _OPTIONAL_FIELDS:
            self._add(0, "field-missing", self._form.fields[name])
        return found

    def parts(self, lines: list[str], before: int) -> tuple[str, dict[str, _Part]]:
        """The question and what stands under each heading; ``answer`` is what stands under the question."""
        names = {fold(written): name for name, written in self._form.headings.items()}
        question, parts = "", dict[str, _Part]()
        open_part = _Part(0, [])
        for number, line in enumerate(lines, start=before + 1):
            if line.startswith("# ") and not parts:
                question = line[2:].strip()
                open_part = parts["answer"] = _Part(number, [])
            elif line.startswith("#"):
                heading = line.strip("# \t")
                name = names.get(fold(heading), "")
                open_part = _Part(number, [])
                if not name or name in parts:
                    self._add(number, "heading-twice" if name else "unknown-heading", heading)
                else:
                    parts[name] = open_part
            else:
                open_part.lines.append(line)
        for kind in self._missing(question, parts):
            self.faults.append(kind)
        return question, parts

    def _missing(self, question: str, parts: Mapping[str, _Part]) -> Iterator[Fault]:
        if not question:
            yield Fault(self._file, 0, "question-missing")
            return
        for name, part in parts.items():
            if not part.text():
                yield Fault(self._file, part.line, "part-empty", self._form.headings.get(name, question))
        for name in self._form.headings.keys() - parts.keys() - _OPTIONAL_PARTS:
            yield Fault(self._file, 0, "part-missing", self._form.headings[name])

    def day(self, fields: Mapping[str, tuple[int, str]], name: str) -> date | None:
        """A date as 2026-11-22."""
        line, value = fields.get(name, (0, ""))
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self._add(line, "not-a-date", value)
            return None

    def confidence(self, fields: Mapping[str, tuple[int, str]]) -> str | None:
        """high, medium or low."""
        line, value = fields.get("confidence", (0, ""))
        for name, written in self._form.confidence.items():
            if fold(written) == fold(value):
                return name
        if value:
            self._add(line, "unknown-confidence", value)
        return None

    def _add(self, line: int, kind: str, fact: str) -> None:
        self.faults.append(Fault(self._file, line, kind, fact))
