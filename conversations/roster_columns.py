"""The header of a roster: which column is which, whatever it is called, and the words its cells may hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.sheet_cells import Cell, SheetRow, shown
from conversations.text import fold

FIELDS = ("name", "kind", "localidad", "comuna", "barrio", "sector", "nit", "personeria", "ruc", "state")
KINDS = ("jac", "jvc", "asojuntas")
STATES = ("active", "inactive", "suspended", "cancelled")
_REQUIRED = ("name", "barrio")
# Titles, logos and dates may stand above the header.
_HEADER_WITHIN = 10
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class RosterColumns:
    """Folded forms → what they mean. ``titles``: how the template calls each field."""

    titles: Mapping[str, str]
    columns: Mapping[str, str]
    kinds: Mapping[str, str]
    states: Mapping[str, str]
    rural: frozenset[str]
    nothing: frozenset[str]
    example: frozenset[str]

    @classmethod
    def from_lists(cls, lists: Mapping[str, Mapping[str, Sequence[str]]]) -> "RosterColumns":
        """Tables ``columns``, ``kinds``, ``states`` and ``values`` of ``content/roster/columns.toml``.

        Raises ValueError when a table or list is missing, is not known, or gives one form two meanings.
        """
        columns = _meanings(lists, "columns", FIELDS)
        values = _meanings(lists, "values", ("rural", "nothing", "example"))
        return cls(
            titles={name: lists["columns"][name][0] for name in FIELDS},
            columns=columns,
            kinds=_meanings(lists, "kinds", KINDS),
            states=_meanings(lists, "states", STATES),
            rural=frozenset(form for form, meaning in values.items() if meaning == "rural"),
            nothing=frozenset(form for form, meaning in values.items() if meaning == "nothing"),
            example=frozenset(form for form, meaning in values.items() if meaning == "example"),
        )

    def field_of(self, cell: Cell) -> str | None:
        """The field that a header cell names; what it says between brackets does not count."""
        if not isinstance(cell, str):
            return None
        return self.columns.get(fold(cell)) or self.columns.get(fold(_BRACKETS.sub(" ", cell)))

    def kind_of(self, text: str) -> str | None:
        """The kind that a text says or begins with."""
        folded = fold(text) + " "
        forms = (form for form in self.kinds if folded.startswith(form + " "))
        longest = max(forms, key=len, default=None)
        return None if longest is None else self.kinds[longest]


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header was found (position among the rows), the column of each field, and what was not understood."""

    position: int
    places: Mapping[str, int]
    twice: tuple[str, ...]
    ignored: tuple[str, ...]
    missing: tuple[str, ...]

    def repeated_in(self, row: SheetRow, columns: RosterColumns) -> bool:
        """Whether the row is the header again, as lists printed page by page have it."""
        said = [(name, at(row, place)) for name, place in self.places.items() if at(row, place) is not None]
        return len(said) > 1 and all(columns.field_of(cell) == name for name, cell in said)


def at(row: SheetRow, place: int | None) -> Cell:
    """The cell in a column; rows may be shorter than the header."""
    return row.cells[place] if place is not None and place < len(row.cells) else None


def find_header(rows: Sequence[SheetRow], columns: RosterColumns) -> Header | None:
    """The row among the first ten that names most columns, if any names one."""
    best, named = None, 0
    for position, row in enumerate(rows[:_HEADER_WITHIN]):
        count = len({columns.field_of(cell) for cell in row.cells} - {None})
        if count > named:
            best, named = position, count
    if best is None:
        return None
    places: dict[str, int] = {}
    twice, ignored = [], []
    for place, cell in enumerate(rows[best].cells):
        name = columns.field_of(cell)
        if name is None:
            if quoted := shown(cell):
                ignored.append(quoted)
        elif name in places:
            twice.append(name)
        else:
            places[name] = place
    missing = tuple(name for name in _REQUIRED if name not in places)
    return Header(best, places, tuple(dict.fromkeys(twice)), tuple(ignored), missing)


def _meanings(lists: Mapping[str, Mapping[str, Sequence[str]]], table: str, names: Sequence[str]) -> Mapping[str, str]:
    found = lists.get(table, {})
    if set(found) != set(names):
        raise ValueError(f"[{table}] needs exactly {', '.join(names)}")
    meanings: dict[str, str] = {}
    for name, forms in found.items():
        if not forms:
            raise ValueError(f"[{table}] {name} is empty")
        for form in forms:
            if meanings.setdefault(fold(form), name) != name:
                raise ValueError(f"[{table}] {form!r} stands for two things")
    return meanings
