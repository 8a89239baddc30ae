"""The last step of an erasure: no copy of what was erased stays in the file."""

from storage import marks
from storage.database import Database, Transaction

_MARK = "traces"


def mark_traces(tx: Transaction) -> None:
    """In the transaction of an erasure: the file still holds copies, whatever happens next."""
    marks.save(tx, _MARK, "left")


async def remove_traces(database: Database) -> None:
    """Write the file anew if an erasure asks for it, also one that a crash interrupted. Raises StorageError."""
    if await database.read(lambda tx: marks.find(tx, _MARK)):
        await database.forget_traces()
        await database.write(lambda tx: marks.remove(tx, _MARK))
