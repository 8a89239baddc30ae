"""Who looks after the programme, and the single-use links that lead into the team or to an office."""

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.instants import from_millis, to_millis


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A current place in the team."""

    id: int
    chat_id: int
    name: str | None
    role: str
    localidad: str | None
    granted_at: datetime


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """A link, used or not."""

    kind: str
    role: str | None
    localidad: str | None
    officer_id: int | None
    made_by: int
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None

    def state(self, now: datetime) -> str:
        """open, used, expired or revoked."""
        if self.used_at is not None:
            return "used"
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if now >= self.expires_at else "open"


_STAFF = "SELECT id, chat_id, name, role, localidad, granted_at FROM staff WHERE revoked_at IS NULL"
_INVITATION = (
    "SELECT kind, role, localidad, officer_id, made_by, made_at, expires_at, used_at, revoked_at FROM invitation"
)


def find(tx: Transaction, chat_id: int) -> StaffRow | None:
    """The current place of a chat in the team."""
    row = tx.execute(f"{_STAFF} AND chat_id = ?", (chat_id,)).fetchone()
    return None if row is None else _staff(row)


def name_once(tx: Transaction, chat_id: int) -> tuple[bool, str | None]:
    """Whether a chat has or had a place in the team, and the newest name kept of it."""
    row = tx.execute(
        "SELECT count(*), (SELECT name FROM staff WHERE chat_id = ?1 AND name IS NOT NULL ORDER BY id DESC LIMIT 1) "
        "FROM staff WHERE chat_id = ?1",
        (chat_id,),
    ).fetchone()
    return bool(row[0]), row[1]


def team(tx: Transaction) -> list[StaffRow]:
    """Everybody with a place now: owners, coordinators, observers, each by date."""
    rows = tx.execute(f"{_STAFF} ORDER BY role != 'owner', role != 'coordinator', granted_at, id")
    return [_staff(row) for row in rows]


def grant(
    tx: Transaction, chat_id: int, role: str, localidad: str | None, granted_by: int, now: datetime, name: str | None
) -> int:
    """Give a place in the team; who has one already changes to the new one."""
    tx.execute(
        "UPDATE staff SET revoked_at = ?, revoked_by = ? WHERE chat_id = ? AND revoked_at IS NULL",
        (to_millis(now), granted_by, chat_id),
    )
    created = tx.execute(
        "INSERT INTO staff (chat_id, name, role, localidad, granted_by, granted_at) VALUES (?, ?, ?, ?, ?, ?)",
        (chat_id, name, role, localidad, granted_by, to_millis(now)),
    )
    return int(created.lastrowid or 0)


def revoke(tx: Transaction, staff_id: int, revoked_by: int, now: datetime) -> int | None:
    """End a place; returns its chat, or None if it was over already."""
    row = tx.execute(
        "UPDATE staff SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL RETURNING chat_id",
        (to_millis(now), revoked_by, staff_id),
    ).fetchone()
    return None if row is None else int(row[0])


def record_invitation(
    tx: Transaction, code: str, kind: str, made_by: int, now: datetime, expires_at: datetime, *,
    role: str | None = None, localidad: str | None = None, officer_id: int | None = None,
) -> None:  # fmt: skip
    """Keep a new link; only the hash of its code."""
    tx.execute(
        "INSERT INTO invitation (code_hash, kind, role, localidad, officer_id, made_by, made_at, expires_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (_hashed(code), kind, role, localidad, officer_id, made_by, to_millis(now), to_millis(expires_at)),
    )


def find_invitation(tx: Transaction, code: str) -> InvitationRow | None:
    """The link with this code, whatever its state."""
    row = tx.execute(f"{_INVITATION} WHERE code_hash = ?", (_hashed(code),)).fetchone()
    return None if row is None else _invitation(row)


def open_invitations(tx: Transaction, now: datetime) -> list[InvitationRow]:
    """Links into the team that still work, oldest first."""
    rows = tx.execute(
        f"{_INVITATION} WHERE kind = 'staff' AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ? "
        "ORDER BY made_at",
        (to_millis(now),),
    )
    return [_invitation(row) for row in rows]


def find_handover(tx: Transaction, officer_id: int, now: datetime) -> InvitationRow | None:
    """The link to an office that still works."""
    row = tx.execute(
        f"{_INVITATION} WHERE kind = 'handover' AND officer_id = ? AND used_at IS NULL AND revoked_at IS NULL "
        "AND expires_at > ? ORDER BY made_at DESC LIMIT 1",
        (officer_id, to_millis(now)),
    ).fetchone()
    return None if row is None else _invitation(row)


def use_invitation(tx: Transaction, code: str, used_by: int, now: datetime) -> InvitationRow | None:
    """Use a link up; None when it was used, revoked, is too old or never was."""
    row = tx.execute(
        "UPDATE invitation SET used_by = ?, used_at = ? WHERE code_hash = ? AND used_at IS NULL "
        "AND revoked_at IS NULL AND expires_at > ? "
        "RETURNING kind, role, localidad, officer_id, made_by, made_at, expires_at, used_at, revoked_at",
        (used_by, to_millis(now), _hashed(code), to_millis(now)),
    ).fetchone()
    return None if row is None else _invitation(row)


def revoke_invitations(tx: Transaction, kind: str, now: datetime, officer_id: int | None = None) -> int:
    """End open links into the team, or to one office; returns how many."""
    done = tx.execute(
        "UPDATE invitation SET revoked_at = ? WHERE kind = ? AND officer_id IS ? AND used_at IS NULL "
        "AND revoked_at IS NULL",
        (to_millis(now), kind, officer_id),
    )
    return done.rowcount


def revoke_invitations_of(tx: Transaction, made_by: int, now: datetime) -> int:
    """End the open links into the team that somebody made; returns how many."""
    done = tx.execute(
        "UPDATE invitation SET revoked_at = ? WHERE kind = 'staff' AND made_by = ? AND used_at IS NULL "
        "AND revoked_at IS NULL",
        (to_millis(now), made_by),
    )
    return done.rowcount


def _hashed(code: str) -> bytes:
    # The code is a long random secret, so a plain digest is enough to keep it from being read out of the file.
    return hashlib.sha256(code.encode()).digest()


def _staff(row: sqlite3.Row | tuple[object, ...]) -> StaffRow:
    *plain, granted = row
    return StaffRow(*plain, from_millis(granted))  # type: ignore[call-arg,arg-type]


def _invitation(row: sqlite3.Row | tuple[object, ...]) -> InvitationRow:
    kind, role, localidad, officer, made_by, *times = row
    made, expires, used, revoked = (None if at is None else from_millis(at) for at in times)  # type: ignore[arg-type]
    return InvitationRow(kind, role, localidad, officer, made_by, made, expires, used, revoked)  # type: ignore[arg-type]
