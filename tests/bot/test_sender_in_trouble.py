"""What the sender does when Telegram, the person or the disk says no."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter

from bot.telegram_client import NotSent, ServerRefused, Uncertain
from storage import chats
from storage.database import Database
from tests.bot.conftest import Skip
from tests.bot.post_office import PostOffice, draft
from tests.bot.stand_ins import GROUP, JUAN, OWNER, ROSA, StillClock, until

NEW_GROUP = -100_500_000_077


@pytest.fixture
async def office(database: Database, clock: StillClock) -> AsyncIterator[PostOffice]:
    office = PostOffice(database, clock)
    yield office
    await office.close()


async def test_a_flood_answer_pauses_that_chat_for_as_long_as_telegram_says(office: PostOffice) -> None:
    office.telegram.will(ROSA, RetryAfter(7))
    await office.sent(draft("first"), draft("second"), draft("elsewhere", JUAN))

    assert office.telegram.texts(ROSA) == ["first", "first", "second"]
    assert office.telegram.times(ROSA)[1] >= 7
    assert office.telegram.times(JUAN)[0] < 1


async def test_three_flooded_chats_pause_everything(office: PostOffice) -> None:
    for chat in (601, 602, 603):
        office.telegram.will(chat, RetryAfter(7))
    await office.plan(*(draft("news", chat) for chat in (601, 602, 603)))
    office.open()
    await office.posted(3)
    await until(lambda: len(office.sender._finished) == 0)
    await office.plan(draft("answer"))
    await office.ended()

    assert office.telegram.times(ROSA)[0] >= 7


async def test_a_person_who_blocked_the_bot_loses_what_waits_and_the_others_nothing(office: PostOffice) -> None:
    await office.database.write(lambda tx: chats.record_seen(tx, ROSA, "private", office.clock.now()))
    office.telegram.will(ROSA, Forbidden("Forbidden: bot was blocked by the user"))
    await office.sent(draft("first"), draft("second"), draft("elsewhere", JUAN))

    assert office.telegram.texts(ROSA) == ["first"]
    assert await office.statuses() == ["unreachable", "unreachable", "sent"]
    assert await office.column("SELECT unreachable FROM chat WHERE chat_id = ?", ROSA) == [
        "Forbidden: bot was blocked by the user"
    ]


async def test_a_reply_nobody_knows_the_fate_of_is_sent_once_more_and_flagged(office: PostOffice) -> None:
    office.telegram.will(ROSA, Uncertain("timeout"))
    await office.sent(draft())

    assert len(office.telegram.posted) == 2
    assert await office.statuses() == ["sent"]
    assert await office.column("SELECT repeated FROM outbox") == [1]


async def test_a_reply_that_stays_in_doubt_is_not_sent_a_third_time_and_the_chat_goes_on(office: PostOffice) -> None:
    office.telegram.will(ROSA, Uncertain("timeout"), Uncertain("timeout"))
    await office.sent(draft("doubtful"), draft("next"))

    assert office.telegram.texts(ROSA) == ["doubtful", "doubtful", "next"]
    assert (await office.statuses())[:2] == ["uncertain", "sent"]
    assert [key.split(":")[1] for key in await office.alerts()] == ["in-doubt"]


async def test_a_broadcast_in_doubt_waits_for_a_coordinator(office: PostOffice) -> None:
    office.telegram.will(ROSA, Uncertain("timeout"))
    await office.sent(draft(kind="broadcast"))

    assert len(office.telegram.texts(ROSA)) == 1
    assert (await office.statuses())[0] == "uncertain"
    assert [key.split(":")[1] for key in await office.alerts()] == ["in-doubt"]


async def test_an_edit_in_doubt_is_repeated_until_telegram_answers(office: PostOffice) -> None:
    office.telegram.will(ROSA, *[Uncertain("timeout")] * 3, BadRequest("Message is not modified: same content"))
    await office.sent(draft(method="edit", message_id=7))

    assert len(office.telegram.posted) == 4
    assert await office.statuses() == ["sent"]


async def test_an_edit_of_a_message_that_never_arrived_is_left_out(office: PostOffice) -> None:
    office.telegram.will(ROSA, BadRequest("Text is too long"))
    (question,) = await office.sent(draft("question"))
    await office.sent(draft("answered", method="edit", edits=question.id))

    assert await office.statuses() == ["failed", "skipped"]


async def test_a_group_that_moved_gets_everything_under_its_new_number(office: PostOffice) -> None:
    office.telegram.will(GROUP, ChatMigrated(NEW_GROUP))
    await office.sent(draft("first", GROUP), draft("second", GROUP))

    assert office.telegram.texts(GROUP) == ["first"]
    assert office.telegram.texts(NEW_GROUP) == ["first", "second"]
    assert await office.column("SELECT DISTINCT chat_id FROM outbox") == [NEW_GROUP]


async def test_markup_that_telegram_refuses_goes_out_as_plain_text_and_the_owner_hears_once_an_hour(
    office: PostOffice,
) -> None:
    for chat in (ROSA, JUAN):
        office.telegram.will(chat, BadRequest("Can't parse entities: unclosed start tag at byte offset 3"))
    await office.sent(draft("<b>a"), draft("<b>b", JUAN))

    assert [(call.text, call.plain) for call in office.telegram.posted if call.chat_id == ROSA] == [
        ("<b>a", False),
        ("<b>a", True),
    ]
    assert await office.statuses() == ["sent", "sent"]
    assert await office.alerts() == [f"alert:plain-text:2026112421:{OWNER}"]


async def test_a_message_that_telegram_will_never_take_is_given_up_and_the_owner_hears_of_it(
    office: PostOffice,
) -> None:
    office.telegram.will(ROSA, BadRequest("Button_data_invalid"))
    await office.sent(draft("broken"), draft("next"))

    assert office.telegram.texts(ROSA) == ["broken", "next"]
    assert await office.statuses() == ["failed", "sent"]
    assert await office.alerts() == [f"alert:not-sent:2026112421:{OWNER}"]


async def test_an_alert_that_cannot_be_sent_raises_no_other(office: PostOffice) -> None:
    office.telegram.will(OWNER, BadRequest("Button_data_invalid"))
    await office.sent(draft("alert", OWNER, "alert"))

    assert await office.column("SELECT status FROM outbox") == ["failed"]


async def test_without_a_network_nothing_is_lost_and_nothing_is_flagged(office: PostOffice) -> None:
    for chat in (ROSA, JUAN):
        office.telegram.will(chat, *[NotSent("ClientConnectorError")] * 5)
    await office.sent(draft("a"), draft("b", JUAN, "broadcast"))

    assert await office.statuses() == ["sent", "sent"]
    assert await office.column("SELECT max(repeated) FROM outbox") == [0]


async def test_after_a_night_without_a_network_the_morning_is_as_ever(office: PostOffice) -> None:
    office.telegram.will(ROSA, *[NotSent("ClientConnectorError")] * 60)
    await office.sent(draft())

    assert await office.statuses() == ["sent"]


async def test_a_blink_of_the_network_under_many_calls_is_not_taken_for_a_long_outage(office: PostOffice) -> None:
    crowd = range(1000, 1040)
    for chat in crowd:
        office.telegram.will(chat, NotSent("HTTP 502"))
    await office.sent(*(draft("news", chat, "broadcast") for chat in crowd))

    assert set(await office.statuses()) == {"sent"}
    assert office.clock.seconds < 30


async def test_a_server_that_keeps_refusing_one_message_does_not_hold_its_chat_for_ever(office: PostOffice) -> None:
    office.telegram.will(ROSA, *[ServerRefused("Internal Server Error: restart")] * 12)
    await office.sent(draft("refused"), draft("next"))

    assert await office.statuses() == ["failed", "sent"]
    assert office.telegram.texts(ROSA) == ["refused"] * 12 + ["next"]


async def test_a_token_that_telegram_no_longer_knows_ends_the_sender_and_keeps_the_message(office: PostOffice) -> None:
    office.telegram.will(ROSA, InvalidToken("Unauthorized"))
    await office.plan(draft())
    office.open()
    assert office.work is not None
    with pytest.raises(InvalidToken):
        await office.work

    await office.sender.close(1)

    assert await office.statuses() == ["queued"]


async def test_a_mistake_of_ours_in_one_message_stops_no_other(office: PostOffice) -> None:
    office.telegram.will(ROSA, KeyError("text"))
    await office.sent(draft("broken"), draft("elsewhere", JUAN))

    assert await office.statuses() == ["failed", "sent"]


async def pragma(database: Database, text: str) -> Any:
    return await database.write(lambda tx: tx.execute(f"PRAGMA {text}").fetchone()[0])


async def test_while_the_disk_is_full_nothing_goes_out_unmarked_and_nothing_is_lost(
    office: PostOffice, skip: Skip
) -> None:
    rows = await office.write(draft("a"), draft("b", JUAN))
    pages = await pragma(office.database, "page_count")
    await office.database.write(lambda tx: tx.execute("PRAGMA query_only = ON"))
    office.sender.add(rows)
    office.open()
    await asyncio.sleep(0.05)
    while_full = list(office.telegram.posted)
    await office.database._writer.run(lambda connection: connection.execute("PRAGMA query_only = OFF"))
    skip(3)
    await office.ended()

    assert pages
    assert while_full == []
    assert await office.statuses() == ["sent", "sent"]


async def test_results_that_could_not_be_written_are_written_later(office: PostOffice, skip: Skip) -> None:
    answered = asyncio.Event()
    office.telegram.will(ROSA, answered)
    await office.plan(draft())
    office.open()
    await office.posted(1)
    await office.database._writer.run(lambda connection: connection.execute("PRAGMA query_only = ON"))
    answered.set()
    await asyncio.sleep(0.05)
    in_between = await office.statuses()
    await office.database._writer.run(lambda connection: connection.execute("PRAGMA query_only = OFF"))
    skip(3)
    await office.ended()

    assert in_between == ["sending"]
    assert await office.statuses() == ["sent"]
    assert len(office.telegram.posted) == 1
