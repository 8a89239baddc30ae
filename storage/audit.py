"""The audit log: who did what to which, by ids, in the transaction of the deed itself."""

from datetime import datetime

from storage.database import Transaction
from storage.instants import to_millis

BOT = 0


def record(tx: Transaction, actor: int, action: str, subject: str, now: datetime, object_: str | None = None) -> None:
    """Add a line; ``actor``: a chat id or BOT, ``subject``: like ``board:17``, ``object_``: like ``claim:5``."""
    tx.execute(
        "INSERT INTO audit (at, actor, action, subject, object) VALUES (?, ?, ?, ?, ?)",
        (to_millis(now), actor, action, subject, object_),
    )
