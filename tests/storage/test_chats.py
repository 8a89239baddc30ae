"""A chat is known from its first word on, and whether Telegram lets us write to it."""

import sqlite3
from datetime import timedelta

from storage import chats, outbox
from tests.storage.invented import GROUP, JUAN, NOW, ROSA, column, reply


def test_a_chat_that_never_wrote_is_not_known(tx: sqlite3.Connection) -> None:
    assert chats.find(tx, ROSA) is None


def test_a_chat_remembers_where_its_conversation_stands_and_what_was_drawn(tx: sqlite3.Connection) -> None:
    chats.record_seen(tx, ROSA, "private", NOW)
    row = outbox.plan(tx, reply(), NOW)
    assert row is not None

    chats.save_state(tx, ROSA, '{"version": 3}', row.id, NOW)

    seen = chats.record_seen(tx, ROSA, "private", NOW)
    assert (seen.state, seen.open_row, seen.open_drawn_at) == ('{"version": 3}', row.id, NOW)
    assert chats.find(tx, ROSA) == seen


def test_writing_proves_that_a_chat_can_be_reached_again(tx: sqlite3.Connection) -> None:
    chats.record_seen(tx, ROSA, "private", NOW)
    chats.save_unreachable(tx, ROSA, "blocked", NOW)
    counted = chats.count_unreachable(tx)

    seen = chats.record_seen(tx, ROSA, "private", NOW)

    assert counted == 1
    assert seen.unreachable is None
    assert chats.count_unreachable(tx) == 0


def test_what_was_written_before_a_refusal_proves_nothing(tx: sqlite3.Connection) -> None:
    chats.record_seen(tx, ROSA, "private", NOW)
    chats.save_unreachable(tx, ROSA, "blocked", NOW)

    seen = chats.record_seen(tx, ROSA, "private", NOW, refused_since=True)

    assert seen.unreachable == "blocked"
    assert chats.refused_at(tx, ROSA) == NOW


def test_a_chat_that_can_be_reached_was_refused_at_no_time(tx: sqlite3.Connection) -> None:
    chats.record_seen(tx, ROSA, "private", NOW)

    assert chats.refused_at(tx, ROSA) is None
    assert chats.refused_at(tx, JUAN) is None


def test_silence_and_language_outlive_the_next_message(tx: sqlite3.Connection) -> None:
    chats.record_seen(tx, ROSA, "private", NOW)
    chats.save_muted(tx, ROSA, muted=True, now=NOW)
    chats.save_locale(tx, ROSA, "es-CO")
    muted = chats.record_seen(tx, ROSA, "private", NOW)

    chats.save_muted(tx, ROSA, muted=False, now=NOW)

    assert (muted.muted, muted.locale) == (True, "es-CO")
    assert chats.record_seen(tx, ROSA, "private", NOW).muted is False


def test_refusing_an_unknown_chat_does_not_make_it_known(tx: sqlite3.Connection) -> None:
    chats.save_unreachable(tx, ROSA, "blocked", NOW)

    assert chats.find(tx, ROSA) is None


def test_a_group_that_moved_is_known_under_both_numbers(tx: sqlite3.Connection) -> None:
    chats.record_seen(tx, GROUP, "group", NOW)

    chats.record_migration(tx, GROUP, -100500, NOW)

    moved = chats.find(tx, -100500)
    assert moved is not None
    assert moved.kind == "supergroup"
    assert column(tx, "SELECT migrated_to FROM chat ORDER BY chat_id") == [None, -100500]


def test_only_people_who_wrote_lately_and_have_an_open_question_are_waiting(tx: sqlite3.Connection) -> None:
    stop = NOW + timedelta(minutes=30)
    for chat, kind, at in (
        (ROSA, "private", NOW),
        (JUAN, "private", NOW - timedelta(milliseconds=1)),
        (503, "private", stop),
        (504, "private", stop),
        (505, "private", stop),
        (GROUP, "group", stop),
    ):
        chats.record_seen(tx, chat, kind, at)
        row = outbox.plan(tx, reply(chat_id=chat), at)
        chats.save_state(tx, chat, "{}", row.id if row and chat != 504 else None, at)
    chats.save_unreachable(tx, 505, "blocked", stop)

    waiting = chats.waiting_since(tx, NOW, stop)

    assert [chat.chat_id for chat in waiting] == [ROSA, 503]
