"""What is read: labels, hints and messages in the person's language, with the answers that are woven in."""

import re
from typing import Protocol

from conversations.forms.cells import Cell
from conversations.forms.definition import Form, Forms, Part, Text
from conversations.forms.node import Node
from conversations.forms.xpath import Context, Environment, XPathError

# What pyxform writes where a translation is missing.
_MISSING = ("-",)
_SPACES = re.compile(r"[ \t\xa0]+")


class Reading(Protocol):
    """What is needed to word a text."""

    form: Form
    language: str
    environment: Environment
    root: Cell

    def throwing(self, seed: str) -> Environment:
        """The surroundings of expressions with dice of their own."""


def said(reading: Reading, text: Text | None, node: Node) -> str:
    """The text as it is read at this node, ``""`` if there is none in any language."""
    if text is None:
        return ""
    parts = text.parts if text.itext is None else _parts(reading, text.itext, "")
    return _woven(reading, parts, node)


def media_of(reading: Reading, text: Text | None) -> dict[str, str]:
    """Other forms of the text by kind: file names of ``image``, ``audio``, ``video``; words for ``short``."""
    if text is None or text.itext is None:
        return {}
    found: dict[str, str] = {}
    for language in reversed(_languages(reading)):
        for form, parts in reading.form.itext[language].get(text.itext, {}).items():
            if form and parts != _MISSING:
                found[form] = "".join(part for part in parts if isinstance(part, str)).strip().rpartition("/")[2]
    return found


def guidance(reading: Reading, text: Text | None, node: Node) -> str:
    """More help for who asks for it."""
    return "" if text is None or text.itext is None else _woven(reading, _parts(reading, text.itext, "guidance"), node)


def label_of(reading: Reading, name: str) -> str:
    """The translated text with this name, outputs read at the root."""
    return _woven(reading, _parts(reading, name, ""), reading.root)


def _parts(reading: Reading, name: str, form: str) -> tuple[Part, ...]:
    for language in _languages(reading):
        forms: Forms = reading.form.itext[language].get(name, {})
        parts = forms.get(form) or (forms.get("long") if not form else None)
        if parts and parts != _MISSING:
            return parts
    return ()


def _languages(reading: Reading) -> list[str]:
    """The chosen language, then the default one, then any other."""
    chosen = reading.language
    return sorted(reading.form.itext, key=lambda name: (name != chosen, name != reading.form.default_language))


def _woven(reading: Reading, parts: tuple[Part, ...], node: Node) -> str:
    words = []
    for part in parts:
        if isinstance(part, str):
            words.append(part)
            continue
        try:
            words.append(part.as_string(Context(node, reading.environment)))
        except XPathError:
            continue
    return _SPACES.sub(" ", "".join(words)).strip()
