"""Trees made into functions of a context, which is what evaluating one then costs: a few calls."""

from collections.abc import Callable
from typing import NamedTuple

from conversations.forms.node import Node, in_document_order
from conversations.forms.xpath import syntax
from conversations.forms.xpath.context import Context
from conversations.forms.xpath.errors import XPathFunctionError
from conversations.forms.xpath.library import FUNCTIONS
from conversations.forms.xpath.operators import OPERATORS, Operator
from conversations.forms.xpath.paths import (
    Evaluator,
    Filter,
    Walk,
    document,
    own_node,
    settled,
    starting_nodes,
    walk_of,
)
from conversations.forms.xpath.predicates import compared_child, filter_of, is_constant, remembered
from conversations.forms.xpath.values import Value, to_boolean, to_number


class _Place(NamedTuple):
    """Where in the expression: inside a predicate, and whether absolute paths mean the own repeat instance."""

    in_predicate: bool = False
    narrow: bool = True


def compiled(tree: syntax.Tree) -> Evaluator:
    """The function that evaluates the tree."""
    return _compiled(tree, _Place())


def _compiled(tree: syntax.Tree, place: _Place) -> Evaluator:
    if place.in_predicate and not isinstance(tree, syntax.Literal) and is_constant(tree):
        return remembered(_compiled(tree, place._replace(in_predicate=False)))
    match tree:
        case syntax.Literal(value):
            return lambda _context: value
        case syntax.Negation(operand):
            inner = _compiled(operand, place)
            return lambda context: -to_number(inner(context), context)
        case syntax.Chain():
            return _chain(tree, place)
        case syntax.Union(parts):
            return _union([starting_nodes(_compiled(part, place)) for part in parts])
        case syntax.Call():
            return _call(tree, place)
        case syntax.Path():
            return _path(tree, place)


# --- operators ---


def _chain(tree: syntax.Chain, place: _Place) -> Evaluator:
    first = _compiled(tree.first, place)
    rest = [(sign, _compiled(operand, place)) for sign, operand in tree.rest]
    if rest[0][0] == "or":
        return _any_of([first, *(operand for _, operand in rest)])
    if rest[0][0] == "and":
        return _all_of([first, *(operand for _, operand in rest)])
    return _joined(first, [(OPERATORS[sign], operand) for sign, operand in rest])


def _any_of(operands: list[Evaluator]) -> Evaluator:
    def evaluate(context: Context) -> Value:
        return any(to_boolean(operand(context)) for operand in operands)

    return evaluate


def _all_of(operands: list[Evaluator]) -> Evaluator:
    def evaluate(context: Context) -> Value:
        return all(to_boolean(operand(context)) for operand in operands)

    return evaluate


def _joined(first: Evaluator, rest: list[tuple[Operator, Evaluator]]) -> Evaluator:
    if len(rest) == 1:
        [(operator, second)] = rest
        return lambda context: operator(first(context), second(context), context)

    def evaluate(context: Context) -> Value:
        value = first(context)
        for operator, operand in rest:
            value = operator(value, operand(context), context)
        return value

    return evaluate


# --- calls ---


def _call(tree: syntax.Call, place: _Place) -> Evaluator:
    name, count = tree.name, len(tree.arguments)
    function = FUNCTIONS.get(name)
    if function is None:
        return _impossible(name, "unknown", count)
    if not function.takes(count):
        return _impossible(name, "arguments", count)
    wide = place._replace(narrow=False)
    arguments = [_compiled(part, wide if i in function.wide else place) for i, part in enumerate(tree.arguments)]
    call = function.call
    if function.lazy:
        return lambda context: call(context, *arguments)
    match arguments:
        case []:
            return call
        case [only]:
            return lambda context: call(context, only(context))
        case [first, second]:
            return lambda context: call(context, first(context), second(context))
        case _:
            return lambda context: call(context, *[argument(context) for argument in arguments])


def _impossible(name: str, reason: str, count: int) -> Evaluator:
    """Told only when it is reached: what stands in a branch that is never taken does no harm."""

    def evaluate(_context: Context) -> Value:
        raise XPathFunctionError(name, reason, count)

    return evaluate


# --- paths ---


def _union(parts: list[Callable[[Context], list[Node]]]) -> Evaluator:
    def evaluate(context: Context) -> Value:
        return in_document_order([node for part in parts for node in part(context)])

    return evaluate


def _path(tree: syntax.Path, place: _Place) -> Evaluator:
    start: Callable[[Context], list[Node]]
    if tree.absolute:
        start = document
    elif tree.base is not None:
        start = starting_nodes(_compiled(tree.base, place))
    else:
        start = own_node
    filters = _filters(tree.base_predicates, place)
    walks = _walks(tree, place)

    def evaluate(context: Context) -> Value:
        nodes = start(context)
        for keep in filters:
            nodes = keep(nodes, context)
        for walk in walks:
            nodes = walk(nodes, context)
            if not nodes:
                return nodes
        return settled(nodes, context)

    return evaluate


def _walks(tree: syntax.Path, place: _Place) -> list[Walk]:
    walks = []
    nested = tree.base is not None and not isinstance(tree.base, syntax.Call)
    last = len(tree.steps) - 1
    for number, step in enumerate(tree.steps):
        narrow = tree.absolute and place.narrow and number < last
        walks.append(walk_of(step, _filters(step.predicates, place), narrow=narrow, nested=nested))
        nested = nested or step.axis not in {"child", "self", "attribute", "parent"}
    return walks


def _filters(predicates: tuple[syntax.Tree, ...], place: _Place) -> tuple[Filter, ...]:
    inside = place._replace(in_predicate=True)
    filters = []
    for tree in predicates:
        wanted = None
        if isinstance(tree, syntax.Chain) and compared_child(tree) is not None:
            wanted = _compiled(tree.rest[0][1], inside)
        filters.append(filter_of(tree, _compiled(tree, inside), wanted))
    return tuple(filters)
