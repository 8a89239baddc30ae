"""The way through a form: what comes next, what came before, what is still open, how far one is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from conversations.forms.cells import Cell
from conversations.forms.checking import violation
from conversations.forms.definition import Form, Group, Part_, Question, Repeat
from conversations.forms.instance import Instance
from conversations.forms.live import Live
from conversations.forms.node import Node
from conversations.forms.place import Place
from conversations.forms.texts import said


@dataclass(frozen=True, slots=True)
class Heading:
    """A group or repeat instance that is entered: its label, and ``number`` of ``total`` for an instance (else 0)."""

    label: str
    number: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """What is asked next: a question, a note, or ``another`` instance; ``headings`` are entered just before it."""

    key: str
    kind: Literal["question", "another"]
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """``number`` of ``total``: the place among the questions that matter as things stand (7 of 34)."""

    number: int
    total: int


def places(instance: Instance) -> tuple[Place, ...]:
    """Everything of the body that matters now, in document order."""
    live = instance.live
    if live.way is None:
        live.way = tuple(_through(live, instance.form.body, instance.root))
    return live.way


def stops(instance: Instance) -> list[Stop]:
    """Every question that matters now, in the order it is asked."""
    return [_stop(instance, number) for number in _askable(instance)]


def next_stop(instance: Instance, key: str | None = None) -> Stop | None:
    """The first stop after ``key``, from the beginning if None; None at the end.

    A key that is no longer on the way (it was hidden by an answer) counts as where it was in the form.
    """
    way = places(instance)
    askable = _askable(instance)
    if key is not None:
        here = next((number for number in askable if way[number].key == key), None)
        if here is None:
            rank = _rank(instance, key)
            askable = [number for number in askable if _rank(instance, way[number].key) > rank]
        else:
            askable = [number for number in askable if number > here]
    return _stop(instance, askable[0]) if askable else None


def previous_stop(instance: Instance, key: str | None = None) -> Stop | None:
    """The last stop before ``key``, from the end if None; None at the beginning."""
    way = places(instance)
    askable = _askable(instance)
    if key is not None:
        here = next((number for number in askable if way[number].key == key), None)
        if here is None:
            rank = _rank(instance, key)
            askable = [number for number in askable if _rank(instance, way[number].key) < rank]
        else:
            askable = [number for number in askable if number < here]
    return _stop(instance, askable[-1]) if askable else None


def _askable(instance: Instance) -> list[int]:
    """Positions on the way at which something is asked."""
    return [number for number, place in enumerate(places(instance)) if place.kind in ("question", "another")]


def _stop(instance: Instance, number: int) -> Stop:
    """The stop at a position of the way, with what is entered since the stop before it."""
    way = places(instance)
    first = number
    while first and way[first - 1].kind in ("group", "instance"):
        first -= 1
    headings = (_heading(instance.live, place) for place in way[first:number])
    kind: Literal["question", "another"] = "another" if way[number].kind == "another" else "question"
    return Stop(way[number].key, kind, tuple(heading for heading in headings if heading is not None))


def first_open(instance: Instance) -> Stop | None:
    """The first stop that nobody answered or passed over, or whose answer may not stand any more; None at the end."""
    way = places(instance)
    found = next((number for number in _askable(instance) if is_open(instance, way[number])), None)
    return None if found is None else _stop(instance, found)


def is_open(instance: Instance, place: Place) -> bool:
    """Whether the question at this place still waits for the person. Notes wait for nobody."""
    cell = place.cell
    if place.kind == "another":
        return place.key.removesuffix("{0}").rpartition("/")[2] not in cell.closed
    if is_note(instance, cell):
        return False
    return not cell.asked or violation(instance.live, cell) is not None


def is_note(instance: Instance, cell: Cell) -> bool:
    """Whether the question only tells something: it, or a group around it, is read-only."""
    if cell.field.path not in _maybe_notes(instance.form):
        return False
    at: Cell | None = cell
    while at is not None:
        if at.field.bind.readonly is not None and instance.live.holds(at.field.bind.readonly, at, without=False):
            return True
        at = at.above
    return False


@lru_cache(maxsize=32)
def _maybe_notes(form: Form) -> frozenset[str]:
    """Places that can be read-only at all: with a rule for it of their own or of a group around them."""
    ruled = [path for path, place in form.fields.items() if place.bind.readonly is not None]
    return frozenset(path for path in form.fields if any(path == one or path.startswith(one + "/") for one in ruled))


def progress(instance: Instance, key: str) -> Progress:
    """How far the question with this key is; notes and the question of one more are not counted."""
    number = total = 0
    here = False
    for place in places(instance):
        counted = place.kind == "question" and not is_note(instance, place.cell)
        total += counted
        if not here:
            number += counted
            here = place.key == key
    return Progress(max(number, 1) if total else 0, total)


def _through(live: Live, parts: tuple[Part_, ...], around: Cell) -> Iterator[Place]:
    for part in parts:
        match part:
            case Question(path=path):
                cell = _reach(live, around, path)
                if cell is not None and cell.relevant:
                    yield Place("question", part, cell, cell.key)
            case Group(path=None, children=children):
                yield Place("group", part, around, around.key)
                yield from _through(live, children, around)
            case Group(path=str(path), children=children):
                cell = _reach(live, around, path)
                if cell is not None and cell.relevant:
                    yield Place("group", part, cell, cell.key)
                    yield from _through(live, children, cell)
            case Repeat(path=path):
                above, _, name = path.rpartition("/")
                parent = _reach(live, around, above)
                if parent is not None and parent.relevant:
                    yield from _instances(live, part, parent, name)


def _instances(live: Live, repeat: Repeat, parent: Cell, name: str) -> Iterator[Place]:
    here = parent.instances(name)
    for cell in here:
        if cell.relevant:
            yield Place("instance", repeat, cell, cell.key)
            yield from _through(live, repeat.children, cell)
    if repeat.count is not None or repeat.fixed:
        return
    ghost = Node(name)
    ghost.parent = parent
    rule = live.form.fields[repeat.path].bind.relevant
    if live.holds(rule, here[0] if here else ghost, without=True):
        yield Place("another", repeat, parent, f"{parent.key}/{name}{{0}}")


def _reach(live: Live, around: Cell, path: str) -> Cell | None:
    """The cell of a place as seen from inside ``around``."""
    base = around.field.path
    if path == base:
        return around
    if not path.startswith(base + "/"):
        above = around.above
        return None if above is None else _reach(live, above, path)
    cell = around
    rest = path[len(base) + 1 :]
    for name in rest.split("/") if "/" in rest else (rest,):
        found = cell.first(name)
        if not isinstance(found, Cell):
            return None
        cell = found
    return cell


def _heading(live: Live, place: Place) -> Heading | None:
    part, cell = place.part, place.cell
    label = said(live, part.label, cell)
    if place.kind == "instance" and cell.above is not None:
        return Heading(label, cell.position(), len(cell.above.named(cell.name)))
    return Heading(label) if label else None


def _rank(instance: Instance, key: str) -> list[tuple[int, int]]:
    """Where a key is in document order, also when it leads to nothing in view."""
    path = "/" + key.split("/")[1]
    rank = []
    for step in key.split("/")[2:]:
        name, _, rest = step.partition("{")
        order = instance.form.child_order.get(path, {})
        ordinal = int(rest.rstrip("}")) if rest else 0
        # The question of one more comes after all instances.
        rank.append((order.get(name, len(order)), ordinal if ordinal or not rest else 1 << 30))
        path = f"{path}/{name}"
    return rank
