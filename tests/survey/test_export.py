"""Answers as a spreadsheet: one row a board, safe to open, with what each column means."""

import csv
import io
from pathlib import Path

from openpyxl import load_workbook

from bot.forms.exporting import collect, written
from tests.boards.city import City
from tests.survey.answers import LONGEST, answer, begin
from tests.survey.town import ROSA


def filled(town: City) -> None:
    begin(town)
    answer(town, {**LONGEST, "n34": "=HYPERLINK(1)"})
    town.press(ROSA, "send")


def test_codes_labels_and_their_meaning_stand_on_three_sheets(town: City) -> None:
    filled(town)
    wording = town.house.wording(None)
    answers = collect(town.tx, "necesidades", wording, town.now)
    assert answers is not None
    book = load_workbook(io.BytesIO(written(answers, Path("a.xlsx"), wording)))

    codes, labels, dictionary = (list(sheet.iter_rows(values_only=True)) for sheet in book)
    column = codes[0].index("plan/n09")
    assert len(codes) == len(labels) == 2
    assert codes[1][column] == "works education"
    assert labels[1][column] == "Obras, Educación"
    assert codes[1][codes[0].index("score_r1")] == 73
    assert ("plan/n09", "¿Qué comisiones de trabajo funcionan hoy?", "select", "works", "Obras") in dictionary


def test_no_answer_becomes_a_formula_and_nobodys_name_is_in_the_file(town: City) -> None:
    filled(town)
    wording = town.house.wording(None)
    answers = collect(town.tx, "necesidades", wording, town.now)
    assert answers is not None
    text = written(answers, Path("a.csv"), wording).decode("utf-8-sig")
    (header, row) = csv.reader(io.StringIO(text), delimiter=";")

    assert row[header.index("requisitos/n34")] == "'=HYPERLINK(1)"
    assert f"Persona {ROSA}" not in text


def test_a_form_that_nobody_published_has_no_answers(town: City) -> None:
    assert collect(town.tx, "otro", town.house.wording(None), town.now) is None
