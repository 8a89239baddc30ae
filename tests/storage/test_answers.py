"""Answers are a log: what counts is rebuilt from it, and one message answers once."""

import sqlite3

import pytest

from storage import answers, people
from tests.storage.invented import JUAN, NOW, ROSA, column, person, run_of


def test_the_newest_answer_to_each_question_counts(tx: sqlite3.Connection) -> None:
    run = run_of(tx)
    for update, (question, value) in enumerate([("kind", "jac"), ("name", "Manga"), ("kind", "jvc"), ("nit", None)]):
        answers.record(tx, run, question, value, update, NOW)

    drafts = answers.open_answers(tx, person(tx).id)

    assert drafts == {"registration": {"kind": "jvc", "name": "Manga", "nit": None}}
    assert column(tx, "SELECT count(*) FROM answer") == [4]


def test_a_withdrawn_answer_counts_no_more_until_it_is_given_again(tx: sqlite3.Connection) -> None:
    run = run_of(tx)
    answers.record(tx, run, "barrio", "manga", 1, NOW)
    answers.withdraw(tx, run, "barrio", NOW)
    without = answers.open_answers(tx, person(tx).id)

    answers.record(tx, run, "barrio", "bocagrande", 2, NOW)

    assert without == {"registration": {}}
    assert answers.open_answers(tx, person(tx).id) == {"registration": {"barrio": "bocagrande"}}


def test_withdrawing_what_was_never_answered_is_harmless(tx: sqlite3.Connection) -> None:
    answers.withdraw(tx, run_of(tx), "barrio", NOW)

    assert answers.open_answers(tx, person(tx).id) == {"registration": {}}


def test_one_update_gives_one_answer(tx: sqlite3.Connection) -> None:
    run = run_of(tx)
    answers.record(tx, run, "kind", "jac", 1, NOW)

    with pytest.raises(sqlite3.IntegrityError):
        answers.record(tx, run, "name", "Manga", 1, NOW)


def test_answers_that_an_update_brings_along_have_no_update_of_their_own(tx: sqlite3.Connection) -> None:
    run = run_of(tx)
    for question in ("comuna", "localidad"):
        answers.record(tx, run, question, "1", None, NOW)

    assert answers.open_answers(tx, person(tx).id) == {"registration": {"comuna": "1", "localidad": "1"}}


def test_a_run_begun_twice_is_one_run(tx: sqlite3.Connection) -> None:
    run = run_of(tx)

    assert answers.open_run(tx, person(tx).id, "registration", NOW) == run
    assert run_of(tx, JUAN) != run
    assert answers.find_open_run(tx, person(tx).id, "survey") is None


def test_a_finished_run_keeps_its_answers_and_makes_room_for_the_next(tx: sqlite3.Connection) -> None:
    run = run_of(tx)
    answers.record(tx, run, "kind", "jac", 1, NOW)

    answers.close_run(tx, run, "finished", NOW)

    assert answers.open_answers(tx, person(tx).id) == {}
    assert column(tx, "SELECT value FROM answer") == ["jac"]
    assert run_of(tx) != run


def test_a_discarded_draft_leaves_no_answer(tx: sqlite3.Connection) -> None:
    run = run_of(tx)
    answers.record(tx, run, "kind", "jac", 1, NOW)

    answers.close_run(tx, run, "discarded", NOW)

    assert column(tx, "SELECT count(*) FROM answer") == [0]
    assert column(tx, "SELECT status FROM run") == ["discarded"]


def test_with_the_person_go_runs_and_answers(tx: sqlite3.Connection) -> None:
    answers.record(tx, run_of(tx), "kind", "jac", 1, NOW)

    people.erase(tx, ROSA, NOW)

    assert column(tx, "SELECT (SELECT count(*) FROM run) + (SELECT count(*) FROM answer)") == [0]
