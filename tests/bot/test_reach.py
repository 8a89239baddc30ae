"""What a person did last decides whether they are written to, in whichever order the bot hears of it."""

import asyncio

from telegram.error import Forbidden

from storage import inbox
from storage.inbox import Arrived
from tests.bot.desk import Desk, said
from tests.bot.post_office import draft
from tests.bot.stand_ins import ROSA, until

_BLOCKED = Forbidden("Forbidden: bot was blocked by the user")


async def _reach(desk: Desk) -> str | None:
    found: list[str | None] = await desk.office.column("SELECT unreachable FROM chat WHERE chat_id = ?", ROSA)
    return found[0]


async def _ends(desk: Desk, update_id: int) -> set[str]:
    return set(await desk.office.column("SELECT status FROM outbox WHERE dedupe_key LIKE ?", f"update:{update_id}:%"))


async def test_a_message_older_than_a_refusal_is_taken_without_another_call_and_a_newer_one_is_answered(
    desk: Desk,
) -> None:
    await desk.receive(said(1))
    await desk.idle()
    await desk.database.write(lambda tx: inbox.record(tx, [said(2)], desk.clock.now()))
    desk.clock.seconds += 1
    desk.office.telegram.will(ROSA, _BLOCKED)
    await desk.office.sent(draft("reminder", kind="reminder"))
    called = len(desk.office.telegram.posted)
    desk.dispatcher.deliver([said(2)])
    await desk.idle()
    older = len(desk.office.telegram.posted) - called
    desk.clock.seconds += 1
    await desk.receive(said(3))
    await desk.idle()

    assert older == 0
    assert len(desk.office.telegram.posted) > called
    assert await desk.statuses() == {1: "done", 2: "done", 3: "done"}
    assert await _ends(desk, 2) == {"unreachable"}


async def test_what_is_written_while_a_refusal_is_on_its_way_is_newer_than_the_refusal(desk: Desk) -> None:
    await desk.receive(said(1))
    await desk.idle()
    refusal = asyncio.Event()
    desk.office.telegram.will(ROSA, refusal, _BLOCKED)
    rows = await desk.office.plan(draft("reminder", kind="reminder"))
    await until(lambda: desk.office.telegram.texts(ROSA)[-1] == "reminder")
    desk.clock.seconds += 1
    await desk.database.write(lambda tx: inbox.record(tx, [said(2)], desk.clock.now()))
    desk.clock.seconds += 1
    refusal.set()
    await desk.office.ended()
    desk.dispatcher.deliver([said(2)])
    await desk.idle()

    assert await desk.office.column("SELECT status FROM outbox WHERE id = ?", rows[0].id) == ["unreachable"]
    assert await _ends(desk, 2) == {"sent"}


async def test_a_message_that_a_block_overtook_is_taken_without_a_call(desk: Desk) -> None:
    await desk.receive(said(1))
    await desk.idle()
    called = len(desk.office.telegram.posted)
    await desk.receive(Arrived(3, ROSA, "block", None))
    await desk.idle()
    desk.clock.seconds += 1
    await desk.receive(said(2))
    await desk.idle()

    assert len(desk.office.telegram.posted) == called
    assert await _ends(desk, 2) == {"unreachable"}
    assert await _reach(desk) == "blocked"


async def test_who_writes_again_after_a_block_is_answered_though_the_end_of_the_block_was_never_told(
    desk: Desk,
) -> None:
    await desk.receive(said(1), Arrived(2, ROSA, "block", None))
    await desk.idle()
    desk.clock.seconds += 1
    await desk.receive(said(3))
    await desk.idle()

    assert await _ends(desk, 3) == {"sent"}
    assert await _reach(desk) is None


async def test_the_end_of_a_block_that_the_next_block_overtook_opens_nothing(desk: Desk) -> None:
    await desk.receive(said(1), Arrived(2, ROSA, "block", None), Arrived(4, ROSA, "block", None))
    await desk.receive(Arrived(3, ROSA, "unblock", None))
    await desk.idle()

    assert await _reach(desk) == "blocked"


async def test_a_block_that_its_end_overtook_closes_nothing(desk: Desk) -> None:
    await desk.receive(said(1), Arrived(3, ROSA, "unblock", None), Arrived(2, ROSA, "block", None))
    await desk.idle()

    assert await _reach(desk) is None


async def test_numbers_of_long_ago_say_nothing_about_the_order(desk: Desk) -> None:
    await desk.receive(said(900), Arrived(901, ROSA, "block", None))
    await desk.idle()
    desk.clock.seconds += 8 * 86_400  # after a quiet week Telegram starts at a random number
    await desk.receive(said(5))
    await desk.idle()

    assert await _ends(desk, 5) == {"sent"}
