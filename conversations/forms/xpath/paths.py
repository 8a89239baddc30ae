"""Paths made ready to walk: axes, node tests, document order, the own repeat instance, answers that do not count."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from conversations.forms.node import Kind, Node, in_document_order
from conversations.forms.xpath.context import Context
from conversations.forms.xpath.errors import XPathTypeError
from conversations.forms.xpath.syntax import NodeTest, Step
from conversations.forms.xpath.values import NOT_RELEVANT, Value, is_nodes, kind_of

Evaluator: TypeAlias = Callable[[Context], Value]
Filter: TypeAlias = Callable[[list[Node], Context], list[Node]]
Walk: TypeAlias = Callable[[list[Node], Context], list[Node]]

_REVERSE = frozenset({"parent", "ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})
# From nodes in document order, none inside another, these lead to nodes in document order, none twice.
_ORDERED = frozenset({"child", "self", "attribute"})
_KINDS = {"text": Kind.TEXT, "comment": Kind.COMMENT, "instruction": Kind.INSTRUCTION}


def starting_nodes(base: Evaluator) -> Callable[[Context], list[Node]]:
    """What a path starts from when that is a call or a parenthesis. Evaluating raises ``XPathTypeError``."""

    def start(context: Context) -> list[Node]:
        value = base(context)
        if not is_nodes(value):
            raise XPathTypeError(kind_of(value))
        return value

    return start


def document(context: Context) -> list[Node]:
    """Where absolute paths start, also inside predicates on other instances."""
    return [context.environment.root.top()]


def own_node(context: Context) -> list[Node]:
    """Where relative paths start."""
    return [context.node]


def settled(nodes: list[Node], context: Context) -> list[Node]:
    """The end of every path: answers that are not relevant are left out, the proposed one takes its place."""
    proposed = context.proposed
    if proposed is not None:
        nodes = [proposed if node is proposed.origin else node for node in nodes]
    for node in nodes:
        if not node.relevant:
            return [node for node in nodes if node.relevant] or NOT_RELEVANT
    return nodes


def walk_of(step: Step, filters: tuple[Filter, ...], *, narrow: bool, nested: bool) -> Walk:
    """One step. ``narrow``: stay in the own repeat instance; ``nested``: origins may lie inside each other."""
    plain_name = step.test.kind == "name" and step.test.name != "*" and not step.test.prefix
    if step.axis == "child" and plain_name and not filters and not nested:
        return _narrowed_by_name(step.test.name) if narrow else _by_name(step.test.name)
    axis, test = _axis(step), _test(step)
    backwards, tidy = step.axis in _REVERSE, nested or step.axis not in _ORDERED

    def walk(nodes: list[Node], context: Context) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            near = [candidate for candidate in axis(node) if test(candidate, context)]
            for keep in filters:
                near = keep(near, context)
            found.extend(near)
        if len(nodes) > 1 and tidy:
            return in_document_order(found)
        if backwards:
            found.reverse()
        return found

    return walk


def _by_name(name: str) -> Walk:
    def walk(nodes: list[Node], _context: Context) -> list[Node]:
        if len(nodes) == 1:
            return nodes[0].named(name)
        return [child for node in nodes for child in node.named(name)]

    return walk


def _narrowed_by_name(name: str) -> Walk:
    """Inside a repeat, an absolute path that goes through it means the own instance (ODK's deviation from XForms)."""
    plain = _by_name(name)

    def walk(nodes: list[Node], context: Context) -> list[Node]:
        found = plain(nodes, context)
        if len(found) > 1 and found[0].is_repeat:
            own: Node | None = context.current.origin or context.current
            while own is not None:
                if own.is_repeat and own.name == name and own in found:
                    return [own]
                own = own.parent
        return found

    return walk


# --- axes, each from near to far ---


def _axis(step: Step) -> Callable[[Node], Iterable[Node]]:
    elements_only = step.test.kind == "name"
    match step.axis:
        case "child":
            return Node.elements if elements_only else Node.contents
        case "descendant":
            return Node.descendants if elements_only else _everything_in
        case "descendant-or-self":
            return _self_and(Node.descendants if elements_only else _everything_in)
        case "ancestor-or-self":
            return _self_and(_ancestors)
        case other:
            return _AXES[other]


def _self_and(axis: Callable[[Node], Iterable[Node]]) -> Callable[[Node], Iterator[Node]]:
    def both(node: Node) -> Iterator[Node]:
        yield node
        yield from axis(node)

    return both


def _everything_in(node: Node) -> Iterator[Node]:
    waiting = [iter(node.contents())]
    while waiting:
        inside = next(waiting[-1], None)
        if inside is None:
            waiting.pop()
        else:
            yield inside
            waiting.append(iter(inside.contents()))


def _itself(node: Node) -> Iterator[Node]:
    yield node


def _parent(node: Node) -> Iterator[Node]:
    if node.parent is not None:
        yield node.parent


def _ancestors(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _siblings(node: Node) -> tuple[list[Node], int]:
    node = node.origin or node
    around = [] if node.parent is None or node.kind is Kind.ATTRIBUTE else node.parent.contents()
    return around, around.index(node) if node in around else len(around)


def _following_siblings(node: Node) -> Iterator[Node]:
    around, place = _siblings(node)
    yield from around[place + 1 :]


def _preceding_siblings(node: Node) -> Iterator[Node]:
    around, place = _siblings(node)
    yield from reversed(around[:place])


def _following(node: Node) -> Iterator[Node]:
    for base in _self_and(_ancestors)(node):
        for sibling in _following_siblings(base):
            yield from _self_and(_everything_in)(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    for base in _self_and(_ancestors)(node):
        for sibling in _preceding_siblings(base):
            yield from reversed(list(_self_and(_everything_in)(sibling)))


_AXES: dict[str, Callable[[Node], Iterable[Node]]] = {
    "self": _itself,
    "parent": _parent,
    "attribute": Node.attribute_nodes,
    "ancestor": _ancestors,
    "following": _following,
    "following-sibling": _following_siblings,
    "preceding": _preceding,
    "preceding-sibling": _preceding_siblings,
}


# --- node tests ---


def _test(step: Step) -> Callable[[Node, Context], bool]:
    test = step.test
    if test.kind == "node":
        return lambda _node, _context: True
    if test.kind == "name":
        return _name_test(test, Kind.ATTRIBUTE if step.axis == "attribute" else Kind.ELEMENT)
    kind = _KINDS[test.kind]
    return lambda node, _context: node.kind is kind and test.name in {"*", node.name}


def _name_test(test: NodeTest, kind: Kind) -> Callable[[Node, Context], bool]:
    """A name without prefix is compared as a local name: forms are written as if there were no namespaces."""
    name, prefix = test.name, test.prefix
    if not prefix:
        if name == "*":
            return lambda node, _context: node.kind is kind
        return lambda node, _context: node.kind is kind and node.name == name

    def with_prefix(node: Node, context: Context) -> bool:
        if node.kind is not kind or name not in {"*", node.name}:
            return False
        address = context.environment.namespaces.get(prefix)
        return node.prefix == prefix if address is None else node.namespace == address

    return with_prefix
