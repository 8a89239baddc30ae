"""The search index over the register: built once and kept until a board changes."""

from dataclasses import dataclass

from conversations.board_names import BoardEntry
from conversations.board_search import BoardIndex
from storage import boards
from storage.boards import BoardRow
from storage.database import Transaction


@dataclass(slots=True)
class BoardIndexes:
    """The index of the newest revision that was seen."""

    revision: int = -1
    entries: tuple[BoardEntry, ...] = ()
    index: BoardIndex | None = None

    def newest(self, tx: Transaction) -> BoardIndex:
        """The index of the register as this transaction sees it."""
        revision = boards.revision(tx)
        if self.index is None or revision != self.revision:
            self.entries = tuple(entry_of(row) for row in boards.in_register(tx))
            self.index, self.revision = BoardIndex(self.entries), revision
        return self.index


def entry_of(row: BoardRow) -> BoardEntry:
    """What a board is compared by."""
    return BoardEntry(row.id, row.kind, row.name, row.barrio, row.sector, row.localidad, row.comuna, row.nit)
