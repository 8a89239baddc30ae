"""Tokens → tree: XPath 1.0's grammar, by precedence climbing, with a limit on how deep an expression nests."""

from conversations.forms.xpath.errors import XPathSyntaxError
from conversations.forms.xpath.lexer import Kind, Token, tokens_of
from conversations.forms.xpath.syntax import Call, Chain, Literal, Negation, NodeTest, Path, Step, Tree, Union

MAX_LENGTH = 100_000
# Counted in frames of Python's own stack, so that it never runs out: some 120 calls inside each other. Real forms nest
# a few dozen.
MAX_DEPTH = 480
_CALL_FRAMES = 4
_PREDICATE_FRAMES = 7

_LEVELS = (
    frozenset({"or"}),
    frozenset({"and"}),
    frozenset({"=", "!="}),
    frozenset({"<", "<=", ">", ">="}),
    frozenset({"+", "-"}),
    frozenset({"*", "div", "mod"}),
)
_LEVEL_OF = {sign: level for level, signs in enumerate(_LEVELS) for sign in signs}
_AXES = frozenset(
    (
        *("child", "parent", "self", "attribute", "descendant", "descendant-or-self", "ancestor"),
        *("ancestor-or-self", "following", "following-sibling", "preceding", "preceding-sibling"),
    )
)
_NODE_TYPES = {"node": "node", "text": "text", "comment": "comment", "processing-instruction": "instruction"}
_EVERYTHING = Step("descendant-or-self", NodeTest("node"))
_SELF = Step("self", NodeTest("node"))
_PARENT = Step("parent", NodeTest("node"))


def parse_tree(text: str) -> Tree:
    """The tree of an expression. Raises ``XPathSyntaxError``."""
    if len(text) > MAX_LENGTH:
        raise XPathSyntaxError(MAX_LENGTH, "", limit="length")
    parser = _Parser(tokens_of(text))
    tree = parser.expression(0)
    parser.finish()
    return tree


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    # --- tokens ---

    @property
    def _token(self) -> Token:
        return self._tokens[self._place]

    def _next(self) -> Token:
        token = self._token
        self._place += 1
        return token

    def _at(self, sign: str) -> bool:
        token = self._token
        return token.text == sign and token.kind in {Kind.SIGN, Kind.OPERATOR}

    def _take(self, sign: str) -> bool:
        if self._at(sign):
            self._place += 1
            return True
        return False

    def _need(self, *signs: str) -> None:
        if not any(self._take(sign) for sign in signs):
            raise self._wrong(*signs)

    def _wrong(self, *expected: str) -> XPathSyntaxError:
        return XPathSyntaxError(self._token.position, self._token.text, expected)

    def finish(self) -> None:
        """Nothing may be left."""
        if self._token.kind is not Kind.END:
            raise self._wrong("operator", "end")

    # --- operators ---

    def expression(self, level: int, frames: int = _CALL_FRAMES) -> Tree:
        """Operands joined by operators of this level or tighter ones; ``frames`` is what coming here has cost."""
        self._depth += frames
        if self._depth > MAX_DEPTH:
            raise XPathSyntaxError(self._token.position, self._token.text, limit="depth")
        tree = self._operand()
        # What binds tighter was taken with its operand, so each turn of the loop meets a looser level: one chain each.
        while (own := self._level()) >= level:
            rest: list[tuple[str, Tree]] = []
            while self._level() == own:
                sign = self._next().text
                rest.append((sign, self.expression(own + 1, 1)))
            tree = Chain(tree, tuple(rest))
        self._depth -= frames
        return tree

    def _level(self) -> int:
        token = self._tokens[self._place]
        return _LEVEL_OF.get(token.text, -1) if token.kind is Kind.OPERATOR else -1

    def _operand(self) -> Tree:
        negative = False
        signs = 0
        while self._take("-"):
            negative = not negative
            signs += 1
        parts = [self._path()]
        while self._take("|"):
            parts.append(self._path())
        tree = parts[0] if len(parts) == 1 else Union(tuple(parts))
        if negative:
            return Negation(tree)
        return Negation(Negation(tree)) if signs else tree

    # --- paths ---

    def _path(self) -> Tree:
        position = self._token.position
        if self._take("//"):
            return Path((_EVERYTHING, *self._steps()), position, absolute=True)
        if self._take("/"):
            return Path(self._steps() if self._at_step() else (), position, absolute=True)
        if self._at_step():
            return Path(self._steps(), position)
        base = self._primary()
        predicates = self._predicates()
        steps: tuple[Step, ...] = ()
        if self._take("//"):
            steps = (_EVERYTHING, *self._steps())
        elif self._take("/"):
            steps = self._steps()
        if not predicates and not steps:
            return base
        return Path(steps, position, base=base, base_predicates=predicates)

    def _at_step(self) -> bool:
        token = self._token
        if token.kind is not Kind.NAME:
            return token.kind is Kind.SIGN and token.text in {".", "..", "@"}
        following = self._tokens[self._place + 1]
        return following.text != "(" or following.kind is not Kind.SIGN or token.text in _NODE_TYPES

    def _steps(self) -> tuple[Step, ...]:
        steps = [self._step()]
        while True:
            if self._take("//"):
                steps.append(_EVERYTHING)
            elif not self._take("/"):
                return tuple(steps)
            steps.append(self._step())

    def _step(self) -> Step:
        if self._take("."):
            return self._with_predicates(_SELF)
        if self._take(".."):
            return self._with_predicates(_PARENT)
        axis = "child"
        if self._take("@"):
            axis = "attribute"
        elif self._token.kind is Kind.NAME and self._tokens[self._place + 1].text == "::":
            axis = self._token.text
            if axis not in _AXES:
                raise self._wrong(*sorted(_AXES))
            self._place += 2
        if self._token.kind is not Kind.NAME:
            raise self._wrong("name")
        return self._with_predicates(Step(axis, self._test()))

    def _test(self) -> NodeTest:
        name = self._next().text
        if name in _NODE_TYPES and self._take("("):
            wanted = "*"
            if name == "processing-instruction" and self._token.kind is Kind.TEXT:
                wanted = self._next().text[1:-1]
            self._need(")")
            return NodeTest(_NODE_TYPES[name], wanted)
        if self._at("("):
            raise self._wrong("/", "operator", "end")
        prefix, colon, local = name.partition(":")
        return NodeTest("name", local, prefix) if colon else NodeTest("name", name)

    def _with_predicates(self, step: Step) -> Step:
        # XPath 1.0 has no predicates after "." and "..", but what they would mean is plain.
        predicates = self._predicates()
        return Step(step.axis, step.test, predicates) if predicates else step

    def _predicates(self) -> tuple[Tree, ...]:
        predicates: list[Tree] = []
        while self._take("["):
            predicates.append(self.expression(0, _PREDICATE_FRAMES))
            self._need("]")
        return tuple(predicates)

    # --- the rest ---

    def _primary(self) -> Tree:
        token = self._token
        if token.kind is Kind.NUMBER:
            self._place += 1
            return Literal(float(token.text))
        if token.kind is Kind.TEXT:
            self._place += 1
            return Literal(token.text[1:-1])
        if self._take("("):
            tree = self.expression(0)
            self._need(")")
            return tree
        if token.kind is Kind.NAME:
            return self._call()
        raise self._wrong("expression")

    def _call(self) -> Tree:
        name = self._next()
        self._need("(")
        arguments: list[Tree] = []
        if not self._take(")"):
            arguments.append(self.expression(0))
            while self._take(","):
                arguments.append(self.expression(0))
            self._need(")")
        return Call(name.text, tuple(arguments), name.position)
