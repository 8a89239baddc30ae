"""Writes an imported list into the register: new boards, changed fields, and the mark of having stood in the list."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage import audit, boards
from storage.boards import BoardDraft
from storage.database import Transaction

_FIELDS = (
    "kind", "name", "localidad", "comuna", "barrio", "sector", "nit", "personeria", "ruc", "registry_state",
)  # fmt: skip


def apply_roster(tx: Transaction, plan: Mapping[str, Any], actor: int, now: datetime) -> tuple[int, int]:
    """Write a plan: ``new`` (rows by field name) and ``changed`` (``id`` and ``values``), ``seen`` (ids in the list).

    Returns how many boards were entered and changed.
    """
    entered = changed = 0
    for row in plan.get("new", ()):
        draft = BoardDraft(**{field: row.get(field) for field in _FIELDS}, in_roster=True)
        board = boards.record(tx, draft, None, now)
        audit.record(tx, actor, "board_imported", f"board:{board}", now)
        entered += 1
    for row in plan.get("changed", ()):
        if boards.save_fields(tx, row["id"], row["values"], audit.BOT, now):
            audit.record(tx, actor, "board_reimported", f"board:{row['id']}", now)
            changed += 1
    for board in plan.get("seen", ()):
        boards.save_in_roster(tx, board)
        if boards.get(tx, board).status == "proposed":  # the city's own list has it: it is no longer in doubt
            boards.save_status(tx, board, "listed", now)
            audit.record(tx, actor, "board_listed", f"board:{board}", now)
    audit.record(tx, actor, "roster_imported", f"boards:{entered + changed}", now)
    return entered, changed
