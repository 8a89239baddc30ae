"""Where an expression stands while it is evaluated, and what surrounds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from random import Random
from typing import Any

from conversations.forms.node import Node
from conversations.forms.xpath.tables import Table


@dataclass(frozen=True, slots=True)
class DateNames:
    """Short names of the twelve months from January (``%b``) and of the seven days from Sunday (``%a``)."""

    months: tuple[str, ...]
    days: tuple[str, ...]


# The specification's own; forms are shown with the names of their language.
ENGLISH_NAMES = DateNames(
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"),
)


def _value_itself(value: str, _path: str, _context: "Context") -> str:
    return value


def _nothing(_identifier: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What is the same for every expression of one step through a form.

    ``root`` and the values of ``instances`` are document elements. ``now`` is aware; ``zone`` is the person's.
    ``choice_name(value, path, context)`` answers ``jr:choice-name``, ``itext(identifier)`` answers ``jr:itext``.
    ``tables`` answer ``pulldata`` by the name of the attached file without its ending; an instance of that id does
    too. ``namespaces`` maps prefixes to addresses; a prefix that is not in it is compared as it is written.
    """

    root: Node
    now: datetime
    zone: tzinfo
    random: Random
    instances: Mapping[str, Node] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    choice_name: Callable[[str, str, "Context"], str] = _value_itself
    itext: Callable[[str], str] = _nothing
    names: DateNames = ENGLISH_NAMES
    namespaces: Mapping[str, str] = field(default_factory=dict)


class Context:
    """The node an expression is evaluated at.

    ``current`` is the node the whole expression belongs to; it differs from ``node`` only inside predicates.
    ``proposed`` is an answer not yet accepted: wherever ``current`` is reached, it reads as that text.
    """

    __slots__ = ("current", "environment", "memo", "node", "position", "proposed", "size")

    def __init__(
        self,
        node: Node,
        environment: Environment,
        position: int = 1,
        size: int = 1,
        current: Node | None = None,
        *,
        proposed: str | None = None,
    ) -> None:
        self.node = node
        self.environment = environment
        self.position = position
        self.size = size
        self.current = node if current is None else current
        self.proposed: Node | None = None if proposed is None else self.current.proposing(proposed)
        # Filled only inside predicates: what has the same value for every candidate is worked out once.
        self.memo: dict[int, Any] | None = None
