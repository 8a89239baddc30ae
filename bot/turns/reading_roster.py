"""What importing a list would do to the register as it is: the plan, ready to wait for somebody's word."""

from dataclasses import dataclass, fields
from typing import Any

from bot.reports.roster_file import not_a_sheet_words
from bot.reports.sheets import NotASheet
from conversations.roster import RosterSheet
from conversations.roster_columns import RosterColumns
from conversations.roster_history import history_of, plan_roster
from conversations.roster_outcome import failed, outcome_of
from conversations.roster_plan import KnownBoard, RosterPlan
from storage import boards
from storage.boards import BoardRow
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Register:
    """What a list is compared with, as it was at a revision: comparing takes seconds and holds no transaction."""

    known: tuple[KnownBoard, ...] = ()
    merged: tuple[tuple[KnownBoard, int], ...] = ()
    changes: tuple[tuple[int, str, str | None, str | None], ...] = ()
    revision: int = 0

    def plan(self, sheet: RosterSheet) -> RosterPlan:
        """What the list would do."""
        return plan_roster(sheet.rows, self.known, history_of(self.known, self.merged, self.changes))


def register_of(tx: Transaction) -> Register:
    """The register as this transaction sees it."""
    return Register(
        tuple(_known(row) for row in boards.importable(tx)),
        tuple((_known(row), kept) for row, kept in boards.merged(tx)),
        tuple(boards.all_changes(tx)),
        boards.revision(tx),
    )


def roster_outcome(
    register: Register, sheet: RosterSheet | NotASheet, columns: RosterColumns
) -> tuple[str, dict[str, Any]]:
    """``ready`` or ``failed``, and what there is to say or to apply."""
    if isinstance(sheet, NotASheet):
        return "failed", failed(not_a_sheet_words(sheet))
    outcome = outcome_of(sheet, register.plan(sheet), register.known, columns, register.revision)
    return ("failed" if sheet.refused else "ready"), outcome


def _known(row: BoardRow) -> KnownBoard:
    return KnownBoard(**{field.name: getattr(row, field.name) for field in fields(KnownBoard)})
