"""Functions on sets of nodes and on places among repeats."""

import math

from conversations.forms.node import Kind, Node
from conversations.forms.xpath.context import Context
from conversations.forms.xpath.errors import XPathFunctionError
from conversations.forms.xpath.registry import Function, nodes_of
from conversations.forms.xpath.values import Value, to_number, to_string


def _count(_context: Context, nodes: Value) -> Value:
    return float(len(nodes_of(nodes, "count")))


def _count_non_empty(_context: Context, nodes: Value) -> Value:
    return float(sum(1 for node in nodes_of(nodes, "count-non-empty") if node.string()))


def _position(context: Context, *nodes: Value) -> Value:
    if not nodes:
        return float(context.position)
    of = nodes_of(nodes[0], "position")
    return float(of[0].position()) if of else math.nan


def _last(context: Context) -> Value:
    return float(context.size)


def _current(context: Context) -> Value:
    return [context.proposed or context.current]


def _instance(context: Context, identifier: Value) -> Value:
    root = context.environment.instances.get(to_string(identifier))
    return [] if root is None else [root.top()]


def _the_node(context: Context, nodes: tuple[Value, ...], name: str) -> Node | None:
    if not nodes:
        return context.node
    found = nodes_of(nodes[0], name)
    return found[0] if found else None


def _name(context: Context, *nodes: Value) -> Value:
    node = _the_node(context, nodes, "name")
    if node is None or node.kind is Kind.TEXT:
        return ""
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


def _local_name(context: Context, *nodes: Value) -> Value:
    node = _the_node(context, nodes, "local-name")
    return "" if node is None or node.kind is Kind.TEXT else node.name


def _namespace_uri(context: Context, *nodes: Value) -> Value:
    node = _the_node(context, nodes, "namespace-uri")
    return "" if node is None else node.namespace


def _indexed_repeat(context: Context, nodes: Value, *pairs: Value) -> Value:
    """The node inside the instances of the repeats whose numbers, from 1, are given: outer and inner in any order."""
    count = len(pairs) + 1
    if len(pairs) % 2:
        raise XPathFunctionError("indexed-repeat", "arguments", count)
    kept = nodes_of(nodes, "indexed-repeat", count)
    for repeat, place in zip(pairs[::2], pairs[1::2], strict=True):
        number = to_number(place, context)
        wanted = number if number >= 1 else 1.0  # JavaRosa: no number yet, or 0, means the first
        instances = {node for node in nodes_of(repeat, "indexed-repeat", count) if node.position() == wanted}
        kept = [node for node in kept if _is_inside(node, instances)]
    return kept[:1]


def _is_inside(node: Node, instances: set[Node]) -> bool:
    above: Node | None = node.origin or node
    while above is not None:
        if above in instances:
            return True
        above = above.parent
    return False


NODES = {
    "count": Function(1, 1, _count),
    "count-non-empty": Function(1, 1, _count_non_empty),
    "position": Function(0, 1, _position),
    "last": Function(0, 0, _last),
    "current": Function(0, 0, _current),
    "instance": Function(1, 1, _instance),
    "name": Function(0, 1, _name),
    "local-name": Function(0, 1, _local_name),
    "namespace-uri": Function(0, 1, _namespace_uri),
    "indexed-repeat": Function(3, 7, _indexed_repeat, wide=frozenset({0, 1, 3, 5})),
}
