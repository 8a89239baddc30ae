"""Questionnaires and their versions: the file as it was and what it was compiled to, under the hash of the file."""

from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.instants import to_millis


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a form. ``xform`` is ODK XForm XML."""

    id: int
    form_id: str
    name: str
    hash: str
    xform: str


def publish(
    tx: Transaction, form_id: str, name: str, digest: str, source: bytes, xform: str, now: datetime
) -> VersionRow:
    """The version that is begun with from now on; earlier ones are closed. The same file again opens it again."""
    tx.execute(
        "INSERT INTO form (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name", (form_id, name)
    )
    tx.execute(
        "UPDATE form_version SET closed_at = ? WHERE form_id = ? AND closed_at IS NULL AND hash != ?",
        (to_millis(now), form_id, digest),
    )
    row = tx.execute(
        "INSERT INTO form_version (form_id, hash, source, xform, published_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (hash) DO UPDATE SET closed_at = NULL RETURNING id",
        (form_id, digest, source, xform, to_millis(now)),
    ).fetchone()
    return VersionRow(row[0], form_id, name, digest, xform)


def find_by_hash(tx: Transaction, digest: str) -> VersionRow | None:
    """The version that a file was compiled to, if it ever was."""
    return _one(tx, "v.hash = ?", digest)


def find_version(tx: Transaction, version_id: int) -> VersionRow | None:
    """A version by its number."""
    return _one(tx, "v.id = ?", version_id)


def newest(tx: Transaction, form_id: str) -> VersionRow | None:
    """The version that is begun with now."""
    return _one(tx, "v.form_id = ? AND v.closed_at IS NULL", form_id)


def _one(tx: Transaction, where: str, value: str | int) -> VersionRow | None:
    row = tx.execute(  # `where` is one of the conditions above
        "SELECT v.id, v.form_id, f.name, v.hash, v.xform FROM form_version v JOIN form f ON f.id = v.form_id "  # noqa: S608
        f"WHERE {where} ORDER BY v.id DESC LIMIT 1",
        (value,),
    ).fetchone()
    return None if row is None else VersionRow(*row)
