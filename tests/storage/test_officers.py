"""An office is held once, a board has one president, and what is over stays known until its person is erased."""

import sqlite3
from datetime import date, timedelta

import pytest

from storage import boards, officers
from storage.boards import BoardDraft
from tests.storage.invented import JUAN, NOW, column, person

MANGA = BoardDraft("jac", "JAC Manga", "Histórica", "1", "Manga")
TERM = (date(2026, 7, 1), date(2030, 6, 30))
LATER = NOW + timedelta(days=1)


def test_an_office_given_twice_is_held_once_since_the_first_time(tx: sqlite3.Connection) -> None:
    rosa, board = person(tx).id, boards.record(tx, MANGA, None, NOW)
    first = officers.record(tx, board, rosa, "president", NOW, TERM)

    assert officers.record(tx, board, rosa, "president", LATER, TERM) == first
    held = officers.of_person(tx, rosa)
    assert [(o.board_name, o.role, o.since, o.term_start, o.term_end) for o in held] == [
        ("JAC Manga", "president", NOW, *TERM)
    ]


def test_who_was_elected_again_holds_the_same_office_for_the_new_term(tx: sqlite3.Connection) -> None:
    rosa, board = person(tx).id, boards.record(tx, MANGA, None, NOW)
    first = officers.record(tx, board, rosa, "president", NOW, TERM)

    assert officers.record(tx, board, rosa, "president", LATER, (date(2030, 7, 1), date(2034, 6, 30))) == first
    (held,) = officers.of_person(tx, rosa)
    assert (held.since, held.term_start, held.term_end) == (NOW, date(2030, 7, 1), date(2034, 6, 30))


def test_a_board_has_one_president_whatever_the_program_believes(tx: sqlite3.Connection) -> None:
    board = boards.record(tx, MANGA, None, NOW)
    officers.record(tx, board, person(tx).id, "president", NOW)

    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        officers.record(tx, board, person(tx, JUAN).id, "president", NOW)


def test_an_office_that_is_over_is_history_and_makes_room(tx: sqlite3.Connection) -> None:
    rosa, juan, board = person(tx).id, person(tx, JUAN).id, boards.record(tx, MANGA, None, NOW)
    office = officers.record(tx, board, rosa, "president", NOW)

    assert officers.end(tx, office, "handed_over", LATER)
    assert not officers.end(tx, office, "left", LATER)
    officers.record(tx, board, juan, "president", LATER)

    assert [(o.person_id, o.ended) for o in officers.of_board(tx, board, past=True)] == [
        (juan, None), (rosa, "handed_over"),
    ]  # fmt: skip
    assert officers.of_person(tx, rosa) == []


def test_who_held_an_office_before_can_hold_it_again(tx: sqlite3.Connection) -> None:
    rosa, board = person(tx).id, boards.record(tx, MANGA, None, NOW)
    officers.end(tx, officers.record(tx, board, rosa, "treasurer", NOW), "left", NOW)

    again = officers.record(tx, board, rosa, "treasurer", LATER)

    assert [o.id for o in officers.of_person(tx, rosa)] == [again]


def test_officers_move_to_the_other_record_and_its_president_stays(tx: sqlite3.Connection) -> None:
    rosa, juan = person(tx).id, person(tx, JUAN).id
    kept, gone = boards.record(tx, MANGA, None, NOW), boards.record(tx, MANGA, None, NOW)
    officers.record(tx, kept, rosa, "president", NOW)
    officers.record(tx, gone, juan, "president", NOW)
    officers.record(tx, gone, rosa, "treasurer", NOW)

    refused = officers.move(tx, gone, kept, LATER)

    assert [o.person_id for o in refused] == [juan]
    assert [(o.person_id, o.role) for o in officers.of_board(tx, kept)] == [(rosa, "president"), (rosa, "treasurer")]
    assert column(tx, "SELECT count(*) FROM officer WHERE board_id = ?", gone) == [0]


def test_who_takes_back_the_permission_for_the_role_leaves_no_office_and_no_claim(tx: sqlite3.Connection) -> None:
    rosa, juan, board = person(tx).id, person(tx, JUAN).id, boards.record(tx, MANGA, None, NOW)
    officers.record(tx, board, rosa, "president", NOW)
    officers.record(tx, board, juan, "treasurer", NOW)

    officers.remove(tx, rosa)

    assert column(tx, "SELECT person_id FROM officer") == [juan]
    assert boards.count(tx) == 1
