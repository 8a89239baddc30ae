"""A typed answer → the value that is stored, or why it was not understood: one codec for each type of question."""

from collections.abc import Callable

from conversations.forms.asking import Asked, Speech
from conversations.forms.codec_choices import read_many, read_one, read_ranking
from conversations.forms.codec_moments import read_date, read_moment, read_time
from conversations.forms.codec_numbers import read_decimal, read_integer, read_point, read_range
from conversations.forms.rejected import Rejected
from conversations.forms.stored_values import stored

LONGEST_TEXT = 4096
# Marks that turn the direction of what follows: they would turn the rest of a list too.
_TURNING = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])

Codec = Callable[[str, Asked, Speech], str | Rejected]


def read_answer(text: str, asked: Asked, speech: Speech) -> str | Rejected:
    """The value to store for what was typed. Choices, ranges and formats are checked, constraints are not."""
    codec = _BY_KIND.get(asked.kind) or _BY_TYPE.get(asked.type, read_text)
    if not text.strip():
        return Rejected("form-answer-empty")
    if len(text) > LONGEST_TEXT:
        return Rejected("form-answer-long", {"most": LONGEST_TEXT})
    return codec(text, asked, speech)


def read_text(text: str, _asked: Asked, _speech: Speech) -> str | Rejected:
    """Any text, without what cannot be seen or kept."""
    kept = stored("string", text.translate(_TURNING)).strip()
    return kept or Rejected("form-answer-empty")


def read_acknowledgement(text: str, _asked: Asked, speech: Speech) -> str | Rejected:
    """A yes in any of its forms."""
    if speech.lexicon.means(text) & {"yes", "continue", "accept", "next"}:
        return "OK"
    return Rejected("form-answer-acknowledge")


def read_attachment(_text: str, asked: Asked, _speech: Speech) -> str | Rejected:
    """Never: a photo or a file is sent, not typed."""
    media = asked.parameters.get("mediatype", "").partition("/")[0]
    return Rejected("form-answer-attachment", {"media": media if media in ("image", "audio", "video") else "file"})


_BY_KIND: dict[str, Codec] = {
    "select1": read_one, "select": read_many, "rank": read_ranking, "range": read_range,
    "trigger": read_acknowledgement, "upload": read_attachment,
}  # fmt: skip
_BY_TYPE: dict[str, Codec] = {
    "int": read_integer, "decimal": read_decimal, "date": read_date, "time": read_time, "dateTime": read_moment,
    "geopoint": read_point, "binary": read_attachment,
}  # fmt: skip
