"""The same list again, after people corrected and merged boards: nothing is doubled, nothing is taken back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.decisions import Words
from conversations.roster_history import history_of, plan_roster
from conversations.roster_outcome import changes_anything, outcome_of, told, why_failed
from conversations.roster_plan import KnownBoard, RosterPlan
from tests.conversations.roster_world import COLUMNS, demo_cells, kept, read
from tests.conversations.test_roster_plan import board, row
from tests.conversations.world import worded

DEMO = read(*demo_cells()).rows
KNOWN = kept(DEMO)
Change = tuple[int, str, str | None, str | None]
EDITS = st.lists(
    st.tuples(
        st.integers(0, len(KNOWN) - 1), st.sampled_from(["name", "barrio", "sector", "nit", "personeria", "localidad"])
    ),
    min_size=1, max_size=12,
)  # fmt: skip


def corrected(known: Sequence[KnownBoard], edits: Sequence[tuple[int, str]]) -> tuple[list[KnownBoard], list[Change]]:
    """The register after coordinators gave fields values that nobody else has; the changes, newest first."""
    after, changes = list(known), list[Change]()
    for count, (place, field) in enumerate(edits):
        old: Any = getattr(after[place], field)
        new = f"99990{count:04d}" if field == "nit" else f"Corregida {'abcdefghijklmnop'[count] * 4}"
        after[place] = replace(after[place], **{field: new})
        changes.insert(0, (after[place].id, field, old, new))
    return after, changes


@settings(deadline=None, max_examples=12)
@given(edits=EDITS)
def test_whatever_was_corrected_the_same_list_changes_nothing(edits: list[tuple[int, str]]) -> None:
    after, changes = corrected(KNOWN, edits)

    plan = plan_roster(DEMO, after, history_of(after, [], changes))

    assert (plan.new, plan.changed, plan.doubtful, plan.missing) == ((), (), (), ())
    assert sorted(match.board_id for match in plan.unchanged) == [board.id for board in KNOWN]


def planned(rows: Any, known: list[KnownBoard], changes: Any = (), merged: Any = ()) -> RosterPlan:
    return plan_roster(rows, known, history_of(known, merged, changes))


def test_a_value_that_was_never_there_is_a_change() -> None:
    known = [board(personeria="Resolución 2")]

    plan = planned([row(personeria="Resolución 3")], known, [(1, "personeria", "Resolución 1", "Resolución 2")])

    assert [change.new for match in plan.changed for change in match.changes] == ["Resolución 3"]


def test_another_board_that_now_has_the_old_name_of_one_in_the_list_is_new() -> None:
    known = [board(name="JAC Los Corales del Sur", nit=None)]
    changes = [(1, "name", "JAC Villa Inventada", "JAC Los Corales del Sur")]

    rows = [row(2, name="JAC Los Corales del Sur", nit=None), row(3, name="JAC Villa Inventada", nit=None)]
    plan = planned(rows, known, changes)

    assert [match.board_id for match in plan.unchanged] == [1]
    assert [new.name for new in plan.new] == ["JAC Villa Inventada"]


def test_both_rows_of_boards_that_were_merged_are_the_one_that_stays() -> None:
    known, gone = board(nit=None), board(2, name="JAC Los Corales", nit="999123457-5")

    plan = planned([row(2, nit=None), row(3, name="JAC Los Corales", nit="999123457-5")], [known], merged=[(gone, 1)])

    assert [match.board_id for match in plan.unchanged] == [1, 1]
    assert (plan.new, plan.changed, plan.doubtful) == ((), (), ())


def test_what_was_read_waits_as_json_and_is_told_in_the_same_words() -> None:
    sheet = read(
        ["JAC Manga", "jac", None, None, "Manga", None, "999123456-1"], ["JAC Crespo", "jac", None, None, "Crespo"]
    )
    known = kept(sheet.rows)

    outcome = outcome_of(sheet, plan_roster(sheet.rows, known, history_of(known, [], [])), known, COLUMNS, 7)

    assert outcome["revision"] == 7
    assert not changes_anything(outcome)
    assert "999123456-1" in worded(told(outcome)[0])


def test_an_outcome_without_a_reason_still_says_what_to_do() -> None:
    assert why_failed(None) == Words("import-not-fetched")
