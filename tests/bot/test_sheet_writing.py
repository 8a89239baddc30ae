"""Spreadsheets that the bot makes: nothing in them is ever a formula, and it can read them again."""

import csv
import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from bot.reports.roster_file import read_roster_file, template
from bot.reports.writing import write_csv, write_sheet
from bot.words import Wording
from conversations.roster import RosterSheet
from tests.bot.sheet_files import cells, read
from tests.conversations.roster_world import COLUMNS, HEADER
from tests.conversations.world import CONTENT, TERRITORY

# --- what the bot writes ----------------------------------------------------------------------------------------------

DANGEROUS = ["=1+1", "+57 300", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =cmd|'/c calc'!A0"]


def test_no_text_in_a_workbook_is_a_formula() -> None:
    made = write_sheet("Juntas", DANGEROUS, [[text] for text in DANGEROUS])

    for row in load_workbook(io.BytesIO(made)).worksheets[0].iter_rows():
        for cell in row:
            assert cell.data_type in {"s", "n"}
            assert cell.value is None or str(cell.value).startswith("'")


def test_no_text_in_a_csv_file_is_a_formula() -> None:
    made = write_csv(["a"], [[text] for text in DANGEROUS]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(made, newline=""), delimiter=";"))

    assert all(row[0].startswith("'") for row in rows[1:])


def test_numbers_and_dates_stay_what_they_are() -> None:
    made = write_sheet("J", ["a", "b", "c", "d"], [[-5, 2.5, date(2026, 11, 24), datetime(2026, 11, 24, 8)]])

    row = [cell.value for cell in load_workbook(io.BytesIO(made)).worksheets[0][2]]
    assert row == [-5, 2.5, datetime(2026, 11, 24), datetime(2026, 11, 24, 8)]
    assert write_csv(["a", "b"], [[-5, date(2026, 11, 24)]]).decode("utf-8-sig") == "a;b\r\n-5;2026-11-24\r\n"


def test_control_characters_and_long_titles_do_not_break_a_workbook() -> None:
    made = write_sheet("Juntas [2026]: ¿cuáles? / todas las del Distrito", ["a\x00"], [["x\x0b" * 40_000]])
    sheet = load_workbook(io.BytesIO(made)).worksheets[0]

    assert len(sheet.title) <= 31
    assert str(sheet["A2"].value).startswith("xx")


async def test_what_the_bot_wrote_it_reads_again() -> None:
    table = await read(write_sheet("J", ["nombre", "barrio"], [["=1+1", "Manga"]]))

    assert cells(table)[1] == ["'=1+1", "Manga"]


async def test_the_template_explains_every_column_and_is_read_without_its_example() -> None:
    sources = {path.name: path.read_text("utf-8") for path in (CONTENT / "locale/es-CO").glob("*.ftl")}
    made = template(COLUMNS, Wording("es-CO", sources, ZoneInfo("America/Bogota")))
    first, second = load_workbook(io.BytesIO(made)).worksheets

    assert [cell.value for cell in first[1]] == list(HEADER)
    assert [row[0].value for row in second.iter_rows(min_row=2)] == list(HEADER)
    found = await read_roster_file(made, TERRITORY, COLUMNS)
    assert isinstance(found, RosterSheet)
    assert found.errors[0].key == "roster-no-rows"
