"""The bot is killed while a message is on its way: nobody knows whether it arrived."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from simulator.faults import Fault
from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from storage.outbox import Draft
from tests.faults.conftest import never, write_down
from tests.processes import BotProcess

pytestmark = pytest.mark.process
_AGE = "¿Tiene usted 18 años o más?"


def _ends(database: Path, kind: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5)
    try:
        sql = "SELECT status, repeated FROM outbox WHERE kind = ? AND method = 'send'"
        return connection.execute(sql, (kind,)).fetchall()
    finally:
        connection.close()


async def _met(fault: Fault) -> None:
    async with asyncio.timeout(15):
        while not fault.hits:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(("kind", "copies"), [("hang_before", 1), ("hang_after", 2)])
async def test_a_reply_that_was_on_its_way_is_said_once_more_and_flagged(
    simulator: Simulator, rosa: VirtualPerson, tmp_path: Path, kind: str, copies: int
) -> None:
    fault = simulator.faults.add(kind, "sendMessage", times=1)
    async with BotProcess(simulator.url, tmp_path / "juntas.sqlite3") as bot:
        await rosa.start()
        await _met(fault)
        await bot.kill()
        await bot.start()
        while len(rosa.texts()) < copies:
            await rosa.expect(_AGE, timeout=15)
        await never(lambda: len(rosa.texts()) > copies)
        await bot.stop()

    assert _ends(bot.database, "reply") == [("sent", 1)]


async def test_a_broadcast_that_was_on_its_way_waits_for_a_coordinator(
    simulator: Simulator, rosa: VirtualPerson, tmp_path: Path
) -> None:
    async with BotProcess(simulator.url, tmp_path / "juntas.sqlite3") as bot:
        await rosa.start()
        await rosa.expect(_AGE, timeout=15)
        fault = simulator.faults.add("hang_after", "sendMessage", times=1)
        write_down(bot.database, Draft(rosa.id, "broadcast", "send", {"text": "Hoy hay jornada de salud."}))
        simulator.clock.advance(1)
        await _met(fault)
        await bot.kill()
        await bot.start()
        await rosa.say("ayuda")
        await rosa.expect("mayores de edad", timeout=15)
        await bot.stop()

    assert _ends(bot.database, "broadcast") == [("uncertain", 0)]
    assert rosa.texts().count("Hoy hay jornada de salud.") == 1
