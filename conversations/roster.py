"""The roster of boards as somebody's sheet has it: each row read into a board, or told why not and what to do."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from conversations.board_names import board_key, nit_number
from conversations.nit import NotANit, check_digit, parse_nit
from conversations.roster_columns import FIELDS, Header, RosterColumns, at, find_header
from conversations.roster_places import Where, read_comuna, read_localidad, settle
from conversations.sheet_cells import BadCell, Cell, SheetRow, cell_text, shown
from conversations.territory import Territory
from conversations.text import calm, cut, fold

MOST_ROWS = 5_000
MOST_SHOWN = 50
# As long as what a person may type for the same field, and no longer than it fits on a screen.
_LONGEST = {
    "name": 120, "kind": 60, "localidad": 60, "comuna": 60, "barrio": 60, "sector": 60, "nit": 30, "personeria": 120,
    "ruc": 30, "state": 40,
}  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A board of the list. ``row``: its number in the sheet; a known barrio has the territory's own name."""

    row: int
    kind: str
    name: str
    localidad: str
    comuna: str
    barrio: str
    barrio_known: bool
    sector: str | None = None
    nit: str | None = None
    personeria: str | None = None
    ruc: str | None = None
    registry_state: str | None = None


@dataclass(frozen=True, slots=True)
class RosterError:
    """What is wrong where: row 0 is the whole file, an empty column the whole row; ``key`` names the message."""

    row: int
    column: str
    key: str
    args: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """What was read. Rows with an error are left out; of errors and warnings the first fifty are told, all counted."""

    rows: tuple[RosterRow, ...] = ()
    errors: tuple[RosterError, ...] = ()
    warnings: tuple[RosterError, ...] = ()
    ignored: tuple[str, ...] = ()
    error_count: int = 0
    warning_count: int = 0

    @property
    def refused(self) -> bool:
        """Whether the file as a whole could not be used."""
        return any(error.row == 0 for error in self.errors)


def read_roster(rows: Sequence[SheetRow], territory: Territory, columns: RosterColumns) -> RosterSheet:
    """Read a whole sheet. A fault of the file itself (no header, too many rows) is the only error then."""
    filled = [row for row in rows if any(shown(cell) for cell in row.cells)]
    if not filled:
        return _refuse("roster-empty")
    header = find_header(filled, columns)
    if header is None:
        return _refuse("roster-no-header", seen=_seen(filled[0]), wanted=_titles(columns, FIELDS))
    if header.missing:
        seen = _seen(filled[header.position])
        return _refuse("roster-columns-missing", missing=_titles(columns, header.missing), seen=seen)
    if header.twice:
        return _refuse("roster-columns-twice", columns=_titles(columns, header.twice))
    body = [row for row in filled[header.position + 1 :] if not header.repeated_in(row, columns)]
    if not body:
        return _refuse("roster-no-rows")
    if len(body) > MOST_ROWS:
        return _refuse("roster-too-many-rows", count=len(body), most=MOST_ROWS)
    reader = _Reader(header, territory, columns)
    for row in body:
        reader.read(row)
    if not reader.rows and not reader.errors:
        return _refuse("roster-no-rows")
    return RosterSheet(
        rows=tuple(reader.rows),
        errors=tuple(reader.errors[:MOST_SHOWN]),
        warnings=tuple(reader.warnings[:MOST_SHOWN]),
        ignored=header.ignored,
        error_count=len(reader.errors),
        warning_count=len(reader.warnings),
    )


