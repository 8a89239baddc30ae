"""What a turn leaves to be done after its commit, and what every turn is given."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.forms.shelf import FormShelf
from bot.incoming import Letter
from bot.turns.board_indexes import BoardIndexes
from bot.words import Wording
from conversations.decisions import Words
from conversations.faq.library import Library
from conversations.known import Notice
from conversations.lexicon import Lexicon
from conversations.territory import Territory
from storage import outbox
from storage.chats import Chat
from storage.database import Transaction
from storage.outbox import Draft, Row
from storage.phones import PhoneVault


@dataclass(slots=True)
class Shelf:
    """Where the procurement cards stand; they can be found by their words once the finder has learned (bot/app.py)."""

    library: Library | None = None


@dataclass(frozen=True, slots=True)
class House:
    """What is the same for every turn: words, city, notice, keys, owners."""

    wordings: dict[str, Wording]  # the default locale first
    lexicon: Lexicon
    territory: Territory
    notice: Notice
    vault: PhoneVault
    owner_ids: frozenset[int]
    bot_username: str
    review_all: bool = False  # every claim goes to a coordinator
    indexes: BoardIndexes = field(default_factory=BoardIndexes)
    shelf: Shelf = field(default_factory=Shelf)
    forms: FormShelf = field(default_factory=FormShelf)

    def wording(self, locale: str | None) -> Wording:
        """The words of a locale, or the default ones."""
        return self.wordings.get(locale or "") or next(iter(self.wordings.values()))

    @property
    def zone(self) -> ZoneInfo:
        """The city's time zone."""
        return self.wording(None).zone

    def masked(self, phone_encrypted: bytes | None) -> str | None:
        """A kept number with all but its last two digits hidden."""
        return None if phone_encrypted is None else f"••• ••• ••{self.vault.decrypt(phone_encrypted)[-2:]}"


@dataclass(slots=True)
class Outcome:
    """Rows planned and dropped, the answer to a press, whether traces of erased text have to go, what else to wake."""

    rows: list[Row] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    query_id: str | None = None
    toast: str | None = None
    erased: bool = False
    wanted_files: bool = False
    team_changed: bool = False

    def plan(self, tx: Transaction, draft: Draft, now: datetime) -> Row | None:
        """Plan an outbox row and remember to hand it to the sender."""
        row = outbox.plan(tx, draft, now)
        if row is not None:
            self.rows.append(row)
        return row

    def drop(self, row_ids: list[int]) -> None:
        """Rows that ended, planned by this turn or held by the sender."""
        self.rows = [row for row in self.rows if row.id not in row_ids]
        self.dropped += row_ids


def alert_owners(tx: Transaction, outcome: Outcome, house: House, words: Words, key: str, now: datetime) -> None:
    """Tell every owner, once an hour at most for the same ``key``."""
    hour = now.strftime("%Y%m%d%H")
    for owner in sorted(house.owner_ids):
        text = {"text": house.wording(None).text(words)}
        outcome.plan(tx, Draft(owner, "alert", "send", text, dedupe_key=f"alert:{key}:{hour}:{owner}"), now)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one private turn works with: its transaction, the chat, what was sent, the house, what it will leave."""

    tx: Transaction
    chat: Chat
    letter: Letter
    update_id: int
    house: House
    outcome: Outcome
    now: datetime
