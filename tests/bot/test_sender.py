"""Who gets which message when, while nothing goes wrong."""

import asyncio
import gc
import tracemalloc
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram.error import RetryAfter

from bot.pacing import Rates
from storage import outbox, people
from storage.database import Database
from tests.bot.post_office import PostOffice, draft
from tests.bot.stand_ins import JUAN, ROSA, StillClock, until


@pytest.fixture
async def office(database: Database, clock: StillClock) -> AsyncIterator[PostOffice]:
    office = PostOffice(database, clock)
    yield office
    await office.close()


async def test_a_chat_reads_its_messages_in_the_order_they_were_said(office: PostOffice) -> None:
    await office.sent(*(draft(f"{number}") for number in range(12)))

    assert office.telegram.texts() == [f"{number}" for number in range(12)]
    assert set(await office.statuses()) == {"sent"}


async def test_the_next_message_of_a_chat_waits_until_the_one_before_has_its_answer(office: PostOffice) -> None:
    arrived = asyncio.Event()
    office.telegram.will(ROSA, arrived)
    await office.plan(draft("first"), draft("second"), draft("elsewhere", JUAN))
    office.open()
    await office.posted(2)
    meanwhile = office.telegram.texts()
    arrived.set()
    await office.ended()

    assert sorted(meanwhile) == ["elsewhere", "first"]
    assert office.telegram.texts(ROSA) == ["first", "second"]


async def test_a_slow_chat_holds_up_nobody_else(office: PostOffice) -> None:
    never = asyncio.Event()
    office.telegram.will(ROSA, never)
    await office.plan(draft("slow"), *(draft("quick", chat) for chat in range(600, 640)))
    office.open()
    await until(lambda: office.sender.waiting == 1)
    never.set()
    await office.ended()

    assert len(office.telegram.posted) == 41


async def test_replies_go_before_reminders_and_reminders_before_broadcasts(office: PostOffice) -> None:
    kinds = ["broadcast", "reminder", "reply"]
    await office.sent(*(draft(kind, 600 + number, kind) for number, kind in enumerate(kinds * 5)))

    assert office.telegram.texts() == ["reply"] * 5 + ["reminder"] * 5 + ["broadcast"] * 5


async def test_somebody_who_writes_is_answered_before_a_broadcast_that_waits_for_them(office: PostOffice) -> None:
    await office.plan(*(draft("news", chat, "broadcast") for chat in range(600, 700)))
    await office.plan(draft("answer", 699))
    office.open()
    await office.ended()

    assert office.telegram.texts(699) == ["answer", "news"]
    assert office.telegram.times(699)[0] < 0.1


async def test_somebody_who_writes_does_not_wait_for_a_reminder_that_is_due_soon(office: PostOffice) -> None:
    await office.plan(draft("reminder", kind="reminder", due_at=office.clock.now() + timedelta(seconds=25)))
    await office.plan(draft("answer"))
    office.open()
    await office.ended()

    assert office.telegram.texts() == ["answer", "reminder"]
    assert office.telegram.times()[0] < 0.1
    assert office.telegram.times()[1] >= 25


async def test_what_is_planned_for_later_holds_up_nothing_of_the_same_kind(office: PostOffice) -> None:
    await office.plan(draft("later", due_at=office.clock.now() + timedelta(seconds=25)))
    await office.plan(draft("now"))
    office.open()
    await office.ended()

    assert office.telegram.texts() == ["now", "later"]


async def test_a_reply_is_not_held_up_by_a_broadcast_to_everybody(office: PostOffice) -> None:
    await office.plan(*(draft("news", chat, "broadcast") for chat in range(1000, 1200)))
    office.open()
    await office.posted(60)
    asked_at = office.clock.seconds
    await office.plan(draft("answer"))
    await until(lambda: "answer" in office.telegram.texts())

    assert office.telegram.times(ROSA)[0] - asked_at <= 2 / 29  # one broadcast may be under way already


async def test_telegram_gets_no_more_in_a_second_than_it_allows(office: PostOffice) -> None:
    await office.sent(*(draft("news", chat, "broadcast") for chat in range(1000, 1090)))

    times = office.telegram.times()
    assert all(sum(1 for other in times if start <= other < start + 1) <= 30 for start in times)


async def test_one_person_gets_a_short_burst_and_then_one_message_a_second(office: PostOffice) -> None:
    await office.sent(*(draft(f"{number}") for number in range(7)))

    assert [round(at) for at in office.telegram.times()] == [0, 0, 0, 0, 1, 2, 3]


