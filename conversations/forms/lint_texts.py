"""Checks of texts: translations that are missing, columns that silence each other, messages that do not help."""

import re
from collections import defaultdict
from collections.abc import Iterator

from conversations.forms.definition import Form
from conversations.forms.findings import Finding
from conversations.forms.sheets import Sheet, Sheets

_TRANSLATED = ("label", "hint", "constraint_message", "required_message", "guidance_hint")
_CODE = re.compile(r"\(([\w-]{2,8})\)\s*$")
# Telegram cuts longer buttons on small phones; such choices are numbered in the text instead.
LONGEST_BUTTON = 40


def check_texts(form: Form, sheets: Sheets) -> Iterator[Finding]:
    """All findings about texts."""
    for name, sheet in (("survey", sheets.survey), ("choices", sheets.choices)):
        yield from _check_translations(name, sheet)
        yield from _check_languages(name, sheet)
    if not form.title or form.title == form.id == form.seed.name:
        yield Finding("warning", "settings", None, "form_title", "form-finding-title")
    for row in sheets.survey_rows(form.seed.name):
        has_message = any(column.replace(" ", "_").startswith("constraint_message") for column in row.cells)
        if row.cells.get("constraint") and not has_message:
            yield Finding("warning", "survey", row.number, "constraint", "form-finding-constraint-message")


def _check_translations(name: str, sheet: Sheet) -> Iterator[Finding]:
    """A cell that is filled in one language and empty in another; ``label`` beside ``label::…``."""
    for base in _TRANSLATED:
        columns = [c for c in sheet.header if c.partition("::")[0].strip() == base]
        translated = [column for column in columns if "::" in column]
        plain = [column for column in columns if "::" not in column]
        if plain and translated:
            for number, cells in sheet.numbered():
                here, there = cells.get(plain[0], ""), [c for c in translated if cells.get(c)]
                if here and not there:
                    args: dict[str, str | int] = {"column": plain[0], "translated": translated[0]}
                    yield Finding("warning", name, number, plain[0], "form-finding-label-beside", args)
                elif here and any(cells[c] != here for c in there):
                    args = {"column": plain[0], "translated": there[0]}
                    yield Finding("warning", name, number, plain[0], "form-finding-label-twice", args)
        if len(translated) > 1:
            for number, cells in sheet.numbered():
                if any(cells.get(column) for column in translated):
                    for column in translated:
                        if not cells.get(column):
                            args = {"language": column.partition("::")[2].strip()}
                            yield Finding("warning", name, number, column, "form-finding-translation", args)


def _check_languages(name: str, sheet: Sheet) -> Iterator[Finding]:
    """The same language under two names counts as two languages."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for column in sheet.header:
        language = column.rpartition("::")[2].strip() if "::" in column else ""
        code = _CODE.search(language)
        if language:
            spellings[code[1].lower() if code else language.lower()].add(language)
    for short, found in spellings.items():
        if len(found) > 1:
            args: dict[str, str | int] = {"code": short, "spellings": ", ".join(sorted(found))}
            yield Finding("warning", name, 1, None, "form-finding-language-twice", args)
