"""Checks of expressions: functions and names that do not exist, rings, patterns that could hang, classic slips."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from conversations.forms.definition import Form, Text
from conversations.forms.findings import Finding
from conversations.forms.planning import Places
from conversations.forms.sheets import Sheets, SurveyRow
from conversations.forms.xpath import KNOWN_FUNCTIONS, Expression, FunctionUse, Reference, regex_is_dangerous

_OVER_ALL = re.compile(r"\b(sum|min|max|count|join)\(\s*(?:'[^']*'\s*,\s*)?\$\{([^}]+)\}\s*\)")
_REFERENCE = re.compile(r"\$\{([^}]+)\}")
_ARITHMETIC = re.compile(r"[+*]|\bdiv\b|\bmod\b|\s-\s")
_YES_OR_NO = frozenset({"", "yes", "no", "true", "false", "true()", "false()", "y", "n"})
_OWN_VALUE_WELCOME = frozenset({"constraint", "choice_filter", "label", "hint", "constraint_message"})
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Written:
    """An expression with the place it stands at and the column it was written in."""

    path: str
    column: str
    expression: Expression


def check_expressions(form: Form, sheets: Sheets) -> Iterator[Finding]:
    """All findings about expressions."""
    rows = sheets.survey_rows(form.seed.name)
    by_path = {row.path: row for row in rows}
    places = Places(form.fields)
    for written in expressions(form):
        row = by_path.get(written.path)
        number = None if row is None else row.number
        for use in written.expression.functions:
            yield from _check_call(written, use, number)
        for reference in written.expression.paths:
            yield from _check_path(form, places, written, reference, row)
    for cycle in form.plan.cycles:
        if not all(form.fields[path].bind.calculate is not None and _settles(form, path) for path in cycle):
            names = " → ".join(path.rpartition("/")[2] for path in (*cycle, cycle[0]))
            first = by_path.get(cycle[0])
            number = None if first is None else first.number
            key = "form-finding-cycle-own" if len(cycle) == 1 else "form-finding-cycle"
            yield Finding("error", "survey", number, None, key, {"names": names})
    for row in rows:
        yield from _check_slips(row, rows)


def expressions(form: Form) -> Iterator[Written]:
    """Every expression of the form."""
    for path, field in form.fields.items():
        bind = field.bind
        rules = {
            "relevant": bind.relevant, "constraint": bind.constraint, "required": bind.required,
            "calculation": bind.calculate, "read_only": bind.readonly,
        }  # fmt: skip
        for column, expression in rules.items():
            if expression is not None:
                yield Written(path, column, expression)
        yield from _woven(path, "constraint_message", bind.constraint_text)
    for path, repeat in form.repeats.items():
        if repeat.count is not None:
            yield Written(path, "repeat_count", repeat.count)
        yield from _woven(path, "label", repeat.label)
    for path, question in form.questions.items():
        if question.itemset is not None:
            yield Written(path, "choice_filter", question.itemset.nodes)
        yield from _woven(path, "label", question.label)
        yield from _woven(path, "hint", question.hint)
    for action in form.actions:
        if action.value is not None:
            for reference in action.ref.paths[:1]:
                path = "/" + "/".join(step.name for step in reference.steps)
                yield Written(path, "default" if action.source is None else "calculation", action.value)


def _woven(path: str, column: str, text: Text | None) -> Iterator[Written]:
    if text is not None:
        yield from (Written(path, column, part) for part in text.parts if isinstance(part, Expression))


def _check_call(written: Written, use: FunctionUse, row: int | None) -> Iterator[Finding]:
    known = KNOWN_FUNCTIONS.get(use.name)
    if known is None:
        near = process.extractOne(use.name, KNOWN_FUNCTIONS.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        key = "form-finding-function" if near is None else "form-finding-function-near"
        args: dict[str, str | int] = {"name": use.name} if near is None else {"name": use.name, "near": near[0]}
        yield Finding("error", "survey", row, written.column, key, args)
        return
    least, most = known
    if use.count < least or (most is not None and use.count > most):
        args = {"name": use.name, "count": use.count, "least": least, "most": -1 if most is None else most}
        yield Finding("error", "survey", row, written.column, "form-finding-arguments", args)
    if use.name == "regex" and len(use.literals) > 1 and use.literals[1] and regex_is_dangerous(use.literals[1]):
        yield Finding("error", "survey", row, written.column, "form-finding-regex", {"pattern": use.literals[1][:80]})


def _check_path(
    form: Form, places: Places, written: Written, reference: Reference, row: SurveyRow | None
) -> Iterator[Finding]:
    number = None if row is None else row.number
    if reference.origin == "instance":
        yield from _check_list(form, written, reference, number)
        return
    if reference.origin not in ("root", "node") or not reference.steps:
        return
    reached = places.reached(reference, written.path.partition("/@")[0])
    if reached:
        return
    name = reference.steps[-1].name
    alone = reference.origin == "node" and len(reference.steps) == 1
    if written.column == "required" and alone:
        yield Finding("error", "survey", number, "required", "form-finding-required", {"written": name})
    elif alone and any(field.name == name for field in form.fields.values()):
        yield Finding("error", "survey", number, written.column, "form-finding-bare-name", {"name": name})
    else:
        path = "/".join(step.name or ("..", ".")[step.axis == "self"] for step in reference.steps)
        yield Finding("error", "survey", number, written.column, "form-finding-path", {"path": path})


def _check_list(form: Form, written: Written, reference: Reference, row: int | None) -> Iterator[Finding]:
    choices = form.lists.get(reference.instance or "")
    names = [step.name for step in reference.steps if step.axis == "child"]
    if choices is None:
        args: dict[str, str | int] = {"name": reference.instance or ""}
        yield Finding("error", "survey", row, written.column, "form-finding-list", args)
    elif len(names) == 3 and names[:2] == ["root", "item"]:
        columns = {child.name for item in choices.named("item") for child in item.elements()}
        if columns and names[2] not in columns | {"name", "label", "*"}:
            args = {"column": names[2], "list": reference.instance or ""}
            yield Finding("warning", "survey", row, written.column, "form-finding-list-column", args)


def _settles(form: Form, path: str) -> bool:
    """A calculation that reads its own value on purpose: once(…)."""
    calculate = form.fields[path].bind.calculate
    return calculate is not None and any(use.name == "once" for use in calculate.functions)


def _check_slips(row: SurveyRow, rows: tuple[SurveyRow, ...]) -> Iterator[Finding]:
    """What runs but hardly does what was meant."""
    named = {other.name: other for other in rows if other.name}
    for column in ("calculation", "relevant", "constraint"):
        for match in _OVER_ALL.finditer(row.cells.get(column, "")):
            other = named.get(match[2].strip())
            if row.repeat and other is not None and other.repeat == row.repeat:
                args: dict[str, str | int] = {"function": match[1], "name": other.name}
                yield Finding("warning", "survey", row.number, column, "form-finding-own-instance", args)
    calculation = row.cells.get("calculation", "")
    if _ARITHMETIC.search(_REFERENCE.sub("x", calculation)) and "coalesce" not in calculation:
        optional = [
            name
            for name in dict.fromkeys(match.strip() for match in _REFERENCE.findall(calculation))
            if name in named
            and named[name].kind in ("integer", "decimal", "int", "range")
            and named[name].cells.get("required", "").lower() not in _YES_OR_NO - {"", "no", "false", "false()", "n"}
        ]
        if optional:
            args = {"names": ", ".join(optional)}
            yield Finding("warning", "survey", row.number, "calculation", "form-finding-empty-number", args)
