"""Everything the bot says is planned once, claimed before it goes out, and ends with a reason."""

import sqlite3
from datetime import timedelta

import pytest

from storage import outbox
from storage.database import Transaction
from storage.outbox import PRIORITY, SENT_AGAIN, Draft, Result, Row
from tests.storage.invented import GROUP, JUAN, NOW, ROSA, column, reply


def planned(tx: Transaction, draft: Draft) -> Row:
    row = outbox.plan(tx, draft, NOW)
    assert row is not None
    return row


def status_of(tx: Transaction, row: Row) -> tuple[object, ...]:
    return tuple(tx.execute("SELECT status, repeated FROM outbox WHERE id = ?", (row.id,)).fetchone())


def test_what_is_planned_comes_back_as_it_was_planned(tx: sqlite3.Connection) -> None:
    row = planned(tx, reply("¡Buenas, niña!", message_id=7, method="edit"))

    assert outbox.due(tx, NOW) == [row]


def test_planning_twice_with_one_key_is_harmless(tx: sqlite3.Connection) -> None:
    planned(tx, reply("once", dedupe_key="workshop:3"))

    assert outbox.plan(tx, reply("twice", dedupe_key="workshop:3"), NOW) is None
    assert [row.payload["text"] for row in outbox.due(tx, NOW)] == ["once"]


def test_rows_without_a_key_are_never_taken_for_the_same(tx: sqlite3.Connection) -> None:
    assert planned(tx, reply()).id != planned(tx, reply()).id


def test_a_key_that_was_sent_long_ago_still_counts(tx: sqlite3.Connection) -> None:
    row = planned(tx, reply(dedupe_key="k"))
    outbox.claim(tx, [row.id])
    outbox.close(tx, [Result(row.id, "sent", message_id=1)], NOW)

    assert outbox.plan(tx, reply(dedupe_key="k"), NOW) is None


def test_nothing_is_due_before_its_time(tx: sqlite3.Connection) -> None:
    later = NOW + timedelta(seconds=30)
    planned(tx, reply(due_at=later))

    assert outbox.due(tx, later - timedelta(milliseconds=1)) == []
    assert [row.due_at for row in outbox.due(tx, later)] == [later]


def test_a_sent_row_is_not_due_again_and_knows_its_message(tx: sqlite3.Connection) -> None:
    row = planned(tx, reply())
    outbox.claim(tx, [row.id])
    outbox.close(tx, [Result(row.id, "sent", message_id=321)], NOW)

    assert outbox.due(tx, NOW) == []
    assert outbox.message_of(tx, row.id) == 321
    assert outbox.message_of(tx, 999) is None


def test_a_try_that_is_to_be_repeated_waits_for_its_time_and_counts_its_tries(tx: sqlite3.Connection) -> None:
    row = planned(tx, reply())
    outbox.claim(tx, [row.id])
    later = NOW + timedelta(seconds=5)

    outbox.close(tx, [Result(row.id, "queued", reason="flood", again_at=later)], NOW)

    assert outbox.due(tx, NOW) == []
    (again,) = outbox.due(tx, later)
    assert (again.id, again.attempts, again.repeated) == (row.id, 1, False)


def test_a_row_that_ended_in_the_meantime_is_not_claimed(tx: sqlite3.Connection) -> None:
    muted, kept = planned(tx, reply(kind="reminder")), planned(tx, reply(chat_id=JUAN))
    outbox.skip_queued(tx, ROSA, "muted", NOW, only_started_by_bot=True)

    claimed = outbox.claim(tx, [muted.id, kept.id])

    assert claimed == {kept.id}
    assert status_of(tx, muted) == ("skipped", 0)


@pytest.mark.parametrize("kind", sorted(PRIORITY))
def test_after_a_crash_each_kind_is_sent_again_once_or_waits_for_a_person(tx: sqlite3.Connection, kind: str) -> None:
    row = planned(tx, reply(kind=kind))
    outbox.claim(tx, [row.id])

    recovered = outbox.recover(tx, NOW)

    sent_again = kind in SENT_AGAIN
    assert recovered == ((1, 0) if sent_again else (0, 1))
    assert status_of(tx, row) == (("queued", 1) if sent_again else ("uncertain", 0))


