"""Everything worth telling the author of a form before it goes live, with sheet, row, column and remedy."""

from collections.abc import Callable, Iterable, Mapping

from conversations.forms.definition import Form
from conversations.forms.findings import Finding
from conversations.forms.lint_chat import check_chat
from conversations.forms.lint_expressions import check_expressions
from conversations.forms.lint_texts import check_texts
from conversations.forms.problems import Problem
from conversations.forms.sheets import Sheets

_COLUMNS = {"calculate": "calculation", "label": "label", "setvalue": "default", "ref": "name"}
_SEVERITY = {"error": 0, "warning": 1, "note": 2}
_Check = Callable[[Form, Sheets], Iterable[Finding]]
_CHECKS: tuple[_Check, ...] = (check_expressions, check_texts, check_chat)


def lint(form: Form, sheets: Sheets) -> tuple[Finding, ...]:
    """All findings about a form that could be read, errors first, then by row."""
    return ordered(finding for check in _CHECKS for finding in check(form, sheets))


def lint_unreadable(problems: Iterable[Problem], sheets: Sheets, root: str = "data") -> tuple[Finding, ...]:
    """Findings about a form that compiled and still cannot be read: expressions that do not parse, above all."""
    rows = {row.path: row.number for row in sheets.survey_rows(root)}
    found = []
    for problem in problems:
        if problem.reason == "syntax":
            args: Mapping[str, str | int] = {
                "expression": problem.text[:200], "found": problem.found[:40], "position": problem.position + 1,
            }  # fmt: skip
            key = "form-finding-syntax" if problem.found else "form-finding-syntax-end"
            column = _COLUMNS.get(problem.rule, problem.rule)
            found.append(Finding("error", "survey", rows.get(problem.path), column, key, args))
        else:
            found.append(Finding("error", None, None, None, "form-finding-unreadable", {"reason": problem.reason}))
    return ordered(found)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Without repetitions; errors first, then by sheet and row."""
    distinct = {(f.sheet, f.row, f.column, f.key, tuple(sorted(f.args.items(), key=str))): f for f in findings}
    return tuple(sorted(distinct.values(), key=lambda f: (_SEVERITY[f.severity], f.sheet != "survey", f.row or 0)))
