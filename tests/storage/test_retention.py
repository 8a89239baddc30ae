"""Received words stay eight days, sent ones thirty; not a moment longer, and never what is still needed."""

import sqlite3
from datetime import datetime, timedelta

import pytest

from storage import chats, inbox, outbox, questions, retention
from storage.inbox import Arrived
from storage.outbox import Result
from tests.storage.invented import NOW, ROSA, column, reply

A_MOMENT = timedelta(milliseconds=1)


def received(tx: sqlite3.Connection, status: str, closed: datetime) -> None:
    inbox.record(tx, [Arrived(1, ROSA, "private", "text")], closed)
    if status != "new":
        inbox.close(tx, 1, status, closed)


def sent(tx: sqlite3.Connection, closed: datetime, status: str = "sent") -> int:
    row = outbox.plan(tx, reply(), closed)
    assert row is not None
    outbox.claim(tx, [row.id])
    outbox.close(tx, [Result(row.id, status, message_id=1)], closed)
    return row.id


@pytest.mark.parametrize("status", ["done", "skipped", "parked"])
def test_what_was_received_goes_after_eight_days(tx: sqlite3.Connection, status: str) -> None:
    received(tx, status, NOW)

    on_time = retention.purge(tx, NOW + timedelta(days=8))
    later = retention.purge(tx, NOW + timedelta(days=8) + A_MOMENT)

    assert (on_time, later) == ((0, 0), (1, 0))
    assert column(tx, "SELECT body FROM inbox") == [None]


def test_what_still_waits_for_its_turn_stays_however_old(tx: sqlite3.Connection) -> None:
    received(tx, "new", NOW)

    assert retention.purge(tx, NOW + timedelta(days=400)) == (0, 0)
    assert column(tx, "SELECT body FROM inbox") == ["text"]


@pytest.mark.parametrize("status", ["sent", "skipped", "unreachable", "uncertain", "failed", "dropped"])
def test_what_was_said_goes_after_thirty_days(tx: sqlite3.Connection, status: str) -> None:
    sent(tx, NOW, status)

    on_time = retention.purge(tx, NOW + timedelta(days=30))
    later = retention.purge(tx, NOW + timedelta(days=30) + A_MOMENT)

    assert (on_time, later) == ((0, 0), (0, 1))
    assert column(tx, "SELECT payload FROM outbox") == [None]


def test_what_a_crash_left_in_doubt_goes_after_thirty_days_too(tx: sqlite3.Connection) -> None:
    row = outbox.plan(tx, reply(kind="broadcast"), NOW)
    assert row is not None
    outbox.claim(tx, [row.id])
    outbox.recover(tx, NOW)

    assert retention.purge(tx, NOW + timedelta(days=31)) == (0, 1)


def test_what_waits_to_be_sent_keeps_its_text(tx: sqlite3.Connection) -> None:
    outbox.plan(tx, reply(), NOW)

    assert retention.purge(tx, NOW + timedelta(days=400)) == (0, 0)


def test_the_open_question_keeps_its_text_until_another_is_open(tx: sqlite3.Connection) -> None:
    question = sent(tx, NOW)
    chats.record_seen(tx, ROSA, "private", NOW)
    chats.save_state(tx, ROSA, "{}", question, NOW)
    open_still = retention.purge(tx, NOW + timedelta(days=31))
    chats.save_state(tx, ROSA, "{}", None, None)

    answered = retention.purge(tx, NOW + timedelta(days=31))

    assert (open_still, answered) == ((0, 0), (0, 1))


def test_an_update_whose_number_telegram_uses_again_after_months_is_a_new_one(tx: sqlite3.Connection) -> None:
    received(tx, "done", NOW)
    month_later = NOW + timedelta(days=30) + A_MOMENT
    outbox.plan(tx, reply(dedupe_key="update:1:0"), NOW)
    tx.execute("UPDATE outbox SET status = 'sent', closed_at = (SELECT closed_at FROM inbox)")

    retention.purge(tx, month_later)
    fresh = inbox.record(tx, [Arrived(1, ROSA, "private", "another text")], month_later)
    answered = outbox.plan(tx, reply(dedupe_key="update:1:0"), month_later)

    assert [update.body for update in fresh] == ["another text"]
    assert answered is not None


def test_a_question_without_a_card_is_forgotten_half_a_year_after_it_was_asked_last(tx: sqlite3.Connection) -> None:
    questions.count_unanswered(tx, "la basura", NOW)
    questions.count_unanswered(tx, "el alumbrado", NOW + timedelta(days=10))

    retention.purge(tx, NOW + timedelta(days=181))

    assert [row.body for row in questions.unanswered(tx, 5)] == ["el alumbrado"]


def test_a_parked_update_is_never_forgotten(tx: sqlite3.Connection) -> None:
    received(tx, "parked", NOW)

    retention.purge(tx, NOW + timedelta(days=400))

    assert column(tx, "SELECT status FROM inbox") == ["parked"]
