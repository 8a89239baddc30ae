"""What can be wrong with the database before or while the bot works; each carries facts, never Spanish."""


class StorageError(Exception):
    """The database cannot be used as it is."""


class DatabaseUnusable(StorageError):
    """The file cannot be opened or is not a sound SQLite database."""


class DatabaseBusy(DatabaseUnusable):
    """Another program has locked the file for longer than one try waits; the file itself is sound."""


class DatabaseFull(StorageError):
    """The disk is full or the file cannot be written; nothing of the transaction was kept."""


class DatabaseNewer(StorageError):
    """The file was written by a newer version of the program."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"database is at migration {found}, this program knows up to {known}")
        self.found = found
        self.known = known


# The two below are not StorageErrors: the database is sound, and waiting would not mend them.


class WrongKey(Exception):
    """The encryption key is not the one this database was begun with."""


class NotFound(Exception):
    """A row that has to exist does not."""
