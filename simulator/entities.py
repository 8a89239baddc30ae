"""Owns what Telegram recognises in plain text by itself: commands, mentions and links, measured in UTF-16 units."""

import re
from typing import Any

Json = dict[str, Any]

_COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")
_MENTION = re.compile(r"(?<!\w)@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")
_URL = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_PATTERNS = (("url", _URL), ("bot_command", _COMMAND), ("mention", _MENTION))


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, the unit of every entity offset."""
    return len(text) + sum(char > "\uffff" for char in text)


def recognised(text: str) -> list[Json]:
    """Entities Telegram finds by itself, in order and without overlap."""
    if "/" not in text and "@" not in text and "www." not in text:
        return []
    taken: list[tuple[int, int, str]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if all(end <= other_start or start >= other_end for other_start, other_end, _ in taken):
                taken.append((start, end, kind))
    return [
        {"type": kind, "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])}
        for start, end, kind in sorted(taken)
    ]


def merged(text: str, given: list[Json]) -> list[Json]:
    """Given entities plus the recognised ones that do not overlap them, as the server shows them."""
    spans = [(entity["offset"], entity["offset"] + entity["length"]) for entity in given]
    extra = [
        entity
        for entity in recognised(text)
        if all(entity["offset"] + entity["length"] <= start or entity["offset"] >= end for start, end in spans)
    ]
    return sorted([*given, *extra], key=lambda entity: (entity["offset"], -entity["length"]))