async def test_an_edit_waits_for_the_message_it_edits_and_then_knows_its_number(office: PostOffice) -> None:
    (question,) = await office.write(draft("question"))
    (edit,) = await office.write(draft("answered", method="edit", edits=question.id))
    office.sender.add([edit, question])
    office.open()
    await office.ended()

    assert [(call.method, call.message_id) for call in office.telegram.posted] == [
        ("send", None),
        ("edit", 10_000 + question.id),
    ]
    assert office.telegram.times()[1] < 0.1


async def test_an_edit_of_a_message_sent_before_a_restart_finds_its_number_in_the_table(
    office: PostOffice, database: Database, clock: StillClock
) -> None:
    (question,) = await office.sent(draft("question"))
    await office.close()
    after_restart = PostOffice(database, clock)

    await after_restart.sent(draft("answered", method="edit", edits=question.id))
    await after_restart.close()

    assert [call.message_id for call in after_restart.telegram.posted] == [10_000 + question.id]


async def test_a_row_that_is_handed_over_twice_is_sent_once(office: PostOffice) -> None:
    rows = await office.plan(draft())
    office.sender.add(rows)
    office.open()
    await office.ended()

    assert len(office.telegram.posted) == 1


async def test_what_ended_in_the_table_is_not_sent_even_if_nobody_told_the_sender(office: PostOffice) -> None:
    await office.plan(draft("muted", kind="reminder"), draft("kept", JUAN, "reminder"))
    await office.database.write(
        lambda tx: outbox.skip_queued(tx, ROSA, "muted", office.clock.now(), only_started_by_bot=True)
    )
    office.open()
    await office.ended()

    assert office.telegram.texts() == ["kept"]
    assert await office.statuses() == ["skipped", "sent"]


async def test_what_the_sender_is_told_to_forget_is_not_sent(office: PostOffice) -> None:
    first, second, third = await office.plan(draft("1"), draft("2"), draft("3"))
    office.sender.forget([first.id, third.id])
    office.open()
    await office.ended()

    assert office.telegram.texts() == ["2"]
    assert office.telegram.posted[0].row_id == second.id


async def test_an_erased_person_s_message_is_not_tried_again(office: PostOffice) -> None:
    hanging = asyncio.Event()
    office.telegram.will(ROSA, hanging, RetryAfter(1))
    await office.plan(draft("secret"), draft("secret too"))
    office.open()
    await office.posted(1)
    gone = await office.database.write(lambda tx: people.erase(tx, ROSA, office.clock.now()))
    office.sender.forget(gone)
    hanging.set()
    await office.ended()

    assert office.telegram.texts() == ["secret"]
    assert await office.column("SELECT payload FROM outbox") == [None, None]


async def test_stopping_leaves_no_row_half_claimed(office: PostOffice) -> None:
    await office.plan(*(draft("news", chat, "broadcast") for chat in range(1000, 1100)))
    office.open()
    await office.posted(20)

    await office.close()

    statuses = await office.statuses()
    assert set(statuses) == {"sent", "queued"}
    assert statuses.count("sent") == len(office.telegram.posted)


async def test_a_call_that_hangs_at_the_stop_stays_marked_for_the_next_start(office: PostOffice) -> None:
    office.telegram.will(ROSA, asyncio.Event())
    await office.plan(draft())
    office.open()
    await office.posted(1)
    office.sender.stop()
    assert office.work is not None
    await office.work

    await office.sender.close(0.01)

    assert await office.statuses() == ["sending"]


async def test_many_waiting_rows_and_many_chats_that_leave_do_not_fill_the_memory(office: PostOffice) -> None:
    chats = range(1000, 2500)
    rows = await office.write(*(draft("news", chat, "broadcast") for chat in chats))
    tracemalloc.start()
    office.sender.add(rows)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    for row in rows[:300]:  # each of them blocked the bot
        office.sender.forget([row.id])
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert office.sender.waiting == len(chats) - 300
    assert after < held * 1.5


async def test_a_load_test_may_lift_the_limits(database: Database, clock: StillClock) -> None:
    office = PostOffice(database, clock, Rates(None, None))
    await office.sent(*(draft(f"{number}") for number in range(20)))
    await office.close()

    assert len(office.telegram.posted) == 20
    assert clock.seconds < 1
