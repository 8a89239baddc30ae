"""How fast the bot may speak: limits hold in every window, and who writes never waits for a broadcast."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.pacing import Pace, Pacing, Rates
from tests.bot.stand_ins import GROUP, JUAN, ROSA

waits = st.lists(st.floats(0, 3), min_size=1, max_size=120)
A_HAIR = 1e-6


def taken(pace: Pace, idle: list[float]) -> list[float]:
    """When messages go out that come after these idle times and are sent as soon as the pace allows."""
    now, times = 0.0, []
    for pause in idle:
        now += pause
        now += pace.wait(now)
        pace.take(now)
        times.append(now)
    return times


def most_in(times: list[float], seconds: float) -> int:
    return max(sum(1 for other in times if start <= other < start + seconds - A_HAIR) for start in times)


@given(waits, st.sampled_from([(1.0, 4), (29.0, 2), (Rates.GROUP, Rates.GROUP_BURST)]), st.floats(0.5, 90))
def test_no_window_ever_holds_more_than_the_burst_and_the_rate(
    idle: list[float], limit: tuple[float, int], window: float
) -> None:
    rate, burst = limit

    times = taken(Pace(rate, burst), idle)

    assert most_in(times, window) <= burst + rate * window


@given(waits)
def test_the_whole_bot_stays_within_thirty_a_second(idle: list[float]) -> None:
    assert most_in(taken(Pace(29.0, 2), [pause / 20 for pause in idle]), 1.0) <= 30


@given(st.lists(st.floats(0, 12), min_size=21, max_size=40))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_group_gets_no_more_than_twenty_in_any_minute(idle: list[float]) -> None:
    pacing, now, times = Pacing(Rates()), 0.0, []
    for pause in idle:
        now += pause
        now += pacing.wait_chat(GROUP, now, edit=False)
        pacing.take(GROUP, now, reply=True)
        times.append(now)

    assert most_in(times, 60.0) <= 20


def test_after_a_rest_a_person_gets_four_at_once_and_then_one_a_second() -> None:
    assert [round(at, 6) for at in taken(Pace(1.0, 4), [10.0, *[0.0] * 6])] == [10, 10, 10, 10, 11, 12, 13]


@given(st.floats(0, 20), st.integers(1, 400))
def test_a_reply_waits_a_twenty_ninth_of_a_second_at_most_while_broadcasts_always_wait(
    begin: float, broadcasts: int
) -> None:
    pacing, now = Pacing(Rates()), begin
    for chat in range(1000, 1000 + broadcasts):
        now += pacing.wait_overall(now, reply=False)
        pacing.take(chat, now, reply=False)

    assert pacing.wait_overall(now, reply=True) <= 1 / 29 + A_HAIR


def test_in_the_middle_of_a_long_broadcast_a_reply_need_not_wait_at_all() -> None:
    pacing, now = Pacing(Rates()), 0.0
    for chat in range(1000, 1100):
        now += pacing.wait_overall(now, reply=False)
        pacing.take(chat, now, reply=False)

    assert pacing.wait_overall(now, reply=True) == 0


def test_replies_in_a_row_keep_broadcasts_waiting() -> None:
    pacing = Pacing(Rates())
    for chat in range(1000, 1002):
        pacing.take(chat, 0.0, reply=True)

    assert pacing.wait_overall(0.0, reply=False) > 0


def test_an_edit_leaves_the_last_of_the_burst_to_a_new_message() -> None:
    pacing = Pacing(Rates())
    for _ in range(3):
        pacing.take(ROSA, 0.0, reply=True)

    assert pacing.wait_chat(ROSA, 0.0, edit=True) > 0
    assert pacing.wait_chat(ROSA, 0.0, edit=False) == 0
    assert pacing.wait_chat(JUAN, 0.0, edit=True) == 0


def test_a_pause_for_one_chat_is_none_for_another_and_is_never_shortened() -> None:
    pacing = Pacing(Rates())
    pacing.pause_chat(ROSA, 60.0)
    pacing.pause_chat(ROSA, 5.0)

    assert pacing.wait_chat(ROSA, 10.0, edit=False) == 50
    assert pacing.wait_chat(ROSA, 60.0, edit=False) == 0
    assert pacing.wait_chat(JUAN, 10.0, edit=False) == 0


def test_a_pause_for_all_holds_replies_too_and_is_never_shortened() -> None:
    pacing = Pacing(Rates())
    pacing.pause_all(30.0)
    pacing.pause_all(10.0)

    assert pacing.wait_overall(10.0, reply=True) == 20
    assert pacing.wait_overall(31.0, reply=True) == 0


def test_forgetting_idle_chats_changes_no_wait() -> None:
    pacing = Pacing(Rates())
    for _ in range(4):
        pacing.take(ROSA, 0.0, reply=True)
    pacing.take(JUAN, 0.0, reply=True)
    pacing.pause_chat(JUAN, 40.0)
    before = [pacing.wait_chat(chat, 2.0, edit=edit) for chat in (ROSA, JUAN) for edit in (True, False)]

    pacing.prune(2.0)

    assert [pacing.wait_chat(chat, 2.0, edit=edit) for chat in (ROSA, JUAN) for edit in (True, False)] == before


def test_chats_that_rested_are_forgotten() -> None:
    pacing = Pacing(Rates())
    for chat in range(1, 1001):
        pacing.take(chat, 0.0, reply=True)
        pacing.pause_chat(chat, 1.0)

    pacing.prune(100.0)

    assert (pacing._chats, pacing._paused) == ({}, {})


@pytest.mark.parametrize("rates", [Rates(None, None), Rates(0.5, 1.0)])
def test_any_rate_of_the_settings_can_be_worked_with(rates: Rates) -> None:
    pacing = Pacing(rates)
    for number in range(20):
        now = pacing.wait_overall(float(number), reply=False) + pacing.wait_chat(ROSA, float(number), edit=True)
        pacing.take(ROSA, now, reply=False)

    assert pacing.wait_chat(ROSA, 1e6, edit=False) == 0
