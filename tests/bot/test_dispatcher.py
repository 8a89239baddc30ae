"""Every update gets its turn: in order within a chat, whatever happens in the chat next door."""

import asyncio
from typing import Any

from storage import chats, inbox, people
from storage.inbox import Arrived
from storage.phones import PhoneVault
from tests.bot.desk import POISON, Desk, pressed, said
from tests.bot.stand_ins import GROUP, JUAN, OWNER, ROSA, until

OTHER_KEY = "b3RoZXItc2VjcmV0LWtleS1vZi0zMi1ieXRlcy4uLi4="


async def tried(desk: Desk, update_id: int, times: int = 1) -> None:
    """Until an update has failed so often."""
    async with asyncio.timeout(5):
        while await desk.tries(update_id) < times:
            await asyncio.sleep(0.002)


async def broken_state(desk: Desk, chat: int) -> None:
    now = desk.clock.now()
    await desk.database.write(
        lambda tx: [chats.record_seen(tx, chat, "private", now), chats.save_state(tx, chat, "{broken", None, None)]
    )


async def test_every_update_is_answered_and_then_done(desk: Desk) -> None:
    await desk.receive(said(1), said(2, JUAN))
    await desk.idle()

    assert await desk.statuses() == {1: "done", 2: "done"}
    assert {call.chat_id for call in desk.office.telegram.posted} == {ROSA, JUAN}


async def test_an_update_that_is_handed_over_twice_has_one_turn(desk: Desk) -> None:
    await desk.receive(said(1))
    await desk.idle()
    posted = len(desk.office.telegram.posted)
    desk.dispatcher.deliver([said(1)])
    await desk.idle()

    assert len(desk.office.telegram.posted) == posted


async def test_a_chat_waits_for_its_failing_update_and_the_others_do_not(desk: Desk) -> None:
    await broken_state(desk, ROSA)
    await desk.receive(said(1), said(2), said(3, JUAN))
    await tried(desk, 1)
    await until(lambda: desk.office.telegram.texts(JUAN) != [])
    await asyncio.sleep(0.05)  # a tenth of the rest that the failing update is given
    meanwhile, tries = await desk.statuses(), await desk.tries(1)
    await desk.database.write(lambda tx: chats.save_state(tx, ROSA, "{}", None, None))
    await desk.idle()

    assert (meanwhile, tries) == ({1: "new", 2: "new", 3: "done"}, 1)
    assert await desk.statuses() == {1: "done", 2: "done", 3: "done"}
    keys = await desk.office.column("SELECT dedupe_key FROM outbox WHERE chat_id = ? ORDER BY id", ROSA)
    assert [key.split(":")[1] for key in keys] == sorted(key.split(":")[1] for key in keys)


async def test_an_update_that_fails_three_times_is_set_aside_and_person_and_owner_hear_of_it(desk: Desk) -> None:
    await desk.receive(said(1, text=POISON), said(2))
    await desk.idle()

    assert await desk.statuses() == {1: "parked", 2: "done"}
    assert await desk.tries(1) == 3
    assert desk.office.telegram.texts(ROSA)[0] == "could-not-handle"
    assert desk.office.telegram.texts(OWNER) == ["owner-parked"]


async def test_the_person_of_a_failing_press_is_told_too_and_their_button_rests(desk: Desk) -> None:
    await desk.receive(pressed(1, data={"forged": True}))
    await desk.idle()

    assert await desk.statuses() == {1: "parked"}
    assert desk.office.telegram.texts(ROSA) == ["could-not-handle"]
    await until(lambda: len(desk.client.calls) == 1)


async def test_a_state_that_cannot_be_read_is_begun_anew(desk: Desk) -> None:
    await broken_state(desk, ROSA)
    await desk.receive(said(1), said(2))
    await desk.idle()

    assert await desk.statuses() == {1: "parked", 2: "done"}
    assert desk.office.telegram.texts(ROSA)[0] == "could-not-handle"
    assert len(desk.office.telegram.texts(ROSA)) > 1


async def test_a_phone_that_does_not_open_stops_its_own_chat_s_update_and_nothing_else(desk: Desk) -> None:
    def of_another_key(tx: Any) -> None:
        chats.record_seen(tx, ROSA, "private", desk.clock.now())
        person = people.record(tx, ROSA, "Rosa", desk.clock.now())
        people.save_phone(tx, person.id, "+573005550199", PhoneVault(OTHER_KEY))

    await desk.database.write(of_another_key)
    await desk.receive(said(1), said(2, JUAN))
    await desk.idle()

    assert await desk.statuses() == {1: "parked", 2: "done"}


async def test_a_sick_disk_costs_no_update_a_try(desk: Desk) -> None:
    await desk.receive(said(1))
    await desk.idle()
    await desk.database.write(lambda tx: inbox.record(tx, [said(2, text=POISON)], desk.clock.now()))
    await desk.database._writer.run(lambda connection: connection.execute("PRAGMA query_only = ON"))
    desk.dispatcher.deliver([said(2, text=POISON)])
    for _ in range(6):
        await asyncio.sleep(0.01)
        desk.skip(2.5)
    await desk.database._writer.run(lambda connection: connection.execute("PRAGMA query_only = OFF"))
    await desk.idle()

    assert await desk.statuses() == {1: "done", 2: "parked"}
    assert await desk.tries(2) == 3


async def test_a_late_press_is_answered_right_after_its_turn_with_what_is_said_about_it(desk: Desk) -> None:
    await desk.receive(pressed(1))
    await desk.idle()
    await until(lambda: len(desk.client.calls) == 1)

    assert desk.client.calls == [("answerCallbackQuery", {"callback_query_id": "q1", "text": "late-press-start"})]


async def test_a_group_that_speaks_to_the_bot_is_told_where_to_write_once_in_ten_minutes(desk: Desk) -> None:
    await desk.receive(*(Arrived(number, GROUP, "group_addressed", None) for number in (1, 2)))
    await desk.idle()

    assert desk.office.telegram.texts(GROUP) == ["group-hello"]
    assert await desk.statuses() == {1: "done", 2: "done"}


async def test_who_blocks_the_bot_is_not_written_to_until_they_take_it_back(desk: Desk) -> None:
    await desk.receive(said(1))
    await desk.idle()
    await desk.receive(Arrived(2, ROSA, "block", None))
    await desk.idle()
    blocked = await desk.office.column("SELECT unreachable FROM chat WHERE chat_id = ?", ROSA)
    await desk.receive(Arrived(3, ROSA, "unblock", None))
    await desk.idle()

    assert blocked == ["blocked"]
    assert await desk.office.column("SELECT unreachable FROM chat WHERE chat_id = ?", ROSA) == [None]


async def test_a_crowd_is_served_side_by_side_and_in_order(desk: Desk) -> None:
    crowd = range(600, 640)
    await desk.receive(*(said(chat * 10 + number, chat) for number in range(3) for chat in crowd))
    await desk.idle()

    assert set((await desk.statuses()).values()) == {"done"}
    for chat in crowd:
        keys = await desk.office.column("SELECT dedupe_key FROM outbox WHERE chat_id = ? ORDER BY id", chat)
        assert keys == sorted(keys)
