"""Everything at once, for a moment: the long form is make chaos."""

from pathlib import Path

import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from storage.outbox import Draft
from tests.chaos.boards import Boards
from tests.chaos.run import kill_and_compare
from tests.conftest import StartBot
from tests.faults.conftest import plan


@pytest.mark.process
async def test_people_register_while_everything_goes_wrong_at_once(tmp_path: Path) -> None:
    report = await kill_and_compare(tmp_path, kills=6, people=20, mode="webhook", seed=21, faults=True)

    assert report.broken == [], report.lines()
    assert report.counts["answers"] > 50
    assert report.struck.total() > 3


async def test_a_board_counts_as_registered_once_and_only_when_the_person_reads_so(
    simulator: Simulator, start_bot: StartBot, rosa: VirtualPerson
) -> None:
    told: list[str] = []
    boards = Boards(simulator.world, rosa.id, told.append)
    bot = await start_bot(simulator)
    await rosa.start()
    await rosa.expect("¿Tiene usted 18 años")
    await bot.settled()
    first = boards.named()
    boards.sent()
    for number, text in enumerate((f"Revise: {first}", f"Hoy usted registró {first}.", f"{first} quedó registrada.")):
        plan(bot, Draft(rosa.id, "reply", "send", {"text": text}))
        await bot.let_pass(1)
        await rosa.expect(text)
        assert told == [first] * min(number, 1)
    second = boards.named()

    assert second != first
    assert boards.named() == second
