"""What was read from a list of boards, as JSON that waits for somebody to confirm it, and read back."""

from collections.abc import Mapping, Sequence
from typing import Any

from conversations.decisions import Words
from conversations.roster import RosterSheet
from conversations.roster_columns import RosterColumns
from conversations.roster_plan import KnownBoard, RosterPlan
from conversations.roster_words import change_words, doubt_words, error_words

FIELDS = ("kind", "name", "localidad", "comuna", "barrio", "sector", "nit", "personeria", "ruc", "registry_state")
_MOST_TOLD = 50

Outcome = Mapping[str, Any]


def outcome_of(
    sheet: RosterSheet, plan: RosterPlan, known: Sequence[KnownBoard], columns: RosterColumns, revision: int
) -> dict[str, Any]:
    """The plan to be applied, its counts, and everything worth telling; ``revision``: of the register it rests on."""
    if sheet.refused:
        return failed(error_words(sheet.errors[0], columns))
    by_id = {board.id: board for board in known}
    matched = (*plan.changed, *plan.unchanged)
    missing = [Words("import-missing", {"board": board.name}) for board in plan.missing]
    changes = [line for match in plan.changed for line in change_words(match, columns)]
    ignored = [Words("roster-preview-ignored", {"columns": ", ".join(sheet.ignored)})] if sheet.ignored else []
    told = [
        *(error_words(error, columns) for error in sheet.errors),
        *(doubt_words(doubtful, by_id) for doubtful in plan.doubtful[:_MOST_TOLD]),
        *changes[:_MOST_TOLD],
        *(error_words(warning, columns) for warning in sheet.warnings),
        *ignored,
        *missing[:_MOST_TOLD],
    ]
    return {
        "revision": revision,
        "new": [{name: getattr(row, name) for name in FIELDS} for row in plan.new],
        "changed": [
            {"id": match.board_id, "values": {change.field: change.new for change in match.changes}}
            for match in plan.changed
        ],
        "seen": sorted({match.board_id for match in matched}),
        "unmarked": sum(not by_id[match.board_id].in_roster for match in matched if match.board_id in by_id),
        "counts": {
            "read": len(sheet.rows), "new": len(plan.new), "changed": len(plan.changed),
            "unchanged": len(plan.unchanged), "doubtful": len(plan.doubtful), "missing": len(plan.missing),
            "errors": sheet.error_count, "warnings": sheet.warning_count,
        },
        "told": [_plain(words) for words in told],
    }  # fmt: skip


def failed(why: Words) -> dict[str, Any]:
    """The file could not be used."""
    return {"why": _plain(why)}


def why_failed(outcome: Outcome | None) -> Words:
    """Why a file could not be used."""
    held = (outcome or {}).get("why")
    return _words(held) if isinstance(held, dict) else Words("import-not-fetched")


def counts(outcome: Outcome) -> dict[str, int]:
    """Rows by what becomes of them, and the errors and warnings."""
    return dict(outcome["counts"])


def told(outcome: Outcome) -> tuple[Words, ...]:
    """Errors first, then doubts, changes, warnings, and boards that the file lacks."""
    return tuple(_words(each) for each in outcome["told"])


def changes_anything(outcome: Outcome) -> bool:
    """Whether importing it would write anything."""
    return bool(outcome["new"] or outcome["changed"] or outcome["unmarked"])


def _plain(words: Words) -> dict[str, Any]:
    args = {name: _plain(value) if isinstance(value, Words) else value for name, value in words.args.items()}
    return {"key": words.key, "args": args}


def _words(plain: Mapping[str, Any]) -> Words:
    args = {name: _words(value) if isinstance(value, dict) else value for name, value in plain["args"].items()}
    return Words(plain["key"], args)
