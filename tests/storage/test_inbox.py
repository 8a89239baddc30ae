"""What Telegram sent is kept once, in the order it came, and its words no longer than allowed."""

import sqlite3
from datetime import timedelta

from storage import inbox
from storage.inbox import Arrived
from tests.storage.invented import JUAN, NOW, ROSA, column


def message(update_id: int, body: str = "{}") -> Arrived:
    return Arrived(update_id, ROSA, "private", body)


def test_updates_are_worked_through_in_the_order_they_came(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [message(11), message(10)], NOW)
    inbox.record(tx, [message(12)], NOW)

    assert [update.update_id for update in inbox.unfinished(tx)] == [11, 10, 12]


def test_after_a_quiet_week_lower_numbers_come_later_all_the_same(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [message(2_000_000_000), message(2_000_000_001)], NOW)

    fresh = inbox.record(tx, [message(15)], NOW)

    assert [update.update_id for update in fresh] == [15]
    assert [update.update_id for update in inbox.unfinished(tx)] == [2_000_000_000, 2_000_000_001, 15]


def test_an_update_that_comes_twice_is_kept_once_as_it_came_first(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [message(10, "first")], NOW)

    fresh = inbox.record(tx, [message(10, "second"), message(11), message(11)], NOW)

    assert [update.update_id for update in fresh] == [11]
    assert [update.body for update in inbox.unfinished(tx)] == ["first", "{}"]


def test_an_update_is_new_until_it_is_closed_and_stays_closed_when_it_comes_again(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [message(10)], NOW)
    before = inbox.is_new(tx, 10)

    inbox.close(tx, 10, "done", NOW)

    assert before
    assert not inbox.is_new(tx, 10)
    assert not inbox.is_new(tx, 99)
    assert inbox.record(tx, [message(10)], NOW) == []
    assert inbox.unfinished(tx) == []


def test_what_a_person_did_later_is_found_by_telegram_s_numbers_whatever_came_first(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [Arrived(12, ROSA, "block", None)], NOW)
    inbox.record(tx, [message(11)], NOW)

    assert inbox.is_overtaken(tx, ROSA, 11, ("block",), NOW)
    assert not inbox.is_overtaken(tx, ROSA, 12, ("block", "private"), NOW)
    assert not inbox.is_overtaken(tx, ROSA, 11, ("unblock",), NOW)
    assert not inbox.is_overtaken(tx, JUAN, 11, ("block",), NOW)
    assert not inbox.is_overtaken(tx, ROSA, 11, ("block",), NOW + timedelta(seconds=1))


def test_an_update_knows_when_it_was_stored(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [message(10)], NOW)

    assert inbox.received_at(tx, 10) == NOW
    assert inbox.received_at(tx, 11) is None


def test_a_body_stays_unless_it_has_to_go_at_once(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [message(10, "text"), message(11, "phone")], NOW)

    inbox.close(tx, 10, "done", NOW)
    inbox.close(tx, 11, "done", NOW, keep_body=False)

    assert column(tx, "SELECT body FROM inbox ORDER BY seq") == ["text", None]


def test_failures_are_counted_and_the_update_still_waits(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [message(10)], NOW)

    counted = [inbox.record_failure(tx, 10, "KeyError at a.py:1") for _ in range(2)]

    assert counted == [1, 2]
    assert inbox.is_new(tx, 10)
    assert inbox.record_failure(tx, 99, "of nothing") == 0


def test_who_looks_after_the_bot_sees_what_waits_and_what_was_parked(tx: sqlite3.Connection) -> None:
    inbox.record(tx, [message(10), message(11), message(12)], NOW)
    inbox.close(tx, 10, "parked", NOW)
    inbox.close(tx, 11, "done", NOW)

    assert inbox.counts(tx) == {"waiting": 1, "parked": 1}
