"""Importing a list into a register that was corrected since: what a board was called before is still that board."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from conversations.board_names import board_key
from conversations.roster import RosterRow
from conversations.roster_plan import KnownBoard, Matched, RosterPlan, plan_import

Key = tuple[str, str, str]
_IN_THE_KEY = frozenset({"kind", "name", "barrio", "sector"})


@dataclass(frozen=True, slots=True)
class History:
    """``merged``: keys of boards that became another one → its id. ``former``: keys a board had → its id.

    ``corrected``: (board, field) → values that were replaced since.
    """

    merged: Mapping[Key, int] = field(default_factory=dict)
    former: Mapping[Key, int] = field(default_factory=dict)
    corrected: Mapping[tuple[int, str], frozenset[str]] = field(default_factory=dict)


def history_of(
    known: Sequence[KnownBoard],
    merged: Iterable[tuple[KnownBoard, int]],
    changes: Iterable[tuple[int, str, str | None, str | None]],
) -> History:
    """``changes``: (board, field, old, new), the newest first."""
    now = {_key(board): board.id for board in known}
    former: dict[Key, int] = {}
    corrected: dict[tuple[int, str], set[str]] = {}
    earlier = {board.id: board for board in known}
    for board_id, name, old, _ in changes:
        if board_id not in earlier:
            continue
        if old:
            corrected.setdefault((board_id, name), set()).add(old)
        if name in _IN_THE_KEY:
            earlier[board_id] = _before(earlier[board_id], name, old)
            former.setdefault(_key(earlier[board_id]), board_id)
    return History(
        merged={key: kept for board, kept in merged if now.get(key := _key(board), kept) == kept},
        former={key: board_id for key, board_id in former.items() if key not in now},
        corrected={place: frozenset(values) for place, values in corrected.items()},
    )


def plan_roster(rows: Sequence[RosterRow], known: Sequence[KnownBoard], history: History) -> RosterPlan:
    """The plan of an import that neither doubles what was merged or renamed nor takes corrections back."""
    gone = history.merged.keys() - {_key(board) for board in known}
    aside = [Matched(history.merged[_key(row)], row) for row in rows if _key(row) in gone]
    plan = plan_import([row for row in rows if _key(row) not in gone], known)
    matched = {match.board_id for match in (*plan.changed, *plan.unchanged)}
    for row in (*plan.new, *(doubtful.row for doubtful in plan.doubtful)):
        board_id = history.merged.get(_key(row))
        if board_id is None and (board_id := history.former.get(_key(row))) in matched:
            continue
        if board_id is not None:
            matched.add(board_id)
            aside.append(Matched(board_id, row))
    settled = {match.row.row for match in aside}
    kept = [_without_corrected(match, history) for match in plan.changed]
    seen = {match.board_id for match in aside}
    return RosterPlan(
        new=tuple(row for row in plan.new if row.row not in settled),
        changed=tuple(match for match in kept if match.changes),
        unchanged=tuple(chain(plan.unchanged, (match for match in kept if not match.changes), aside)),
        doubtful=tuple(doubtful for doubtful in plan.doubtful if doubtful.row.row not in settled),
        missing=tuple(board for board in plan.missing if board.id not in seen),
    )


def _without_corrected(match: Matched, history: History) -> Matched:
    """The list still says what was corrected since: what is known stays."""
    changes = tuple(
        change for change in match.changes
        if change.new not in history.corrected.get((match.board_id, change.field), frozenset())
    )  # fmt: skip
    return replace(match, changes=changes)


def _before(board: KnownBoard, name: str, old: str | None) -> KnownBoard:
    match name:
        case "kind":
            return replace(board, kind=old or "")
        case "name":
            return replace(board, name=old or "")
        case "barrio":
            return replace(board, barrio=old or "")
        case _:
            return replace(board, sector=old)


def _key(board: RosterRow | KnownBoard) -> Key:
    return board_key(board.kind, board.name, board.barrio, board.sector)
