"""What each of Telegram's answers means for the message that was to be sent."""

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.telegram_client import NotSent, ServerRefused, Uncertain
from bot.verdicts import Verdict, verdict
from storage.outbox import SENT_AGAIN, Row
from tests.bot.stand_ins import ROSA, START

DICE = random.Random(3)


def row(kind: str = "reply", method: str = "send", attempts: int = 1, **changes: object) -> Row:
    values: dict[str, object] = {"payload": {"text": "Buenas"}, "edits": None, "message_id": None, "due_at": START}
    return Row(5, ROSA, 0, kind, method, **(values | {"attempts": attempts} | changes))  # type: ignore[arg-type]


def judged(error: TelegramError, **changes: object) -> Verdict:
    return verdict(row(**changes), error, START, DICE)  # type: ignore[arg-type]


def seconds_until(found: Verdict) -> float:
    assert found.result.again_at is not None
    return (found.result.again_at - START).total_seconds()


@pytest.mark.parametrize(
    "description",
    [
        "bot was blocked by the user",
        "user is deactivated",
        "bot can't initiate conversation with a user",
        "the bot can't send messages to the bot",
        "bot was kicked from the group chat",
        "bot was kicked from the supergroup chat",
        "bot is not a member of the channel chat",
        "the group chat was deleted",
    ],
)
@pytest.mark.parametrize("method", ["send", "edit", "file"])
def test_whoever_telegram_forbids_is_out_of_reach(description: str, method: str) -> None:
    found = judged(Forbidden(f"Forbidden: {description}"), method=method)

    assert (found.result.status, found.extra) == ("unreachable", "unreachable")
    assert found.result.reason == f"Forbidden: {description}"


@pytest.mark.parametrize("description", ["Chat not found", "Private chat not found", "User not found"])
def test_a_chat_that_does_not_exist_is_out_of_reach(description: str) -> None:
    found = judged(BadRequest(description))

    assert (found.result.status, found.extra) == ("unreachable", "unreachable")


@pytest.mark.parametrize(
    "description",
    [
        "Message text is empty",
        "Text must be non-empty",
        "Text is too long",
        "Message is too long",
        "Message_too_long",
        "Button_data_invalid",
        "Reply markup is too long",
        "Not enough rights to send text messages to the chat",
        "Have no write access to the chat",
        "Need administrator rights in the channel chat",
        "Message thread not found",
        "Can't parse inline keyboard button: text buttons are unallowed in the inline keyboard",
        "There is no document in the request",
        "Message caption is too long",
        "Logged out",
    ],
)
def test_what_telegram_will_never_take_is_given_up_and_reported(description: str) -> None:
    found = judged(BadRequest(description))

    assert (found.result.status, found.extra, found.result.reason) == ("failed", "broken", description)


@pytest.mark.parametrize(
    "description",
    [
        "Message to edit not found",
        "Message can't be edited",
        "There is no text in the message to edit",
        "Message identifier is not specified",
    ],
)
def test_an_edit_that_comes_too_late_is_left_out_quietly(description: str) -> None:
    assert (judged(BadRequest(description), method="edit").result.status, judged(BadRequest(description)).extra) == (
        "skipped",
        "broken",
    )


@pytest.mark.parametrize("description", ["Message to copy not found", "Message can't be copied"])
def test_what_can_no_longer_be_copied_is_left_out_and_said(description: str) -> None:
    found = judged(BadRequest(description), method="copy", kind="ticket")

    assert (found.result.status, found.extra) == ("skipped", "copy_gone")


def test_an_edit_that_changes_nothing_is_done() -> None:
    found = judged(BadRequest("Message is not modified: specified new message content … are exactly the same"))

    assert (found.result.status, found.extra) == ("sent", None)


def test_markup_that_cannot_be_read_is_tried_once_without_it() -> None:
    error = BadRequest("Can't parse entities: unsupported start tag")

    first, second = judged(error), judged(error, payload={"text": "Buenas", "plain": True})

    assert (first.result.status, first.extra, seconds_until(first)) == ("queued", "plain_text", 0)
    assert (second.result.status, second.extra) == ("failed", "broken")


@pytest.mark.parametrize("seconds", [1, 35, timedelta(seconds=35)])
def test_a_flood_answer_is_obeyed_to_the_second(seconds: int | timedelta) -> None:
    wanted = seconds if isinstance(seconds, int) else seconds.total_seconds()

    found = judged(RetryAfter(seconds), attempts=50)

    assert (found.result.status, found.extra, found.value) == ("queued", "paused", wanted)
    assert wanted <= seconds_until(found) <= wanted + 1


def test_a_group_that_moved_is_written_to_under_its_new_number() -> None:
    found = judged(ChatMigrated(-1001234567890123))

    assert (found.result.status, found.extra, int(found.value)) == ("queued", "moved", -1001234567890123)


def test_an_unknown_token_stops_everything_and_keeps_the_message() -> None:
    found = judged(InvalidToken("Unauthorized"))

    assert (found.result.status, found.extra) == ("queued", "stop")


@pytest.mark.parametrize("kind", ["reply", "reminder", "invitation", "broadcast", "ticket", "certificate", "alert"])
def test_a_doubtful_message_is_sent_again_once_or_waits_for_a_person(kind: str) -> None:
    first, second = judged(Uncertain("timeout"), kind=kind), judged(Uncertain("timeout"), kind=kind, repeated=True)

    expected = ("queued", True) if kind in SENT_AGAIN else ("uncertain", False)
    assert (first.result.status, first.result.repeated) == expected
    assert second.result.status == "uncertain"


@pytest.mark.parametrize("kind", ["reply", "freeze", "ticket"])
def test_a_doubtful_edit_is_simply_repeated(kind: str) -> None:
    found = judged(Uncertain("timeout"), kind=kind, method="edit", repeated=True)

    assert (found.result.status, found.result.repeated) == ("queued", False)


def test_what_surely_did_not_go_out_is_tried_for_as_long_as_it_takes() -> None:
    found = judged(NotSent("ClientConnectorError"), attempts=100_000)

    assert (found.result.status, found.extra) == ("queued", "no_network")


@pytest.mark.parametrize(
    "error",
    [ServerRefused("Internal Server Error: restart"), NetworkError("Request Entity Too Large (413)"), Conflict("x")],
)
def test_what_is_refused_again_and_again_does_not_hold_its_chat_for_ever(error: TelegramError) -> None:
    early, late = judged(error, attempts=11), judged(error, attempts=12)

    assert early.result.status == "queued"
    assert (late.result.status, late.extra) == ("failed", "broken")


@given(st.integers(0, 10**6), st.integers())
def test_pauses_double_and_never_exceed_six_minutes(attempts: int, seed: int) -> None:
    found = verdict(row(attempts=attempts), NotSent("x"), START, random.Random(seed))
    least = min(2.0 ** min(max(attempts - 1, 0), 20), 300.0)

    assert least <= seconds_until(found) + 1e-6 <= 360.001


def test_a_reason_is_kept_short() -> None:
    assert len(judged(BadRequest("x" * 4000)).result.reason or "") <= 120
