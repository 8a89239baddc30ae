"""The answers of a survey as a spreadsheet: one row a board, codes and labels, and what each column means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.forms.shelf import FormShelf
from bot.reports.writing import SheetContent, write_book, write_csv
from bot.words import Wording
from conversations.decisions import Words
from conversations.forms.asking import asked
from conversations.forms.cells import Cell
from conversations.forms.finishing import record
from conversations.forms.instance import Instance
from conversations.forms.walking import places
from conversations.sheet_cells import Cell as SheetCell
from storage import boards, forms, submissions
from storage.database import Transaction

_STATES: tuple[submissions.Status, ...] = ("started", "partial", "complete", "refused")
_META = "meta/"


@dataclass(frozen=True, slots=True)
class Answers:
    """Every board that began: what is known of it, then a value for each of ``names`` (as codes, as labels)."""

    names: tuple[str, ...]
    codes: tuple[tuple[SheetCell, ...], ...]
    labels: tuple[tuple[SheetCell, ...], ...]
    dictionary: tuple[tuple[SheetCell, ...], ...]


def collect(tx: Transaction, form_id: str, wording: Wording, now: datetime) -> Answers | None:
    """The answers as they stand; None if no such form was ever published. No names of people are among them."""
    version = forms.newest(tx, form_id)
    if version is None:
        return None
    shelf = FormShelf()
    shelf.put(version, shelf.form(version))
    names: dict[str, None] = {}
    rows, dictionary = [], {}
    for row in submissions.of_form(tx, form_id, _STATES):
        filling = shelf.take(tx, row, wording.zone, now)
        values = {name: value for name, value in record(filling).items() if not name.startswith(_META)}
        names.update(dict.fromkeys(values))
        dictionary.update(_described(filling))
        board = boards.get(tx, row.board_id)
        state = wording.plain(Words(f"survey-state-{row.status}"))
        changed = row.changed_at.astimezone(wording.zone).replace(tzinfo=None, microsecond=0)
        rows.append(((board.name, board.localidad, board.kind, state, changed.date()), values, _labelled(filling)))
    for name in names:  # calculated and hidden fields have no question
        dictionary.setdefault(name, [(name, "", "", "", "")])
    return Answers(
        tuple(names),
        tuple((*known, *(_number(values.get(name, "")) for name in names)) for known, values, _ in rows),
        tuple((*known, *(said.get(n, values.get(n, "")) for n in names)) for known, values, said in rows),
        tuple(line for name in names for line in dictionary[name]),
    )


def written(answers: Answers, file: Path, wording: Wording) -> bytes:
    """An XLSX file of three sheets, or a CSV file of codes, by the ending of the name. Safe to open."""
    known = [
        wording.plain(Words(f"form-export-{name}")) for name in ("board", "localidad", "kind", "status", "changed")
    ]
    header = [*known, *answers.names]
    if file.suffix.lower() == ".csv":
        return write_csv(header, answers.codes)
    described = [wording.plain(Words(f"form-export-{name}")) for name in ("name", "label", "type", "code", "option")]
    sheets: list[SheetContent] = [
        (wording.plain(Words("form-export-sheet-codes")), header, answers.codes),
        (wording.plain(Words("form-export-sheet-labels")), header, answers.labels),
        (wording.plain(Words("form-export-sheet-dictionary")), described, answers.dictionary),
    ]
    return write_book(sheets)


def _questions(filling: Instance) -> Sequence[tuple[str, Cell]]:
    """Questions that matter, by their name in the record."""
    root = filling.root.key + "/"
    found = []
    for place in places(filling):
        if place.kind == "question":
            name = place.key.removeprefix(root).replace("{", "[").replace("}", "]")
            found.append((name, place.cell))
    return found


def _labelled(filling: Instance) -> dict[str, str]:
    found = {}
    for name, cell in _questions(filling):
        question = asked(filling, cell.key)
        if question.choices and question.value:
            chosen = [question.value] if question.kind == "select1" else question.value.split()
            labels = {choice.value: choice.label for choice in question.choices}
            found[name] = ", ".join(labels.get(one, one) for one in chosen)
    return found


def _described(filling: Instance) -> dict[str, list[tuple[SheetCell, ...]]]:
    found: dict[str, list[tuple[SheetCell, ...]]] = {}
    for name, cell in _questions(filling):
        question = asked(filling, cell.key)
        options = [(choice.value, choice.label) for choice in question.choices] or [("", "")]
        kind = question.kind if question.kind != "input" else question.type
        found[name] = [(name, question.label, kind, code, label) for code, label in options]
    return found


def _number(value: str) -> SheetCell:
    """A whole number as such, so that it can be added up; everything else as it is."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else value
