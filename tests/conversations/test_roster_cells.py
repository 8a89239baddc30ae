"""What stands in the cells of a list, accidents of spreadsheets included: read, or told with the remedy."""

import math
from datetime import date, datetime

import pytest

from conversations.roster_words import error_words
from conversations.sheet_cells import Cell
from tests.conversations.roster_world import (
    CARIBE,
    COLUMNS,
    VIRGEN,
    listed,
    one,
    read,
    warned,
    wrong,
)
from tests.conversations.world import worded

# --- what a cell may hold ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nit", [999123456.0, 999123456, "999.123.456", " NIT 999 123 456 "])
def test_a_tax_number_may_be_a_number_of_the_spreadsheet(nit: Cell) -> None:
    assert one(nit=nit).nit == "999123456"


def test_a_wrong_check_digit_is_told_with_the_right_one() -> None:
    assert wrong(nit="999123456-1") == (
        "nit", "roster-nit-check", {"number": "999123456", "given": "1", "right": "8"},
    )  # fmt: skip
    assert wrong(nit=9991234561.0)[2]["right"] == "8"


@pytest.mark.parametrize(
    ("nit", "key"),
    [
        ("1047000000", "roster-nit-start"), ("73.123.456", "roster-nit-length"), ("en la DIAN", "roster-nit-form"),
        ("9,99E+08", "roster-nit-form"), (date(2026, 7, 1), "roster-cell-date"), (True, "roster-cell-odd"),
    ],
)  # fmt: skip
def test_what_is_no_tax_number_is_refused(nit: Cell, key: str) -> None:
    assert wrong(nit=nit)[:2] == ("nit", key)


@pytest.mark.parametrize("nothing", [None, "", "  ", "N/A", "no tiene", "-", "0", 0.0, "Sin dato", "s/n", "."])
def test_ways_of_saying_that_there_is_none(nothing: Cell) -> None:
    board = one(nit=nothing, ruc=nothing, personeria=nothing, sector=nothing, estado=nothing)

    assert (board.nit, board.ruc, board.personeria, board.sector, board.registry_state) == (None,) * 5


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (45174.0, "45174"), (768, "768"), (date(2023, 9, 5), "05/09/2023"), (datetime(2023, 9, 5, 10), "05/09/2023"),
        (" Resolución  N° 768 ", "Resolución N° 768"), (12.5, "12.5"),
    ],
)  # fmt: skip
def test_the_act_of_recognition_may_be_a_number_or_a_date(value: Cell, kept: str) -> None:
    assert one(personeria=value).personeria == kept


def test_a_barrio_that_the_spreadsheet_made_a_date_is_told_with_the_remedy() -> None:
    found = read(listed(barrio=datetime(2026, 8, 7), comuna="3", localidad=CARIBE))

    assert "formato de texto" in worded(error_words(found.errors[0], COLUMNS))
    assert "07/08/2026" in worded(error_words(found.errors[0], COLUMNS))


@pytest.mark.parametrize("formula", ["=A2&B2", '=HYPERLINK("http://x.example")', "#REF!", "#¡VALOR!", "'=1+1"])
def test_a_formula_is_never_taken_for_its_text(formula: str) -> None:
    assert wrong(nombre=formula)[:2] == ("name", "roster-cell-formula")


@pytest.mark.parametrize(
    "code", ["<b>JAC</b> Manga", "JAC <script>alert(1)</script>", "&lt;img src=x&gt; JAC", "JAC<br/>"]
)
def test_marks_of_a_web_page_are_refused(code: str) -> None:
    assert wrong(nombre=code)[:2] == ("name", "roster-cell-code")


def test_a_name_of_five_hundred_letters_is_refused_with_both_numbers() -> None:
    assert wrong(nombre="J" * 500) == ("name", "roster-cell-long", {"length": 500, "longest": 120})


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  JAC \x00  El\u200b Pozón\n ", "JAC El Pozón"),
        ("JUNTA DE ACCIÓN COMUNAL EL POZÓN", "Junta de Acción Comunal el Pozón"),
        ("JAC San Jos&eacute;", "JAC San José"),
    ],
)  # fmt: skip
def test_a_name_is_kept_tidy(written: str, kept: str) -> None:
    assert one(nombre=written).name == kept


@pytest.mark.parametrize("name", ["123", "---1", math.inf, True])
def test_a_name_needs_letters(name: Cell) -> None:
    assert wrong(nombre=name)[0] == "name"


