"""A run registers one board, and an office is held once."""

import sqlite3
from datetime import timedelta

import pytest

from storage import boards
from storage.boards import BoardDraft
from tests.storage.invented import JUAN, NOW, person, run_of

MANGA = BoardDraft("jac", "JAC Manga", "Histórica", "1", "manga", sector="La Isla", nit="900123456-8")


def test_the_same_run_gives_the_same_board_however_often(tx: sqlite3.Connection) -> None:
    run = run_of(tx)

    assert boards.record(tx, MANGA, run, NOW) == boards.record(tx, MANGA, run, NOW)
    assert boards.count(tx) == 1


def test_two_runs_give_two_boards_even_of_one_name(tx: sqlite3.Connection) -> None:
    boards.record(tx, MANGA, run_of(tx), NOW)
    boards.record(tx, MANGA, run_of(tx, JUAN), NOW)

    assert boards.count(tx) == 2


def test_an_office_given_twice_is_held_once_since_the_first_time(tx: sqlite3.Connection) -> None:
    rosa = person(tx).id
    board = boards.record(tx, MANGA, None, NOW)
    boards.record_officer(tx, board, rosa, "president", NOW)
    boards.record_officer(tx, board, rosa, "president", NOW + timedelta(days=1))
    boards.record_officer(tx, board, rosa, "treasurer", NOW)

    offices = boards.offices_of(tx, rosa)

    assert [(o.board_id, o.board_name, o.role, o.since) for o in offices] == [
        (board, "JAC Manga", "president", NOW),
        (board, "JAC Manga", "treasurer", NOW),
    ]


def test_offices_are_laid_down_without_touching_the_board_or_its_other_officers(tx: sqlite3.Connection) -> None:
    rosa, juan = person(tx).id, person(tx, JUAN).id
    board = boards.record(tx, MANGA, None, NOW)
    for who in (rosa, juan):
        boards.record_officer(tx, board, who, "president", NOW)

    boards.remove_offices(tx, rosa)

    assert boards.offices_of(tx, rosa) == []
    assert len(boards.offices_of(tx, juan)) == 1
    assert boards.count(tx) == 1


def test_an_unknown_kind_of_board_is_refused(tx: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        boards.record(tx, BoardDraft("club", "Club", "1", "1", "manga"), None, NOW)
