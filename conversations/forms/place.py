"""A station on the way through a form."""

from dataclasses import dataclass
from typing import Literal

from conversations.forms.cells import Cell
from conversations.forms.definition import Part_


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the body that matters now. ``another`` asks for one more instance of a repeat below ``cell``.

    ``key`` is lasting, also for the question of one more (``/data/person{0}``).
    """

    kind: Literal["group", "instance", "question", "another"]
    part: Part_
    cell: Cell
    key: str
