"""What Telegram hands over is committed before Telegram hears that we have it."""

import asyncio
import threading
from typing import Any

import pytest

from storage.database import Database
from storage.errors import StorageError
from tests.bot.conftest import Skip
from tests.bot.hall import Hall, said
from tests.bot.stand_ins import GROUP, ROSA, until


def press(update_id: int) -> dict[str, Any]:
    return {"update_id": update_id, "callback_query": {"id": f"q{update_id}", "from": {"id": ROSA}, "data": "a:b:c:1"}}


async def test_what_was_added_is_committed_and_handed_on_once(hall: Hall) -> None:
    await hall.store.add([said(1), said(2)])
    await hall.store.add([said(2), said(3)])

    assert [update.update_id for update in hall.delivered] == [1, 2, 3]
    assert [row[:3] for row in await hall.rows()] == [(number, "private", "new") for number in (1, 2, 3)]


async def test_whoever_comes_during_a_commit_shares_the_next_one(hall: Hall) -> None:
    go_on = threading.Event()
    blocking = asyncio.create_task(hall.database.write(lambda tx: go_on.wait(5)))
    await asyncio.sleep(0)
    first = asyncio.create_task(hall.store.add([said(1)]))
    await asyncio.sleep(0.01)
    others = [asyncio.create_task(hall.store.add([said(number)])) for number in range(2, 42)]
    await asyncio.sleep(0.01)
    go_on.set()
    await asyncio.gather(blocking, first, *others)

    assert hall.batches == [1, 40]


async def test_a_request_that_is_given_up_loses_nothing_and_holds_up_nobody(hall: Hall) -> None:
    go_on = threading.Event()
    blocking = asyncio.create_task(hall.database.write(lambda tx: go_on.wait(5)))
    await asyncio.sleep(0)
    given_up, waiting = (asyncio.create_task(hall.store.add([said(number)])) for number in (1, 2))
    await asyncio.sleep(0.01)
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    go_on.set()
    await asyncio.gather(blocking, waiting)
    await hall.store.add([said(3)])

    assert [update.update_id for update in hall.delivered] == [1, 2, 3]


async def test_when_nothing_can_be_written_everybody_hears_it_and_nothing_is_handed_on(hall: Hall) -> None:
    await hall.writable(False)
    results = await asyncio.gather(*(hall.store.add([said(number)]) for number in (1, 2)), return_exceptions=True)
    await hall.writable(True)
    in_between = list(hall.delivered)
    await hall.store.add([said(1)])

    assert all(isinstance(result, StorageError) for result in results)
    assert in_between == []
    assert [update.update_id for update in hall.delivered] == [1]


async def test_a_mistake_of_ours_reaches_those_who_wait_instead_of_leaving_them_waiting(
    hall: Hall, database: Database
) -> None:
    await database.close()

    with pytest.raises(ValueError, match="no active connection"):
        await asyncio.wait_for(hall.store.add([said(1)]), 2)


async def test_of_groups_and_channels_no_word_is_kept_and_nothing_is_handed_on(hall: Hall) -> None:
    gossip = said(1, "chisme", GROUP, "group")
    post = {"update_id": 2, "channel_post": {"chat": {"id": -5, "type": "channel"}, "text": "chisme"}}

    await hall.store.add([gossip, post, said(3, "@juntas_bot", GROUP, "group")])

    assert await hall.rows() == [
        (1, "group", "skipped", None),
        (2, "channel", "skipped", None),
        (3, "group_addressed", "new", None),
    ]
    assert [update.update_id for update in hall.delivered] == [3]


async def test_a_shared_number_is_not_in_clear_in_the_inbox(hall: Hall) -> None:
    card = said(1)
    card["message"]["contact"] = {"phone_number": "573005550199", "user_id": ROSA, "vcard": "TEL:573005550199"}

    await hall.store.add([card])

    assert "5550199" not in str(await hall.rows())


ODD = [
    {"message": {}},
    {"message": "hola"},
    {"message": {"chat": {"id": {"a": 1}, "type": "private"}, "text": "x"}},
    {"message": {"chat": {"id": 10**30, "type": "private"}, "text": "x"}},
    {"message": {"chat": {"id": "5", "type": "private"}, "text": "x"}},
    {"callback_query": {}},
    {"callback_query": {"from": {"id": ROSA}}},
    {"my_chat_member": {"chat": {"id": 5, "type": "private"}}},
    {"message": {"chat": {"id": ROSA, "type": "private"}, "contact": "x"}},
    {"message": {"chat": {"id": GROUP, "type": "group"}, "migrate_to_chat_id": "x y"}},
]


@pytest.mark.parametrize("odd", ODD)
async def test_an_update_of_no_known_form_is_kept_by_its_number_and_holds_up_nobody(
    hall: Hall, odd: dict[str, Any]
) -> None:
    await asyncio.wait_for(hall.store.add([{"update_id": 1, **odd}, said(2)]), 2)

    assert [row[0] for row in await hall.rows()] == [1, 2]
    assert 2 in [update.update_id for update in hall.delivered]


async def test_a_press_is_answered_even_if_its_turn_never_comes(hall: Hall, skip: Skip) -> None:
    await hall.store.add([press(1)])
    skip(2.1)
    await until(lambda: len(hall.client.calls) == 1)

    assert hall.client.calls == [("answerCallbackQuery", {"callback_query_id": "q1"})]
