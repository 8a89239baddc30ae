"""Text → tokens, with XPath's rule for what ``*``, ``and``, ``or``, ``div`` and ``mod`` mean where (XPath 1.0, 3.7)."""

import re
from enum import Enum
from typing import NamedTuple

from conversations.forms.xpath.errors import XPathSyntaxError

_NAME = r"[^\W\d][\w.\-\u00b7\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\r\n]+)
    |(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    |(?P<text>"[^"]*"|'[^']*')
    |(?P<name>{_NAME}(?::{_NAME}|:\*)?)
    |(?P<sign>::|//|\.\.|!=|<=|>=|[()\[\].@,/|+\-=<>*])
    """,
    re.VERBOSE,
)
_WORDS = frozenset({"and", "or", "div", "mod"})
_SIGNS = frozenset({"=", "!=", "<", "<=", ">", ">=", "+", "-", "|", "/", "//"})
# After these, or at the start, comes an operand: a star is then any name, and "or" is a name too.
_OPENING = frozenset({"@", "::", "(", "[", ",", *_SIGNS})


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    TEXT = "text"
    NAME = "name"
    SIGN = "sign"
    OPERATOR = "operator"
    END = "end"


class Token(NamedTuple):
    """A piece of the expression; ``text`` is as written, ``position`` counts characters from 0."""

    kind: Kind
    text: str
    position: int


def tokens_of(text: str) -> list[Token]:
    """All tokens and one that marks the end. Raises ``XPathSyntaxError``."""
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            unclosed = text[place] in "'\""
            raise XPathSyntaxError(place, text[place:][:20], ("quote",) if unclosed else ("expression",))
        piece, group = match[0], match.lastgroup
        if group != "space":
            tokens.append(Token(_kind(group, piece, tokens), piece, place))
        place = match.end()
    tokens.append(Token(Kind.END, "", len(text)))
    return tokens


def _kind(group: str | None, piece: str, before: list[Token]) -> Kind:
    if group == "number":
        return Kind.NUMBER
    if group == "text":
        return Kind.TEXT
    operand_before = bool(before) and before[-1].kind is not Kind.OPERATOR and before[-1].text not in _OPENING
    if before and before[-1].kind in {Kind.TEXT, Kind.NUMBER}:
        operand_before = True
    if group == "name":
        return Kind.OPERATOR if operand_before and piece in _WORDS else Kind.NAME
    if piece == "*":
        return Kind.OPERATOR if operand_before else Kind.NAME
    return Kind.OPERATOR if piece in _SIGNS and piece not in {"/", "//"} else Kind.SIGN
