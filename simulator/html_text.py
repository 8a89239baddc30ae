"""Owns parse_mode HTML: tags and character references become text and entities, mistakes the server's own words."""

from dataclasses import dataclass
from typing import Any

from .entities import utf16_length
from .errors import bad_request

Json = dict[str, Any]

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACES = " \t\r\n\0\x0b"


@dataclass(slots=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int
    text_start: int


def parse_html(text: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, offsets in UTF-16 units. Raises 400 "can't parse entities: …".

    Source: https://core.telegram.org/bots/api#html-style
    """
    if "<" not in text and "&" not in text:
        return text, []
    return _Parser(text).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._plain: list[str] = []
        self._offset = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        source = self._source
        while self._at < len(source):
            char = source[self._at]
            if char == "<":
                if source.startswith("</", self._at):
                    self._end_tag()
                else:
                    self._start_tag()
            elif char == "&":
                self._append(self._reference())
            else:
                end = min((found for mark in "<&" if (found := source.find(mark, self._at)) >= 0), default=len(source))
                self._append(source[self._at : end])
                self._at = end
        if self._open:
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{self._open[-1].name}\""
            )
        order = sorted(self._entities, key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self._plain), order

    def _append(self, piece: str) -> None:
        self._plain.append(piece)
        self._offset += utf16_length(piece)

    def _peek(self) -> str:
        return self._source[self._at] if self._at < len(self._source) else ""

    def _skip_while(self, *, spaces: bool, stops: str = "") -> None:
        while (char := self._peek()) and (char in _SPACES) == spaces and char not in stops:
            self._at += 1

    def _fail(self, words: str, position: int, rest: str = "") -> Exception:
        byte = len(self._source[:position].encode())
        return bad_request(f"can't parse entities: {words} at byte offset {byte}{rest}")

    def _reference(self) -> str:
        """Decode &lt; &#233; and the like; what is no reference stays as it is, a bare & too."""
        end = self._source.find(";", self._at, self._at + 12)
        name = self._source[self._at + 1 : end] if end > 0 else ""
        char = _NAMED.get(name)
        if char is None and name.startswith("#"):
            char = _numeric(name[1:])
        if char is None:
            self._at += 1
            return "&"
        self._at = end + 1
        return char

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        self._skip_while(spaces=False, stops=">")
        if not self._peek():
            raise self._fail("Unclosed start tag", begin)
        name = self._source[begin + 1 : self._at].lower()
        if name not in _KINDS:
            raise self._fail(f'Unsupported start tag "{name}"', begin)
        attributes: dict[str, str] = {}
        while self._peek() != ">":
            self._skip_while(spaces=True)
            if self._peek() == ">":
                break
            self._attribute(name, begin, attributes)
        self._at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fail('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_OpenTag(name, attributes, self._offset, len(self._plain)))

    def _attribute(self, tag: str, tag_begin: int, attributes: dict[str, str]) -> None:
        begin = self._at
        self._skip_while(spaces=False, stops="=>")
        name = self._source[begin : self._at].lower()
        if not name:
            if not self._peek():
                raise self._fail("Unclosed start tag", tag_begin)
            raise self._fail(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_while(spaces=True)
        if self._peek() != "=":
            attributes[name] = ""  # such as <blockquote expandable>
            if not self._peek():
                raise self._fail("Unclosed start tag", tag_begin)
            return
        self._at += 1
        self._skip_while(spaces=True)
        if not self._peek():
            raise self._fail("Unclosed start tag", tag_begin)
        attributes[name] = self._quoted() if self._peek() in "'\"" else self._token()
        if not self._peek():
            raise self._fail("Unclosed start tag", tag_begin)

    def _quoted(self) -> str:
        quote = self._peek()
        self._at += 1
        value: list[str] = []
        while (char := self._peek()) and char != quote:
            if char == "&":
                value.append(self._reference())
            else:
                value.append(char)
                self._at += 1
        self._at += 1
        return "".join(value)

    def _token(self) -> str:
        begin = self._at
        while (char := self._peek()) and ((char.isascii() and char.isalnum()) or char in ".-"):
            self._at += 1
        if self._peek() not in (">", *_SPACES):
            raise self._fail("Unexpected end of name token", begin)
        return self._source[begin : self._at].lower()

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._fail("Unexpected end tag", begin)
        self._at += 2
        self._skip_while(spaces=False, stops=">")
        name = self._source[begin + 2 : self._at].lower()
        self._skip_while(spaces=True)
        if self._peek() != ">":
            raise self._fail("Unclosed end tag", begin)
        self._at += 1
        tag = self._open.pop()
        if name and name != tag.name:
            raise self._fail("Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{name}>"')
        length = self._offset - tag.offset
        if length > 0:
            self._close(tag, length)

    def _close(self, tag: _OpenTag, length: int) -> None:
        entity: Json = {"type": _KINDS[tag.name], "offset": tag.offset, "length": length}
        attributes = tag.attributes
        if tag.name == "a":
            entity["url"] = attributes.get("href") or "".join(self._plain[tag.text_start :])
            if "." not in entity["url"] and "://" not in entity["url"]:
                return  # no address: the server keeps the text and drops the link
        elif tag.name == "pre":
            self._take_language(entity)
        elif tag.name == "code" and attributes.get("class", "").startswith("language-"):
            entity["language"] = attributes["class"].removeprefix("language-")
        elif tag.name == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "tg-emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
        elif tag.name == "tg-time":
            entity["unix_time"] = int(attributes.get("unix", "0") or 0)
            if attributes.get("format"):
                entity["date_time_format"] = attributes["format"]
        self._entities.append(entity)
        if tag.name == "code" and not any(opened.name == "pre" for opened in self._open):
            entity.pop("language", None)

    def _take_language(self, entity: Json) -> None:
        """<pre><code class="language-x"> is one entity: the inner one is swallowed."""
        inner = self._entities[-1] if self._entities else None
        if inner and inner["type"] == "code" and inner["offset"] == entity["offset"]:
            self._entities.pop()
            if "language" in inner:
                entity["language"] = inner["language"]


def _numeric(digits: str) -> str | None:
    try:
        code = int(digits[1:], 16) if digits[:1] in ("x", "X") else int(digits)
    except ValueError:
        return None
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else None
