"""Importing a list: what is new, what changes, what somebody has to decide; never a board twice, never one less."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.roster import RosterRow
from conversations.roster_plan import FieldChange, KnownBoard, RosterPlan, plan_import
from conversations.roster_words import preview
from tests.conversations.roster_world import COLUMNS, demo_cells, kept, read
from tests.conversations.world import TERRITORY, worded

VIRGEN = TERRITORY.localidades()[1]
DEMO = read(*demo_cells()).rows


def row(number: int = 2, **said: Any) -> RosterRow:
    """A board of El Pozón in a list."""
    sound: dict[str, Any] = {
        "kind": "jac", "name": "JAC El Pozón", "localidad": VIRGEN, "comuna": "6", "barrio": "El Pozón",
        "barrio_known": True, "nit": "999123456-8", "registry_state": "active",
    }  # fmt: skip
    return RosterRow(number, **(sound | said))


def board(board_id: int = 1, **said: Any) -> KnownBoard:
    """The same board in the register."""
    (same,) = kept([row(**said)], board_id)
    return same


def applied(plan: RosterPlan, known: list[KnownBoard]) -> list[KnownBoard]:
    """The register after the plan was carried out by hand."""
    changes = {matched.board_id: {one.field: one.new for one in matched.changes} for matched in plan.changed}
    seen = {matched.board_id for matched in (*plan.changed, *plan.unchanged)}
    after = [replace(one, **changes.get(one.id, {}), in_roster=one.in_roster or one.id in seen) for one in known]
    return after + kept(plan.new, max((one.id for one in known), default=0) + 1)


def test_a_list_for_an_empty_register_is_all_new() -> None:
    plan = plan_import(DEMO, [])

    assert (plan.new, plan.changed, plan.unchanged, plan.doubtful, plan.missing) == (DEMO, (), (), (), ())


def test_importing_the_same_list_again_changes_nothing() -> None:
    plan = plan_import(DEMO, applied(plan_import(DEMO, []), []))

    assert len(plan.unchanged) == 432
    assert (plan.new, plan.changed, plan.doubtful, plan.missing) == ((), (), (), ())


def test_a_corrected_name_with_the_same_tax_number_is_told_before_and_after() -> None:
    plan = plan_import([row(name="Junta de Acción Comunal del barrio El Pozón", sector="Central")], [board()])

    (matched,) = plan.changed
    assert matched.board_id == 1
    assert matched.changes == (
        FieldChange("name", "JAC El Pozón", "Junta de Acción Comunal del barrio El Pozón"),
        FieldChange("sector", None, "Central"),
    )


def test_a_board_that_was_registered_by_its_president_gains_what_the_list_knows() -> None:
    known = [replace(board(name="junta el poson", nit=None, registry_state=None), in_roster=False)]
    plan = plan_import([row(ruc="9-9999-00001")], known)

    (matched,) = plan.changed
    assert {change.field for change in matched.changes} == {"name", "nit", "ruc", "registry_state"}


def test_a_blank_cell_empties_nothing() -> None:
    plan = plan_import([row(nit=None, registry_state=None)], [board(ruc="9-9999-00001", sector=None)])

    assert [matched.board_id for matched in plan.unchanged] == [1]


def test_a_number_without_its_check_digit_does_not_replace_the_whole_one() -> None:
    assert plan_import([row(nit="999123456")], [board()]).changed == ()
    assert plan_import([row()], [board(nit="999123456")]).changed[0].changes == (
        FieldChange("nit", "999123456", "999123456-8"),
    )


def test_a_corrected_tax_number_of_a_board_known_by_name_and_place_is_a_change() -> None:
    plan = plan_import([row(nit="999123457-5")], [board()])

    assert plan.changed[0].changes == (FieldChange("nit", "999123456-8", "999123457-5"),)


def test_a_board_that_moved_to_its_right_barrio_is_the_same_by_its_tax_number() -> None:
    plan = plan_import([row(name="JAC Los Almendros", barrio="Fredonia")], [board(name="JAC Los Almendros")])

    assert plan.changed[0].changes == (FieldChange("barrio", "El Pozón", "Fredonia"),)


def test_the_tax_number_of_a_board_with_quite_another_name_is_doubtful() -> None:
    plan = plan_import([row(name="JAC Villa Estrella", barrio="Villa Estrella")], [board()])

    (doubtful,) = plan.doubtful
    assert (doubtful.why, doubtful.board_ids) == ("nit_of_another", (1,))
    assert (plan.new, plan.changed, plan.missing) == ((), (), ())


def test_a_tax_number_of_two_boards_is_doubtful_unless_the_name_tells() -> None:
    known = [board(1), board(2, name="JAC Fredonia", barrio="Fredonia")]

    assert plan_import([row()], known).unchanged[0].board_id == 1
    assert plan_import([row(name="JAC Manga", barrio="Manga")], known).doubtful[0].why == "nit_of_several"


@pytest.mark.parametrize(("nit", "other"), [(None, None), (None, "999123456-8"), ("999123456-8", None)])
def test_a_near_same_name_in_the_same_barrio_is_doubtful(nit: str | None, other: str | None) -> None:
    known = [board(name="JAC Los Almendros", nit=other)]
    plan = plan_import([row(name="JAC Los Alemndros", nit=nit)], known)

    assert [(one.why, one.board_ids) for one in plan.doubtful] == [("near_name", (1,))]


def test_two_tax_numbers_are_two_boards_however_alike_the_names() -> None:
    known = [board(name="JAC Los Almendros")]
    plan = plan_import([row(name="JAC Los Alemndros", nit="999123457-5")], known)

    assert len(plan.new) == 1


def test_the_same_name_and_place_twice_in_the_register_is_doubtful() -> None:
    plan = plan_import([row(nit=None)], [board(1, nit=None), board(2, nit=None)])

    assert [(one.why, one.board_ids) for one in plan.doubtful] == [("same_place_and_name", (1, 2))]


def test_a_board_taken_by_its_tax_number_is_not_taken_again_by_its_name() -> None:
    rows = [row(2, name="JAC Los Alemndros"), row(3, name="JAC Los Almendros", nit=None)]
    plan = plan_import(rows, [board(name="JAC Los Almendros")])

    assert [(one.board_id, one.row.row) for one in plan.changed] == [(1, 2)]
    assert [(one.why, one.row.row) for one in plan.doubtful] == [("same_place_and_name", 3)]


def test_boards_that_the_new_list_lacks_are_told_and_stay() -> None:
    mine = replace(board(2, name="JAC Manga", barrio="Manga", nit=None), in_roster=False)
    known = [board(), board(3, name="JAC Fredonia", barrio="Fredonia", nit=None), mine]
    plan = plan_import([row()], known)

    assert [one.id for one in plan.missing] == [3]
    assert len(applied(plan, known)) == 3


def test_a_preview_tells_doubts_and_changes_in_words() -> None:
    known = [
        board(),
        board(2, name="JAC Los Almendros", nit=None),
        board(3, name="JAC Fredonia", barrio="Fredonia", nit=None),
    ]
    rows = (row(registry_state="suspended"), row(3, name="JAC Los Alemndros", nit=None))
    plan = plan_import(rows, known)
    lines = [worded(line) for line in preview(replace(read(*demo_cells()), rows=rows), plan, known, COLUMNS)]

    assert "1 junta de antes no está en el archivo. No la borro." in lines
    assert "Fila 2, JAC El Pozón: estado, de «activa» a «suspendida»" in lines
    assert "Fila 3, JAC Los Alemndros: el nombre se parece al de otra junta del barrio: JAC Los Almendros" in lines


# --- whatever is corrected, nothing is doubled ------------------------------------------------------------------------


def _retyped(name: str, how: str) -> str:
    match how:
        case "shouted":
            return name.upper()
        case "without accents":
            return name.translate(str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU"))
        case "short":
            return name.replace("Junta de Acción Comunal", "JAC")
        case _:
            return name


@given(
    st.lists(st.integers(0, 431), min_size=1, max_size=40, unique=True),
    st.lists(st.sampled_from(["as it was", "shouted", "without accents", "short"]), min_size=40, max_size=40),
    st.booleans(),
)
def test_a_list_with_names_retyped_updates_and_never_doubles(chosen: list[int], how: list[str], state: bool) -> None:
    first = [DEMO[place] for place in chosen]
    known = applied(plan_import(first, []), [])
    again = [
        replace(one, name=_retyped(one.name, style), registry_state="suspended" if state else one.registry_state)
        for one, style in zip(first, how, strict=False)
    ]
    plan = plan_import(again, known)
    after = applied(plan, known)

    assert (plan.new, plan.doubtful, plan.missing) == ((), (), ())
    assert len(plan.changed) + len(plan.unchanged) == len(first)
    assert [one.name for one in after] == [one.name for one in again]
    assert len(plan_import(again, after).unchanged) == len(first)


@given(st.lists(st.integers(0, 431), max_size=30, unique=True), st.lists(st.integers(0, 431), max_size=30, unique=True))
def test_every_row_has_one_fate_and_no_board_is_matched_twice(listed: list[int], registered: list[int]) -> None:
    rows, known = [DEMO[place] for place in listed], kept([DEMO[place] for place in registered])
    plan = plan_import(rows, known)

    fates = [
        *plan.new, *(one.row for one in plan.changed), *(one.row for one in plan.unchanged),
        *(one.row for one in plan.doubtful),
    ]  # fmt: skip
    assert sorted(one.row for one in fates) == sorted(one.row for one in rows)
    matched = [one.board_id for one in (*plan.changed, *plan.unchanged)]
    assert len(matched) == len(set(matched))
    assert {one.id for one in plan.missing}.isdisjoint(matched)
    assert len(plan.unchanged) == len(set(listed) & set(registered))
