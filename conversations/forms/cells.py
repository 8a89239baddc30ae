"""The live tree of one filling: cells that know their place in the form, and repeat instances that keep their ids."""

from collections.abc import Iterator

from conversations.forms.definition import Field, Form, Seed
from conversations.forms.node import Node
from conversations.forms.stored_values import stored


class Cell(Node):
    """A node of the primary instance. ``ordinal`` is the lasting id of a repeat instance among its siblings, else 0.

    ``own_relevant`` is what its own rule says; ``relevant`` includes everything above. ``hidden`` holds, by name, the
    repeat instances below that are out of view, ``last_number`` the highest id ever given, ``closed`` the repeats that
    the person said no to another one of. ``asked``: a person answered, or passed over, the question as it is now;
    ``touched``: they ever did.
    """

    __slots__ = (
        "_key", "asked", "closed", "field", "hidden", "last_number", "ordinal", "own_relevant", "touched",
    )  # fmt: skip

    def __init__(self, field: Field, seed: Seed) -> None:
        super().__init__(seed.name, seed.text)
        self.prefix = seed.tag.rpartition(":")[0]
        self.attributes = dict(seed.attributes)
        self.field = field
        self.ordinal = 0
        self.own_relevant = True
        self._key = ""
        self.asked = False
        self.touched = False
        self.closed: set[str] = set()
        self.hidden: dict[str, list[Cell]] = {}
        self.last_number: dict[str, int] = {}

    @property
    def above(self) -> "Cell | None":
        """The cell this one is in."""
        return self.parent if isinstance(self.parent, Cell) else None

    @property
    def key(self) -> str:
        """The place with the ids of repeat instances, the same for as long as the filling lives."""
        if self._key:
            return self._key
        steps: list[str] = []
        cell: Cell | None = self
        while cell is not None:
            steps.append(f"{cell.name}{{{cell.ordinal}}}" if cell.ordinal else cell.name)
            cell = cell.above
        key = "/" + "/".join(reversed(steps))
        if len(steps) == self.field.path.count("/"):
            # Only a cell in view reaches the root.
            self._key = key
        return key

    def cells(self) -> "list[Cell]":
        """Child cells in view."""
        return [child for child in self.children if isinstance(child, Cell)]

    def instances(self, name: str) -> "list[Cell]":
        """Repeat instances of this name in view, in order."""
        return [child for child in self.named(name) if isinstance(child, Cell)]

    def below(self) -> "Iterator[Cell]":
        """This cell and everything in it, in document order."""
        yield self
        for child in self.cells():
            yield from child.below()


def grown(form: Form, seed: Seed, path: str) -> Cell:
    """A cell and everything in it as the form delivers it."""
    field = form.fields[path]
    cell = Cell(field, seed)
    if not seed.children:
        cell.text = stored(field.bind.type, seed.text)
    for child in seed.children:
        child_path = f"{path}/{child.name}"
        below = grown(form, child, child_path)
        if child_path in form.repeats:
            number = below.ordinal = cell.last_number.get(child.name, 0) + 1
            cell.last_number[child.name] = number
            below.is_repeat = True
        cell.append(below)
    return cell


def planted(form: Form, parent: Cell, name: str, number: int) -> Cell:
    """A new repeat instance from its template, put in its place below ``parent``."""
    path = f"{parent.field.path}/{name}"
    template = form.fields[path].template
    if template is None:
        raise ValueError(f"{path} does not repeat")
    cell = grown(form, template, path)
    cell.ordinal, cell.is_repeat = number, True
    parent.last_number[name] = max(parent.last_number.get(name, 0), number)
    show(form, parent, cell)
    return cell


def show(form: Form, parent: Cell, cell: Cell) -> None:
    """Puts a repeat instance where it belongs below ``parent``; nothing in it is more relevant than its parent."""
    parent.insert(_insertion_place(form, parent, cell), cell)
    refresh(cell)


def hide(parent: Cell, cell: Cell) -> None:
    """Takes a repeat instance out of view; its answers stay with it."""
    parent.remove(cell)
    parent.hidden.setdefault(cell.name, []).append(cell)


def refresh(cell: Cell) -> None:
    """Brings ``relevant`` in line with the own rules from here downwards."""
    above = cell.above
    relevant = cell.own_relevant and (above is None or above.relevant)
    cell.relevant = relevant
    for child in cell.cells():
        if child.relevant != (child.own_relevant and relevant):
            refresh(child)


def _insertion_place(form: Form, parent: Cell, cell: Cell) -> int:
    """Where a repeat instance belongs: after those with lower ids, else where the form has the repeat."""
    place = -1
    for position, child in enumerate(parent.children):
        if child.name == cell.name and isinstance(child, Cell):
            if child.ordinal > cell.ordinal:
                return position
            place = position + 1
    if place >= 0:
        return place
    order = form.child_order.get(parent.field.path, {})
    rank = order.get(cell.name, len(order))
    later = (place for place, child in enumerate(parent.children) if order.get(child.name, -1) > rank)
    return next(later, len(parent.children))


def cells_at(root: Cell, path: str) -> list[Cell]:
    """Every instance of a place in view, in document order; ``path`` starts with the root's name."""
    at = [root]
    for name in path.split("/")[2:]:
        at = [child for cell in at for child in cell.instances(name)]
    return at


def steps_of(key: str) -> list[tuple[str, int]]:
    """Names and ids of a key after the root; id 0 where there is none."""
    steps = []
    for step in key.split("/")[2:]:
        name, _, rest = step.partition("{")
        steps.append((name, int(rest.rstrip("}") or 0) if rest else 0))
    return steps


def find(root: Cell, key: str) -> Cell | None:
    """The cell with this key if it is in view."""
    cell = root
    for name, number in steps_of(key):
        found = next((child for child in cell.instances(name) if child.ordinal == number), None)
        if found is None:
            return None
        cell = found
    return cell
