"""The register made comparable, and its search index: each made when asked for, kept until a board changes."""

from dataclasses import dataclass

from conversations.board_names import BoardEntry
from conversations.board_search import BoardIndex
from storage import boards
from storage.boards import BoardRow
from storage.database import Transaction


@dataclass(slots=True)
class BoardIndexes:
    """Those of the newest revision that was seen. Each board that is entered makes a new one: an index, which costs
    much more than the entries, is built only for who searches."""

    _revision: int = -1
    _entries: tuple[BoardEntry, ...] = ()
    _index: BoardIndex | None = None

    def entries(self, tx: Transaction) -> tuple[BoardEntry, ...]:
        """The boards of the register as this transaction sees it."""
        revision = boards.revision(tx)
        if revision != self._revision:
            self._entries = tuple(entry_of(row) for row in boards.in_register(tx))
            self._revision, self._index = revision, None
        return self._entries

    def index(self, tx: Transaction) -> BoardIndex:
        """The search index of the register as this transaction sees it."""
        entries = self.entries(tx)
        if self._index is None:
            self._index = BoardIndex(entries)
        return self._index


def entry_of(row: BoardRow) -> BoardEntry:
    """What a board is compared by."""
    return BoardEntry(row.id, row.kind, row.name, row.barrio, row.sector, row.localidad, row.comuna, row.nit)
