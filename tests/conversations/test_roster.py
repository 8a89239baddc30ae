"""A list of boards as people keep it: any order, any titles; a file that cannot be used says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.nit import check_digit
from conversations.roster import MOST_ROWS, MOST_SHOWN, read_roster
from conversations.roster_columns import RosterColumns
from conversations.roster_plan import RosterPlan
from conversations.roster_words import error_words, preview
from conversations.sheet_cells import Cell
from tests.conversations.roster_world import CARIBE, COLUMNS, HEADER, VIRGEN, demo_cells, listed, read, sheet
from tests.conversations.world import TERRITORY, worded

# --- the whole list ---------------------------------------------------------------------------------------------------


def test_the_demo_roster_is_432_boards_without_a_fault() -> None:
    found = read(*demo_cells())

    assert (found.errors, found.warnings, found.ignored) == ((), (), ())
    kinds = [board.kind for board in found.rows]
    assert (len(kinds), kinds.count("jac") + kinds.count("jvc"), kinds.count("asojuntas")) == (432, 429, 3)


def test_the_tax_numbers_of_the_demo_roster_are_invented_and_right() -> None:
    numbers = [board.nit for board in read(*demo_cells()).rows if board.nit]

    assert 150 < len(numbers) < 350
    assert all(nit.startswith("999") and nit[-1] == check_digit(nit[:9]) for nit in numbers)


def test_columns_may_stand_in_any_order_under_other_names() -> None:
    header = ("ESTADO", "Comuna / UCG", "Personería Jurídica", "Nombre de la Junta", "BARRIO", "N° NIT", "Tipo de OAC")
    found = read(
        ("Vigente", "UCG 6", 768, "Pozón Central", "el pozon", "999.123.456-8", "Junta de Acción Comunal"),
        header=header,
    )

    (board,) = found.rows
    assert (board.registry_state, board.comuna, board.personeria, board.barrio) == ("active", "6", "768", "El Pozón")
    assert (board.nit, board.kind, board.localidad) == ("999123456-8", "jac", VIRGEN)


def test_what_is_said_between_brackets_in_a_title_does_not_count() -> None:
    found = read(("JAC Manga", "Manga", "999123456-8"), header=("Nombre *", "Barrio (o vereda)", "NIT [con dígito]"))

    assert found.rows[0].nit == "999123456-8"


def test_a_title_and_a_logo_may_stand_above_the_header() -> None:
    above = [("Listado de juntas de acción comunal 2026",), (None, "Corte: noviembre"), ()]
    found = read_roster(sheet(*above, HEADER, listed()), TERRITORY, COLUMNS)

    assert [board.row for board in found.rows] == [5]


def test_a_header_repeated_on_every_page_is_not_a_board() -> None:
    found = read(listed(), HEADER, listed(nombre="JAC Manga", localidad=CARIBE, comuna="1", barrio="Manga", nit=None))

    assert [board.row for board in found.rows] == [2, 4]
    assert found.errors == ()


def test_columns_that_are_not_known_are_named_and_left_out() -> None:
    found = read(
        ("JAC Manga", "Manga", "Rosa Inventada", "3000000000"), header=("nombre", "barrio", "Presidente", "Celular")
    )

    assert found.ignored == ("Presidente", "Celular")
    assert "Rosa" not in repr(found.rows)


def test_blank_rows_and_rows_shorter_than_the_header_are_read_as_they_are() -> None:
    found = read((), ("JAC Manga", "jac", None, None, "Manga"), (" ", None, ""))

    assert [(board.row, board.name) for board in found.rows] == [(3, "JAC Manga")]


def test_the_example_row_of_the_template_is_not_a_board() -> None:
    found = read(listed(nombre="Ejemplo: Junta de Acción Comunal del barrio El Pozón"), listed())

    assert [board.row for board in found.rows] == [3]


# --- files that cannot be used ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "key", "piece"),
    [
        ([], "roster-empty", "no tiene datos"),
        ([(None, ""), (" ",)], "roster-empty", "no tiene datos"),
        ([HEADER], "roster-no-rows", "no hay juntas debajo"),
        ([HEADER, HEADER], "roster-no-rows", "no hay juntas debajo"),
        ([("producto", "precio"), ("arroz", 3200)], "roster-no-header", "producto, precio"),
        ([("nombre", "nit"), ("JAC Manga", None)], "roster-columns-missing", "En el archivo falta: barrio"),
        ([("nit", "localidad"), ("999123456-8", CARIBE)], "roster-columns-missing", "nombre, barrio"),
        ([("nombre", "barrio", "NIT", "nit"), ("JAC", "Manga")], "roster-columns-twice", "para esto: nit"),
        ([HEADER, *[listed()] * (MOST_ROWS + 1)], "roster-too-many-rows", "5.001 filas"),
        ([HEADER, *[listed()] * 10_000], "roster-too-many-rows", "10.000 filas"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_why_once_and_reads_nothing(
    rows: list[list[Cell]], key: str, piece: str
) -> None:
    found = read_roster(sheet(*rows), TERRITORY, COLUMNS)

    assert (found.rows, found.refused, found.error_count) == ((), True, 1)
    assert found.errors[0].key == key
    assert piece in worded(error_words(found.errors[0], COLUMNS))


def test_of_hundreds_of_errors_the_first_fifty_are_told_and_all_are_counted() -> None:
    found = read(*[listed(estado="quién sabe", nit=None, sector=f"Etapa {number}") for number in range(432)])

    assert (len(found.errors), found.error_count) == (MOST_SHOWN, 432)
    assert [error.row for error in found.errors] == list(range(2, 52))


# --- the same board twice ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "again",
    [
        {"nombre": "JAC Otro Nombre"}, {"nombre": "junta de accion comunal el poson", "nit": None},
        {"nombre": "JAC del barrio El Pozón", "nit": "999123457-5"},
    ],
)  # fmt: skip
def test_the_same_board_in_a_second_row_is_told_with_the_first(again: dict[str, Cell]) -> None:
    found = read(listed(), listed(**again))

    assert [board.row for board in found.rows] == [2]
    assert [(error.row, error.key, error.args) for error in found.errors] == [(3, "roster-row-twice", {"first": "2"})]


def test_sectors_of_one_barrio_are_boards_of_their_own() -> None:
    found = read(listed(), *[listed(sector=f"Etapa {stage}", nit=None) for stage in (1, 2, 3)])

    assert len(found.rows) == 4


# --- nothing breaks it ------------------------------------------------------------------------------------------------

anything = st.one_of(
    st.none(), st.text(max_size=130), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(),
    st.sampled_from(["El Pozón", "JAC", "6", "999123456-8", "=1", "<b>", "nombre", "barrio", "rural"]),
)  # fmt: skip


@given(st.lists(st.lists(anything, max_size=12), max_size=8))
def test_any_sheet_is_read_or_refused_and_every_fault_can_be_told(rows: list[list[Cell]]) -> None:
    for found in (read_roster(sheet(*rows), TERRITORY, COLUMNS), read(*rows)):
        assert found.error_count >= len(found.errors)
        for told in (*found.errors, *found.warnings):
            text = worded(error_words(told, COLUMNS))
            assert text
            assert len(text) <= 500
        for board in found.rows:
            assert board.localidad in TERRITORY.localidades()
            assert not board.barrio_known or not board.barrio or TERRITORY.find(board.barrio)


def test_a_preview_counts_what_it_tells() -> None:
    found = read(
        listed(), listed(estado="quién sabe", sector="x", nit=None), listed(barrio="Villa Inventada", nit=None)
    )
    lines = [worded(line) for line in preview(found, RosterPlan(new=found.rows), (), COLUMNS)]

    assert lines[:2] == ["Leí 2 juntas.", "2 son nuevas."]
    assert "1 error. Esa fila no entra hasta que se corrija:" in lines
    assert "Fila 3, columna «estado»: dice «quién sabe». Escriba activa, inactiva, suspendida o cancelada." in lines
    assert "1 aviso:" in lines


def test_one_name_for_two_columns_is_noticed_when_the_lists_are_loaded() -> None:
    lists = {
        "columns": {name: [name] for name in ("name", "kind", "localidad", "comuna", "barrio", "sector", "nit", "ruc")}
        | {"personeria": ["resolución"], "state": ["Resolucion"]},
    }

    with pytest.raises(ValueError, match="stands for two things"):
        RosterColumns.from_lists(lists)
