"""How boards answer questionnaires: who began, how far it is, and the log that only grows."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal
from uuid import uuid4

from storage.database import Transaction
from storage.instants import from_millis, to_millis

Status = Literal["invited", "started", "partial", "complete", "refused"]
# The one that says more stays when two boards become one.
_WEIGHT: Final = ("invited", "refused", "started", "partial", "complete")


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """One board's filling. ``begun_by`` and ``changed_by`` are person ids, with their names if they still are there."""

    id: int
    form_id: str
    version_id: int
    board_id: int
    identity: str
    status: Status
    begun_by: int | None
    begun_name: str | None
    begun_at: datetime | None
    changed_by: int | None
    changed_at: datetime
    log_mark: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the log; ``at`` is ISO with the zone it was seen in."""

    path: str
    old: str | None
    new: str | None
    at: str
    by_form: bool
    is_text: bool
    erased: bool = False


_SELECT = (
    "SELECT s.id, s.form_id, s.form_version_id, s.board_id, s.identity, s.status, s.begun_by, p.name, s.begun_at, "
    "s.changed_by, s.changed_at, s.log_mark FROM submission s LEFT JOIN person p ON p.id = s.begun_by"
)


def find(tx: Transaction, submission_id: int) -> SubmissionRow | None:
    """A filling by its number."""
    return _one(tx, "s.id = ?", (submission_id,))


def of_board(tx: Transaction, form_id: str, board_id: int) -> SubmissionRow | None:
    """A board's filling of a form."""
    return _one(tx, "s.form_id = ? AND s.board_id = ? AND s.aside = 0", (form_id, board_id))


def of_form(tx: Transaction, form_id: str, statuses: Sequence[Status]) -> list[SubmissionRow]:
    """Fillings of a form in some states, by number."""
    marks = ", ".join("?" * len(statuses))
    rows = tx.execute(
        f"{_SELECT} WHERE s.form_id = ? AND s.aside = 0 AND s.status IN ({marks}) ORDER BY s.id",
        (form_id, *statuses),
    )
    return [_row(row) for row in rows]


def begin(
    tx: Transaction, form_id: str, version_id: int, board_id: int, person_id: int, now: datetime
) -> SubmissionRow:
    """The board's filling, begun by this person; one that is there already stays as it is."""
    tx.execute(
        "INSERT INTO submission (form_id, form_version_id, board_id, identity, status, begun_by, begun_at, changed_by, "
        "changed_at) VALUES (?, ?, ?, ?, 'started', ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (form_id, version_id, board_id, str(uuid4()), person_id, to_millis(now), person_id, to_millis(now)),
    )
    row = of_board(tx, form_id, board_id)
    if row is None:  # it was just written
        raise LookupError((form_id, board_id))
    return row


def entries(tx: Transaction, submission_id: int) -> list[EntryRow]:
    """The whole log, oldest first."""
    rows = tx.execute(
        "SELECT path, old, new, at, by_form, is_text, erased FROM submission_entry WHERE submission_id = ? "
        "ORDER BY place",
        (submission_id,),
    )
    return [
        EntryRow(path, old, new, at, bool(form), bool(text), bool(gone))
        for path, old, new, at, form, text, gone in rows
    ]


def append(
    tx: Transaction, submission_id: int, added: Sequence[EntryRow], person_id: int, update_id: int, now: datetime
) -> str:
    """More lines of the log; what an update added is not added again. Returns the log's new mark."""
    mark, place, known = tx.execute(
        "SELECT s.log_mark, (SELECT count(*) FROM submission_entry e WHERE e.submission_id = s.id), "
        "EXISTS (SELECT 1 FROM submission_entry e WHERE e.submission_id = s.id AND e.update_id = ?) "
        "FROM submission s WHERE s.id = ?",
        (update_id, submission_id),
    ).fetchone()
    if known or not added:
        return str(mark)
    tx.executemany(
        "INSERT INTO submission_entry (submission_id, place, path, old, new, at, by_form, person_id, update_id, "
        "is_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (submission_id, place + more, e.path, e.old, e.new, e.at, e.by_form, person_id, update_id, e.is_text)
            for more, e in enumerate(added)
        ],
    )
    lines = json.dumps([(e.path, e.old, e.new, e.at, e.by_form) for e in added])
    mark = hashlib.sha256(f"{mark}{update_id}{lines}".encode()).hexdigest()
    tx.execute(
        "UPDATE submission SET log_mark = ?, changed_by = ?, changed_at = ? WHERE id = ?",
        (mark, person_id, to_millis(now), submission_id),
    )
    return mark


