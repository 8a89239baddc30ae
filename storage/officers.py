"""Who holds which office on which board, and who held it before."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from storage.database import Transaction
from storage.instants import from_millis, to_millis

Ended = Literal["handed_over", "left", "replaced", "removed", "merged"]
_SELECT = (
    "SELECT o.id, o.board_id, o.person_id, p.chat_id, p.name, o.role, o.since, o.term_start, o.term_end, o.until, "
    "o.ended, b.name FROM officer o JOIN person p ON p.id = o.person_id JOIN board b ON b.id = o.board_id "
)


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """An office; ``until`` and ``ended`` once it is over. Term dates are days in the city."""

    id: int
    board_id: int
    person_id: int
    chat_id: int
    name: str
    role: str
    since: datetime
    term_start: date | None
    term_end: date | None
    until: datetime | None
    ended: str | None
    board_name: str


def record(
    tx: Transaction, board_id: int, person_id: int, role: str, now: datetime, term: tuple[date, date] | None = None
) -> int:
    """Give a person an office. Giving it twice changes nothing, but that a new term is noted.

    Raises IntegrityError for a second president.
    """
    held = tx.execute(
        "SELECT id, term_end FROM officer WHERE board_id = ? AND person_id = ? AND role = ? AND until IS NULL",
        (board_id, person_id, role),
    ).fetchone()
    start, end = (day.isoformat() for day in term) if term else (None, None)
    if held is not None:
        if start is not None and (held[1] is None or held[1] < start):
            tx.execute("UPDATE officer SET term_start = ?, term_end = ? WHERE id = ?", (start, end, held[0]))
        return int(held[0])
    created = tx.execute(
        "INSERT INTO officer (board_id, person_id, role, since, term_start, term_end) VALUES (?, ?, ?, ?, ?, ?)",
        (board_id, person_id, role, to_millis(now), start, end),
    )
    return int(created.lastrowid or 0)


def find(tx: Transaction, officer_id: int) -> OfficerRow | None:
    """One office, held or over."""
    row = tx.execute(f"{_SELECT} WHERE o.id = ?", (officer_id,)).fetchone()
    return None if row is None else _row(row)


def president_of(tx: Transaction, board_id: int) -> OfficerRow | None:
    """The current president, if the board has one."""
    row = tx.execute(
        f"{_SELECT} WHERE o.board_id = ? AND o.role = 'president' AND o.until IS NULL", (board_id,)
    ).fetchone()
    return None if row is None else _row(row)


def of_board(tx: Transaction, board_id: int, *, past: bool = False) -> list[OfficerRow]:
    """Who holds an office, the president first; with ``past`` those whose time is over after them."""
    over = "" if past else "AND o.until IS NULL "
    rows = tx.execute(
        f"{_SELECT} WHERE o.board_id = ? {over}ORDER BY o.until IS NOT NULL, o.role != 'president', o.id", (board_id,)
    )
    return [_row(row) for row in rows]


def of_person(tx: Transaction, person_id: int) -> list[OfficerRow]:
    """The offices that a person holds, oldest first."""
    rows = tx.execute(f"{_SELECT} WHERE o.person_id = ? AND o.until IS NULL ORDER BY o.id", (person_id,))
    return [_row(row) for row in rows]


def past_of_person(tx: Transaction, person_id: int) -> list[OfficerRow]:
    """The offices that a person held and no longer holds, oldest first."""
    rows = tx.execute(f"{_SELECT} WHERE o.person_id = ? AND o.until IS NOT NULL ORDER BY o.id", (person_id,))
    return [_row(row) for row in rows]


def names_held(tx: Transaction) -> list[tuple[int, str]]:
    """(id, name) of every office that is held, by board."""
    rows = tx.execute(
        "SELECT o.id, p.name FROM officer o JOIN person p ON p.id = o.person_id WHERE o.until IS NULL "
        "ORDER BY o.board_id, o.role != 'president', o.id"
    )
    return [(row[0], row[1]) for row in rows]


def end(tx: Transaction, officer_id: int, ended: Ended, now: datetime) -> bool:
    """An office is over; False if it was already."""
    done = tx.execute(
        "UPDATE officer SET until = ?, ended = ? WHERE id = ? AND until IS NULL", (to_millis(now), ended, officer_id)
    )
    return bool(done.rowcount)


def move(tx: Transaction, gone: int, kept: int, now: datetime) -> list[OfficerRow]:
    """The officers of one board become those of another; returns those who could not: its president stays."""
    refused = []
    president = president_of(tx, kept)
    for officer in of_board(tx, gone):
        there = tx.execute(
            "SELECT 1 FROM officer WHERE board_id = ? AND person_id = ? AND role = ? AND until IS NULL",
            (kept, officer.person_id, officer.role),
        ).fetchone()
        if there is not None:
            end(tx, officer.id, "merged", now)
        elif officer.role == "president" and president is not None:
            end(tx, officer.id, "merged", now)
            refused.append(officer)
    tx.execute("UPDATE officer SET board_id = ? WHERE board_id = ?", (kept, gone))
    return refused


def remove(tx: Transaction, person_id: int) -> None:
    """Forget every office of a person and what they asked for; the boards stay."""
    tx.execute("DELETE FROM officer WHERE person_id = ?", (person_id,))
    tx.execute("DELETE FROM claim WHERE person_id = ?", (person_id,))


def _row(row: sqlite3.Row | tuple[object, ...]) -> OfficerRow:
    number, board, person, chat, name, role, since, start, end_day, until, ended, board_name = row
    return OfficerRow(
        number, board, person, chat, name, role, from_millis(since), _day(start), _day(end_day),  # type: ignore[arg-type]
        None if until is None else from_millis(until), ended, board_name,  # type: ignore[arg-type]
    )  # fmt: skip


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
