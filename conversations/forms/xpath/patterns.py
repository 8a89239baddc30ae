"""The regular expressions of forms: searched as JavaScript would, and kept from taking for ever."""

import re
from functools import lru_cache

from conversations.forms.xpath.pattern_cost import TooSlow, cost_of
from conversations.forms.xpath.pattern_syntax import NotUnderstood

LONGEST_TEXT = 4_096
LONGEST_PATTERN = 2_000
# Steps of the search at worst: some tenths of a second.
_MOST_STEPS = 1e7
_HIGHEST_POWER = 4
_CLASS = re.compile(r"\\.|\[(\^?\]?(?:\\.|[^\]\\])*)\]", re.DOTALL)
_NAMED = re.compile(r"\(\?<(?=\w)")
_MANY = re.compile(r"(?<!\\)[*+]|\{\d+,")


def found_in(text: str, pattern: str) -> bool:
    """Whether the pattern matches anywhere in the text; False if it cannot be used, or not on so long a text."""
    compiled, longest = _prepared(pattern)
    return compiled is not None and len(text) <= longest and compiled.search(text) is not None


def pattern_problem(pattern: str) -> str | None:
    """``invalid`` if it is no regular expression, ``dangerous`` if it can take for ever, else None."""
    compiled, longest = _prepared(pattern)
    if compiled is not None:
        return None
    return "invalid" if longest == 0 else "dangerous"


def regex_is_dangerous(pattern: str) -> bool:
    """Whether some text could keep a search busy for ever; such patterns are never searched."""
    return pattern_problem(pattern) == "dangerous"


@lru_cache(maxsize=512)
def _prepared(pattern: str) -> tuple[re.Pattern[str] | None, int]:
    """Compiled, and for which length of text; None and 0 if it is invalid, None and 1 if it is dangerous."""
    if len(pattern) > LONGEST_PATTERN:
        return None, 1
    translated = _translated(pattern)
    try:
        compiled = re.compile(translated, re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None, 0
    try:
        power, ways = cost_of(translated)
    except TooSlow:
        return None, 1
    except NotUnderstood:
        # Looking around or back with one repetition at most is still quick.
        power, ways = 2 if len(_MANY.findall(pattern)) < 2 else _HIGHEST_POWER + 1, 1.0
    if power > _HIGHEST_POWER:
        return None, 1
    return compiled, min(LONGEST_TEXT, int((_MOST_STEPS / ways) ** (1 / max(1, power))))


def _translated(pattern: str) -> str:
    """For Python: group names, and what has (or will have) another meaning between brackets."""
    return _NAMED.sub("(?P<", _CLASS.sub(_class_translated, pattern))


def _class_translated(match: re.Match[str]) -> str:
    inside = match[1]
    if inside is None:
        return match[0]
    inside = re.sub(r"(?<!\\)\[", r"\\[", inside)
    return "[" + re.sub(r"([-&~|])(?=\1)", r"\\\1", inside) + "]"
