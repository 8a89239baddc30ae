"""A long list a page at a time: which part is shown, what says so, the buttons that turn the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.decisions import Choice, Words
from conversations.desk.page import number
from conversations.screens import NEXT_PAGE, PREVIOUS_PAGE, Row, button
from conversations.turn import Turn

_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Part:
    """The page that is open of a list of ``total``: ``first`` and ``last`` count from 1."""

    page: int
    pages: int
    size: int
    total: int

    @property
    def offset(self) -> int:
        """How many come before."""
        return self.page * self.size

    @property
    def words(self) -> Words:
        """From which to which, of how many."""
        if self.pages == 1:
            return Words("desk-whole", {"total": str(self.total)})
        last = min(self.offset + self.size, self.total)
        return Words("desk-part", {"first": str(self.offset + 1), "last": str(last), "total": str(self.total)})

    @property
    def row(self) -> tuple[Row, ...]:
        """Buttons to the pages before and after, if there are any."""
        turning = [button(PREVIOUS_PAGE)] if self.page else []
        turning += [button(NEXT_PAGE)] if self.page + 1 < self.pages else []
        return (tuple(turning),) if turning else ()


def part(turn: Turn, total: int, size: int) -> Part:
    """The part of a list that is open; the last one if the list became shorter. Page -1 is the last."""
    pages = max(1, -(-total // size))
    wanted = number(turn, "page")
    return Part(pages - 1 if wanted < 0 else min(wanted, pages - 1), pages, size, total)


def turned(shown: Part, value: str | None) -> int | None:
    """The page that a press leads to; None if it turns none."""
    if value == NEXT_PAGE and shown.page + 1 < shown.pages:
        return shown.page + 1
    return shown.page - 1 if value == PREVIOUS_PAGE and shown.page else None


def number_rows(values: Sequence[str]) -> tuple[Row, ...]:
    """A button with its number for each line of the list above."""
    buttons = [Choice(value, str(place)) for place, value in enumerate(values, 1)]
    return tuple(tuple(buttons[start : start + _A_ROW]) for start in range(0, len(buttons), _A_ROW))


def numbered_value(value: str | None, kind: str) -> int:
    """The number that a value such as ``b17`` carries; 0 if it is of another kind."""
    if value is None or value[:1] != kind or not (value[1:].isascii() and value[1:].isdigit()):
        return 0
    return int(value[1:])
