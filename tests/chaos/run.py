"""One chaos run: people, a bot process, a killer, and at the end the ledger."""

import asyncio
import random
import time
from pathlib import Path

from simulator.server import Simulator
from tests.chaos.ledger import Report, compare
from tests.chaos.registrant import Registrant
from tests.processes import BotProcess, free_port

_NAMES = ("Ana", "Blas", "Carmen", "Dario", "Elsa", "Fermin", "Gloria", "Hugo", "Ines", "Jorge")


async def kill_and_compare(
    folder: Path, *, kills: int, people: int, mode: str, seed: int, think: float = 0.3
) -> Report:
    """Let people register while the bot is killed ``kills`` times; returns the comparison. Replayed by its seed as far
    as the operating system lets it."""
    dice = random.Random(seed)
    simulator = Simulator(limits=False, record=False, seed=seed)
    await simulator.start()
    port = free_port()
    environment = {"SEND_RATE_PER_SECOND": "100000", "CHAT_RATE_PER_SECOND": "100000", "PORT": str(port)}
    if mode == "webhook":
        environment |= {
            "BOT_MODE": "webhook", "WEBHOOK_URL": f"http://127.0.0.1:{port}", "WEBHOOK_SECRET": "invented-secret",
        }  # fmt: skip
    bot = BotProcess(simulator.url, folder / "chaos.sqlite3", **environment)
    try:
        registrants = []
        for number in range(people):
            person = simulator.world.add_person(f"{_NAMES[number % 10]}{number}", phone=f"+57000000{1000 + number}")
            registrants.append(Registrant(simulator.world, person.id, random.Random(dice.random())))
        await bot.start()
        lives = [asyncio.create_task(person.live(pause=think)) for person in registrants]
        for _ in range(kills):
            await _until_alive(simulator, registrants)
            await asyncio.sleep(dice.uniform(0.02, 0.9))
            await bot.kill()
            await bot.start()
        for person in registrants:
            person.enough()
        await asyncio.gather(*lives)
        await asyncio.sleep(0.5)  # the last freezing edits
        await bot.stop()
        return compare(simulator, registrants, bot.database)
    finally:
        await bot.kill()
        await simulator.stop()


async def _until_alive(simulator: Simulator, people: list[Registrant], seconds: float = 20.0) -> None:
    """Kill only a bot that has begun to work: the interesting moments are those."""
    before = sum(len(simulator.world.chat(person.id).by_id) for person in people)
    deadline = time.monotonic() + seconds
    while sum(len(simulator.world.chat(person.id).by_id) for person in people) < before + 5:
        if time.monotonic() > deadline:
            return
        await asyncio.sleep(0.02)
