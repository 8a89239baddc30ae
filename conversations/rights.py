"""Who may do what: the one table of rights, and the only place that reads it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal, get_args

StaffRole = Literal["owner", "coordinator", "observer"]
STAFF_ROLES: Final[tuple[StaffRole, ...]] = get_args(StaffRole)

Action = Literal[
    "see_boards",  # names, places, states, counts, timelines without people's names
    "see_people",  # who holds an office, masked numbers, what they wrote
    "decide_claims",  # approve, reject, ask for more
    "edit_boards",  # correct, merge, deactivate, bring back
    "enter_boards",  # enter a board for somebody who has no phone
    "export_people",  # the call list
    "import_roster",
    "see_team",
    "change_team",  # invite, revoke
    "see_health",
    "see_tickets",  # who asked the team what, and what was answered
    "answer_tickets",  # answer, take, pass on, close
]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)

_OBSERVER: frozenset[Action] = frozenset({"see_boards"})
_COORDINATOR: frozenset[Action] = _OBSERVER | {
    "see_people", "decide_claims", "edit_boards", "enter_boards", "export_people", "see_team",
    "see_tickets", "answer_tickets",
}  # fmt: skip
RIGHTS: Final[dict[StaffRole, frozenset[Action]]] = {
    "observer": _OBSERVER,
    "coordinator": _COORDINATOR,
    "owner": _COORDINATOR | {"import_roster", "change_team", "see_health"},
}
# How long a link into the team can be used.
INVITATION_LIFE: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Staff:
    """A place in the team. ``localidad``: the only one it covers; None is the whole city."""

    role: StaffRole
    localidad: str | None = None


def may(staff: Staff | None, action: Action, localidad: str | None = None) -> bool:
    """Whether the action is allowed; with ``localidad``, on something that lies there."""
    if staff is None or action not in RIGHTS[staff.role]:
        return False
    return localidad is None or staff.localidad is None or staff.localidad == localidad
