"""What is told about a roster that was read: each error with its remedy, each change, each doubt, and the counts."""

from collections.abc import Mapping, Sequence
from typing import Final

from conversations.decisions import Words
from conversations.roster import RosterError, RosterSheet
from conversations.roster_columns import RosterColumns
from conversations.roster_plan import Doubtful, FieldChange, KnownBoard, Matched, RosterPlan

_TITLE_OF: Final = {"registry_state": "state"}


def error_words(error: RosterError, columns: RosterColumns) -> Words:
    """Where it is, what is wrong and what to do; errors of the whole file have no place."""
    what = Words(error.key, dict(error.args))
    if error.row == 0:
        return what
    row = str(error.row)
    if not error.column:
        return Words("roster-at-row", {"row": row, "what": what})
    return Words("roster-at-cell", {"row": row, "column": columns.titles[error.column], "what": what})


def change_words(matched: Matched, columns: RosterColumns) -> tuple[Words, ...]:
    """Each change of a known board in a line of its own."""
    row = str(matched.row.row)
    return tuple(
        Words("roster-change-of", {"row": row, "board": matched.row.name, "changes": _changed(change, columns)})
        for change in matched.changes
    )


def doubt_words(doubtful: Doubtful, known: Mapping[int, KnownBoard]) -> Words:
    """Which boards a row may be, and why somebody has to decide."""
    why = Words(f"roster-doubt-{doubtful.why.replace('_', '-')}")
    others = "; ".join(known[board_id].name for board_id in doubtful.board_ids)
    row = str(doubtful.row.row)
    return Words("roster-doubt", {"row": row, "board": doubtful.row.name, "why": why, "others": others})


def preview(
    sheet: RosterSheet, plan: RosterPlan, known: Sequence[KnownBoard], columns: RosterColumns
) -> tuple[Words, ...]:
    """The whole preview, a line each: counts first, then what was wrong, doubtful and changed."""
    if sheet.refused:
        return tuple(error_words(error, columns) for error in sheet.errors)
    by_id = {board.id: board for board in known}
    lines = [_counted("read", len(sheet.rows)), _counted("new", len(plan.new))]
    if known:
        lines += [_counted("changed", len(plan.changed)), _counted("unchanged", len(plan.unchanged))]
    if plan.missing:
        lines.append(_counted("missing", len(plan.missing)))
    if sheet.ignored:
        lines.append(Words("roster-preview-ignored", {"columns": ", ".join(sheet.ignored)}))
    for name, count, told in (
        ("errors", sheet.error_count, sheet.errors),
        ("warnings", sheet.warning_count, sheet.warnings),
    ):
        if count:
            lines += [_counted(name, count), *(error_words(error, columns) for error in told)]
            if count > len(told):
                lines.append(_counted("more", count - len(told)))
    if plan.doubtful:
        lines += [_counted("doubtful", len(plan.doubtful)), *(doubt_words(one, by_id) for one in plan.doubtful)]
    for matched in plan.changed:
        lines += change_words(matched, columns)
    return tuple(lines)


def _counted(name: str, count: int) -> Words:
    return Words(f"roster-preview-{name}", {"count": count})


def _changed(change: FieldChange, columns: RosterColumns) -> Words:
    title = columns.titles[_TITLE_OF.get(change.field, change.field)]
    old, new = _value(change.field, change.old), _value(change.field, change.new)
    return Words("roster-change", {"field": title, "old": old, "new": new})


def _value(name: str, value: str | None) -> str | Words:
    if not value:
        return Words("answer-skipped")
    if name == "kind":
        return Words(f"kind-{value}")
    return Words(f"roster-state-{value}") if name == "registry_state" else value
