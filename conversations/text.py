"""Typed text made comparable: without accents, capitals and stray marks; tidied for showing; cut to length."""

import re
import unicodedata

_MARKS = re.compile(r"[^0-9a-zñ]+")
_SPACES = re.compile(r"\s+")
_SHOUTED_SHORT = re.compile(r"[IVXLC]+|JAC|JVC|JAL|NIT|UCG")
_SMALL_WORDS = frozenset({"a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "o", "por", "y"})
# What can be typed without being seen: direction marks, joiners and the like.
_UNSEEN = ("Cc", "Cf", "Co", "Cn", "Cs")


def fold(text: str) -> str:
    """Lower case, without accents and punctuation, words apart by one space (``ñ`` stays a letter of its own)."""
    lowered = unicodedata.normalize("NFC", text).casefold()
    if not lowered.isascii():
        lowered = lowered.replace("ñ", "\0")
        lowered = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
        lowered = lowered.replace("\0", "ñ")
    return _MARKS.sub(" ", lowered).strip()


def tidy(text: str) -> str:
    """The text as it is shown: no unseen characters, single spaces, no quotes or commas around it."""
    seen = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return _SPACES.sub(" ", seen).strip(" .,;:\"'“”«»`´*_-")


def visible(text: str) -> str:
    """A text of several lines as it is passed on: without unseen characters, otherwise as it came."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _UNSEEN).strip()


def calm(text: str) -> str:
    """A name typed all in capitals with only its initials left large; any other text as it came."""
    if text != text.upper() or not any(c.isalpha() for c in text) or len(text) < 5:
        return text
    words = []
    for position, word in enumerate(text.split(" ")):
        lowered = word.lower()
        if _SHOUTED_SHORT.fullmatch(word) or any(c.isdigit() for c in word):
            words.append(word)
        elif position and lowered in _SMALL_WORDS:
            words.append(lowered)
        else:
            words.append(lowered[:1].upper() + lowered[1:])
    return " ".join(words)


def cut(text: str, length: int) -> str:
    """At most ``length`` characters, the last one an ellipsis if something is missing."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
