"""The dependency graph of a form: which rule reads which place, in what order rules run, where they run in circles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from conversations.forms.definition import Field, Plan, Question, Repeat, Step
from conversations.forms.xpath import Expression, Reference

# A repeat exists before what is in it; whether a place matters is known before its value.
_RANK = {"count": 0, "relevant": 1, "calculate": 2, "choices": 3}
_NEVER_TWICE_THE_SAME = frozenset({"once", "random", "uuid", "now", "today"})


def plan(fields: Mapping[str, Field], repeats: Mapping[str, Repeat], questions: Mapping[str, Question]) -> Plan:
    """The plan of a form. Rings among rules are listed in ``cycles`` and do not raise."""
    places = Places(fields)
    rules = _rules(fields, repeats, questions)
    reads = {step: places.read_by(expression, _stands(step)) for step, expression in rules.items()}
    readers: dict[str, list[Step]] = defaultdict(list)
    for step, paths in reads.items():
        for path in paths:
            readers[path].append(step)
    below = {path: _below(path, readers, rules) for path in _shaking(fields, repeats)}
    edges = {
        step: list(readers.get(step.path, ()) if step.what in ("calculate", "choices") else below[step.path])
        for step in rules
    }
    order, cycles = _sorted(list(rules), edges)
    position = {step: place for place, step in enumerate(order)}
    return Plan(
        order=tuple(order),
        readers={path: tuple(sorted(position[s] for s in steps)) for path, steps in readers.items()},
        below={path: tuple(sorted(position[s] for s in steps)) for path, steps in below.items()},
        cycles=cycles,
        kept=frozenset(s.path for s in rules if s.what == "calculate" and _is_history(s, fields, questions)),
    )


def _is_history(step: Step, fields: Mapping[str, Field], questions: Mapping[str, Question]) -> bool:
    bind = fields[step.path].bind
    if bind.calculate is not None and any(f.name in _NEVER_TWICE_THE_SAME for f in bind.calculate.functions):
        return True
    return step.path in questions and bind.readonly is None


def _rules(
    fields: Mapping[str, Field], repeats: Mapping[str, Repeat], questions: Mapping[str, Question]
) -> dict[Step, Expression]:
    rules: dict[Step, Expression] = {}
    for path, field in fields.items():
        repeat = repeats.get(path)
        if repeat is not None and repeat.count is not None:
            rules[Step(path, "count")] = repeat.count
        if field.bind.relevant is not None:
            rules[Step(path, "relevant")] = field.bind.relevant
        if field.bind.calculate is not None:
            rules[Step(path, "calculate")] = field.bind.calculate
        question = questions.get(path)
        if question is not None and question.itemset is not None and _depends(question.itemset.nodes):
            rules[Step(path, "choices")] = question.itemset.nodes
    return rules


def _depends(expression: Expression) -> bool:
    return any(reference.origin in ("root", "node") for reference in expression.paths)


def _stands(step: Step) -> str:
    """Where the step's expression stands: an attribute's at its element, a count beside the instances it counts."""
    return step.path.partition("/@")[0]


def _shaking(fields: Mapping[str, Field], repeats: Mapping[str, Repeat]) -> list[str]:
    """Places that can come and go."""
    return [path for path, field in fields.items() if field.bind.relevant is not None or path in repeats]


def _below(path: str, readers: Mapping[str, list[Step]], rules: Mapping[Step, Expression]) -> list[Step]:
    """Steps to take when the place comes or goes: what reads it or something in it, and the rules inside."""
    inside = path + "/"
    found = [step for read, steps in readers.items() if read == path or read.startswith(inside) for step in steps]
    found += [step for step in rules if step.path.startswith(inside)]
    found += [step for step in rules if step.path == path and step.what in ("calculate", "choices")]
    return list(dict.fromkeys(found))


def _sorted(steps: list[Step], edges: Mapping[Step, list[Step]]) -> tuple[list[Step], tuple[tuple[str, ...], ...]]:
    """Topological order, document order among equals; strongly connected parts (Tarjan) are cycles."""
    index: dict[Step, int] = {}
    low: dict[Step, int] = {}
    stack: list[Step] = []
    on_stack: set[Step] = set()
    parts: list[list[Step]] = []

    def enter(step: Step) -> tuple[Step, Iterable[Step]]:
        index[step] = low[step] = len(index)
        stack.append(step)
        on_stack.add(step)
        return step, iter(edges[step])

    for start in reversed(steps):
        if start in index:
            continue
        waiting = [enter(start)]
        while waiting:
            step, following = waiting[-1]
            after = next(iter(following), None)
            if after is not None:
                if after not in index:
                    waiting.append(enter(after))
                elif after in on_stack:
                    low[step] = min(low[step], index[after])
                continue
            waiting.pop()
            if waiting:
                low[waiting[-1][0]] = min(low[waiting[-1][0]], low[step])
            if low[step] == index[step]:
                part: list[Step] = []
                while not part or part[-1] != step:
                    part.append(stack.pop())
                    on_stack.discard(part[-1])
                parts.append(part)
    order: list[Step] = []
    cycles: list[tuple[str, ...]] = []
    place = {step: number for number, step in enumerate(steps)}
    for part in reversed(parts):
        part.sort(key=lambda step: (place[step], _RANK[step.what]))
        order.extend(part)
        if len(part) > 1 or part[0] in edges[part[0]]:
            cycles.append(tuple(dict.fromkeys(step.path for step in part)))
    return order, tuple(cycles)


class Places:
    """Which places of a form a path can lead to."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self._fields = fields
        self._children: dict[str, list[str]] = defaultdict(list)
        for path in fields:
            self._children[path.rpartition("/")[0]].append(path)

    def read_by(self, expression: Expression, stands: str) -> tuple[str, ...]:
        """Places whose value or existence the expression looks at when it stands at ``stands``."""
        found: dict[str, None] = {}
        for reference in expression.paths:
            found.update(dict.fromkeys(self.reached(reference, stands)))
        return tuple(found)

    def reached(self, reference: Reference, stands: str) -> list[str]:
        """Places at the end of the path; none if the path leads elsewhere or nowhere."""
        if reference.origin not in ("root", "node"):
            return []
        at = [""] if reference.origin == "root" else [stands]
        for step in reference.steps:
            at = list(dict.fromkeys(path for place in at for path in self._step(place, step.axis, step.name)))
        return [path for path in at if path]

    def _step(self, place: str, axis: str, name: str) -> list[str]:
        parent = place.rpartition("/")[0]
        match axis:
            case "self":
                reached = [place]
            case "child":
                reached = [path for path in self._children[place] if "/@" not in path]
            case "attribute":
                return [path for path in self._children[place] if path.rpartition("/")[2] == "@" + name]
            case "parent":
                reached = [parent]
            case "descendant" | "descendant-or-self":
                inside = place + "/"
                reached = [place] if axis.endswith("self") else []
                reached += [path for path in self._fields if path.startswith(inside)]
            case "ancestor" | "ancestor-or-self":
                reached = [place] if axis.endswith("self") else []
                while parent:
                    reached.append(parent)
                    parent = parent.rpartition("/")[0]
            case "following-sibling" | "preceding-sibling":
                reached = list(self._children[parent])
            case _:
                reached = list(self._fields)
        if name in ("", "*"):
            return reached
        return [path for path in reached if path.rpartition("/")[2] == name]
