"""A run registers one board; what its record was before is kept; whoever keeps an index learns of changes."""

import sqlite3

import pytest

from storage import boards
from storage.boards import BoardDraft
from tests.storage.invented import JUAN, NOW, run_of

MANGA = BoardDraft("jac", "JAC Manga", "Histórica", "1", "manga", sector="La Isla", nit="900123456-8")


def test_the_same_run_gives_the_same_board_however_often(tx: sqlite3.Connection) -> None:
    run = run_of(tx)

    assert boards.record(tx, MANGA, run, NOW) == boards.record(tx, MANGA, run, NOW)
    assert boards.count(tx) == 1


def test_two_runs_give_two_boards_even_of_one_name(tx: sqlite3.Connection) -> None:
    boards.record(tx, MANGA, run_of(tx), NOW)
    boards.record(tx, MANGA, run_of(tx, JUAN), NOW)

    assert boards.count(tx) == 2


def test_an_unknown_kind_of_board_is_refused(tx: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        boards.record(tx, BoardDraft("club", "Club", "1", "1", "manga"), None, NOW)


def test_an_edited_record_remembers_what_it_said_before_and_who_changed_it(tx: sqlite3.Connection) -> None:
    board = boards.record(tx, MANGA, None, NOW)

    changed = boards.save_fields(tx, board, {"sector": "El Pastelillo", "nit": "900123456-8"}, 900, NOW)

    assert changed == 1
    assert boards.get(tx, board).sector == "El Pastelillo"
    assert boards.changes(tx, board) == [(NOW, 900, "sector", "La Isla", "El Pastelillo")]


def test_only_fields_of_the_record_can_be_edited(tx: sqlite3.Connection) -> None:
    board = boards.record(tx, MANGA, None, NOW)

    with pytest.raises(KeyError, match="status"):
        boards.save_fields(tx, board, {"status": "merged"}, 900, NOW)


def test_the_revision_grows_with_what_an_index_shows_and_with_nothing_else(tx: sqlite3.Connection) -> None:
    seen = [boards.revision(tx)]
    board = boards.record(tx, MANGA, None, NOW)
    seen.append(boards.revision(tx))
    boards.save_fields(tx, board, {"sector": "La Isla"}, 900, NOW)  # as it was
    seen.append(boards.revision(tx))
    boards.save_fields(tx, board, {"sector": None}, 900, NOW)
    seen.append(boards.revision(tx))
    boards.save_status(tx, board, "inactive", NOW)
    seen.append(boards.revision(tx))

    assert seen == [0, 1, 1, 2, 3]
    assert boards.in_register(tx) == []
    assert boards.count(tx) == 0
