"""An expression ready for use: what it mentions, and what it is worth somewhere."""

from conversations.forms.node import Node
from conversations.forms.xpath.compiling import compiled
from conversations.forms.xpath.context import Context
from conversations.forms.xpath.errors import XPathTypeError
from conversations.forms.xpath.library import FUNCTIONS
from conversations.forms.xpath.parser import parse_tree
from conversations.forms.xpath.references import FunctionUse, Reference, mentions_of
from conversations.forms.xpath.values import Value, is_nodes, kind_of, to_boolean, to_number, to_string

# Name → the least and the most arguments; None for as many as one likes.
KNOWN_FUNCTIONS: dict[str, tuple[int, int | None]] = {
    name: (function.least, function.most) for name, function in FUNCTIONS.items()
}


class Expression:
    """A parsed expression; it holds nothing of the form it is evaluated in and may be shared.

    The ``as_`` methods and ``evaluate`` raise ``XPathFunctionError`` and ``XPathTypeError``.
    """

    __slots__ = ("evaluate", "functions", "paths", "strings", "text")

    def __init__(self, text: str) -> None:
        tree = parse_tree(text)
        mentions = mentions_of(tree)
        self.text = text
        self.paths: tuple[Reference, ...] = tuple(mentions.paths)
        self.functions: tuple[FunctionUse, ...] = tuple(mentions.functions)
        self.strings: tuple[str, ...] = tuple(mentions.strings)
        self.evaluate = compiled(tree)

    def __repr__(self) -> str:
        return f"Expression({self.text!r})"

    def as_boolean(self, context: Context) -> bool:
        """For relevant, constraint, required, readonly."""
        return to_boolean(self.evaluate(context))

    def as_string(self, context: Context) -> str:
        """For what is stored or shown."""
        return to_string(self.evaluate(context))

    def as_number(self, context: Context) -> float:
        """For counts; NaN if it is no number."""
        return to_number(self.evaluate(context), context)

    def as_nodes(self, context: Context) -> list[Node]:
        """For lists of choices and references; the list may be the tree's own and is not to be changed."""
        value: Value = self.evaluate(context)
        if not is_nodes(value):
            raise XPathTypeError(kind_of(value))
        return value


def parse(text: str) -> Expression:
    """Reads an expression. Raises ``XPathSyntaxError``."""
    return Expression(text)
