"""Small facts about the installation itself: last heartbeat, key check, what profile was set."""

from storage.database import Transaction


def find(tx: Transaction, name: str) -> str | None:
    """The value of a mark, if it was ever set."""
    row = tx.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def remove(tx: Transaction, name: str) -> None:
    """Forget a mark."""
    tx.execute("DELETE FROM mark WHERE name = ?", (name,))


def save(tx: Transaction, name: str, value: str) -> None:
    """Set a mark."""
    tx.execute(
        "INSERT INTO mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
