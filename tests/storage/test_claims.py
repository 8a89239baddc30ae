"""A claim is filed once, decided once, and what was written about it goes with its person."""

import sqlite3
from datetime import timedelta

import pytest

from storage import boards, claims, people
from storage.boards import BoardDraft
from storage.claims import ClaimDraft
from storage.errors import NotFound
from tests.storage.invented import JUAN, NOW, ROSA, column, person, run_of

LATER = NOW + timedelta(hours=1)


def board(tx: sqlite3.Connection, name: str = "JAC Manga", localidad: str = "Histórica") -> int:
    return boards.record(tx, BoardDraft("jac", name, localidad, "1", "Manga"), None, NOW)


def office(board_id: int, person_id: int, **changes: object) -> ClaimDraft:
    values = {"kind": "office", "board_id": board_id, "person_id": person_id, "why": "new-board", "role": "president"}
    return ClaimDraft(**(values | changes))  # type: ignore[arg-type]


def test_the_same_run_claims_once_however_often_it_is_sent(tx: sqlite3.Connection) -> None:
    run, manga = run_of(tx), board(tx)
    rosa = person(tx).id

    first = claims.record(tx, office(manga, rosa, run_id=run), NOW)

    assert claims.record(tx, office(manga, rosa, run_id=run), LATER) == first


def test_asking_again_while_it_waits_is_the_same_claim(tx: sqlite3.Connection) -> None:
    manga, rosa = board(tx), person(tx).id

    first = claims.record(tx, office(manga, rosa), NOW)

    assert claims.record(tx, office(manga, rosa), LATER) == first
    assert claims.record(tx, office(manga, rosa, role="treasurer"), LATER) != first
    assert claims.record(tx, office(manga, person(tx, JUAN).id), LATER) != first


def test_of_two_coordinators_who_decide_at_once_the_second_changes_nothing(tx: sqlite3.Connection) -> None:
    claim = claims.record(tx, office(board(tx), person(tx).id), NOW)

    assert claims.close(tx, claim, "approved", 900, LATER)
    assert not claims.close(tx, claim, "rejected", 901, LATER)
    assert claims.get(tx, claim).status == "approved"


def test_a_question_keeps_the_claim_open_and_an_answer_makes_it_wait_again(tx: sqlite3.Connection) -> None:
    manga, rosa = board(tx), person(tx)
    claim = claims.record(tx, office(manga, rosa.id), NOW)

    claims.close(tx, claim, "asked", 900, LATER)
    claims.record_note(tx, manga, "question", "¿Desde cuándo?", 900, LATER, claim_id=claim)
    claims.record_note(tx, manga, "answer", "Desde julio", ROSA, LATER, claim_id=claim, person_id=rosa.id)
    claims.close(tx, claim, "waiting", ROSA, LATER)

    assert [c.id for c in claims.waiting(tx)] == [claim]
    assert [(n.kind, n.body) for n in claims.notes(tx, claim)] == [
        ("question", "¿Desde cuándo?"), ("answer", "Desde julio"),
    ]  # fmt: skip


def test_what_waits_is_told_oldest_first_and_by_part_of_the_city(tx: sqlite3.Connection) -> None:
    rosa, juan = person(tx).id, person(tx, JUAN).id
    second = claims.record(tx, office(board(tx), rosa), LATER)
    first = claims.record(tx, office(board(tx, "JAC Boquilla", "De la Virgen"), juan), NOW)

    assert [c.id for c in claims.waiting(tx)] == [first, second]
    assert [c.id for c in claims.waiting(tx, "Histórica")] == [second]


def test_claims_and_what_was_written_move_to_the_other_record(tx: sqlite3.Connection) -> None:
    rosa, kept, gone = person(tx).id, board(tx), board(tx)
    claim = claims.record(tx, office(gone, rosa), NOW)
    claims.record_note(tx, gone, "reason", "la misma", 900, NOW, claim_id=claim)

    claims.move(tx, gone, kept)

    assert [c.board_id for c in claims.waiting(tx)] == [kept]
    assert column(tx, "SELECT board_id FROM note") == [kept]


def test_of_one_person_s_claims_on_both_records_one_goes_on(tx: sqlite3.Connection) -> None:
    rosa, kept, gone = person(tx).id, board(tx), board(tx)
    stays, goes = (claims.record(tx, office(which, rosa), NOW) for which in (kept, gone))

    claims.move(tx, gone, kept)

    assert [c.id for c in claims.waiting(tx)] == [stays]
    assert claims.get(tx, goes).status == "withdrawn"


def test_an_erased_person_s_claims_and_words_go_and_the_team_s_reasons_about_the_board_stay(
    tx: sqlite3.Connection,
) -> None:
    manga, rosa = board(tx), person(tx).id
    claim = claims.record(tx, office(manga, rosa), NOW)
    claims.record_note(tx, manga, "answer", "me llamo Rosa", ROSA, NOW, claim_id=claim, person_id=rosa)
    claims.record_note(tx, manga, "reason", "el barrio estaba mal", 900, NOW)

    people.erase(tx, ROSA, LATER)

    assert claims.find(tx, claim) is None
    assert column(tx, "SELECT body FROM note") == ["el barrio estaba mal"]


def test_a_claim_that_never_was_is_not_got(tx: sqlite3.Connection) -> None:
    with pytest.raises(NotFound, match="claim 7"):
        claims.get(tx, 7)