class _Reader:
    """Reads row after row and remembers which boards have been seen, to notice a second one."""

    def __init__(self, header: Header, territory: Territory, columns: RosterColumns) -> None:
        self.rows: list[RosterRow] = []
        self.errors: list[RosterError] = []
        self.warnings: list[RosterError] = []
        self._header, self._territory, self._columns = header, territory, columns
        self._by_nit: dict[str, int] = {}
        self._by_key: dict[tuple[str, str, str], int] = {}
        self._number = 0

    def read(self, row: SheetRow) -> None:
        """Take the row in, or note everything that is wrong with it."""
        self._number = row.number
        if self._is_example(row):
            return
        before, warned = len(self.errors), len(self.warnings)
        texts = {name: self._text(name, at(row, self._header.places.get(name))) for name in FIELDS}
        if all(text is None for text in texts.values()) and len(self.errors) == before:
            return  # something stands only in columns that are not read
        read = self._board(texts, self.errors[before:])
        if len(self.errors) > before or read is None:
            del self.warnings[warned:]
            return
        if (first := self._seen_before(read)) is not None:
            self._wrong("", BadCell("roster-row-twice", {"first": str(first)}))
            del self.warnings[warned:]
            return
        self.rows.append(read)

    def _is_example(self, row: SheetRow) -> bool:
        name = fold(shown(at(row, self._header.places.get("name"))))
        return name.partition(" ")[0] in self._columns.example

    def _board(self, texts: Mapping[str, str | None], wrong: Sequence[RosterError]) -> RosterRow | None:
        name = texts["name"]
        unreadable = {error.column for error in wrong}
        if name is None and "name" not in unreadable:
            self._wrong("name", BadCell("roster-cell-missing"))
        elif name is not None and not _LETTER.search(name):
            self._wrong("name", BadCell("roster-name-odd", {"value": name}))
        kind = self._kind(texts["kind"], name, asked="kind" not in unreadable)
        nit = self._nit(texts["nit"])
        state = self._state(texts["state"])
        where = None if unreadable & {"localidad", "comuna", "barrio"} else self._where(texts, kind)
        if name is None or kind is None or where is None:
            return None
        return RosterRow(
            row=self._number,
            kind=kind,
            name=calm(name),
            localidad=where.localidad,
            comuna=where.comuna,
            barrio=where.barrio,
            barrio_known=where.known,
            sector=calm(texts["sector"]) if texts["sector"] else None,
            nit=nit,
            personeria=texts["personeria"],
            ruc=texts["ruc"],
            registry_state=state,
        )

    def _text(self, name: str, cell: Cell) -> str | None:
        text = cell_text(cell, longest=_LONGEST[name], dates=name == "personeria")
        if isinstance(text, BadCell):
            self._wrong(name, text)
            return None
        # A name may well be "X"; in any other column that stands for nothing.
        return None if text is None or (name != "name" and fold(text) in self._columns.nothing | {""}) else text

    def _kind(self, text: str | None, name: str | None, *, asked: bool) -> str | None:
        if text is not None:
            kind = self._columns.kind_of(text)
            if kind is None:
                self._wrong("kind", BadCell("roster-kind-unknown", {"value": text}))
            return kind
        kind = self._columns.kind_of(name) if name else None
        if kind is None and name and asked:
            self._wrong("kind", BadCell("roster-kind-missing"))
        return kind

    def _where(self, texts: Mapping[str, str | None], kind: str | None) -> Where | None:
        localidad, comuna = texts["localidad"], texts["comuna"]
        read_l = None if localidad is None else read_localidad(localidad, self._territory)
        read_c = None if comuna is None else read_comuna(comuna, self._territory, self._columns)
        for column, read in (("localidad", read_l), ("comuna", read_c)):
            if isinstance(read, BadCell):
                self._wrong(column, read)
        if isinstance(read_l, BadCell) or isinstance(read_c, BadCell):
            return None
        where = settle(read_l, read_c, texts["barrio"], self._territory, barrio_needed=kind != "asojuntas")
        if isinstance(where, tuple):
            self._wrong(*where)
            return None
        if not where.known:
            self._doubt("barrio", BadCell("roster-barrio-unknown", {"barrio": where.barrio}))
        elif where.read_from is not None:
            self._doubt("barrio", BadCell("roster-barrio-read-as", {"value": where.read_from, "barrio": where.barrio}))
        return where

    def _nit(self, text: str | None) -> str | None:
        if text is None:
            return None
        nit = parse_nit(text)
        if not isinstance(nit, NotANit):
            return nit.plain()
        if nit.reason in {"check", "ambiguous"}:
            digits = re.sub(r"\D", "", text)
            number, right = digits[:9], check_digit(digits[:9])
            self._wrong("nit", BadCell("roster-nit-check", {"number": number, "given": digits[9:], "right": right}))
        else:
            self._wrong("nit", BadCell(f"roster-nit-{nit.reason}", {"value": text}))
        return None

    def _state(self, text: str | None) -> str | None:
        if text is None:
            return None
        state = self._columns.states.get(fold(text))
        if state is None:
            self._wrong("state", BadCell("roster-state-unknown", {"value": text}))
        return state

    def _seen_before(self, read: RosterRow) -> int | None:
        key, number = board_key(read.kind, read.name, read.barrio, read.sector), nit_number(read.nit)
        first = self._by_nit.get(number) if number else None
        first = first if first is not None else self._by_key.get(key)
        if first is None:
            self._by_key[key] = read.row
            if number:
                self._by_nit[number] = read.row
        return first

    def _wrong(self, column: str, why: BadCell) -> None:
        self.errors.append(RosterError(self._number, column, why.key, why.args))

    def _doubt(self, column: str, why: BadCell) -> None:
        self.warnings.append(RosterError(self._number, column, why.key, why.args))


def _refuse(key: str, **args: str | int) -> RosterSheet:
    return RosterSheet(errors=(RosterError(0, "", key, args),), error_count=1)


def _seen(row: SheetRow) -> str:
    cells = [quoted for cell in row.cells if (quoted := shown(cell))]
    return cut(", ".join(cells), 160)


def _titles(columns: RosterColumns, names: Sequence[str]) -> str:
    return ", ".join(columns.titles[name] for name in names)
