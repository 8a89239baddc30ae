"""Words of the locale files → text: arguments escaped, plurals chosen, times in the reader's zone."""

import html
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Term

from conversations.decisions import Words

_MOST_COUNTED = 4096


class WordingError(Exception):
    """A message does not exist or lacks an argument: a bug, never shown to a person."""


class Wording:
    """The messages of one locale. Text comes out as Telegram's HTML."""

    def __init__(self, locale: str, sources: dict[str, str], zone: ZoneInfo) -> None:
        """Raises WordingError when two files define the same message or a file does not parse."""
        self.locale = locale
        self.zone = zone
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._plain: dict[str, str] = {}
        self._counted: dict[tuple[object, ...], str] = {}
        defined: set[str] = set()
        for name, source in sources.items():
            resource = FluentResource(source)
            junk = [entry for entry in resource.body if type(entry).__name__ == "Junk"]
            if junk:
                raise WordingError(f"{name}: does not parse")
            for entry in resource.body:
                if isinstance(entry, Message | Term):
                    if entry.id.name in defined:  # the library would silently keep the first
                        raise WordingError(f"{name}: {entry.id.name} is defined twice")
                    defined.add(entry.id.name)
            self._bundle.add_resource(resource)

    def for_file(self, words: Words) -> str:
        """The text without HTML and with the year in its dates: files are read years later."""
        args = {
            name: self._dated(value) if isinstance(value, datetime) else value for name, value in words.args.items()
        }
        return self.plain(Words(words.key, args))

    def text(self, words: Words, *, escape: bool = True) -> str:
        """The text of a message. Raises WordingError for an unknown key or a missing argument."""
        if not words.args:
            known = self._plain.get(words.key)
            if known is None:
                known = self._plain[words.key] = self._format(words.key, {})
            return known
        args = {name: self._argument(value, escape=escape) for name, value in words.args.items()}
        if not all(type(value) is int for value in args.values()):
            return self._format(words.key, args)
        # "Pregunta 3 de 9": few, asked for all the time, and plural rules are the dearest part of a text.
        known = self._counted.get(place := (words.key, *args.items()))
        if known is None:
            if len(self._counted) >= _MOST_COUNTED:
                self._counted.clear()
            known = self._counted[place] = self._format(words.key, args)
        return known

    def plain(self, words: Words) -> str:
        """The text without HTML, for buttons, toasts, captions of menus and file names."""
        return self.text(words, escape=False).replace("<b>", "").replace("</b>", "")

    def moment(self, moment: datetime) -> str:
        """A time as a person says it: martes 24 de noviembre, 4:30 p. m."""
        local = moment.astimezone(self.zone)
        return format_datetime(local, "EEEE d 'de' MMMM, h:mm a", locale=self.locale.replace("-", "_"))

    def _dated(self, moment: datetime) -> str:
        local = moment.astimezone(self.zone)
        return format_datetime(local, "d 'de' MMMM 'de' y, h:mm a", locale=self.locale.replace("-", "_"))

    def _argument(self, value: Any, *, escape: bool) -> Any:
        if isinstance(value, str):
            return html.escape(value, quote=False) if escape else value
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return format_date(value, "d 'de' MMMM 'de' y", locale=self.locale.replace("-", "_"))
        if isinstance(value, Words):
            return self.text(value, escape=escape)
        if isinstance(value, tuple):
            return "\n".join(self.text(line, escape=escape) for line in value)
        return value

    def _format(self, key: str, args: dict[str, Any]) -> str:
        try:
            message = self._bundle.get_message(key)
        except LookupError as error:
            raise WordingError(f"no message {key}") from error
        if message.value is None:
            raise WordingError(f"message {key} has no text")
        text, errors = self._bundle.format_pattern(message.value, args)
        if errors:
            raise WordingError(f"message {key}: {errors[0]}")
        return str(text)
