"""Ways of asking: questions as people put them, each with the topic that answers it or the reason why none does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# Why no card answers: small talk; something a president might ask of an office; anything else.
TALK = "talk"
NEAR = "near"
FAR = "far"
KINDS = frozenset({TALK, NEAR, FAR})


@dataclass(frozen=True, slots=True)
class Example:
    """One way of asking. ``topic`` is None out of scope, and then ``kind`` is one of KINDS; ``line`` counts from 1."""

    text: str
    topic: str | None
    kind: str
    file: str
    line: int

    @property
    def meant(self) -> str:
        """The topic, or the kind out of scope."""
        return self.topic or self.kind


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples by who wrote them; ``authors``: name of a file or group of files → its examples."""

    authors: tuple[tuple[str, tuple[Example, ...]], ...]

    def all(self) -> Iterator[Example]:
        """Every example, author after author."""
        for _, written in self.authors:
            yield from written

    def without(self, left_out: Iterable[Example]) -> "Examples":
        """The same examples but for some, to measure with those."""
        gone = set(left_out)
        kept = ((name, tuple(one for one in written if one not in gone)) for name, written in self.authors)
        return Examples(tuple(kept))


def read_rows(file: str, lines: Sequence[str]) -> Iterator[Example]:
    """Rows ``topic or kind TAB question``; ``-``: out of scope, of no certain kind. Skips lines without a tab."""
    for number, line in enumerate(lines, start=1):
        meant, tab, text = line.partition("\t")
        if tab and text.strip():
            meant = meant.strip()
            outside = meant in KINDS or meant == "-"
            kind = FAR if meant == "-" else meant
            yield Example(text.strip(), None if outside else meant, kind if outside else "", file, number)
