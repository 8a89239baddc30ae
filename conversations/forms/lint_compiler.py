"""What pyxform refuses, as findings: by its error code where it gives one, by its English words where it does not."""

import re
from collections.abc import Mapping

from conversations.forms.findings import Finding
from conversations.forms.sheets import Sheets

_ROW = re.compile(r"\[row\s*:\s*(\d+)\]")
_SHEET = re.compile(r"'(survey|choices|settings|entities)' sheet")
_COLUMN = re.compile(r"the '([\w:. -]+)' value|\bcolumn '([\w:. -]+)'")
_QUOTED = re.compile(r"'([^']*)'")
# Codes with a message of their own. Others are told with pyxform's own words.
_CODES = {
    "HEADER_001": "form-compiler-headers",
    "HEADER_002": "form-compiler-headers-alike",
    "HEADER_003": "form-compiler-headers-missing",
    "HEADER_004": "form-compiler-column-name",
    "LABEL_001": "form-compiler-choice-label",
    "NAMES_001": "form-compiler-name-twice",
    "NAMES_003": "form-compiler-repeat-root",
    "NAMES_004": "form-compiler-repeat-twice",
    "NAMES_005": "form-compiler-name-meta",
    "NAMES_006": "form-compiler-choice-name",
    "NAMES_007": "form-compiler-choice-twice",
    "NAMES_008": "form-compiler-name-form",
    "PYREF_001": "form-compiler-reference-form",
    "PYREF_003": "form-compiler-reference-unknown",
    "PYREF_004": "form-compiler-reference-twice",
    "RANGE_001": "form-compiler-range-number",
    "RANGE_002": "form-compiler-range-zero",
    "RANGE_003": "form-compiler-range-large",
    "SURVEY_001": "form-compiler-end-alone",
    "SURVEY_002": "form-compiler-end-missing",
    "SURVEY_004": "form-compiler-parameters-form",
    "SURVEY_005": "form-compiler-parameters-unknown",
}
_WORDS = (
    ("form-compiler-type", re.compile(r"Unknown question type '(?P<name>[^']*)'")),
    ("form-compiler-no-type", re.compile(r"Question with no type")),
    ("form-compiler-calculation", re.compile(r"Missing calculation")),
    ("form-compiler-no-name", re.compile(r"with no name")),
    ("form-compiler-list", re.compile(r"List name not in (?:external )?choices sheet: (?P<name>\S+)")),
    ("form-compiler-choices", re.compile(r"should be choices|choices sheet has the mandatory columns")),
    ("form-compiler-choice-space", re.compile(r"Choice names with spaces.*?\[(?P<name>[^\]]*)\]", re.DOTALL)),
    ("form-compiler-no-survey", re.compile(r"must have a sheet named survey|You must have a sheet", re.IGNORECASE)),
    ("form-compiler-duplicate-header", re.compile(r"Duplicate column header: (?P<name>.+)")),
    ("form-compiler-not-a-form", re.compile(r"Error reading|not appear to be a valid XLSForm|not be read|zip file")),
)


def compiler_finding(
    text: str, code: str | None = None, context: Mapping[str, str] | None = None, sheets: Sheets | None = None
) -> Finding:
    """The finding for one error of pyxform. ``sheets`` help where it names no row."""
    row, sheet, column = _ROW.search(text), _SHEET.search(text), _COLUMN.search(text)
    known = context or {}
    number = known.get("row") or (row[1] if row else "")
    where = known.get("sheet") or known.get("sheet_name") or (sheet[1] if sheet else None)
    which = known.get("column") or (next((group for group in column.groups() if group), None) if column else None)
    key, args = _key(text, code, known)
    if key == "form-compiler-type" and not number and sheets is not None:
        number = next((str(n) for n, cells in sheets.survey.numbered() if cells.get("type") == args["name"]), "")
        which = "type"
    return Finding("error", where or ("survey" if number else None), int(number) if number else None, which, key, args)


def _key(text: str, code: str | None, context: Mapping[str, str]) -> tuple[str, dict[str, str | int]]:
    if code is not None and code in _CODES:
        quoted = [word for word in _QUOTED.findall(text) if word not in ("survey", "choices", "settings")]
        names = ("value", "q", "name", "other", "missing", "rejected")
        name = next((context[n] for n in names if n in context), quoted[-1] if quoted else "")
        return _CODES[code], {"name": str(name)[:80]}
    for key, pattern in _WORDS:
        match = pattern.search(text)
        if match:
            groups = match.groupdict()
            return key, {"name": groups["name"][:80]} if groups.get("name") is not None else {}
    return "form-compiler-other", {"text": _ROW.sub("", text).strip()[:300]}
