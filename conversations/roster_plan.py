"""What importing a roster would do to the boards that are known: nothing is doubled, nothing is deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from conversations.board_names import BoardEntry, board_key, near_same, nit_number
from conversations.roster import RosterRow

Why = Literal["nit_of_another", "nit_of_several", "near_name", "same_place_and_name"]
_COMPARED = (
    "kind", "name", "localidad", "comuna", "barrio", "sector", "nit", "personeria", "ruc", "registry_state",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownBoard:
    """A board as it is kept now; merged ones are not given."""

    id: int
    kind: str
    name: str
    localidad: str
    comuna: str
    barrio: str
    sector: str | None = None
    nit: str | None = None
    personeria: str | None = None
    ruc: str | None = None
    registry_state: str | None = None
    in_roster: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a board, named as the column of KnownBoard, before and after."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Matched:
    """A row that is a known board, with what it changes there; ``in_roster`` becomes true also if nothing else does."""

    board_id: int
    row: RosterRow
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row that may be one of these boards, best first: somebody decides, until then nothing is written."""

    row: RosterRow
    board_ids: tuple[int, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """Every row is in exactly one of the first four; ``missing``: boards of an earlier list that this one lacks."""

    new: tuple[RosterRow, ...] = ()
    changed: tuple[Matched, ...] = ()
    unchanged: tuple[Matched, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    missing: tuple[KnownBoard, ...] = ()


def plan_import(rows: Sequence[RosterRow], known: Sequence[KnownBoard]) -> RosterPlan:
    """Match rows and boards by tax number, then by kind, name, barrio and sector; what is left is new or doubtful.

    A blank cell never empties what is known.
    """
    draft = _Draft(known)
    unmatched = [row for row in rows if not draft.by_nit(row)]
    unmatched = [row for row in unmatched if not draft.by_name(row)]
    free = [board for board in known if board.id not in draft.taken]
    entries = [_entry(board) for board in free]
    new = []
    for row in unmatched:
        near = near_same(row.name, row.barrio, row.sector, entries, row.kind)
        near = tuple(match for match in near if not _two_nits(row, draft.boards[match.id]))
        if near:
            draft.doubt(row, [match.id for match in near], "near_name")
        else:
            new.append(row)
    doubted = {board_id for doubtful in draft.doubtful for board_id in doubtful.board_ids}
    return RosterPlan(
        new=tuple(new),
        changed=tuple(match for match in draft.matched if match.changes),
        unchanged=tuple(match for match in draft.matched if not match.changes),
        doubtful=tuple(sorted(draft.doubtful, key=lambda doubtful: doubtful.row.row)),
        missing=tuple(board for board in free if board.in_roster and board.id not in doubted),
    )


@dataclass(slots=True)
class _Draft:
    """Boards by what they are matched by, and what has been matched so far."""

    known: Sequence[KnownBoard]
    boards: Mapping[int, KnownBoard] = field(init=False)
    nits: dict[str, list[KnownBoard]] = field(init=False, default_factory=dict)
    keys: dict[tuple[str, str, str], list[KnownBoard]] = field(init=False, default_factory=dict)
    taken: set[int] = field(init=False, default_factory=set)
    matched: list[Matched] = field(init=False, default_factory=list)
    doubtful: list[Doubtful] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.boards = {board.id: board for board in self.known}
        for board in self.known:
            if number := nit_number(board.nit):
                self.nits.setdefault(number, []).append(board)
            self.keys.setdefault(_key(board), []).append(board)

    def by_nit(self, row: RosterRow) -> bool:
        """Settle a row whose tax number is known."""
        found = self.nits.get(nit_number(row.nit) or "", [])
        if not found:
            return False
        same = [board for board in found if _same_or_near(row, board) and board.id not in self.taken]
        if len(same) == 1:
            self._match(row, same[0])
        else:
            self.doubt(row, [board.id for board in found], "nit_of_several" if len(found) > 1 else "nit_of_another")
        return True

    def by_name(self, row: RosterRow) -> bool:
        """Settle a row whose kind, name, barrio and sector are known."""
        found = self.keys.get(_key(row), [])
        if not found:
            return False
        free = [board for board in found if board.id not in self.taken]
        if len(free) == 1:
            self._match(row, free[0])
        else:
            self.doubt(row, [board.id for board in found], "same_place_and_name")
        return True

    def doubt(self, row: RosterRow, board_ids: list[int], why: Why) -> None:
        """Leave the row to somebody."""
        self.doubtful.append(Doubtful(row, tuple(board_ids), why))

    def _match(self, row: RosterRow, board: KnownBoard) -> None:
        self.taken.add(board.id)
        self.matched.append(Matched(board.id, row, _changes(row, board)))


def _changes(row: RosterRow, board: KnownBoard) -> tuple[FieldChange, ...]:
    changes = []
    for name in _COMPARED:
        old, new = getattr(board, name), getattr(row, name)
        if not new or new == old:
            continue
        if name == "nit" and "-" not in new and nit_number(old) == new:
            continue  # the same number; the known one has its check digit too
        changes.append(FieldChange(name, old, new))
    return tuple(changes)


def _same_or_near(row: RosterRow, board: KnownBoard) -> bool:
    if _key(row) == _key(board):
        return True
    near = near_same(row.name, row.barrio, row.sector, [_entry(board)])
    # Moved to the right barrio, or with a new sector: what is left of the name decides.
    return bool(near) or bool(near_same(row.name, "", row.sector, [_entry(board, barrio="")]))


def _two_nits(row: RosterRow, board: KnownBoard) -> bool:
    return None not in {row.nit, board.nit} and nit_number(row.nit) != nit_number(board.nit)


def _key(board: RosterRow | KnownBoard) -> tuple[str, str, str]:
    return board_key(board.kind, board.name, board.barrio, board.sector)


def _entry(board: KnownBoard, barrio: str | None = None) -> BoardEntry:
    place = board.barrio if barrio is None else barrio
    return BoardEntry(board.id, board.kind, board.name, place, board.sector, board.localidad, board.comuna, board.nit)
