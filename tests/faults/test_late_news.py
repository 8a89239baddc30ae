"""News that arrive in another order than they came to pass: what a person did last counts."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from storage.outbox import Draft
from tests.conftest import RunningBot, StartBot
from tests.faults.conftest import calls_for, ends, never, plan

_AGE = "¿Tiene usted 18 años o más?"
_REACH = "SELECT unreachable FROM chat"
Act = Callable[[VirtualPerson], Awaitable[object]]


async def _at_the_first_question(simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson) -> RunningBot:
    bot = await start_bot(simulator, "webhook")  # polling keeps the order
    await rosa.start()
    await rosa.expect(_AGE)
    await bot.settled()
    return bot


async def _done(bot: RunningBot, updates: int) -> None:
    await bot.until("SELECT 1 FROM inbox WHERE status = 'done' GROUP BY status HAVING count(*) = ?", updates)


@pytest.mark.parametrize(
    ("kind", "act", "shown"),
    [
        ("message", lambda rosa: rosa.say("ayuda"), _AGE),
        ("callback_query", lambda rosa: rosa.press("Tengo 18"), "Antes de seguir"),
    ],
    ids=["message", "press"],
)
async def test_what_was_sent_before_a_block_is_taken_and_its_answer_waits_for_the_person_to_come_back(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, kind: str, act: Act, shown: str
) -> None:
    bot = await _at_the_first_question(simulator, start_bot, rosa)
    before = calls_for(bot, rosa.id)
    simulator.faults.add("hold_update", kind, seconds=0.3, times=1)
    await act(rosa)
    simulator.world.block(rosa.id)
    await _done(bot, 3)
    await never(lambda: calls_for(bot, rosa.id) > before)
    blocked = bot.rows(_REACH)
    simulator.world.unblock(rosa.id)
    await rosa.start()
    await rosa.expect(shown)
    await bot.settled()

    assert blocked == [("blocked",)]
    assert bot.rows(_REACH) == [(None,)]
    assert {status for status, _ in ends(bot, rosa.id)} == {"sent", "unreachable"}


async def test_a_block_that_is_heard_of_after_it_was_taken_back_stops_nothing(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await _at_the_first_question(simulator, start_bot, rosa)
    reminder = Draft(
        rosa.id, "reminder", "send", {"text": "Mañana."}, due_at=simulator.clock.now() + timedelta(hours=1)
    )
    plan(bot, reminder)
    simulator.faults.add("hold_update", "my_chat_member", seconds=0.3, times=1)
    simulator.world.block(rosa.id)
    simulator.world.unblock(rosa.id)
    await rosa.say("ayuda")
    await rosa.expect("mayores de edad")
    await _done(bot, 4)
    await bot.let_pass(3600)
    await rosa.expect("Mañana.", timeout=2)
    await bot.settled()

    assert ends(bot, rosa.id) == [("sent", 0)] * 3
    assert bot.rows(_REACH) == [(None,)]


async def test_who_takes_the_bot_back_can_be_written_to_before_they_write(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    bot = await _at_the_first_question(simulator, start_bot, rosa)
    simulator.world.block(rosa.id)
    await bot.until(f"{_REACH} WHERE unreachable = 'blocked'")
    simulator.world.unblock(rosa.id)
    await bot.until(f"{_REACH} WHERE unreachable IS NULL")
    plan(bot, Draft(rosa.id, "reminder", "send", {"text": "El taller es mañana."}))
    await bot.let_pass(1)

    await rosa.expect("El taller es mañana.")
