"""Owns what the page may ask for: the fields of its requests, checked before the world is touched."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

MESSAGE_CHARACTERS = 4096
FILE_KINDS = frozenset({"photo", "document", "voice", "video", "sticker", "audio"})


class WishError(Exception):
    """A request lacks a field or carries something else in it; the text says which."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The JSON object that a request carried."""

    given: Mapping[str, Any]

    def text(self, name: str, *, most: int = MESSAGE_CHARACTERS) -> str:
        """A text that is not blank and has at most so many characters; WishError otherwise."""
        value = self.given.get(name)
        if not isinstance(value, str) or not value.strip() or len(value) > most:
            raise WishError(f"{name} has to be a text of 1 to {most} characters")
        return value

    def text_or_none(self, name: str, *, most: int = MESSAGE_CHARACTERS) -> str | None:
        """Like `text`, but the field may be absent or null."""
        return None if self.given.get(name) is None else self.text(name, most=most)

    def whole(self, name: str) -> int:
        """A whole number; WishError otherwise."""
        value = self.given.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise WishError(f"{name} has to be a whole number")
        return value

    def whole_or_none(self, name: str) -> int | None:
        """Like `whole`, but the field may be absent or null."""
        return None if self.given.get(name) is None else self.whole(name)

    def number(self, name: str, low: float, high: float) -> float:
        """A number from low to high, both included; WishError otherwise."""
        value = self.given.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise WishError(f"{name} has to be a number from {low:g} to {high:g}")
        return float(value)


async def read_fields(request: web.Request) -> Fields:
    """The JSON object in the body, an empty one for an empty body; WishError for anything else."""
    raw = await request.read()
    try:
        given = json.loads(raw) if raw else {}
    except ValueError:
        raise WishError("the body has to be JSON") from None
    if not isinstance(given, dict):
        raise WishError("the body has to be a JSON object")
    return Fields(given)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody wants to send."""

    kind: str
    content: bytes
    name: str
    mime_type: str
    caption: str | None


async def read_upload(request: web.Request) -> Upload:
    """The multipart form of a file; WishError when a part is missing or of an unknown kind."""
    if not request.content_type.startswith("multipart/"):
        raise WishError("a file comes in a multipart form")
    form = await request.post()
    kind, part, caption = form.get("kind"), form.get("file"), form.get("caption")
    if not isinstance(kind, str) or kind not in FILE_KINDS:
        raise WishError(f"kind has to be one of {', '.join(sorted(FILE_KINDS))}")
    if not isinstance(part, web.FileField):
        raise WishError("file has to be a file")
    words = caption if isinstance(caption, str) and caption.strip() else None
    return Upload(kind, part.file.read(), part.filename, part.content_type, words)


def query_number(request: web.Request, name: str, default: float) -> float:
    """A finite number from the query string; WishError otherwise."""
    try:
        value = float(request.query.get(name, default))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise WishError(f"{name} has to be a number")
    return value
