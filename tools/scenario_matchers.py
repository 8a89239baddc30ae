"""What a scenario can expect, in terms of our own values."""

import math
from typing import Any

from lxml import etree

from conversations.forms.finishing import refusals, submission_xml
from conversations.forms.walking import is_note
from tools.scenario_run import Answered, NotRun, Run, appearances_of, violated


def matches(matcher: str, actual: Any, expected: list[Any]) -> bool:
    """Whether the expectation holds. Raises NotRun for a matcher that looks at what the engine does not have."""
    return bool(_matched(matcher, actual, expected[0] if expected else None))


def _matched(matcher: str, actual: Any, first: Any) -> object:
    match matcher, actual:
        case "toBe" | "toEqual" | "toEqualTreeReference", _:
            return _equal(matcher, actual, first)
        case "toBeNull", _:
            return actual is None
        case "toBeTruthy" | "toBeDefined", _:
            return bool(actual) if matcher == "toBeTruthy" else actual is not None
        case "toBeFalsy" | "toBeUndefined", _:
            return not actual if matcher == "toBeFalsy" else actual is None
        case "toHaveLength", list() | str():
            return len(actual) == first
        case "toContain", list() | str():
            return first in actual
        case "toBeTypeOf", _:
            return {int: "bigint", float: "number", str: "string"}.get(type(actual)) == first
        case "toContainChoicesInAnyOrder" | "toContainChoices", list():
            return all(choice in actual for choice in first or [])
        case "toHaveSerializedSubmissionXML" | "toHavePreparedSubmissionXML", Run():
            return _same_xml(submission_xml(actual.instance), str(first))
        case "toHaveComputedPreloadInstanceID", Run():
            return _has_identity(actual, (first or {}).get("metaNamespaceURI"))
        case "toBePendingSubmissionWithViolations", Run():
            return bool(refusals(actual.instance))
        case _, Answered():
            return _of_answer(matcher, actual, first)
        case _:
            raise NotRun(f"matcher {matcher}")


def _of_answer(matcher: str, answered: Answered, first: Any) -> object:
    wrong = violated(answered)
    match matcher:
        case "toEqualAnswer":
            return _same_answer(answered, first)
        case "toHaveAnswerCloseTo":
            value, tolerance = first["expectedDistance"] if isinstance(first, dict) else (first, 0.01)
            return math.isclose(float(answered.cell.text), value, abs_tol=tolerance)
        case "toBeRelevant":
            return answered.cell.relevant
        case "toBeNonRelevant":
            return not answered.cell.relevant
        case "toBeReadonly" | "toBeRequired":
            if matcher == "toBeReadonly":
                return is_note(answered.run.instance, answered.cell)
            return answered.run.instance.live.holds(answered.cell.field.bind.required, answered.cell, without=False)
        case "toHaveAppearance":
            return bool(first in appearances_of(answered))
        case "toYieldAppearances":
            return appearances_of(answered) == first
        case "toHaveValidityStatus":
            rules = {"CONSTRAINT_VIOLATED": "constraint", "REQUIRED_BUT_EMPTY": "required"}
            return (wrong.rule if wrong else None) == rules.get(str(first))
        case "toHaveDefaultRequiredMessage":
            return wrong is not None and wrong.rule == "required" and not wrong.message
        case "toHaveRequiredMessage":
            return (wrong.message if wrong and wrong.rule == "required" else None) == first
        case "toHaveConstraintMessage":
            return (wrong.message if wrong and wrong.rule == "constraint" else None) == first
        case "toHaveValidityMessage":
            return (wrong.message if wrong else None) == first
        case _:
            raise NotRun(f"matcher {matcher}")


def _equal(matcher: str, actual: Any, expected: Any) -> bool:
    if matcher == "toBe" and isinstance(actual, list):
        return bool(actual is expected)
    if isinstance(expected, dict) and "tree_ref" in expected:
        expected = expected["tree_ref"]
    if isinstance(actual, str) and isinstance(expected, str) and expected.startswith("<"):
        return _same_xml(actual, expected)
    if isinstance(actual, Answered):
        raise NotRun("a look at more of a question than its answer")
    return bool(actual == expected)


def _same_answer(answered: Answered, expected: Any) -> bool:
    kind, value = expected.get("answer"), expected.get("value")
    text = answered.cell.text if answered.cell.relevant else ""
    match kind:
        case "int" | "decimal" | "long" | "double" | "float":
            return bool(text) and math.isclose(float(text), float(value), rel_tol=1e-12)
        case "boolean":
            return bool((text in ("OK", "true", "1")) == value)
        case "string":
            return bool(text == value)
        case "date":
            return bool(text[:10] == str(value)[:10])
        case "selectedChoice" | "select" | "choice":
            return bool(text == value)
        case _:
            raise NotRun(f"expected answer of kind {kind}")


def _same_xml(actual: str, expected: str) -> bool:
    return _canonical(actual) == _canonical(expected)


def _canonical(xml: str) -> bytes:
    return etree.tostring(etree.fromstring(xml.encode()), method="c14n")


def _has_identity(run: Run, namespace: str | None) -> bool:
    root = etree.fromstring(submission_xml(run.instance).encode())
    found = [e for e in root.iter("{*}instanceID") if namespace is None or etree.QName(e).namespace == namespace]
    return len(found) == 1 and (found[0].text or "").startswith("uuid:")