def test_everything_wrong_with_a_row_is_told_at_once() -> None:
    found = read(listed(nombre=None, tipo="club", nit="999123456-1", estado="?¿", comuna="77"))

    assert [error.column for error in found.errors] == ["name", "kind", "nit", "comuna"]


def test_an_empty_cell_reminds_of_merged_ones() -> None:
    found = read(listed(barrio=None))

    assert worded(error_words(found.errors[0], COLUMNS)).startswith("Fila 2, columna «barrio»: está vacía.")
    assert "repita el dato en cada fila" in worded(error_words(found.errors[0], COLUMNS))


@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        ("JAC", "Manga", "jac"), ("J.A.C.", "Manga", "jac"), ("Junta de Vivienda Comunitaria", "Manga", "jvc"),
        ("ASOCIACIÓN DE JUNTAS", "Manga", "asojuntas"), (None, "Junta de Acción Comunal Manga", "jac"),
        (None, "JVC Manga", "jvc"), (None, "Asojuntas Uno", "asojuntas"),
    ],
)  # fmt: skip
def test_the_kind_is_what_the_row_or_else_the_name_says(said: Cell, name: str, kind: str) -> None:
    assert one(tipo=said, nombre=name).kind == kind


def test_a_kind_that_nothing_tells_is_asked_for() -> None:
    assert wrong(tipo=None, nombre="Manga")[:2] == ("kind", "roster-kind-missing")
    assert wrong(tipo="club de leones")[:2] == ("kind", "roster-kind-unknown")


# --- where a board is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said", [VIRGEN, "virgen y turistica", "LOCALIDAD 2", 2.0, "De la Virjen y Turistica", "Loc. de la Virgen", None]
)
def test_a_localidad_may_be_named_in_part_or_numbered_or_left_to_the_barrio(said: Cell) -> None:
    assert one(localidad=said).localidad == VIRGEN


@pytest.mark.parametrize("said", ["6", 6, 6.0, "UCG 6", "Comuna No. 06", None])
def test_a_comuna_may_be_a_number_any_way_or_left_to_the_barrio(said: Cell) -> None:
    assert one(comuna=said).comuna == "6"


def test_a_village_lies_outside_the_comunas() -> None:
    board = one(comuna="Zona rural", barrio="bayunca")

    assert (board.comuna, board.barrio, board.barrio_known) == ("rural", "Bayunca", True)


@pytest.mark.parametrize(
    ("said", "column", "key"),
    [
        ({"localidad": "Chapinero"}, "localidad", "roster-localidad-unknown"),
        ({"comuna": "16"}, "comuna", "roster-comuna-unknown"), ({"comuna": "6-7"}, "comuna", "roster-comuna-unknown"),
        ({"comuna": "1"}, "comuna", "roster-comuna-elsewhere"),
        ({"barrio": "Manga"}, "barrio", "roster-barrio-elsewhere"),
        ({"barrio": "Villa Inventada", "comuna": None}, "comuna", "roster-place-missing"),
        ({"barrio": "Villa Inventada", "comuna": None, "localidad": None}, "localidad", "roster-place-missing"),
    ],
)  # fmt: skip
def test_places_that_contradict_the_territory_are_refused(said: dict[str, Cell], column: str, key: str) -> None:
    assert wrong(**said)[:2] == (column, key)


def test_a_barrio_that_is_not_known_is_kept_as_written_and_told() -> None:
    board, column, key = warned(barrio="VILLA INVENTADA", localidad=None)

    assert (board.barrio, board.barrio_known, board.localidad, board.comuna) == ("Villa Inventada", False, VIRGEN, "6")
    assert (column, key) == ("barrio", "roster-barrio-unknown")


def test_a_barrio_with_a_typo_inside_its_comuna_is_read_and_told() -> None:
    board, column, key = warned(barrio="Flor del Canpo")

    assert (board.barrio, board.barrio_known) == ("Flor del Campo", True)
    assert (column, key) == ("barrio", "roster-barrio-read-as")


def test_a_number_after_a_known_barrio_does_not_vanish() -> None:
    board, _, key = warned(barrio="El Pozón 2")

    assert (board.barrio, board.barrio_known, key) == ("El Pozón 2", False, "roster-barrio-unknown")


def test_an_association_needs_no_barrio_but_its_localidad() -> None:
    board = one(tipo="Asojuntas", nombre="Asojuntas Uno", barrio=None, comuna=None)

    assert (board.barrio, board.comuna, board.localidad) == ("", "", VIRGEN)
    assert wrong(tipo="Asojuntas", nombre="Asojuntas Uno", barrio=None, comuna=None, localidad=None)[0] == "localidad"
