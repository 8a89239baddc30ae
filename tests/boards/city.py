"""A city without Telegram: real content, a real database, real turns; people write and press, and read the outbox."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.content import content_dir, load_content
from bot.incoming import Letter, _press
from bot.turns.outcome import House, Outcome
from bot.turns.private import converse
from bot.words import Wording
from conversations.inputs import Attached, Commanded, FileRead, Incoming, Said, SharedContact
from storage import boards, migrate
from storage.boards import BoardDraft
from storage.phones import PhoneVault

START = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # ten in the morning in Cartagena
OWNER = 900
_KEY = "c2VjcmV0LWtleS1vZi10aGlydHktdHdvLWJ5dGVzISE="
_CONTENT = load_content(content_dir(None))
_WORDINGS = {name: Wording(name, _CONTENT.messages[name], ZoneInfo("America/Bogota")) for name in _CONTENT.locales}


@dataclass
class City:
    """``said``: everything sent to each chat, payloads in order, edits of a message left out."""

    review_all: bool = False
    now: datetime = START
    image: bytes | None = field(default=None, repr=False)
    said: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    drawn: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    toasts: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    due: dict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.begin(self.image)
        self.house = House(
            _WORDINGS, _CONTENT.lexicon, _CONTENT.territory, _CONTENT.notice, PhoneVault(_KEY), frozenset({OWNER}),
            "juntas_bot", self.review_all,
        )  # fmt: skip
        self._update = 0

    def begin(self, image: bytes | None = None) -> None:
        """A new database: empty, or a copy of one (``tx.serialize()``)."""
        self.tx = sqlite3.connect(":memory:", isolation_level=None)
        if image is not None:
            self.tx.deserialize(image)
        self.tx.execute("PRAGMA foreign_keys = ON")
        migrate.migrate(self.tx)

    # --- what people do ---------------------------------------------------------------------------------------------

    def send(
        self, chat: int, incoming: Incoming, *, name: str = "", query: bool = False,
        message_id: int | None = None, reply_to: int | None = None, reply_ticket: int | None = None,
    ) -> "City":  # fmt: skip
        """One thing arrives and gets its turn, in a transaction of its own; ``reply_to``: the message it answers."""
        self._update += 1
        self.now += timedelta(seconds=1)
        letter = Letter(
            chat, name or f"Persona {chat}", incoming, message_id, "q" if query else None, reply_to, reply_ticket
        )
        outcome = Outcome(query_id=letter.query_id)
        self.tx.execute("BEGIN IMMEDIATE")
        try:
            converse(self.tx, self._update, letter, self.house, outcome, self.now)
        except BaseException:
            self.tx.execute("ROLLBACK")
            raise
        self.tx.execute("COMMIT")
        if outcome.toast is not None:
            self.toasts[chat].append(outcome.toast)
        for row in outcome.rows:
            if row.method != "edit":
                self.said[row.chat_id].append(row.payload)
                self.due[row.chat_id].append(row.due_at)
            if "reply_markup" in row.payload:
                self.drawn[row.chat_id].append(row.payload)
        return self

    def say(self, chat: int, *texts: str) -> "City":
        """Typed texts; one that starts with / is a command."""
        for text in texts:
            name, _, argument = text.removeprefix("/").partition(" ")
            self.send(chat, Commanded(name, argument) if text.startswith("/") else Said(text))
        return self

    def press(self, chat: int, *wanted: str) -> "City":
        """Press buttons of the newest screen, each by its value or by what is written on it."""
        for one in wanted:
            self.forge(chat, self.button(chat, one))
        return self

    def forge(self, chat: int, data: str) -> "City":
        """A press with this data, from wherever it was copied."""
        return self.send(chat, _press(data), query=True)

    def share(self, chat: int, phone: str = "573000000001") -> "City":
        """The person's own number, by Telegram's button."""
        return self.send(chat, SharedContact(phone, is_own=True))

    def send_file(self, chat: int, name: str = "juntas.csv", size: int = 1000) -> "City":
        """A document."""
        return self.send(chat, Attached("document", f"file-{name}", name, size))

    def file_read(self, chat: int, upload_id: int) -> "City":
        """What comes once a sent file was read."""
        return self.send(chat, FileRead(upload_id))

    def welcomed(self, *chats: int) -> "City":
        """People who said yes to everything."""
        for chat in chats:
            self.say(chat, "/start")
            for _ in range(12):
                values = self.values(chat)
                forward = next((v for v in ("yes", "continue") if v in values), None)
                if forward is None:
                    break
                self.press(chat, forward)
        return self

    # --- what they see ----------------------------------------------------------------------------------------------

    def text(self, chat: int, back: int = 1) -> str:
        """The newest message of a chat, or an earlier one."""
        return str(self.said[chat][-back]["text"])

    def texts(self, chat: int) -> list[str]:
        """Every message of a chat."""
        return [str(payload.get("text", payload.get("caption", ""))) for payload in self.said[chat]]

    def buttons(self, chat: int) -> dict[str, str]:
        """Written on it → data, of the newest screen with buttons."""
        if not self.drawn[chat]:
            return {}
        markup = self.drawn[chat][-1]["reply_markup"]
        return {b["text"]: b["callback_data"] for row in markup.get("inline_keyboard", []) for b in row}

    def values(self, chat: int) -> list[str]:
        """Values of the newest screen's buttons."""
        return [data.split(":")[2] for data in self.buttons(chat).values() if data.count(":") == 3]

    def button(self, chat: int, wanted: str) -> str:
        """Data of a button of the newest screen. Raises AssertionError naming what there is."""
        for label, data in self.buttons(chat).items():
            if wanted in (label, data) or data.split(":")[1:3] == [wanted] or data.split(":")[2:3] == [wanted]:
                return data
        raise AssertionError((wanted, self.buttons(chat)))

    # --- what is there ----------------------------------------------------------------------------------------------

    def board(self, name: str = "Junta de Acción Comunal Barrio Manga", **changes: Any) -> int:
        """A board of an imported roster."""
        draft = {
            "kind": "jac", "name": name, "localidad": "Histórica y del Caribe Norte", "comuna": "1", "barrio": "Manga",
            "in_roster": True,
        }  # fmt: skip
        return boards.record(self.tx, BoardDraft(**{**draft, **changes}), None, self.now)

    def column(self, sql: str, *values: object) -> list[Any]:
        """The first column of a query."""
        return [row[0] for row in self.tx.execute(sql, values)]

    def close(self) -> None:
        """Close the database."""
        self.tx.close()


@contextmanager
def city(**changes: Any) -> Iterator[City]:
    """A city that is closed in the end."""
    made = City(**changes)
    try:
        yield made
    finally:
        made.close()
