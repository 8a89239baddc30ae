"""Owns how a text or caption of a call becomes what the message shows: parsed, trimmed, measured, with entities."""

from typing import Any

from .entities import merged, utf16_length
from .errors import bad_request
from .html_text import parse_html
from .validation import wrong

Json = dict[str, Any]

MOST_RAW_BYTES = 32768
MOST_TEXT = 4096
MOST_CAPTION = 1024
_SPACES = " \t\r\n\0\x0b\u00a0\u200b\u2060\ufeff"


def message_text(params: Json, *, too_long: str = "message is too long") -> tuple[str, list[Json]]:
    """The text of sendMessage or editMessageText with its entities; raises the server's errors."""
    raw = params.get("text", "")
    if not raw:
        raise bad_request("message text is empty")
    text, entities = _formatted(raw, params, "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > MOST_TEXT:
        raise bad_request(too_long)
    return text, entities


def caption_text(params: Json) -> Json:
    """The fields `caption` and `caption_entities` of a message, or none of them."""
    raw = params.get("caption", "")
    if not raw:
        return {}
    text, entities = _formatted(raw, params, "caption_entities")
    if len(text) > MOST_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    fields: Json = {"caption": text}
    if entities:
        fields["caption_entities"] = entities
    return fields


def _formatted(raw: str, params: Json, entities_name: str) -> tuple[str, list[Json]]:
    if len(raw) > MOST_RAW_BYTES // 4 and len(raw.encode()) > MOST_RAW_BYTES:
        raise bad_request("text is too long")
    mode = params.get("parse_mode", "")
    if not mode:
        given = params.get(entities_name, [])
        _check_given(raw, given)
        text, entities = raw, given
    elif mode.lower() == "html":
        text, entities = parse_html(raw)
    elif mode.lower() in ("markdown", "markdownv2"):
        raise wrong(f"parse_mode {mode} is not simulated, use HTML")
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = _trimmed(text, entities)
    return text, merged(text, entities)


def _check_given(text: str, entities: list[Json]) -> None:
    size = utf16_length(text) if entities else 0
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > size:
            raise wrong(f"the entity {entity} lies outside the text of {size} UTF-16 units")


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    kept = text.strip(_SPACES)
    if kept == text or not entities:
        return kept, entities
    cut = utf16_length(text[: len(text) - len(text.lstrip(_SPACES))])
    size = utf16_length(kept)
    clipped: list[Json] = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, size)
        if end > start:
            clipped.append({**entity, "offset": start, "length": end - start})
    return kept, clipped
