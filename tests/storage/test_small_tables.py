"""Marks, the audit log, and how moments are written down."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from storage import audit, marks
from storage.instants import from_millis, to_millis
from tests.storage.invented import NOW, ROSA

BOGOTA = timezone(timedelta(hours=-5))


def test_a_mark_is_what_it_was_set_to_last(tx: sqlite3.Connection) -> None:
    before = marks.find(tx, "heartbeat")
    marks.save(tx, "heartbeat", "1")
    marks.save(tx, "heartbeat", "2")

    assert before is None
    assert marks.find(tx, "heartbeat") == "2"


def test_who_did_what_is_written_down_by_ids(tx: sqlite3.Connection) -> None:
    audit.record(tx, ROSA, "board_registered", "board:17", NOW)
    audit.record(tx, audit.BOT, "update_parked", "update:9", NOW)

    assert [tuple(row) for row in tx.execute("SELECT at, actor, action, subject FROM audit ORDER BY id")] == [
        (to_millis(NOW), ROSA, "board_registered", "board:17"),
        (to_millis(NOW), 0, "update_parked", "update:9"),
    ]


def test_a_moment_is_the_same_in_every_zone() -> None:
    assert to_millis(datetime(2026, 11, 24, 16, 30, tzinfo=BOGOTA)) == to_millis(NOW)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))
def test_a_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    back = from_millis(to_millis(moment))

    assert timedelta() <= moment - back < timedelta(milliseconds=1)
    assert to_millis(back) == to_millis(moment)
