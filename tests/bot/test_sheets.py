"""Spreadsheets that people send, of any program, separator and encoding, are read as they stand."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from bot.reports.roster_file import load_columns, read_roster_file
from bot.reports.sheets import NotASheet, read_table
from bot.reports.writing import write_book, write_sheet
from conversations.roster import RosterSheet
from conversations.sheet_cells import Cell, SheetRow
from tests.bot.sheet_files import HEADINGS, ROWS, cells, read, rezipped, separated, workbook
from tests.conversations.roster_world import HEADER, demo_cells
from tests.conversations.world import CONTENT, TERRITORY

# --- text with separated values ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
async def test_any_separator_and_encoding_of_an_office_program_gives_the_same_table(
    separator: str, encoding: str
) -> None:
    assert cells(await read(separated(separator).encode(encoding))) == ROWS


async def test_rows_are_numbered_as_the_spreadsheet_program_numbers_them() -> None:
    table = await read(b"nombre;barrio\r\n\r\n;;\r\nJAC Manga;Manga\r\n")

    assert [row.number for row in table.rows] == [1, 4]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
async def test_any_line_end_will_do(ends: str) -> None:
    table = await read(ends.join(["nombre;barrio", "JAC Manga;Manga", ""]).encode())

    assert len(table.rows) == 2


async def test_the_separator_may_be_told_in_the_first_line() -> None:
    table = await read(b"sep=;\nnombre;barrio\nJAC, Manga;Manga\n")

    assert table.rows[1] == SheetRow(3, ("JAC, Manga", "Manga"))


async def test_zero_bytes_of_a_broken_export_vanish() -> None:
    assert cells(await read(b"nombre,barrio\nJAC\0 Manga,Manga\0\n"))[1] == ["JAC Manga", "Manga"]


async def test_a_quote_that_never_closes_ends_well() -> None:
    outcome = await read_table(b'nombre,barrio\n"JAC Manga,Manga\n' + b"x,y\n" * 100_000, HEADINGS)

    assert outcome == NotASheet("not_a_sheet")


# --- workbooks --------------------------------------------------------------------------------------------------------


async def test_a_workbook_keeps_numbers_dates_and_truth_values() -> None:
    row: list[Cell] = ["JAC Manga", 999123456, 12.5, date(2023, 9, 5), True, None, "fin"]
    table = await read(write_sheet("Juntas", ["nombre", "nit", "c", "d", "e", "f", "barrio"], [row]))

    assert table.sheet == "Juntas"
    assert cells(table)[1] == row


async def test_merged_cells_are_blank_after_the_first() -> None:
    def fill(book: Workbook) -> None:
        for row in (["nombre", "localidad", "barrio"], ["JAC A", "Histórica", "Manga"], ["JAC B", None, "Crespo"]):
            book.worksheets[0].append(row)
        book.worksheets[0].merge_cells("B2:B3")

    assert cells(await read(workbook(fill)))[2] == ["JAC B", None, "Crespo"]


async def test_a_formula_gives_its_last_result_and_without_one_its_text() -> None:
    def fill(book: Workbook) -> None:
        book.worksheets[0].append(["nombre", "barrio"])
        book.worksheets[0].append(['="JAC "&B2', "Manga"])
        book.worksheets[0].append(["=1+1", "Crespo"])

    made = workbook(fill)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    for empty in (b"<v />", b"<v></v>", b"<v/>"):
        xml = xml.replace(b"<f>1+1</f>" + empty, b"<f>1+1</f><v>2</v>")
    table = await read(rezipped(made, {"xl/worksheets/sheet1.xml": xml}))

    assert cells(table)[1:] == [['="JAC "&B2', "Manga"], [2, "Crespo"]]


async def test_of_several_sheets_the_one_with_known_titles_is_read() -> None:
    book = write_book([("Portada", ["Alcaldía"], [["2026"]]), ("Listado", ["nombre", "barrio"], [["JAC A", "Manga"]])])

    assert (await read(book)).sheet == "Listado"


async def test_a_hidden_sheet_is_not_read() -> None:
    def fill(book: Workbook) -> None:
        book.worksheets[0].append(["nombre", "barrio"])
        book.worksheets[0].sheet_state = "hidden"
        book.create_sheet("Visible").append(["Otra cosa"])

    assert (await read(workbook(fill))).sheet == "Visible"


async def test_a_sheet_that_lies_about_its_size_is_read_whole() -> None:
    made = write_sheet("J", ["nombre", "barrio"], [["JAC A", "Manga"]])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    xml = xml.replace(b"<sheetViews>", b'<dimension ref="A1"/><sheetViews>', 1)
    table = await read(rezipped(made, {"xl/worksheets/sheet1.xml": xml}))

    assert cells(table) == [["nombre", "barrio"], ["JAC A", "Manga"]]


async def test_something_left_in_the_very_last_row_is_no_hindrance() -> None:
    made = write_sheet("J", ["nombre", "barrio"], [["JAC A", "Manga"]])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    xml = xml.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>')
    table = await read(rezipped(made, {"xl/worksheets/sheet1.xml": xml}))

    assert [row.number for row in table.rows] == [1, 2, 1_048_576]


async def test_the_name_of_the_file_does_not_matter_only_what_it_holds() -> None:
    columns = load_columns(CONTENT)
    for content in (separated(";", [list(HEADER), *map(list, demo_cells())]).encode("cp1252"),
                    write_sheet("Juntas", HEADER, demo_cells())):  # fmt: skip
        found = await read_roster_file(content, TERRITORY, columns)

        assert isinstance(found, RosterSheet)
        assert (len(found.rows), found.error_count) == (432, 0)
