"""Stories of many people at once: nobody waits for somebody else, nobody's answers end with somebody else."""

import asyncio
import random

from simulator.bot_api import CallRecord
from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from tests.chaos.registrant import Registrant
from tests.conftest import StartBot
from tests.journeys.scenes import register, welcome

_LATENCY = 0.15  # real seconds before each call is served


def _people(simulator: Simulator, count: int) -> list[VirtualPerson]:
    world = simulator.world
    return [
        VirtualPerson(world, world.add_person(f"Persona{number}", phone=f"+57000000{2000 + number}"))
        for number in range(count)
    ]


def _most_at_once(calls: list[CallRecord]) -> int:
    """Each call was under way from its latency before it was served until then."""
    return max(sum(other.at - _LATENCY <= call.at < other.at + 0.001 for other in calls) for call in calls)


async def test_two_people_at_once_never_get_mixed_up(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson, efrain: VirtualPerson
) -> None:
    bot = await start_bot(simulator)

    await asyncio.gather(welcome(rosa), welcome(efrain, "guardar su cargo"))
    await register(rosa)

    names = bot.rows(
        "SELECT p.name, b.name FROM board b JOIN officer o ON o.board_id = b.id JOIN person p ON p.id = o.person_id"
    )
    assert names == [("Rosa Inventada", "JAC Inventada del Getsemaní")]
    assert all("Rosa" not in text for text in efrain.texts())
    role = "SELECT accepted FROM consent WHERE chat_id = ? AND purpose = 'role'"
    assert bot.rows(role, rosa.id) == [(1,)]
    assert bot.rows(role, efrain.id) == [(0,)]


async def test_two_hundred_people_do_not_wait_for_each_other(simulator: Simulator, start_bot: StartBot) -> None:
    bot = await start_bot(simulator)
    people = _people(simulator, 200)
    simulator.faults.add("latency", seconds=_LATENCY)

    for person in people:
        await person.start()
    await asyncio.gather(*(person.expect("¿Tiene usted 18 años", timeout=60) for person in people))
    simulator.faults.clear()

    sent = [call for call in simulator.calls if call.method == "sendMessage"]
    assert len(sent) == len(people)
    # One after the other there would never be two; how many it is, is a matter of the machine (make bench).
    assert _most_at_once(sent) > 5
    await bot.settled()


async def test_a_chat_that_telegram_slows_down_delays_nobody_else(
    simulator_strict: Simulator, start_bot: StartBot
) -> None:
    await start_bot(simulator_strict, chat_rate_per_second=100_000.0)
    hasty, calm = _people(simulator_strict, 2)
    for _ in range(12):
        await hasty.say("hola")
    async with asyncio.timeout(5):
        while not any(call.status == 429 for call in simulator_strict.calls):
            await asyncio.sleep(0.01)

    await calm.start()
    await calm.expect("¿Tiene usted 18 años")

    assert len(hasty.texts()) < 12, "the hasty person's chat still had to wait"


async def test_a_hasty_person_is_answered_in_order_at_a_pace_that_telegram_allows(
    simulator_strict: Simulator, start_bot: StartBot
) -> None:
    bot = await start_bot(simulator_strict, send_rate_per_second=29.0, chat_rate_per_second=1.0)
    (hasty,) = _people(simulator_strict, 1)
    await welcome(hasty)
    await bot.settled()
    before = len(hasty.texts())

    for word in ("ayuda", "xyz", "ayuda", "xyz", "ayuda", "xyz"):
        await hasty.say(word)
    await bot.settled()

    assert [call for call in simulator_strict.calls if call.status == 429] == []
    helped = [text.startswith("Ayuda") for text in hasty.texts()[before:]]
    assert helped == [True, False, True, False, True, False]


async def test_thirty_people_at_once_never_make_telegram_say_too_many(
    simulator_strict: Simulator, start_bot: StartBot
) -> None:
    bot = await start_bot(simulator_strict, send_rate_per_second=29.0, chat_rate_per_second=1.0)
    people = _people(simulator_strict, 30)

    lives = [Registrant(simulator_strict.world, person.id, random.Random(person.id)) for person in people]
    for one in lives:
        one.enough()
    tasks = [asyncio.create_task(one.live(pause=0.5)) for one in lives]
    await asyncio.sleep(12)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    refused = [call for call in simulator_strict.calls if call.status == 429]
    assert refused == []
    sent = [call for call in simulator_strict.calls if call.method in ("sendMessage", "editMessageText")]
    assert len(sent) > 100, "they did talk"
    assert bot.rows("SELECT * FROM outbox WHERE status = 'failed'") == []
