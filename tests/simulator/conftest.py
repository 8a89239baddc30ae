"""Owns the fixtures of the simulator's tests: a running simulator and a bot that calls it over real HTTP."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from simulator.server import Simulator
from simulator.virtual import VirtualPerson
from simulator.world import World

TOKEN = "4242:SIMULATOR"


class Bot:
    """Calls methods as a client library does: urlencoded, objects as JSON."""

    def __init__(self, simulator: Simulator, session: aiohttp.ClientSession) -> None:
        self.simulator = simulator
        self.session = session

    def address(self, method: str) -> str:
        return f"{self.simulator.url}/bot{TOKEN}/{method}"

    async def call(self, method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        """Status and answer."""
        form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
        async with self.session.post(self.address(method), data=form) as answer:
            body: dict[str, Any] = await answer.json()
            return answer.status, body

    async def get(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        status, body = await self.call(method, **params)
        assert status == 200, body
        return body["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        """Status and description of a call that must fail."""
        status, body = await self.call(method, **params)
        assert not body["ok"]
        assert body["error_code"] == status
        return status, body["description"]


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """Without flood limits; tests that want them switch them on."""
    simulator = Simulator(token=TOKEN, limits=False)
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
def world(simulator: Simulator) -> World:
    return simulator.world


@pytest.fixture
async def bot(simulator: Simulator) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(simulator, session)


@pytest.fixture
async def rosa(world: World) -> VirtualPerson:
    """Somebody who has started the bot; her /start was fetched already."""
    person = VirtualPerson(world, world.add_person("Rosa", last_name="Pérez", phone="+573000000001"))
    await person.start()
    world.queue.clear()
    return person
