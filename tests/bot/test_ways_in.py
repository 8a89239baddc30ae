"""The webhook and the polling loop: nothing is confirmed that is not stored, nothing is taken from strangers."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter

from bot.receiver import Poller, Webhook
from bot.telegram_client import NotSent
from bot.web import WEBHOOK_PATH, serve
from tests.bot.conftest import Skip
from tests.bot.hall import Hall, said
from tests.bot.stand_ins import StillClock, until

SECRET = "sesamo-1"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Door:
    """The webhook on a port of this machine."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.session = session

    async def post(self, body: str | dict[str, Any], secret: str | bytes | None = SECRET) -> int:
        data = body if isinstance(body, str) else json.dumps(body)
        headers = {} if secret is None else {HEADER: secret}
        async with self.session.post(self.url, data=data, headers=headers) as answer:
            return answer.status


@pytest.fixture
async def door(hall: Hall) -> AsyncIterator[Door]:
    async def health() -> tuple[bool, dict[str, object]]:
        return True, {}

    runner, port = await serve("127.0.0.1", 0, Webhook(hall.store, SECRET), health)
    async with aiohttp.ClientSession() as session:
        yield Door(f"http://127.0.0.1:{port}{WEBHOOK_PATH}", session)
    await runner.cleanup()


async def test_what_is_posted_with_the_secret_is_stored_before_the_answer(hall: Hall, door: Door) -> None:
    assert await door.post(said(1)) == 200
    assert [row[0] for row in await hall.rows()] == [1]
    assert await door.post(said(1)) == 200
    assert len(hall.delivered) == 1


@pytest.mark.parametrize("secret", [None, "", "sesamo-2", "SESAMO-1", "sésamo-1"])
async def test_without_the_secret_nothing_is_taken(hall: Hall, door: Door, secret: str | None) -> None:
    assert await door.post(said(1), secret) == 401
    assert await hall.rows() == []


async def test_a_secret_of_odd_bytes_is_a_wrong_one(hall: Hall, door: Door) -> None:
    reader, writer = await asyncio.open_connection(*_address(door.url))
    writer.write(f"POST {WEBHOOK_PATH} HTTP/1.1\r\nHost: x\r\n{HEADER}: ".encode() + b"\xff\xfe\r\n")
    writer.write(b"Content-Length: 2\r\nConnection: close\r\n\r\n{}")
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()

    assert answer.split(b" ")[1] in (b"400", b"401")


def _address(url: str) -> tuple[str, int]:
    host, port = url.removeprefix("http://").partition("/")[0].split(":")
    return host, int(port)


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "5", "{}", '{"update_id": "x"}', '{"update_id": null}', '{"update_id": 1e999}', "[" * 9999]
)
async def test_what_is_no_update_is_refused(hall: Hall, door: Door, body: str) -> None:
    assert await door.post(body) == 400
    assert await hall.rows() == []


async def test_when_nothing_can_be_written_telegram_is_asked_to_come_again(hall: Hall, door: Door) -> None:
    await hall.writable(False)
    refused = await door.post(said(1))
    await hall.writable(True)

    assert refused == 503
    assert await door.post(said(1)) == 200
    assert [update.update_id for update in hall.delivered] == [1]


class Feed:
    """Gives the poller what was prepared, then nothing; remembers the offsets it was asked for."""

    def __init__(self, *answers: list[dict[str, Any]] | Exception) -> None:
        self.answers = list(answers)
        self.offsets: list[int | None] = []

    async def fetch_updates(self, offset: int | None, hold: int, allowed: list[str]) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        if not self.answers:
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def polled(hall: Hall, clock: StillClock, feed: Feed, skip: Skip, calls: int) -> None:
    task = asyncio.create_task(Poller(feed, hall.store, clock).run())  # type: ignore[arg-type]
    for _ in range(200):
        if len(feed.offsets) == calls:
            break
        await asyncio.sleep(0.01)
        skip(40)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert len(feed.offsets) == calls


async def test_polling_begins_without_an_offset_and_confirms_what_is_stored(
    hall: Hall, clock: StillClock, skip: Skip
) -> None:
    feed = Feed([said(7), said(8)], [], [said(9)])

    await polled(hall, clock, feed, skip, 4)

    assert feed.offsets == [None, 9, 9, 10]
    assert [update.update_id for update in hall.delivered] == [7, 8, 9]


async def test_nothing_is_confirmed_while_it_cannot_be_stored(hall: Hall, clock: StillClock, skip: Skip) -> None:
    feed = Feed([said(7)])
    await hall.writable(False)
    task = asyncio.create_task(Poller(feed, hall.store, clock).run())  # type: ignore[arg-type]
    await asyncio.sleep(0.05)
    while_full = list(feed.offsets)
    await hall.writable(True)
    skip(3)
    await until(lambda: len(feed.offsets) == 2)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert while_full == [None]
    assert feed.offsets == [None, 8]
    assert len(hall.delivered) == 1


@pytest.mark.parametrize(
    "trouble", [NotSent("x"), Conflict("terminated by other getUpdates request"), RetryAfter(3), BadRequest("x")]
)
async def test_trouble_is_waited_out_without_losing_the_place(
    hall: Hall, clock: StillClock, skip: Skip, trouble: Exception
) -> None:
    feed = Feed([said(7)], trouble, trouble, [said(8)])

    await polled(hall, clock, feed, skip, 5)

    assert feed.offsets == [None, 8, 8, 8, 9]


async def test_an_unknown_token_ends_the_polling(hall: Hall, clock: StillClock) -> None:
    with pytest.raises(InvalidToken):
        await Poller(Feed(InvalidToken("x")), hall.store, clock).run()  # type: ignore[arg-type]
