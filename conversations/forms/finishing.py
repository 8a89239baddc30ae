"""The end of a filling: everything is checked once more, and what matters is handed over as a record and as XML."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from conversations.forms.acting import end
from conversations.forms.cells import Cell
from conversations.forms.checking import Violation, violation
from conversations.forms.instance import Instance
from conversations.forms.walking import is_note, places

_OPENROSA = "http://openrosa.org/xforms"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that keeps the filling from being handed over."""

    key: str
    violation: Violation


@dataclass(frozen=True, slots=True)
class Submission:
    """A finished filling. ``record``: place without the root, repeat instances numbered (``person[2]/age``) → value."""

    record: dict[str, str]
    xml: str


def refusals(instance: Instance) -> tuple[Refusal, ...]:
    """Everything that matters and may not stand, in the order it is asked; then what is never asked."""
    found: dict[str, Violation] = {}
    asked = [place.cell for place in places(instance) if place.kind == "question"]
    for cell in (*asked, *instance.root.below()):
        if cell.key in found or cell.children or is_note(instance, cell):
            continue
        wrong = violation(instance.live, cell)
        if wrong is not None:
            found[cell.key] = wrong
    return tuple(Refusal(key, wrong) for key, wrong in found.items())


def finish(instance: Instance, at: datetime) -> Submission | tuple[Refusal, ...]:
    """The submission, or everything that keeps it from being one."""
    instance.live.at(at)
    wrong = refusals(instance)
    if wrong:
        return wrong
    end(instance.live)
    return Submission(record(instance), submission_xml(instance))


def record(instance: Instance) -> dict[str, str]:
    """Every value that matters, also the empty ones."""
    found: dict[str, str] = {}

    def visit(cell: Cell, path: str) -> None:
        numbers: Counter[str] = Counter()
        for child in cell.cells():
            if not child.relevant:
                continue
            numbers[child.name] += 1
            step = f"{child.name}[{numbers[child.name]}]" if child.is_repeat else child.name
            below = f"{path}/{step}" if path else step
            if child.field.is_group:
                visit(child, below)
            else:
                found[below] = child.text

    visit(instance.root, "")
    return found


def submission_xml(instance: Instance) -> str:
    """The instance as a form server takes it: without what does not matter."""
    used: set[str] = set()
    for cell in instance.root.below():
        used.update(name.partition(":")[0] for name in (f"{cell.prefix}:", *cell.attributes) if ":" in name)
    namespaces = {"orx": _OPENROSA, **instance.form.namespaces}
    declared = "".join(f" xmlns:{prefix}={quoteattr(namespaces.get(prefix, prefix))}" for prefix in sorted(used - {""}))
    written: list[str] = []
    _write(instance.root, written, declared)
    return "".join(written)


def _write(cell: Cell, written: list[str], declared: str = "") -> None:
    tag = f"{cell.prefix}:{cell.name}" if cell.prefix else cell.name
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in cell.attributes.items())
    inside = [child for child in cell.cells() if child.relevant]
    if not inside and not cell.text:
        written.append(f"<{tag}{declared}{attributes}/>")
        return
    written.append(f"<{tag}{declared}{attributes}>")
    if inside:
        for child in inside:
            _write(child, written)
    else:
        written.append(escape(cell.text))
    written.append(f"</{tag}>")