def save_status(tx: Transaction, submission_id: int, status: Status, now: datetime) -> None:
    """How far the filling is."""
    tx.execute("UPDATE submission SET status = ?, changed_at = ? WHERE id = ?", (status, to_millis(now), submission_id))


def took_part(tx: Transaction, submission_id: int, person_id: int) -> bool:
    """Whether this person wrote in the filling, or began it."""
    row = tx.execute(
        "SELECT EXISTS (SELECT 1 FROM submission WHERE id = ? AND begun_by = ?) "
        "OR EXISTS (SELECT 1 FROM submission_entry WHERE submission_id = ? AND person_id = ?)",
        (submission_id, person_id, submission_id, person_id),
    ).fetchone()
    return bool(row[0])


def dispositions(tx: Transaction, form_id: str) -> list[tuple[str, str, int]]:
    """Localidad, state (``none``: not invited) and number of boards, of the boards that belong to the programme."""
    return tx.execute(
        "SELECT b.localidad, coalesce(s.status, 'none'), count(*) FROM board b "
        "LEFT JOIN submission s ON s.board_id = b.id AND s.form_id = ? AND s.aside = 0 WHERE b.status = 'listed' "
        "GROUP BY 1, 2 ORDER BY 1, 2",
        (form_id,),
    ).fetchall()


def move(tx: Transaction, gone: int, kept: int) -> None:
    """Two boards become one: of two fillings of a form the one that says more counts, the other is put aside."""
    for row in map(_row, tx.execute(f"{_SELECT} WHERE s.board_id = ? AND s.aside = 0", (gone,)).fetchall()):
        other = of_board(tx, row.form_id, kept)
        if other is not None:
            fuller = _WEIGHT.index(row.status) > _WEIGHT.index(other.status)
            tx.execute("UPDATE submission SET aside = 1 WHERE id = ?", (other.id if fuller else row.id,))
        tx.execute("UPDATE submission SET board_id = ? WHERE id = ?", (kept, row.id))


def erase_texts(tx: Transaction, person_id: int) -> None:
    """A person's own words go out of every log; that something was written stays."""
    places = tx.execute(
        "SELECT DISTINCT submission_id, path FROM submission_entry WHERE person_id = ? AND is_text = 1", (person_id,)
    ).fetchall()
    for submission_id, path in places:
        tx.execute(
            "UPDATE submission_entry SET old = CASE WHEN old IS NULL THEN NULL ELSE '' END, "
            "new = CASE WHEN person_id = ? AND new IS NOT NULL THEN '' ELSE new END, erased = 1 "
            "WHERE submission_id = ? AND path = ?",
            (person_id, submission_id, path),
        )
        tx.execute("UPDATE submission SET log_mark = ? WHERE id = ?", (f"erased {uuid4()}", submission_id))


def _one(tx: Transaction, where: str, values: Iterable[str | int]) -> SubmissionRow | None:
    row = tx.execute(f"{_SELECT} WHERE {where}", tuple(values)).fetchone()
    return None if row is None else _row(row)


def _row(row: tuple[Any, ...]) -> SubmissionRow:
    begun_at, changed_at = row[8], row[10]
    begun = None if begun_at is None else from_millis(begun_at)
    values = (*row[:8], begun, row[9], from_millis(changed_at), row[11])
    return SubmissionRow(**dict(zip(SubmissionRow.__slots__, values, strict=True)))
