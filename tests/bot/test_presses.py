"""A pressed button stops spinning: once, soon, and whatever Telegram says to that."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram.error import BadRequest

from bot.presses import PressAnswers
from tests.bot.conftest import Skip
from tests.bot.stand_ins import Client


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.fixture
async def presses(client: Client, skip: Skip) -> AsyncIterator[PressAnswers]:
    presses = PressAnswers(client)  # type: ignore[arg-type]
    yield presses
    await presses.close()


def answered(client: Client) -> list[tuple[str, str | None]]:
    return [(payload["callback_query_id"], payload.get("text")) for _, payload in client.calls]


async def test_a_press_is_answered_once_with_the_words_of_its_turn(presses: PressAnswers, client: Client) -> None:
    presses.expect("q1")
    presses.answer("q1", "Ya quedó")
    presses.answer("q1", "otra vez")
    await presses.close()

    assert answered(client) == [("q1", "Ya quedó")]


async def test_a_press_whose_turn_is_late_is_answered_after_two_seconds_and_not_again(
    presses: PressAnswers, client: Client, skip: Skip
) -> None:
    presses.expect("q1")
    skip(1.9)
    await asyncio.sleep(0.01)
    early = answered(client)
    skip(0.2)
    await asyncio.sleep(0.05)
    in_time = answered(client)
    presses.answer("q1", "tarde")
    await presses.close()

    assert (early, in_time) == ([], [("q1", None)])
    assert answered(client) == [("q1", None)]


async def test_a_press_that_was_never_received_here_is_not_answered(presses: PressAnswers, client: Client) -> None:
    presses.answer("q9", "x")
    await presses.close()

    assert client.calls == []


async def test_a_press_that_is_expected_twice_is_answered_once(presses: PressAnswers, client: Client) -> None:
    presses.expect("q1")
    presses.expect("q1")
    await presses.close()

    assert answered(client) == [("q1", None)]


async def test_what_telegram_says_to_an_answer_disturbs_nobody(presses: PressAnswers, client: Client) -> None:
    client.failure = BadRequest("Query is too old and response timeout expired or query id is invalid")
    for query in ("q1", "q2"):
        presses.expect(query)
        presses.answer(query, None)
    await presses.close()

    assert answered(client) == [("q1", None), ("q2", None)]
