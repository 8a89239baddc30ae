"""What is asked about procurement, counted without names: cards shown, whether they helped, what no card answered."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from storage.database import Transaction
from storage.instants import from_millis, to_millis

Use = Literal["shown", "helped", "failed"]


@dataclass(frozen=True, slots=True)
class UseRow:
    """A card since a day: how often it was shown, helped, did not help."""

    card_id: str
    shown: int
    helped: int
    failed: int


@dataclass(frozen=True, slots=True)
class UnansweredRow:
    """A question without a card: as it was asked (folded), how often, and when last."""

    body: str
    asked: int
    last_at: datetime


def count_use(tx: Transaction, card_id: str, use: Use, day: date) -> None:
    """One more time on this day in the city."""
    tx.execute(
        f"INSERT INTO card_use (card_id, day, {use}) VALUES (?, ?, 1) "  # noqa: S608 — one of three words
        f"ON CONFLICT (card_id, day) DO UPDATE SET {use} = {use} + 1",
        (card_id, day.isoformat()),
    )


def uses(tx: Transaction, since: date) -> list[UseRow]:
    """Cards by how often they were shown since a day, the most asked first."""
    rows = tx.execute(
        "SELECT card_id, sum(shown), sum(helped), sum(failed) FROM card_use WHERE day >= ? "
        "GROUP BY card_id ORDER BY sum(shown) DESC, card_id",
        (since.isoformat(),),
    )
    return [UseRow(*row) for row in rows]


def count_unanswered(tx: Transaction, body: str, now: datetime) -> None:
    """One more time that no card answered this."""
    tx.execute(
        "INSERT INTO unanswered (body, asked, first_at, last_at) VALUES (?, 1, ?, ?) "
        "ON CONFLICT (body) DO UPDATE SET asked = asked + 1, last_at = excluded.last_at",
        (body, to_millis(now), to_millis(now)),
    )


def unanswered(tx: Transaction, limit: int) -> list[UnansweredRow]:
    """What was asked most often without an answer."""
    rows = tx.execute("SELECT body, asked, last_at FROM unanswered ORDER BY asked DESC, last_at DESC LIMIT ?", (limit,))
    return [UnansweredRow(row[0], row[1], from_millis(row[2])) for row in rows]


def purge_unanswered(tx: Transaction, before: datetime) -> int:
    """Forget what nobody asked any more since a moment; returns how many questions went."""
    return tx.execute("DELETE FROM unanswered WHERE last_at < ?", (to_millis(before),)).rowcount
