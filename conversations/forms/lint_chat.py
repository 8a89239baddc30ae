"""Checks of what a chat makes of a form: what it cannot do, what it does instead, lists that are too long."""

from collections import Counter
from collections.abc import Iterator

from conversations.forms.definition import Form
from conversations.forms.findings import Finding
from conversations.forms.lint_texts import LONGEST_BUTTON
from conversations.forms.sheets import Sheets, SurveyRow

MANY_CHOICES = 30
# What becomes of what a chat does not have: the message that says so is form-finding-type-… or -appearance-….
UNSUPPORTED_TYPES = {
    "geotrace": "geo", "geoshape": "geo", "start-geopoint": "place", "background-geopoint": "place", "osm": "geo",
    "background-audio": "silent", "audit": "silent", "simserial": "device", "subscriberid": "device",
    "deviceid": "device", "select_one_external": "file", "select_one_from_file": "file",
    "select_multiple_from_file": "file", "rank_from_file": "file", "csv-external": "file", "xml-external": "file",
}  # fmt: skip
CHANGED_APPEARANCES = {
    "image-map": "list", "map": "list", "placement-map": "place", "signature": "photo", "draw": "photo",
    "annotate": "photo", "likert": "one-by-one", "table-list": "one-by-one", "field-list": "one-by-one",
    "list-nolabel": "one-by-one", "list": "one-by-one", "bearing": "none", "printer": "none", "ethiopian": "calendar",
    "coptic": "calendar", "islamic": "calendar", "bikram-sambat": "calendar", "myanmar": "calendar",
    "persian": "calendar", "masked": "masked", "hidden-answer": "masked",
}  # fmt: skip
_SEARCHING = frozenset({"autocomplete", "search", "minimal"})


def check_chat(form: Form, sheets: Sheets) -> Iterator[Finding]:
    """All findings about what a chat makes of the form."""
    for row in sheets.survey_rows(form.seed.name):
        yield from _check_type(row)
        yield from _check_appearance(row)
        yield from _check_repeat(form, row)
    yield from _check_choices(form, sheets)
    if sheets.setting("public_key"):
        yield Finding("warning", "settings", 2, "public_key", "form-finding-encryption")
    if "entities" in sheets.others:
        yield Finding("warning", "entities", None, None, "form-finding-entities")
    media = sum(1 for sheet in (sheets.survey, sheets.choices) for column in sheet.header if _is_media(column))
    if media:
        yield Finding("note", None, None, None, "form-finding-media", {"count": media})


def _check_type(row: SurveyRow) -> Iterator[Finding]:
    instead = UNSUPPORTED_TYPES.get(row.kind)
    if instead is not None:
        yield Finding("warning", "survey", row.number, "type", f"form-finding-type-{instead}", {"type": row.kind})
    if "or_other" in row.cells.get("type", "").split():
        yield Finding("warning", "survey", row.number, "type", "form-finding-or-other", {"name": row.name})


def _check_appearance(row: SurveyRow) -> Iterator[Finding]:
    for appearance in row.cells.get("appearance", "").split():
        name = appearance.partition("(")[0]
        instead = CHANGED_APPEARANCES.get(name)
        if name.startswith(("ex:", "thirdparty", "printer:")):
            instead = "none"
        if name == "search" and "(" in appearance:
            yield Finding("warning", "survey", row.number, "appearance", "form-finding-type-file", {"type": "search()"})
        elif instead is not None:
            args: dict[str, str | int] = {"appearance": name}
            yield Finding("note", "survey", row.number, "appearance", f"form-finding-appearance-{instead}", args)


def _check_repeat(form: Form, row: SurveyRow) -> Iterator[Finding]:
    if row.kind == "begin repeat" and row.path in form.repeats and form.repeats[row.path].count is None:
        yield Finding("note", "survey", row.number, "repeat_count", "form-finding-repeat", {"name": row.name})


def _check_choices(form: Form, sheets: Sheets) -> Iterator[Finding]:
    used = {row.list_name: row for row in sheets.survey_rows(form.seed.name) if row.kind.startswith(("select", "rank"))}
    sizes: Counter[str] = Counter()
    for number, cells in sheets.choices.numbered():
        list_name, name = cells.get("list_name", cells.get("list name", "")), cells.get("name", "")
        sizes[list_name] += 1
        if list_name not in used:
            continue
        if " " in name:
            fixed: dict[str, str | int] = {"name": name, "fixed": "_".join(name.split())}
            yield Finding("error", "choices", number, "name", "form-finding-choice-space", fixed)
        elif name.endswith(".0") and name[:-2].isdigit():
            yield Finding("warning", "choices", number, "name", "form-finding-choice-number", {"name": name})
        longest = max((c for c in cells if c.partition("::")[0] == "label"), key=lambda c: len(cells[c]), default="")
        if longest and len(cells[longest]) > LONGEST_BUTTON:
            args: dict[str, str | int] = {"length": len(cells[longest]), "most": LONGEST_BUTTON}
            yield Finding("note", "choices", number, longest, "form-finding-label-long", args)
    for list_name, row in used.items():
        question = form.questions.get(row.path)
        searching = question is not None and _SEARCHING & set(question.appearances)
        if sizes[list_name] > MANY_CHOICES and not searching and not row.cells.get("choice_filter"):
            args = {"list": list_name, "count": sizes[list_name]}
            yield Finding("note", "survey", row.number, "type", "form-finding-list-long", args)


def _is_media(column: str) -> bool:
    words = [word.strip() for word in column.split("::")]
    return words[0] == "media" or words[0] in ("image", "audio", "video", "big-image")
