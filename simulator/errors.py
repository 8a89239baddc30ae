"""Owns how the Bot API words an error: the description builder of the official server, and the answer's body."""

import json
from typing import Any

Json = dict[str, Any]

_PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    500: "Internal Server Error",
}


class BotApiError(Exception):
    """A refused call; `text` is worded as the server's inside words it, without the prefix."""

    def __init__(self, code: int, text: str, **parameters: int) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.parameters = parameters

    @property
    def description(self) -> str:
        """What the bot reads, such as "Bad Request: chat not found"."""
        return describe(self.code, self.text)

    def body(self) -> bytes:
        """The JSON of the answer."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return json.dumps(answer, ensure_ascii=False).encode()


def describe(code: int, text: str) -> str:
    """Prefix by code, and a lower first letter unless the text looks like a server code (BUTTON_DATA_INVALID)."""
    if code == 429:
        return f"Too Many Requests: {text}"
    prefix = _PREFIXES.get(code, "Bad Request")
    if not text or text.startswith(prefix):
        return text or prefix
    if len(text) > 1 and (text[1] == "_" or "A" <= text[1] <= "Z"):
        return f"{prefix}: {text}"
    return f"{prefix}: {text[0].lower()}{text[1:]}"


def bad_request(text: str, **parameters: int) -> BotApiError:
    """A 400."""
    return BotApiError(400, text, **parameters)


def forbidden(text: str) -> BotApiError:
    """A 403."""
    return BotApiError(403, text)


def conflict(text: str) -> BotApiError:
    """A 409."""
    return BotApiError(409, text)


def flood(seconds: int) -> BotApiError:
    """A 429 that says when to come back, in whole seconds."""
    return BotApiError(429, f"retry after {seconds}", retry_after=seconds)
