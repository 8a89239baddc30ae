"""The shape of a parsed expression. Operators of one level are kept in one chain, so that long ones nest no deeper."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text as it is written."""

    value: float | str


@dataclass(frozen=True, slots=True)
class Negation:
    """An odd number of minus signs before an operand."""

    operand: "Tree"


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands joined from the left by operators of the same level, such as ``a - b + c``."""

    first: "Tree"
    rest: tuple[tuple[str, "Tree"], ...]


@dataclass(frozen=True, slots=True)
class Union:
    """Paths joined by ``|``."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; ``position`` is where its name starts."""

    name: str
    arguments: tuple["Tree", ...]
    position: int


@dataclass(frozen=True, slots=True)
class NodeTest:
    """``kind`` is ``name``, ``node``, ``text``, ``comment`` or ``instruction``; any name is ``*``."""

    kind: str
    name: str = "*"
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    axis: str
    test: NodeTest
    predicates: tuple["Tree", ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the document (``absolute``), from what ``base`` gives, or from the context node."""

    steps: tuple[Step, ...]
    position: int
    absolute: bool = False
    base: "Tree | None" = None
    base_predicates: tuple["Tree", ...] = ()


Tree: TypeAlias = Literal | Negation | Chain | Union | Call | Path
