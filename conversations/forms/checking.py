"""Whether an answer may stand: required, constraint, and choices that are offered."""

from dataclasses import dataclass
from typing import Literal

from conversations.forms.cells import Cell
from conversations.forms.choices import offered_values
from conversations.forms.live import Live
from conversations.forms.texts import said
from conversations.forms.xpath import Context, XPathError


@dataclass(frozen=True, slots=True)
class Violation:
    """Why a value may not stand; ``message`` is the form's own text for it, ``""`` if it has none."""

    rule: Literal["required", "constraint", "choice"]
    message: str = ""


def violation(live: Live, cell: Cell, value: str | None = None) -> Violation | None:
    """What is wrong with the cell's value, or with a ``value`` that is about to be written; None if it may stand.

    Constraints are for answers: what is empty can only be required. A cell that does not matter now breaks nothing.
    """
    if not cell.relevant:
        return None
    looked_at = cell.text if value is None else value
    bind = cell.field.bind
    if not looked_at:
        if live.holds(bind.required, cell, without=False):
            return Violation("required", said(live, bind.required_text, cell))
        return None
    if value is not None and not _is_offered(live, cell, value):
        return Violation("choice")
    if bind.constraint is not None:
        try:
            holds = bind.constraint.as_boolean(Context(cell, live.environment, proposed=looked_at))
        except XPathError:
            # An author's slip must not lock a person out; lint names it.
            holds = True
        if not holds:
            return Violation("constraint", said(live, bind.constraint_text, cell))
    return None


def _is_offered(live: Live, cell: Cell, value: str) -> bool:
    question = live.form.questions.get(cell.field.path)
    if question is None or question.kind not in ("select1", "select", "rank"):
        return True
    offered = offered_values(live, cell)
    given = [value] if question.kind == "select1" else value.split()
    return all(part in offered for part in given)
