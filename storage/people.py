"""People: the one erasable place of names and phones."""

from dataclasses import dataclass
from datetime import datetime

from storage import submissions, tickets
from storage.database import Transaction
from storage.errors import NotFound
from storage.instants import to_millis
from storage.phones import PhoneVault


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Who writes from a private chat and accepted the service."""

    id: int
    chat_id: int
    name: str
    phone_encrypted: bytes | None


def find(tx: Transaction, chat_id: int) -> PersonRow | None:
    """The person of a private chat, if anything is held about them."""
    row = tx.execute("SELECT id, name, phone_encrypted FROM person WHERE chat_id = ?", (chat_id,)).fetchone()
    return None if row is None else PersonRow(row[0], chat_id, row[1], row[2])


def record(tx: Transaction, chat_id: int, name: str, now: datetime) -> PersonRow:
    """The person of a private chat, created if need be; the name follows Telegram's."""
    tx.execute(
        "INSERT INTO person (chat_id, name, created_at) VALUES (?, ?, ?) "
        "ON CONFLICT (chat_id) DO UPDATE SET name = excluded.name",
        (chat_id, name, to_millis(now)),
    )
    found = find(tx, chat_id)
    if found is None:
        raise NotFound(f"person of chat {chat_id}")
    return found


def save_phone(tx: Transaction, person_id: int, phone: str | None, vault: PhoneVault) -> None:
    """Keep a number encrypted with its keyed hash beside it, or forget it (None)."""
    encrypted = vault.encrypt(phone) if phone else None
    hashed = vault.hash(phone) if phone else None
    tx.execute("UPDATE person SET phone_encrypted = ?, phone_hash = ? WHERE id = ?", (encrypted, hashed, person_id))


def erase(tx: Transaction, chat_id: int, now: datetime) -> list[int]:
    """Delete everything held about the person of a chat: row, drafts, answers, offices, received and sent texts.

    What remains is the consent log (chat, date, notice), the chat's number and boards without this person. Returns the
    outbox rows that will no longer be sent.
    """
    unsent = tickets.erase_said(tx, chat_id, now)
    for (person_id,) in tx.execute("SELECT id FROM person WHERE chat_id = ?", (chat_id,)).fetchall():
        submissions.erase_texts(tx, person_id)
    tx.execute("DELETE FROM person WHERE chat_id = ?", (chat_id,))
    tx.execute("UPDATE staff SET name = NULL WHERE chat_id = ?", (chat_id,))
    tx.execute("UPDATE upload SET status = 'dropped', outcome = NULL, name = '' WHERE chat_id = ?", (chat_id,))
    tx.execute("UPDATE inbox SET body = NULL WHERE chat_id = ? AND status != 'new'", (chat_id,))
    skipped = tx.execute(
        "UPDATE outbox SET status = 'skipped', reason = 'erased', closed_at = ? "
        "WHERE chat_id = ? AND status IN ('queued', 'uncertain') RETURNING id",
        (to_millis(now), chat_id),
    ).fetchall()
    tx.execute("UPDATE outbox SET payload = NULL WHERE chat_id = ?", (chat_id,))
    tx.execute("UPDATE chat SET state = NULL, open_row = NULL, open_drawn_at = NULL WHERE chat_id = ?", (chat_id,))
    return [*unsent, *(row[0] for row in skipped)]
