"""Who answers for a board without a phone of their own; one erasable row a board."""

from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.instants import from_millis, to_millis
from storage.phones import PhoneVault


@dataclass(frozen=True, slots=True)
class ContactRow:
    """As a coordinator wrote it down, with the person's permission."""

    board_id: int
    name: str
    role: str
    phone_encrypted: bytes | None
    permitted_at: datetime


def record(
    tx: Transaction, board_id: int, name: str, role: str, phone: str | None, vault: PhoneVault, *, actor: int,
    now: datetime,
) -> None:  # fmt: skip
    """Keep the contact of a board; a new one replaces it."""
    tx.execute(
        "INSERT INTO contact (board_id, name, role, phone_encrypted, permitted_at, actor) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (board_id) DO UPDATE SET name = excluded.name, role = excluded.role, "
        "phone_encrypted = excluded.phone_encrypted, permitted_at = excluded.permitted_at, actor = excluded.actor",
        (board_id, name, role, vault.encrypt(phone) if phone else None, to_millis(now), actor),
    )


def find(tx: Transaction, board_id: int) -> ContactRow | None:
    """The contact of a board."""
    row = tx.execute(
        "SELECT board_id, name, role, phone_encrypted, permitted_at FROM contact WHERE board_id = ?", (board_id,)
    ).fetchone()
    return None if row is None else ContactRow(row[0], row[1], row[2], row[3], from_millis(row[4]))


def erase(tx: Transaction, board_id: int) -> None:
    """Delete it."""
    tx.execute("DELETE FROM contact WHERE board_id = ?", (board_id,))


def move(tx: Transaction, gone: int, kept: int) -> None:
    """The contact of one board becomes another's, unless that has one."""
    tx.execute("UPDATE OR IGNORE contact SET board_id = ? WHERE board_id = ?", (kept, gone))
    erase(tx, gone)
