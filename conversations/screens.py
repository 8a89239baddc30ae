"""Pieces every screen shares: its last row, answers told apart by button, word or number, a question asked twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conversations.decisions import Choice, Link, Screen, Words
from conversations.lexicon import Lexicon
from conversations.text import fold

BACK, HELP, CANCEL, SKIP, KEEP = "back", "help", "cancel", "skip", "keep"
YES, NO, OTHER, NONE = "yes", "no", "other", "none"
NEXT_PAGE, PREVIOUS_PAGE = "next", "previous"
# Never counted when somebody answers with a number.
_UNNUMBERED = frozenset({BACK, HELP, CANCEL, SKIP, KEEP, NEXT_PAGE, PREVIOUS_PAGE})
# Understood at every question, button or not.
_ALWAYS = frozenset({BACK, HELP, CANCEL})

Row = tuple[Choice | Link, ...]


def button(value: str) -> Choice:
    """One of the buttons that are the same everywhere."""
    return Choice(value, Words(f"{value}-button"))


LAST_ROW: Row = (button(BACK), button(HELP))


def with_last_row(rows: Sequence[Row], *, skip: bool = False, keep: bool = False) -> tuple[Row, ...]:
    """The rows, then what can always be done, in the same place each time."""
    extra: list[Row] = []
    if keep:
        extra.append((button(KEEP),))
    if skip:
        extra.append((button(SKIP),))
    return (*rows, *extra, LAST_ROW)


def stacked(first: Words, second: Words) -> Words:
    """Two texts as one message."""
    return Words("stacked", {"first": first, "second": second})


def preceded(screen: Screen, first: Words) -> Screen:
    """The same question with something said before it."""
    return replace(screen, text=stacked(first, screen.text))


def choices(screen: Screen) -> tuple[Choice, ...]:
    """All buttons of the question itself, in reading order."""
    return tuple(item for row in screen.rows for item in row if isinstance(item, Choice))


def answerable(screen: Screen) -> bool:
    """Whether a button answers the question itself."""
    return screen.keyboard is not None or any(choice.value not in _ALWAYS for choice in choices(screen))


def links(screen: Screen) -> frozenset[str]:
    """Commands that the screen's other buttons open."""
    return frozenset(item.command for row in screen.rows for item in row if isinstance(item, Link))


@dataclass(frozen=True, slots=True)
class Understood:
    """A typed text that says what a button would: the value of a question's button, or a command's name."""

    value: str | None = None
    command: str | None = None


def understand(screen: Screen, text: str, lexicon: Lexicon, *, free: bool) -> Understood:
    """What the text says in place of a button. At a ``free`` question only what is certainly not an answer counts."""
    offered = choices(screen)
    values = {choice.value for choice in offered} | _ALWAYS
    if screen.keyboard is not None:
        values.add(SKIP)
    commands = links(screen)
    for meanings in (lexicon.means(text), frozenset() if free else lexicon.nearly_means(text)):
        if len(found := meanings & values) == 1:
            return Understood(value=next(iter(found)))
        if len(found := meanings & commands) == 1:
            return Understood(command=next(iter(found)))
    if free:
        return Understood()
    return Understood(value=_named(offered, text) or _numbered(offered, text, lexicon))


def _named(offered: Sequence[Choice], text: str) -> str | None:
    folded = fold(text)
    named = [choice.value for choice in offered if isinstance(choice.label, str) and fold(choice.label) == folded]
    return named[0] if len(named) == 1 else None


def _numbered(offered: Sequence[Choice], text: str, lexicon: Lexicon) -> str | None:
    number = lexicon.number(text)
    if number is None:
        return None
    # What cannot be undone is never done by a number: a person says it, or presses it.
    countable = [c.value for c in offered if c.value not in _UNNUMBERED and c.style != "danger"]
    written = {c.label: c.value for c in offered if isinstance(c.label, str) and c.label.isdigit()}
    if written:
        # The buttons bear the numbers of a list that may go on over pages: what is written on them counts.
        return written.get(str(number))
    if any(value.isdigit() for value in countable):
        # The choices are numbers themselves: "8" is comuna 8, never the eighth button.
        return str(number) if str(number) in countable else None
    return countable[number - 1] if 1 <= number <= len(countable) else None
