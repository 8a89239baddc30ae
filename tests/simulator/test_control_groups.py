"""Groups on the chat page: who is in them, what members do there, and who is kept out."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from simulator.server import Simulator


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    running = Simulator(token="77:INVENTED")
    for name in ("Carmen", "Álvaro", "Nubia"):
        running.world.add_person(name, started=True)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http(simulator: Simulator) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(simulator.url) as session:
        yield session


async def test_the_page_learns_which_groups_there_are_and_who_is_still_in_them(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    group = simulator.world.add_group("Vecinos", [1001, 1002, 1003], kind="group")
    simulator.world.set_member(group.id, 1003, "left")

    async with http.get("/simulator/state") as response:
        (shown,) = (await response.json())["groups"]

    assert shown == {
        "id": group.id,
        "title": "Vecinos",
        "kind": "group",
        "closed": False,
        "members": [{"id": 1001, "status": "creator"}, {"id": 1002, "status": "member"}],
    }


async def test_a_group_that_became_a_supergroup_is_closed(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    old = simulator.world.add_group("Vecinos", [1001], kind="group")
    simulator.world.upgrade_group(old.id)

    async with http.get("/simulator/state") as response:
        groups = (await response.json())["groups"]

    assert [(group["kind"], group["closed"]) for group in groups] == [("group", True), ("supergroup", False)]


async def test_a_member_writes_presses_and_corrects_in_the_group(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    group = simulator.world.add_group("Vecinos", [1001, 1002], bot_status="administrator")
    where = {"chat_id": group.id}
    async with http.post("/simulator/people/1002/message", json={"text": "Somos 40", **where}) as response:
        said = await response.json()
    number = said["message_id"]
    answer = {"text": "Sí, 40", "reply_to_message_id": number, **where}
    async with http.post("/simulator/people/1001/message", json=answer) as response:
        replied = await response.json()
    async with http.post("/simulator/people/1002/edit", json={"message_id": number, "text": "Somos 41", **where}):
        pass
    async with http.post("/simulator/people/1001/press", json={"message_id": number, "data": "x", **where}) as response:
        pressed = response.status

    async with http.get(f"/simulator/people/1001/chat?chat={group.id}") as response:
        chat = await response.json()

    assert [message["text"] for message in chat["messages"]] == ["Somos 41", "Sí, 40"]
    assert replied["reply_to_message"]["text"] == "Somos 40"
    assert pressed == 200
    assert chat["commands"] == []
    assert simulator.world.chat(1002).messages == []


@pytest.mark.parametrize("chat", ["1002", "-1", "todos"])
async def test_nobody_reads_where_they_do_not_belong(http: aiohttp.ClientSession, chat: str) -> None:
    async with http.get(f"/simulator/people/1001/chat?chat={chat}") as response:
        answer = await response.json()

    assert response.status == 400
    assert set(answer) == {"error"}


async def test_who_left_a_group_neither_reads_nor_writes_in_it(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    group = simulator.world.add_group("Vecinos", [1001, 1003])
    simulator.world.set_member(group.id, 1003, "left")

    async with http.get(f"/simulator/people/1003/chat?chat={group.id}") as reading:
        pass
    async with http.post("/simulator/people/1003/message", json={"text": "Hola", "chat_id": group.id}) as writing:
        pass

    assert (reading.status, writing.status) == (400, 400)
