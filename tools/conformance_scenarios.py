"""Scores the form engine on scripted fillings: which were run, which passed, which were left out and why."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conversations.forms.problems import UnreadableForm
from tools.scenario_matchers import matches
from tools.scenario_run import NotRun, Run


@dataclass
class ScenarioScore:
    """What came out: ids of failures with what happened, and how many were left out for which reason."""

    passed: int = 0
    failures: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def run(self) -> int:
        """How many were run to a verdict."""
        return self.passed + len(self.failures)


class Unmet(Exception):
    """An assertion of the scenario does not hold."""


def score(path: Path, *, show_failures: bool = False) -> ScenarioScore:
    """Plays every scenario of the file."""
    result = ScenarioScore()
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        reason = _left_out(case)
        if reason is None:
            try:
                play(case)
            except NotRun as left:
                reason = str(left)
            except (Unmet, UnreadableForm, LookupError, ValueError, RecursionError) as failure:
                result.failures[case["id"]] = f"{type(failure).__name__}: {failure}"
                if show_failures:
                    print(f"  {case['id']}: {result.failures[case['id']][:300]}")
            except Exception as failure:  # noqa: BLE001  an engine that breaks has failed the case, not the score
                result.failures[case["id"]] = f"broke with {type(failure).__name__}: {failure}"
                if show_failures:
                    print(f"  {case['id']}: {result.failures[case['id']][:300]}")
            else:
                result.passed += 1
        if reason is not None:
            result.left_out[reason] += 1
    return result


def _left_out(case: dict[str, Any]) -> str | None:
    if case.get("web_forms_known_fail"):
        return "fails upstream too"
    if not case.get("complete", True):
        return "not written down completely"
    if "markdown" in case["source"]:
        return "formatting of labels: drawn by the chat, not by the engine"
    return None


def play(case: dict[str, Any]) -> None:
    """Plays one scenario. Raises Unmet at the first assertion that does not hold, NotRun for what we do not have."""
    run: Run | None = None
    results: list[Any] = []
    for step in case["steps"]:
        if "init" in step:
            run = Run(case["forms"][step["init"]]["xml"], attachments=case["forms"][step["init"]].get("attachments"))
            results.append(run)
        elif "op" in step:
            if run is None:
                raise NotRun("an act before a form")
            results.append(run.do(step["op"], step["args"]))
        else:
            results.append(None)
            _check(step, run, results)


def _check(step: dict[str, Any], run: Run | None, results: list[Any]) -> None:
    actual = _actual(step, run, results)
    expected = [_expected(value, run) for value in step["expected"]]
    holds = matches(step["matcher"], actual, expected)
    if holds == bool(step.get("not")):
        denied = " not" if step.get("not") else ""
        raise Unmet(f"{json.dumps(step['assert'])[:120]} is {actual!r},{denied} {step['matcher']} {expected!r}")


def _actual(step: dict[str, Any], run: Run | None, results: list[Any]) -> Any:
    ref = step["assert"]
    if isinstance(ref, str) and ref != "NaN":
        return ref
    if run is None:
        raise NotRun("an assertion before a form")
    if ref is None and step["matcher"] == "toBe" and str(step["expected"][0]).startswith("<"):
        # The record lost what was looked at; only a serialised instance looks like that.
        return run.do("serialised", [])
    if ref == {}:
        return next(result for result in reversed(results[:-1]) if result is not None)
    if not isinstance(ref, dict) or "ref" not in ref:
        raise NotRun("what is looked at was not written down")
    return _seen(ref["ref"], run, results)


def _seen(ref: dict[str, Any], run: Run, results: list[Any]) -> Any:
    if "scenario" in ref:
        return run
    if "result_of_step" in ref:
        found = results[ref["result_of_step"]]
    elif "get" in ref:
        found = run.get(ref["get"], ref.get("args", []))
    else:
        raise NotRun("what is looked at was not written down")
    for part in ref.get("path", []):
        found = run.part(found, part)
    return found


def _expected(value: Any, run: Run | None) -> Any:
    if isinstance(value, dict) and set(value) == {"ref"}:
        inner = value["ref"]
        if "__val" in inner:
            return next(iter(inner["__val"])).partition(".__sym")[0].rpartition(".")[2]
        if "get" in inner and run is not None:
            return run.get(inner["get"], inner.get("args", []))
        raise NotRun("what is expected was not written down")
    return value
