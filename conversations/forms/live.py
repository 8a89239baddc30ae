"""One filling while it is worked on: writes a value and works out everything that depends on it, in order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from heapq import heapify, heappop, heappush
from random import Random

from conversations.forms.cells import Cell, cells_at, grown, hide, planted, refresh, show
from conversations.forms.choices import choice_name, offered_values
from conversations.forms.definition import Form, Step
from conversations.forms.entries import BY_FORM
from conversations.forms.node import Kind, Node
from conversations.forms.place import Place
from conversations.forms.stored_values import stored
from conversations.forms.texts import label_of
from conversations.forms.xpath import Context, DateNames, Environment, Expression, Table, XPathError
from conversations.forms.xpath.context import ENGLISH_NAMES

# No survey has more; a slip in a count must not fill the memory.
MOST_INSTANCES = 500
# How often, on average, a rule may run in one go before a ring of rules is left as it is.
_PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a filling: its identity, the person's zone and what the form may ask about them.

    ``identity`` is a UUID; dice thrown by the form follow from it. ``properties`` answers preloads such as
    ``username``. ``tables`` are attached files for pulldata by name without ending.
    """

    identity: str
    zone: tzinfo
    properties: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    names: DateNames = ENGLISH_NAMES


class Live:
    """The tree of cells with its rules running. ``record`` is told of every change that the log has to know."""

    def __init__(self, form: Form, setting: Setting, now: datetime, language: str) -> None:
        self.form = form
        self.setting = setting
        self.language = language
        self.record: Callable[[str, str | None, str | None, str], None] = lambda *_: None
        self.root = grown(form, form.seed, "/" + form.seed.name)
        self.root.top()
        self.touched: list[Cell] = []
        self.planted: list[Cell] = []
        self.held = False
        # The way through the form as it is now; laid out anew after something came or went.
        self.way: tuple[Place, ...] | None = None
        self.at(now)

    def at(self, now: datetime, dice: str = "") -> None:
        """The moment, and the dice, that expressions see from here on."""
        self.now = now
        self.environment = self.throwing(f"{self.setting.identity}:{now.isoformat()}:{dice}")

    def throwing(self, seed: str) -> Environment:
        """The surroundings of expressions with dice of their own."""
        return Environment(
            root=self.root,
            now=self.now,
            zone=self.setting.zone,
            random=Random(seed),  # noqa: S311  forms shuffle with it
            instances=self.form.lists,
            tables=self.setting.tables,
            choice_name=lambda value, path, context: choice_name(self, value, path, context),
            itext=lambda name: label_of(self, name),
            names=self.setting.names,
            namespaces=self.form.namespaces,
        )

    # --- evaluating ---

    def holds(self, expression: Expression | None, node: Node, *, without: bool) -> bool:
        """Whether the rule holds at the node; ``without`` is the answer where there is no rule, or a broken one."""
        if expression is None:
            return without
        try:
            return expression.as_boolean(Context(node, self.environment))
        except XPathError:
            return without

    def value(self, expression: Expression, node: Node) -> str:
        """What the expression gives at the node, as text; nothing for a broken one, and for what is no number."""
        try:
            found = expression.as_string(Context(node, self.environment))
        except XPathError:
            return ""
        return "" if found in ("NaN", "Infinity", "-Infinity") else found

    # --- changing ---

    def write(self, cell: Cell, value: str, by: str) -> None:
        """Sets the stored value; what depends on it is worked out by ``settle``."""
        if cell.text == value:
            return
        self.record(cell.key, cell.text, value, by)
        cell.text = value
        if by == BY_FORM:
            # What the form wrote, the person has not seen yet.
            cell.asked = False
        self.touched.append(cell)

    def settle(self, steps: Iterable[int]) -> None:
        """Works out these steps and whatever changes because of them, each after what it depends on."""
        waiting = list(dict.fromkeys(steps))
        heapify(waiting)
        queued = set(waiting)
        order, plan = self.form.plan.order, self.form.plan
        patience = _PATIENCE * len(order)
        while waiting and patience:
            patience -= 1
            position = heappop(waiting)
            queued.discard(position)
            step = order[position]
            if not self._run(step):
                continue
            after = plan.readers if step.what in ("calculate", "choices") else plan.below
            for following in after.get(step.path, ()):
                if following not in queued:
                    queued.add(following)
                    heappush(waiting, following)

    def _run(self, step: Step) -> bool:
        match step.what:
            case "relevant":
                return self._relevant(step.path)
            case "calculate":
                return self._calculate(step.path)
            case "count":
                return self._count(step.path)
            case "choices":
                return self._choices(step.path)

    def _relevant(self, path: str) -> bool:
        rule = self.form.fields[path].bind.relevant
        changed = False
        for cell in cells_at(self.root, path):
            own = self.holds(rule, cell, without=True)
            if own != cell.own_relevant:
                cell.own_relevant = own
                refresh(cell)
                self.way = None
                changed = True
        return changed

    def _calculate(self, path: str) -> bool:
        bind = self.form.fields[path].bind
        if bind.calculate is None:
            return False
        place, attribute, name = path.partition("/@")
        kept = path in self.form.plan.kept
        if kept and self.held:
            return False
        changed = False
        for cell in cells_at(self.root, place):
            if not cell.relevant:
                continue
            node: Node = cell
            if attribute:
                node = next((a for a in cell.attribute_nodes() if a.name == name), Node(name, kind=Kind.ATTRIBUTE))
            worked_out = self.value(bind.calculate, node)
            value = stored(bind.type, worked_out[:10] if bind.type == "date" else worked_out)
            if attribute:
                changed |= cell.attributes.get(name) != value
                cell.attributes[name] = value
            elif value != cell.text:
                if kept:
                    self.write(cell, value, BY_FORM)
                else:
                    cell.text = value
                    self.touched.append(cell)
                changed = True
        return changed

    def _count(self, path: str) -> bool:
        repeat = self.form.repeats[path]
        place, _, name = path.rpartition("/")
        changed = False
        for parent in cells_at(self.root, place):
            ghost = Node(name)
            ghost.parent = parent
            wanted = stored("int", "" if repeat.count is None else self.value(repeat.count, ghost))
            changed |= self.resize(parent, name, min(max(int(wanted or 0), 0), MOST_INSTANCES))
        return changed

    def resize(self, parent: Cell, name: str, wanted: int) -> bool:
        """So many instances in view: the last ones go out of view, those out of view come back before new ones."""
        here = parent.instances(name)
        for cell in reversed(here[wanted:]):
            self.record(cell.key, "", None, BY_FORM)
            self.conceal(parent, cell)
        for _ in range(wanted - len(here)):
            self.reveal(parent, name, BY_FORM)
        return wanted != len(here)

    def reveal(self, parent: Cell, name: str, by: str, *, new: bool = False) -> Cell:
        """Brings the first instance out of view back, or plants one if there is none or a ``new`` one is wanted."""
        out = sorted(parent.hidden.get(name, ()), key=lambda cell: cell.ordinal)
        if out and not new:
            cell = out[0]
            parent.hidden[name].remove(cell)
            show(self.form, parent, cell)
        else:
            cell = planted(self.form, parent, name, parent.last_number.get(name, 0) + 1)
            self.planted.append(cell)
        self.way = None
        self.record(cell.key, None, "", by)
        return cell

    def conceal(self, parent: Cell, cell: Cell) -> None:
        """Takes an instance out of view."""
        hide(parent, cell)
        self.way = None

    def _choices(self, path: str) -> bool:
        question = self.form.questions[path]
        changed = False
        for cell in cells_at(self.root, path):
            if not cell.relevant or not (cell.text or (question.kind == "rank" and cell.touched)):
                continue
            offered = offered_values(self, cell)
            given = [cell.text] if question.kind == "select1" else cell.text.split()
            kept = [value for value in given if value in offered]
            if question.kind == "rank":
                kept += [value for value in offered if value not in kept]
            if kept != given:
                self.write(cell, " ".join(kept), BY_FORM)
                changed = True
        return changed

    def steps_inside(self, path: str) -> Iterable[int]:
        """The steps to take when an instance of a repeat comes or goes."""
        return self.form.plan.below.get(path, ())
