"""What the bot may show: no leftovers of programs, no language but the person's, nothing too long."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from conversations.text import calm, tidy

JSON = dict[str, Any]

_TERRITORY = Path(__file__).parents[2] / "content" / "territory.csv"
LONGEST = 500
# Cards, and what is longer on purpose, by a piece of their text: the longest each may be.
LONGER = {
    "Aviso de privacidad, versión": 4096,  # the full notice, word for word
    "Revise antes de enviar": 900,
    "Lo que usted permite": 900,
    "Fuente: ": 900,  # a procurement card
    "Pasos:": 900,  # what a card has to say beyond its short answer, asked for by a button
    # Known to be longer than they should be, because of what may stand before the question, or of long names.
    "Antes de seguir: sus datos": 760,
    "¿Borro todo lo que guardo de usted?": 760,
    "Lo que guardo de usted": 1250,
    "Aquí ve lo que está anotado de su junta": 1000,
    "Directiva (": 900,  # the page of one's board, with names as long as they may be
    "Consulta ": 1400,  # what a person wrote, word for word, for whoever answers it
    "Si prefiere, ": 700,  # after a second refusal: why, what is expected, other ways, and the question again
}
# Messages that need no words: a file, or what a person sent, passed on as it is.
_MEDIA = frozenset({"document", "photo", "voice", "audio", "video", "video_note", "animation", "sticker"})
LONGEST_LABEL = 20
# Words that Spanish does not share. «error» is not here: it is a Spanish word too.
_ENGLISH = "the|invalid|please|your|you|unknown|failed|missing|true|false|null|undefined|exception|unexpected|value"
_LEFTOVERS = re.compile(
    r"\bNone\b|\bNaN\b|Traceback|\?\?\?|[{}]|</?[A-Za-z][^>]*>|&\w+;|\b[a-z]+\d*(?:[-_][a-z0-9]+)+\b"
    rf"|\b(?:{_ENGLISH})\b"
)
# Known to be longer than they should be.
LONGER_LABELS: frozenset[str] = frozenset()
# Control characters, marks that turn the direction of what follows, Fluent's isolates: not even in a quoted name.
_NEVER = re.compile("[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffd]")
_LINK = re.compile(r"https://t\.me/\S+")
_CUTS = (40, 60, 80, 90)


def complaints(body: JSON, own_words: Iterable[str]) -> list[str]:
    """What is wrong with a message as it stands; what quotes the person's own words is not."""
    text = str(body.get("text") or body.get("caption") or "")
    labels = [button["text"] for row in rows_of(body) for button in row]
    found = []
    for shown in (text, *labels):
        found += [f"it shows {piece!r}" for piece in leftovers(shown, own_words)]
    if not _MEDIA & body.keys() and not text.strip():
        found.append("it says nothing")
    longest = max((limit for piece, limit in LONGER.items() if piece in text), default=LONGEST)
    if len(text) > longest:
        found.append(f"it has {len(text)} characters, more than {longest}")
    found += [f"the button {label!r} has {len(label)} letters" for label in labels if _too_long(label)]
    return found


def leftovers(text: str, own_words: Iterable[str]) -> list[str]:
    """Pieces that nobody should see."""
    text = _LINK.sub(" ", text)  # the secret of a link looks like anything
    never = _NEVER.findall(text)
    if not _LEFTOVERS.search(text):
        return never
    quoted = sorted({form for words in own_words for form in _forms(words)}, key=len, reverse=True)
    for form in quoted:
        text = text.replace(form, " ")
    return never + _LEFTOVERS.findall(text)


def rows_of(body: JSON) -> list[list[JSON]]:
    """Rows of inline buttons."""
    rows: list[list[JSON]] = body.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


def _too_long(label: str) -> bool:
    return (
        len(label) > LONGEST_LABEL
        and label not in LONGER_LABELS
        and not any(label.startswith(name) for name in _proper_names())
    )


@cache
def _proper_names() -> frozenset[str]:
    rows = [line.split(",") for line in _TERRITORY.read_text("utf-8").splitlines()]
    return frozenset(field.strip('"') for row in rows for field in row if field)


@cache
def _forms(words: str) -> frozenset[str]:
    """The forms in which the bot may quote: as typed, tidied, calmed, cut."""
    whole = {words, words.strip(), tidy(words), calm(tidy(words))}
    cut = {f"{form[: length - 1].rstrip()}…" for form in whole for length in _CUTS if len(form) > length}
    return frozenset(form for form in whole | cut if form.strip())
