"""Attached tables that ``pulldata`` looks things up in, found by any column without reading all rows each time."""

from collections.abc import Iterable, Mapping


class Table:
    """Rows of an attached file, each from column name to cell."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._rows = tuple(rows)
        self._by_column: dict[str, dict[str, Mapping[str, str]]] = {}

    def find(self, column: str, value: str) -> Mapping[str, str] | None:
        """The first row with this value in this column."""
        found = self._by_column.get(column)
        if found is None:
            found = self._by_column[column] = {}
            for row in self._rows:
                if column in row:
                    found.setdefault(row[column], row)
        return found.get(value)
