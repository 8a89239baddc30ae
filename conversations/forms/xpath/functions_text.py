"""Functions on texts."""

import base64
import binascii
import hashlib
import math

from conversations.forms.xpath.context import Context
from conversations.forms.xpath.patterns import found_in
from conversations.forms.xpath.registry import Function, spread
from conversations.forms.xpath.values import Value, to_number, to_string

_DIGESTS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}
_SPACE = " \t\r\n"


def _string(context: Context, *value: Value) -> Value:
    return to_string(value[0]) if value else context.node.string()


def _concat(_context: Context, *values: Value) -> Value:
    return "".join(to_string(value) for value in spread(values))


def _join(_context: Context, separator: Value, *values: Value) -> Value:
    return to_string(separator).join(to_string(value) for value in spread(values))


def _substr(context: Context, value: Value, start: Value, *end: Value) -> Value:
    """From 0; negative places count from the end."""
    text = to_string(value)
    return text[_place(to_number(start, context)) : _place(to_number(end[0], context)) if end else None]


def _place(number: float) -> int:
    return 0 if math.isnan(number) else int(max(-1e9, min(1e9, number)))


def _substring(context: Context, value: Value, start: Value, *length: Value) -> Value:
    """XPath 1.0's: from 1, with its rule for fractions, infinities and NaN."""
    text = to_string(value)
    begin = _half_up(to_number(start, context))
    end = begin + _half_up(to_number(length[0], context)) if length else math.inf
    return "".join(letter for place, letter in enumerate(text, start=1) if begin <= place < end)


def _half_up(number: float) -> float:
    return float(math.floor(number + 0.5)) if math.isfinite(number) else number


def _substring_before(_context: Context, value: Value, mark: Value) -> Value:
    before, found, _ = to_string(value).partition(to_string(mark) or "\0")
    return before if found else ""


def _substring_after(_context: Context, value: Value, mark: Value) -> Value:
    text, sought = to_string(value), to_string(mark)
    return text.partition(sought)[2] if sought else text


def _translate(_context: Context, value: Value, letters: Value, others: Value) -> Value:
    replacements = to_string(others)
    table: dict[int, str] = {}
    for place, letter in enumerate(to_string(letters)):
        table.setdefault(ord(letter), replacements[place : place + 1])
    return to_string(value).translate(table)


def _string_length(_context: Context, value: Value) -> Value:
    return float(len(to_string(value)))


def _normalize_space(context: Context, *value: Value) -> Value:
    text = to_string(value[0]) if value else context.node.string()
    return " ".join(word for word in text.translate(dict.fromkeys(map(ord, _SPACE), " ")).split(" ") if word)


def _contains(_context: Context, value: Value, part: Value) -> Value:
    return to_string(part) in to_string(value)


def _starts_with(_context: Context, value: Value, part: Value) -> Value:
    return to_string(value).startswith(to_string(part))


def _ends_with(_context: Context, value: Value, part: Value) -> Value:
    return to_string(value).endswith(to_string(part))


def _regex(_context: Context, value: Value, pattern: Value) -> Value:
    return found_in(to_string(value), to_string(pattern))


def _digest(_context: Context, value: Value, algorithm: Value, *encoding: Value) -> Value:
    name = _DIGESTS.get(to_string(algorithm).upper())
    if name is None:
        return ""
    digest = hashlib.new(name, to_string(value).encode(errors="replace"), usedforsecurity=False)
    wanted = to_string(encoding[0]) if encoding else "base64"
    return digest.hexdigest() if wanted == "hex" else base64.b64encode(digest.digest()).decode()


def _base64_decode(_context: Context, value: Value) -> Value:
    try:
        return base64.b64decode("".join(to_string(value).split()), validate=True).decode(errors="replace")
    except (binascii.Error, ValueError):
        return ""


TEXTS = {
    "string": Function(0, 1, _string),
    "concat": Function(0, None, _concat),
    "join": Function(1, None, _join),
    "substr": Function(2, 3, _substr),
    "substring": Function(2, 3, _substring),
    "substring-before": Function(2, 2, _substring_before),
    "substring-after": Function(2, 2, _substring_after),
    "translate": Function(3, 3, _translate),
    "string-length": Function(1, 1, _string_length),
    "normalize-space": Function(0, 1, _normalize_space),
    "contains": Function(2, 2, _contains),
    "starts-with": Function(2, 2, _starts_with),
    "ends-with": Function(2, 2, _ends_with),
    "regex": Function(2, 2, _regex),
    "digest": Function(2, 3, _digest),
    "base64-decode": Function(1, 1, _base64_decode),
}
