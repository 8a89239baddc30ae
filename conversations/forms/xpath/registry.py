"""How a function of the library is described."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.forms.node import Node
from conversations.forms.xpath.errors import XPathFunctionError
from conversations.forms.xpath.values import Value, is_nodes


@dataclass(frozen=True, slots=True)
class Function:
    """``call`` gets the context and the values, or what gives them if it is ``lazy``.

    ``most`` is None for any number of arguments; ``wide`` are the places of arguments whose absolute paths are not
    narrowed to the own repeat instance.
    """

    least: int
    most: int | None
    call: Callable[..., Value]
    lazy: bool = False
    wide: frozenset[int] = frozenset()

    def takes(self, count: int) -> bool:
        """Whether it can be called with so many arguments."""
        return self.least <= count and (self.most is None or count <= self.most)


def nodes_of(value: Value, name: str, count: int = 1) -> list[Node]:
    """An argument that has to be a path. Raises ``XPathFunctionError``."""
    if not is_nodes(value):
        raise XPathFunctionError(name, "node-set", count)
    return value


def spread(values: tuple[Value, ...]) -> list[Value]:
    """Arguments one by one, with each node of a node-set as its text."""
    found: list[Value] = []
    for value in values:
        if is_nodes(value):
            found.extend(node.string() for node in value)
        else:
            found.append(value)
    return found
