"""What an expression mentions: paths for the dependency graph, calls and literals for the checks on a form."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from conversations.forms.xpath import syntax


class PathStep(NamedTuple):
    """One step without its predicates; ``name`` is ``*`` for any element and ``""`` for other kinds of node."""

    axis: str
    name: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One path, made whole: a path inside a predicate starts with the steps that lead to that predicate.

    ``origin`` is ``"root"`` (absolute), ``"node"`` (relative to the node the expression belongs to, also after
    ``current()``), ``"instance"`` (after ``instance('id')``, whose id is ``instance``) or ``"value"`` (after another
    call or a parenthesis, whose own paths are listed beside this one).
    """

    origin: str
    instance: str | None
    steps: tuple[PathStep, ...]
    position: int


@dataclass(frozen=True, slots=True)
class FunctionUse:
    """One call: its name, how many arguments, where; ``literals`` has a text for arguments that are string literals."""

    name: str
    count: int
    position: int
    literals: tuple[str | None, ...]


@dataclass(slots=True)
class Mentions:
    """Everything one expression mentions, in the order it is written."""

    paths: list[Reference] = field(default_factory=list)
    functions: list[FunctionUse] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)


class _Start(NamedTuple):
    """What relative paths start from: the expression's own node, or a candidate of a predicate."""

    origin: str
    instance: str | None
    steps: tuple[PathStep, ...]


_OWN_NODE = _Start("node", None, ())


def mentions_of(tree: syntax.Tree) -> Mentions:
    """Reads the whole tree once."""
    found = Mentions()
    _read(tree, _OWN_NODE, found)
    return found


def _read(tree: syntax.Tree, start: _Start, found: Mentions) -> None:
    match tree:
        case syntax.Literal(value):
            if isinstance(value, str):
                found.strings.append(value)
        case syntax.Path():
            _read_path(tree, start, found)
        case syntax.Call(name, arguments, position):
            literals = tuple(_literal(argument) for argument in arguments)
            found.functions.append(FunctionUse(name, len(arguments), position, literals))
            for argument in arguments:
                _read(argument, start, found)
        case syntax.Chain() | syntax.Union() | syntax.Negation():
            for part in _parts(tree):
                _read(part, start, found)


def _parts(tree: syntax.Chain | syntax.Union | syntax.Negation) -> Iterator[syntax.Tree]:
    match tree:
        case syntax.Chain(first, rest):
            yield first
            for _, operand in rest:
                yield operand
        case syntax.Union(parts):
            yield from parts
        case syntax.Negation(operand):
            yield operand


def _literal(tree: syntax.Tree) -> str | None:
    return tree.value if isinstance(tree, syntax.Literal) and isinstance(tree.value, str) else None


def _read_path(path: syntax.Path, start: _Start, found: Mentions) -> _Start:
    """Where the path leads to, after noting everything in it."""
    begin = start
    if path.absolute:
        begin = _Start("root", None, ())
    elif path.base is not None:
        begin = _after_base(path.base, start, found)
    for predicate in path.base_predicates:
        _read(predicate, begin, found)
    steps = begin.steps
    for step in path.steps:
        steps = (*steps, PathStep(step.axis, step.test.name if step.test.kind == "name" else ""))
        for predicate in step.predicates:
            _read(predicate, _Start(begin.origin, begin.instance, steps), found)
    if path.steps or path.base is None:
        found.paths.append(Reference(begin.origin, begin.instance, steps, path.position))
    return _Start(begin.origin, begin.instance, steps)


def _after_base(base: syntax.Tree, start: _Start, found: Mentions) -> _Start:
    if isinstance(base, syntax.Path):
        # A parenthesis around one path changes nothing about where it leads.
        return _read_path(base, start, found)
    _read(base, start, found)
    match base:
        case syntax.Call("current", ()):
            return _OWN_NODE
        case syntax.Call("instance", (syntax.Literal(str(identifier)),)):
            return _Start("instance", identifier, ())
        case _:
            return _Start("value", None, ())
