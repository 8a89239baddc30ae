"""Predicates: which candidates of a step stay. Lists of choices are filtered here, hundreds of rows at a time."""

from conversations.forms.node import Node
from conversations.forms.xpath import syntax
from conversations.forms.xpath.context import Context
from conversations.forms.xpath.paths import Evaluator, Filter
from conversations.forms.xpath.values import NOT_RELEVANT, Value, is_nodes, to_boolean

# What these give differs from candidate to candidate, or from call to call, whatever their arguments are.
_NOT_CONSTANT = frozenset({"random", "uuid", "randomize", "once", "jr:choice-name"})
_CONSTANT_WITHOUT_ARGUMENTS = frozenset({"true", "false", "pi", "today", "now", "current"})


def is_constant(tree: syntax.Tree) -> bool:
    """Whether an expression inside a predicate has the same value for every candidate."""
    match tree:
        case syntax.Literal():
            return True
        case syntax.Negation(operand):
            return is_constant(operand)
        case syntax.Chain(first, rest):
            return is_constant(first) and all(is_constant(operand) for _, operand in rest)
        case syntax.Union(parts):
            return all(is_constant(part) for part in parts)
        case syntax.Call(name, arguments):
            if not arguments:
                return name in _CONSTANT_WITHOUT_ARGUMENTS
            return name not in _NOT_CONSTANT and all(is_constant(argument) for argument in arguments)
        case syntax.Path(absolute=absolute, base=base):
            starts_fixed = absolute or (base is not None and is_constant(base))
            return starts_fixed and not any(_draws(predicate) for predicate in _predicates_of(tree))


def _predicates_of(path: syntax.Path) -> list[syntax.Tree]:
    return [*path.base_predicates, *(predicate for step in path.steps for predicate in step.predicates)]


def _draws(tree: syntax.Tree) -> bool:
    """Whether an expression contains a call whose value may not be kept."""
    match tree:
        case syntax.Call(name, arguments):
            return name in _NOT_CONSTANT or any(_draws(argument) for argument in arguments)
        case syntax.Negation(operand):
            return _draws(operand)
        case syntax.Chain(first, rest):
            return _draws(first) or any(_draws(operand) for _, operand in rest)
        case syntax.Union(parts):
            return any(_draws(part) for part in parts)
        case syntax.Path(base=base):
            return (base is not None and _draws(base)) or any(_draws(predicate) for predicate in _predicates_of(tree))
        case _:
            return False


def remembered(evaluator: Evaluator) -> Evaluator:
    """Worked out at the first candidate that needs it, kept for the others."""
    key = id(evaluator)

    def evaluate(context: Context) -> Value:
        memo = context.memo
        if memo is None:
            return evaluator(context)
        if key not in memo:
            memo[key] = evaluator(context)
        value: Value = memo[key]
        return value

    return evaluate


def filter_of(tree: syntax.Tree, evaluator: Evaluator, wanted: Evaluator | None) -> Filter:
    """The filter for one predicate.

    ``wanted`` is the right side, if the predicate compares one child with something that is the same for all.
    """
    if isinstance(tree, syntax.Literal) and isinstance(tree.value, float):
        return _nth(tree.value)
    general = _each(evaluator)
    if wanted is None or (name := compared_child(tree)) is None:
        return general
    return _where_child_is(name, wanted, general)


def compared_child(tree: syntax.Tree) -> str | None:
    """The name in ``[name = …]``, if the predicate has that form and the other side is the same for all."""
    match tree:
        case syntax.Chain(
            syntax.Path((syntax.Step("child", syntax.NodeTest("name", name, ""), ()),), absolute=False, base=None),
            (("=", other),),
        ) if name != "*" and is_constant(other):
            return name
        case _:
            return None


def _nth(position: float) -> Filter:
    place = int(position) if position.is_integer() and position >= 1 else 0
    return lambda nodes, _context: nodes[place - 1 : place] if place else []


def _each(evaluator: Evaluator) -> Filter:
    def keep(nodes: list[Node], context: Context) -> list[Node]:
        if not nodes:
            return nodes
        inner = Context(nodes[0], context.environment, 1, len(nodes), context.current)
        inner.proposed = context.proposed
        inner.memo = {} if context.memo is None else context.memo
        kept = []
        for position, node in enumerate(nodes, start=1):
            inner.node = node
            inner.position = position
            value = evaluator(inner)
            if value == position if isinstance(value, float) else to_boolean(value):
                kept.append(node)
        return kept

    return keep


def _where_child_is(name: str, wanted: Evaluator, general: Filter) -> Filter:
    def keep(nodes: list[Node], context: Context) -> list[Node]:
        # In the primary instance children may not be relevant, or be proposed: that is for the general way.
        if len(nodes) < 2 or nodes[0].top() is context.environment.root.top():
            return general(nodes, context)
        value = wanted(context)
        if is_nodes(value):
            texts = {""} if value is NOT_RELEVANT else {node.string() for node in value}
        elif isinstance(value, str):
            texts = {value}
        else:
            return general(nodes, context)
        kept = []
        for node in nodes:  # written out: this is where a list of a thousand municipalities spends its time
            for child in node.children:
                if child.name == name and child.string() in texts:
                    kept.append(node)
                    break
        return kept

    return keep
