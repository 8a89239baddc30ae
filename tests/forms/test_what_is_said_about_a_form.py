"""The report on a form: every slip named with its sheet, its row and what to do."""

from functools import cache

import pytest

from bot.content import load_content
from bot.forms.report import line, summary
from bot.words import Wording
from conversations.forms.lint_compiler import compiler_finding
from tests.forms.filling import BOGOTA, CONTENT, compiled

COLUMNS = (
    "relevant", "constraint", "constraint_message", "required", "calculation", "choice_filter", "parameters",
    "appearance", "repeat_count",
)  # fmt: skip
HEAD = f"| survey |\n| | type | name | label | {' | '.join(COLUMNS)} |\n"
TAIL = """| choices |
| | list_name | name | label | dep |
| | sn | si | Sí | a |
| | sn | no | No | b |
| settings |
| | form_title |
| | Prueba |
"""


@cache
def wording() -> Wording:
    """The bot's own words."""
    return Wording("es-CO", load_content(CONTENT).messages["es-CO"], BOGOTA)


def row(kind: str, name: str = "", label: str = "", **cells: str) -> str:
    """A row of the survey sheet."""
    return "| | " + " | ".join([kind, name, label, *(cells.get(column, "") for column in COLUMNS)]) + " |\n"


def found(rows: str, tail: str = TAIL) -> list[tuple[str, int | None, str | None, str]]:
    """Severity, row, column and key of everything said."""
    return [(f.severity, f.row, f.column, f.key.removeprefix("form-")) for f in compiled(HEAD + rows + tail).findings]


AGE = row("integer", "edad", "Edad", required="yes")
SLIPS = [
    (row("text", "a", "A", relevant="foo("), ("error", 3, "relevant", "finding-syntax-end")),
    (row("text", "a", "A", relevant="1 + * 2"), ("error", 3, "relevant", "finding-syntax")),
    (row("text", "a", "A", relevant="selectd(${edad}, 'x')"), ("error", 3, "relevant", "finding-function-near")),
    (row("text", "a", "A", relevant="selected(${edad})"), ("error", 3, "relevant", "finding-arguments")),
    (row("text", "a", "A", relevant="edad > 18"), ("error", 3, "relevant", "finding-bare-name")),
    (row("text", "a", "A", relevant="altura > 18"), ("error", 3, "relevant", "finding-path")),
    (row("text", "a", "A", required="sí"), ("error", 3, "required", "finding-required")),
    (row("text", "a", "A", relevant="${b} = 1") + row("text", "b", "B", relevant="${a} = 1"),
     ("error", 3, None, "finding-cycle")),
    (row("text", "a", "A", relevant=". = 1"), ("error", 3, None, "finding-cycle-own")),
    (row("text", "a", "A", constraint="regex(., '(a+)+$')", constraint_message="x"),
     ("error", 3, "constraint", "finding-regex")),
    (row("text", "a", "A", constraint=". > 3"), ("warning", 3, "constraint", "finding-constraint-message")),
    (row("select_one sn", "a", "A", choice_filter="depto = ${edad}"),
     ("warning", 3, "choice_filter", "finding-list-column")),
    (row("integer", "n", "N") + row("calculate", "c", calculation="${n} + 1"),
     ("warning", 4, "calculation", "finding-empty-number")),
    (row("begin repeat", "r", "R", repeat_count="2") + row("integer", "x", "X") +
     row("calculate", "s", calculation="sum(${x})") + row("end repeat"),
     ("warning", 5, "calculation", "finding-own-instance")),
    (row("begin repeat", "r", "R") + row("text", "x", "X") + row("end repeat"),
     ("note", 3, "repeat_count", "finding-repeat")),
    (row("geotrace", "g", "G"), ("warning", 3, "type", "finding-type-geo")),
    (row("image", "i", "I", appearance="signature"), ("note", 3, "appearance", "finding-appearance-photo")),
    (row("select_one sn or_other", "a", "A"), ("warning", 3, "type", "finding-or-other")),
    (row("texto", "a", "A"), ("error", 3, "type", "compiler-type")),
    (row("text", "a", "A", relevant="${nadie} = 1"), ("error", 3, "relevant", "compiler-reference-unknown")),
    (row("select_one nada", "a", "A"), ("error", 3, None, "compiler-list")),
    (row("text", "a b", "A"), ("error", 3, "name", "compiler-name-form")),
    (row("begin group", "g", "G") + row("text", "a", "A"), ("error", 3, None, "compiler-end-missing")),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), SLIPS, ids=[slip[1][3] for slip in SLIPS])
def test_a_slip_is_named_with_its_row(rows: str, expected: tuple[str, int | None, str | None, str]) -> None:
    assert expected in found(AGE + rows)
    assert all(line(wording(), finding) for finding in compiled(HEAD + AGE + rows + TAIL).findings)


def test_a_form_without_slips_is_clean() -> None:
    assert found(AGE + row("select_one sn", "a", "¿Va?", relevant="${edad} > 17")) == []


def test_a_choice_with_a_space_in_its_name_is_one_choice_only_after_it_is_joined() -> None:
    tail = TAIL.replace("| | sn | no | No | b |", "| | sn | muy malo | Muy malo | b |")

    assert ("error", 3, "name", "finding-choice-space") in found(row("select_one sn", "a", "A"), tail)


def test_a_long_label_and_a_long_list_are_announced() -> None:
    many = "".join(f"| | sn | n{n} | Opción {n} {'muy larga ' * 5} | a |\n" for n in range(40))

    said = found(row("select_one sn", "a", "A"), TAIL.replace("| settings |", many + "| settings |"))

    assert ("note", 2, "type", "finding-list-long") in said
    assert ("note", 4, "label", "finding-label-long") in said


def test_each_missing_translation_is_named_by_its_cell() -> None:
    table = """
| survey |
|        | type | name | label | label::Español (es) | label::English (en) |
|        | text | a    |       | Hola                | Hello               |
|        | text | b    |       | Adiós               |                     |
|        | text | c    | Solo  |                     |                     |
| settings |
|          | form_title |
|          | Prueba     |
"""

    said = [(f.row, f.column, f.key) for f in compiled(table).findings]

    assert (3, "label::english (en)", "form-finding-translation") in said
    assert (4, "label", "form-finding-label-beside") in said


def test_a_request_for_encryption_is_not_passed_over() -> None:
    tail = TAIL.replace("| | form_title |\n| | Prueba |", "| | form_title | public_key |\n| | Prueba | MIIB |")

    assert ("warning", 2, "public_key", "finding-encryption") in found(AGE, tail)


def test_the_report_is_in_spanish_and_names_sheet_row_and_remedy() -> None:
    findings = compiled(HEAD + AGE + row("text", "a", "A", relevant="selectd(${edad}, 'x')") + TAIL).findings

    assert line(wording(), findings[0]) == (
        "Error · hoja survey, fila 3, columna relevant: La función selectd() no existe. ¿Quiso decir selected()?"
    )
    assert summary(wording(), findings).startswith("1 error, ningún aviso, ninguna nota.")


def test_an_error_nobody_foresaw_is_told_in_the_compilers_own_words() -> None:
    finding = compiler_finding("[row : 7] Something new is wrong.")

    assert (finding.row, finding.key, finding.args) == (7, "form-compiler-other", {"text": "Something new is wrong."})
