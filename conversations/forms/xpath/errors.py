"""What can go wrong with an expression, told as facts: where, what was found, what would have been right."""


class XPathError(Exception):
    """Any of the errors below; nothing else is raised by parsing or evaluating."""


class XPathSyntaxError(XPathError):
    """The text is not an expression.

    ``position`` counts characters from 0; ``found`` is the offending piece of text, empty at the end of it;
    ``expected`` holds what would have been accepted: literal tokens such as ``)`` or one of the words
    ``expression``, ``name``, ``operator``, ``quote``, ``end``. Instead of it, ``limit`` says that the text is
    ``"depth"`` (nested too deeply) or ``"length"`` (too long).
    """

    def __init__(self, position: int, found: str, expected: tuple[str, ...] = (), limit: str | None = None) -> None:
        super().__init__(f"at {position}: found {found!r}, expected {expected or limit}")
        self.position = position
        self.found = found
        self.expected = expected
        self.limit = limit


class XPathFunctionError(XPathError):
    """A call that was reached while evaluating cannot be made.

    ``reason`` is ``"unknown"``, ``"arguments"`` (their number) or ``"node-set"`` (an argument has to be a path).
    """

    def __init__(self, name: str, reason: str, count: int) -> None:
        super().__init__(f"{name}: {reason} ({count} arguments)")
        self.name = name
        self.reason = reason
        self.count = count


class XPathTypeError(XPathError):
    """A step, a predicate or a union was applied to something that is not a node-set; ``found`` is its type."""

    def __init__(self, found: str) -> None:
        super().__init__(f"a node-set was needed, not a {found}")
        self.found = found
