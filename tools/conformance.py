"""Scores the form engine against cases of other suites, which are read from a directory and never kept here.

    .venv/bin/python tools/conformance.py DIRECTORY [--failures]

``xpath_*.jsonl`` holds one expression a line: expression, instance, context_node, expected, type, tolerance, tz.
``scenarios_*.jsonl`` holds scripted fillings of forms and is scored by tools/conformance_scenarios.py.
"""

import argparse
import importlib
import json
import math
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, Protocol
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))  # started as a file, Python looks in tools/ only

from conversations.forms.nodes import Kind, Node, read_xml
from conversations.forms.xpath import (
    Context,
    DateValue,
    Environment,
    Value,
    XPathError,
    parse,
    to_boolean,
    to_number,
    to_string,
)
from conversations.forms.xpath.dates import parse_date

# A tolerance is absolute near zero and relative for large numbers, which carry no more digits.
_TOLERANCE = 1e-12
# Names of zones in other suites that are no names of places.
_ZONES = {"GMT": "Etc/GMT"}


class Outcome(Protocol):
    """What scoring one file gives; that of scenarios has the same shape."""

    passed: int
    failures: dict[str, str]
    left_out: Counter[str]


@dataclass(slots=True)
class Score:
    """What became of the cases of one file; ``failures`` says by id what was expected and what came."""

    passed: int = 0
    failures: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    answered_with_nothing: int = 0


def main(arguments: list[str] | None = None) -> int:
    """Print how each file went; 0 when everything that was run passed."""
    parser = argparse.ArgumentParser(prog="conformance")
    parser.add_argument("directory", type=Path)
    parser.add_argument("--failures", action="store_true", help="print what failed")
    options = parser.parse_args(arguments)
    failed = 0
    for path in sorted(options.directory.glob("xpath_*.jsonl")):
        score = score_expressions(path)
        failed += _told(path.name, score, show_failures=options.failures)
        print(f"  of the passed, {score.answered_with_nothing} are errors elsewhere and an empty value here")
    for path in sorted(options.directory.glob("scenarios_*.jsonl")):
        # Expressions can be scored without the rest of the engine.
        scenarios = importlib.import_module("tools.conformance_scenarios")
        failed += _told(path.name, scenarios.score(path), show_failures=options.failures)
    return int(failed > 0)


def _told(name: str, outcome: Outcome, *, show_failures: bool) -> int:
    run = outcome.passed + len(outcome.failures)
    share = f"{100 * outcome.passed / run:.2f} %" if run else "none"
    print(f"{name}: passed {outcome.passed} of {run} run ({share}), left out {outcome.left_out.total()}")
    for reason, count in outcome.left_out.most_common():
        print(f"  left out: {count} × {reason}")
    if show_failures:
        for identifier, what in sorted(outcome.failures.items()):
            print(f"  failed: {identifier}: {what[:300]}")
    return len(outcome.failures)


def score_expressions(path: Path) -> Score:
    """Runs one file of expressions."""
    score = Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case.get("contested"):
            score.left_out["contested"] += 1
            continue
        given = _given(case, score)
        if given is None:
            score.passed += 1
        else:
            score.failures[case["id"]] = f"{case['expression']} expected {case['expected']!r}, given {given}"
    return score


def _given(case: dict[str, Any], score: Score) -> str | None:
    """None if the case passes, else what came instead."""
    zone = ZoneInfo(_ZONES.get(case.get("tz") or "GMT", case.get("tz") or "Etc/GMT"))
    root = read_xml(case["instance"], whitespace=True) if case.get("instance") else Node("data")
    environment = Environment(root=root, now=datetime.now(UTC), zone=zone, random=Random(1), instances=_instances(root))  # noqa: S311
    context = Context(_context_node(case.get("context_node"), root, environment), environment)
    try:
        value = parse(case["expression"]).evaluate(context)
    except XPathError as error:
        return None if case["type"] == "error" else repr(error)
    if case["type"] == "error":
        # Where another engine stops with an error, giving nothing is as good: the form goes on.
        score.answered_with_nothing += int(_is_nothing(value))
        return None if _is_nothing(value) else repr(value)
    return None if _agrees(value, case, context) else repr(value)


def _instances(root: Node) -> dict[str, Node]:
    """Secondary instances, where a case brings a whole form along."""
    found = {}
    for element in root.descendants():
        if element.name == "instance" and element.children and "id" in element.attributes:
            document = Node("", kind=Kind.DOCUMENT)
            for child in element.children:
                document.append(child.copied())
            found[element.attributes["id"]] = document.children[0]
    return found


def _context_node(path: str | None, root: Node, environment: Environment) -> Node:
    if not path:
        return root
    found = parse(path).as_nodes(Context(root, environment))
    return found[0] if found else root


def _is_nothing(value: Value) -> bool:
    return value in ("", []) or (isinstance(value, float) and math.isnan(value))


def _agrees(value: Value, case: dict[str, Any], context: Context) -> bool:
    expected = case["expected"]
    match case["type"]:
        case "boolean":
            return to_boolean(value) is expected
        case "number":
            return _close(to_number(value, context), float(expected), case.get("tolerance") or _TOLERANCE)
        case "date" | "date_time" | "dateTime":
            return _same_moment(value, str(expected), context)
        case _:
            return to_string(value) == str(expected)


def _close(number: float, expected: float, tolerance: float) -> bool:
    if math.isnan(number) or math.isnan(expected):
        return math.isnan(number) and math.isnan(expected)
    return number == expected or math.isclose(number, expected, rel_tol=tolerance, abs_tol=tolerance)


def _same_moment(value: Value, expected: str, context: Context) -> bool:
    given = value if isinstance(value, DateValue) else parse_date(to_string(value), context.environment.zone)
    wanted = parse_date(expected, context.environment.zone)
    return given is not None and wanted is not None and given.moment == wanted.moment


if __name__ == "__main__":
    sys.exit(main())
