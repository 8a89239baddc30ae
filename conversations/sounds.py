"""How a text sounds on the Caribbean coast of Colombia, where people write as they speak."""

import re

_BY_EAR = (
    (re.compile(r"qu(?=[ei])"), "k"), (re.compile(r"c(?=[ei])"), "s"), (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"gu(?=[ei])"), "g"), (re.compile(r"ch"), "x"), (re.compile(r"ph"), "f"), (re.compile(r"h"), ""),
    (re.compile(r"ll"), "y"), (re.compile(r"z"), "s"), (re.compile(r"v"), "b"), (re.compile(r"[cq]"), "k"),
    (re.compile(r"w"), "u"), (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


def by_ear(text: str) -> str:
    """A comparable text as it sounds on the Caribbean coast: s and z, b and v, ll and y are one; h is silent."""
    for pattern, sound in _BY_EAR:
        text = pattern.sub(sound, text)
    return text