def test_a_second_crash_does_not_send_a_third_time(tx: sqlite3.Connection) -> None:
    row = planned(tx, reply())
    for _ in range(2):
        outbox.claim(tx, [row.id])
        recovered = outbox.recover(tx, NOW)

    assert recovered == (0, 1)
    assert status_of(tx, row) == ("uncertain", 1)


@pytest.mark.parametrize("kind", ["reply", "ticket"])
def test_an_edit_is_repeated_after_every_crash_because_twice_looks_like_once(tx: sqlite3.Connection, kind: str) -> None:
    row = planned(tx, reply(kind=kind, method="edit", message_id=7))
    for _ in range(3):
        outbox.claim(tx, [row.id])
        outbox.recover(tx, NOW)

    assert status_of(tx, row)[0] == "queued"


def test_a_message_erased_while_it_was_being_sent_is_not_sent_again_after_a_crash(tx: sqlite3.Connection) -> None:
    row = planned(tx, reply())
    outbox.claim(tx, [row.id])
    tx.execute("UPDATE outbox SET payload = NULL")  # as an erasure does

    again, left = outbox.recover(tx, NOW)

    assert (again, left) == (0, 0)
    assert status_of(tx, row) == ("skipped", 0)


def test_rows_that_were_not_being_sent_are_not_recovered(tx: sqlite3.Connection) -> None:
    row = planned(tx, reply())

    assert outbox.recover(tx, NOW) == (0, 0)
    assert status_of(tx, row) == ("queued", 0)


def test_a_silenced_chat_keeps_its_replies_and_loses_what_the_bot_began(tx: sqlite3.Connection) -> None:
    kept = planned(tx, reply())
    dropped = [planned(tx, reply(kind=kind)).id for kind in ("reminder", "broadcast")]
    elsewhere = planned(tx, reply(kind="reminder", chat_id=JUAN))

    skipped = outbox.skip_queued(tx, ROSA, "muted", NOW, only_started_by_bot=True)

    assert sorted(skipped) == dropped
    assert [row.id for row in outbox.due(tx, NOW)] == [kept.id, elsewhere.id]


def test_a_chat_that_cannot_be_reached_loses_all_but_alerts_to_its_owner(tx: sqlite3.Connection) -> None:
    gone = planned(tx, reply())
    alert = planned(tx, reply(kind="alert"))

    outbox.skip_queued(tx, ROSA, "unreachable", NOW, only_started_by_bot=False)

    assert status_of(tx, gone) == ("unreachable", 0)
    assert [row.id for row in outbox.due(tx, NOW)] == [alert.id]


def test_a_group_that_moved_is_followed_by_what_waits_and_not_by_what_was_sent(tx: sqlite3.Connection) -> None:
    sent, flying, waiting = (planned(tx, reply(chat_id=GROUP)) for _ in range(3))
    outbox.claim(tx, [sent.id, flying.id])
    outbox.close(tx, [Result(sent.id, "sent", message_id=1)], NOW)

    outbox.move_chat(tx, GROUP, -100500)

    assert column(tx, "SELECT chat_id FROM outbox ORDER BY id") == [GROUP, -100500, -100500]
    assert [row.id for row in outbox.due(tx, NOW)] == [waiting.id]


def test_a_row_can_be_worded_differently_before_it_is_sent(tx: sqlite3.Connection) -> None:
    row = planned(tx, reply("<b>Buenas"))

    outbox.save_payload(tx, row.id, {"text": "<b>Buenas", "plain": True})

    assert outbox.due(tx, NOW)[0].payload == {"text": "<b>Buenas", "plain": True}


def test_who_looks_after_the_bot_sees_what_is_due_doubtful_failed_and_repeated(tx: sqlite3.Connection) -> None:
    planned(tx, reply(due_at=NOW + timedelta(hours=1)))
    planned(tx, reply())
    failed, doubtful, again = (planned(tx, reply(kind=kind)) for kind in ("reply", "broadcast", "reply"))
    outbox.close(tx, [Result(failed.id, "failed", reason="x")], NOW)
    outbox.claim(tx, [doubtful.id, again.id])
    outbox.recover(tx, NOW)

    assert outbox.counts(tx, NOW) == {"queued": 2, "uncertain": 1, "failed": 1, "repeated": 1}
