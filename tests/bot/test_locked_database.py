"""While another program has locked the database every turn waits; none is lost, counted as failed or taken twice."""

import asyncio
from pathlib import Path

import pytest

from storage import inbox
from tests.bot.desk import POISON, Desk, said
from tests.chaos.machine import locked


@pytest.fixture(autouse=True)
async def impatient(desk: Desk) -> None:
    """One try waits for a moment only."""
    await desk.database._writer.run(lambda connection: connection.execute("PRAGMA busy_timeout = 20"))


async def test_while_another_program_writes_every_turn_waits_and_then_is_taken_once(desk: Desk, path: Path) -> None:
    crowd = range(600, 612)
    await desk.database.write(lambda tx: inbox.record(tx, [said(chat, chat) for chat in crowd], desk.clock.now()))
    with locked(path):
        desk.dispatcher.deliver([said(chat, chat) for chat in crowd])
        for _ in range(6):
            await asyncio.sleep(0.05)
            desk.skip(2.5)
        meanwhile = set((await desk.statuses()).values())
    await desk.idle()

    assert meanwhile == {"new"}
    assert set((await desk.statuses()).values()) == {"done"}
    assert set(await desk.office.column("SELECT attempts FROM inbox")) == {0}
    assert all(len(desk.office.telegram.texts(chat)) == 1 for chat in crowd)


async def test_a_locked_database_costs_no_update_a_try(desk: Desk, path: Path) -> None:
    await desk.database.write(lambda tx: inbox.record(tx, [said(2, text=POISON)], desk.clock.now()))
    with locked(path):
        desk.dispatcher.deliver([said(2, text=POISON)])
        for _ in range(6):
            await asyncio.sleep(0.05)
            desk.skip(2.5)
    await desk.idle()

    assert await desk.statuses() == {2: "parked"}
    assert await desk.tries(2) == 3


async def test_a_locked_database_is_not_asked_again_and_again(
    desk: Desk, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.database.write(lambda tx: inbox.record(tx, [said(1)], desk.clock.now()))
    with locked(path):
        desk.dispatcher.deliver([said(1)])
        await asyncio.sleep(0.4)
    tried = caplog.text.count("trying again")
    await desk.idle()

    assert tried == 1
    assert await desk.statuses() == {1: "done"}
