"""One filling of a form: what a person does to it, and its log, from which it can be built again."""

from collections.abc import Iterable
from datetime import datetime

from conversations.forms.acting import load, readers_of, settle_all
from conversations.forms.cells import Cell, find, hide, planted, show, steps_of
from conversations.forms.checking import Violation, violation
from conversations.forms.choices import offered_values
from conversations.forms.definition import Form
from conversations.forms.entries import BY_FORM, Entry
from conversations.forms.live import Live, Setting
from conversations.forms.stored_values import stored


class UnknownPlace(Exception):
    """The key leads to nothing in view: a bug, or a form that changed."""


class Instance:
    """A filling at work. The log is the truth: ``rebuild`` with the same form and setting gives the same state."""

    def __init__(self, form: Form, setting: Setting, now: datetime, language: str = "") -> None:
        self.log: list[Entry] = []
        self._by = BY_FORM
        self.live = Live(form, setting, now, language or form.default_language)

    @property
    def form(self) -> Form:
        """The form that is filled."""
        return self.live.form

    @property
    def root(self) -> Cell:
        """The top of the tree."""
        return self.live.root

    def cell(self, key: str) -> Cell:
        """The cell with this key. Raises UnknownPlace."""
        found = find(self.root, key)
        if found is None:
            raise UnknownPlace(key)
        return found

    # --- what a person does ---

    def propose(self, key: str, value: str, at: datetime) -> Violation | None:
        """What would be wrong with this answer; nothing changes. ``value`` as stored. Raises UnknownPlace."""
        self.live.at(at)
        cell = self.cell(key)
        return violation(self.live, cell, stored(cell.field.bind.type, value))

    def answer(self, key: str, value: str, at: datetime, by: str) -> Violation | None:
        """Takes the answer if it may stand and says what is wrong if not. Raises UnknownPlace."""
        wrong = self.propose(key, value, at)
        if wrong is None:
            self.put(key, value, at, by)
        return wrong

    def put(self, key: str, value: str, at: datetime, by: str) -> None:
        """Takes the answer whether it may stand or not: passed over (``""``), prefilled, or imported."""
        self._begin(at)
        cell = self.cell(key)
        kept = stored(cell.field.bind.type, value)
        question = self.form.questions.get(cell.field.path)
        if question is not None and question.kind == "select" and kept:
            chosen = kept.split()
            kept = " ".join(offered for offered in offered_values(self.live, cell) if offered in chosen)
        if by != BY_FORM:
            cell.asked = cell.touched = True
        if kept == cell.text:
            # Passed over, or confirmed: that is an act of the person too.
            self._record(cell.key, cell.text, kept, by)
            return
        self.live.write(cell, kept, by)
        settle_all(self.live, readers_of(self.live, [cell]))

    def add(self, parent_key: str, name: str, at: datetime, by: str) -> Cell:
        """Another instance of the repeat ``name`` below the parent. Raises UnknownPlace."""
        self._begin(at)
        parent = self.cell(parent_key)
        if name in parent.closed:
            self._close(parent, name, by, closed=False)
        cell = self.live.reveal(parent, name, by, new=True)
        settle_all(self.live, tuple(self.live.steps_inside(cell.field.path)))
        return cell

    def remove(self, key: str, at: datetime, by: str) -> None:
        """Takes a repeat instance away; its answers stay in the log. Raises UnknownPlace."""
        self._begin(at)
        cell = self.cell(key)
        parent = cell.above
        if parent is None or not cell.ordinal:
            raise UnknownPlace(key)
        self._record(key, "", None, by)
        self.live.conceal(parent, cell)
        settle_all(self.live, tuple(self.live.steps_inside(cell.field.path)))

    def no_more(self, parent_key: str, name: str, at: datetime, by: str) -> None:
        """The person says no to another instance of the repeat. Raises UnknownPlace."""
        self._begin(at)
        parent = self.cell(parent_key)
        if name not in parent.closed:
            self._close(parent, name, by, closed=True)

    def take_up(self, at: datetime) -> None:
        """The filling is taken up again after a while: load events and values of the day are worked out anew."""
        self._begin(at)
        load(self.live, first=False)
        settle_all(self.live, tuple(range(len(self.form.plan.order))))

    # --- inside ---

    def _begin(self, at: datetime) -> None:
        self.live.at(at, str(len(self.log)))
        self.live.record = self._record

    def _record(self, key: str, old: str | None, new: str | None, by: str) -> None:
        self.log.append(Entry(key, old, new, self.live.now, by))

    def _close(self, parent: Cell, name: str, by: str, *, closed: bool) -> None:
        self._record(f"{parent.key}/{name}{{0}}", None if closed else "", "" if closed else None, by)
        (parent.closed.add if closed else parent.closed.discard)(name)


def start(form: Form, setting: Setting, now: datetime, language: str = "") -> Instance:
    """A fresh filling: defaults set, everything worked out."""
    instance = Instance(form, setting, now, language)
    instance._begin(now)  # noqa: SLF001  the other half of the constructor
    live = instance.live
    everything = tuple(range(len(form.plan.order)))
    live.settle(everything)
    load(live, first=True)
    settle_all(live, everything)
    return instance


def rebuild(form: Form, setting: Setting, log: Iterable[Entry], now: datetime, language: str = "") -> Instance:
    """The filling that this log tells of. Entries for places that the form does not have are kept and passed over."""
    instance = Instance(form, setting, now, language)
    instance.log = list(log)
    for entry in instance.log:
        _replay(instance, entry)
    live = instance.live
    live.held = True
    live.settle(range(len(form.plan.order)))
    live.held = False
    live.way = None
    live.touched.clear()
    live.planted.clear()
    return instance


def _replay(instance: Instance, entry: Entry) -> None:
    steps = steps_of(entry.key)
    parent = instance.root
    for name, number in steps[:-1]:
        below = _below(parent, name, number)
        if below is None:
            return
        parent = below
    name, number = steps[-1] if steps else ("", 0)
    if not entry.key.endswith("}"):
        cell = _below(parent, name, number) if steps else parent
        if cell is not None:
            cell.text = entry.new or ""
            cell.asked = entry.by != BY_FORM
            cell.touched = cell.touched or cell.asked
    elif not number:
        (parent.closed.discard if entry.new is None else parent.closed.add)(name)
    else:
        _replay_instance(instance.form, parent, name, number, comes=entry.new is not None)


def _replay_instance(form: Form, parent: Cell, name: str, number: int, *, comes: bool) -> None:
    cell = _below(parent, name, number)
    in_view = cell is not None and cell in parent.children
    if cell is None:
        repeated = form.fields.get(f"{parent.field.path}/{name}")
        if comes and repeated is not None and repeated.template is not None:
            planted(form, parent, name, number)
    elif comes and not in_view:
        parent.hidden[name].remove(cell)
        show(form, parent, cell)
    elif in_view and not comes:
        hide(parent, cell)


def _below(parent: Cell, name: str, number: int) -> Cell | None:
    """The child with this name and id, in view or not."""
    known = [*parent.instances(name), *parent.hidden.get(name, ())]
    return next((child for child in known if child.ordinal == number), None)
