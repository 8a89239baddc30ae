"""Consent is a log: every decision stays, the last one speaks, and none from before an erasure does."""

import sqlite3
from datetime import timedelta

import pytest

from storage import consents
from tests.storage.invented import JUAN, NOW, ROSA


@pytest.fixture
def notice(tx: sqlite3.Connection) -> str:
    consents.record_notice(tx, "h1", "1.0", "Sus datos son suyos.", NOW)
    return "h1"


def decide(tx: sqlite3.Connection, purpose: str, accepted: bool, minutes: int = 0, chat_id: int = ROSA) -> None:
    at = NOW + timedelta(minutes=minutes)
    consents.record(tx, chat_id, purpose, at, accepted=accepted, notice_hash="h1", update_id=minutes)


def test_the_last_word_on_each_purpose_counts_and_the_earlier_ones_stay(tx: sqlite3.Connection, notice: str) -> None:
    decide(tx, "service", True)
    decide(tx, "phone", True, 1)
    decide(tx, "phone", False, 2)

    latest = consents.latest(tx, ROSA)

    assert {purpose: held.accepted for purpose, held in latest.items()} == {"service": True, "phone": False}
    assert latest["phone"].decided_at == NOW + timedelta(minutes=2)
    assert [(held.purpose, held.accepted, version) for held, version in consents.history(tx, ROSA)] == [
        ("service", True, "1.0"),
        ("phone", True, "1.0"),
        ("phone", False, "1.0"),
    ]


def test_nothing_decided_before_an_erasure_speaks_for_the_person(tx: sqlite3.Connection, notice: str) -> None:
    decide(tx, "service", True)
    decide(tx, "erasure", True, 1)
    after_erasure = consents.latest(tx, ROSA)

    decide(tx, "service", False, 2)

    assert after_erasure == {}
    assert {purpose: held.accepted for purpose, held in consents.latest(tx, ROSA).items()} == {"service": False}
    assert len(consents.history(tx, ROSA)) == 3


def test_each_chat_decides_for_itself(tx: sqlite3.Connection, notice: str) -> None:
    decide(tx, "service", True)
    decide(tx, "erasure", True, 1, chat_id=JUAN)

    assert list(consents.latest(tx, ROSA)) == ["service"]
    assert consents.latest(tx, JUAN) == {}


def test_the_text_of_a_notice_is_kept_word_for_word_as_it_was_first_shown(tx: sqlite3.Connection, notice: str) -> None:
    consents.record_notice(tx, notice, "2.0", "otro texto", NOW)

    assert consents.notice_body(tx, notice) == "Sus datos son suyos."
    assert consents.notice_body(tx, "never shown") is None


def test_no_decision_without_a_notice_that_is_kept(tx: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        decide(tx, "service", True)
