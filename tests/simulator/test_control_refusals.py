"""Whom and what the control routes refuse, and how they say it."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from simulator.server import Simulator


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    running = Simulator(token="77:INVENTED")
    running.world.add_person("Carmen", started=True)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http(simulator: Simulator) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(simulator.url) as session:
        yield session


async def test_a_name_that_merely_points_to_this_computer_is_refused(http: aiohttp.ClientSession) -> None:
    async with http.get("/simulator/state", headers={"Host": "attacker.example:80"}) as response:
        answer = await response.json()

    assert response.status == 403
    assert answer == {"error": "attacker.example:80 is no name of this computer"}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]:8081"])
async def test_the_names_of_this_computer_are_accepted(http: aiohttp.ClientSession, host: str) -> None:
    async with http.get("/simulator/state", headers={"Host": host}) as response:
        pass

    assert response.status == 200


@pytest.mark.parametrize("origin", ["https://attacker.example", "null", "http://127.0.0.1:1"])
async def test_another_sites_script_cannot_speak_for_a_person(
    simulator: Simulator, http: aiohttp.ClientSession, origin: str
) -> None:
    body = {"text": "hola"}
    async with http.post("/simulator/people/1001/message", json=body, headers={"Origin": origin}) as response:
        pass

    assert response.status == 403
    assert simulator.world.chat(1001).messages == []


async def test_our_own_page_can_speak_for_a_person(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    headers = {"Origin": simulator.url}
    async with http.post("/simulator/people/1001/message", json={"text": "hola"}, headers=headers) as response:
        pass

    assert response.status == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("people/1001/message", {}),
        ("people/1001/message", {"text": "   "}),
        ("people/1001/message", {"text": "a" * 4097}),
        ("people/1001/message", {"text": "hola", "reply_to_message_id": 99}),
        ("people/1001/message", {"text": "hola", "reply_to_message_id": "1"}),
        ("people/1001/message", ["hola"]),
        ("people/1001/press", {"message_id": True, "data": "x"}),
        ("people/1001/contact", {"phone": "300"}),
        ("people/1001/location", {"latitude": 91, "longitude": 0}),
        ("people/1001/location", {"latitude": float("nan"), "longitude": 0}),
        ("people/1001/edit", {"message_id": 5, "text": "hola"}),
        ("people/1001/file", {"kind": "document"}),
        ("people", {"label": "sin nombre"}),
        ("clock", {"advance": -1}),
        ("clock", {"advance": "mañana"}),
    ],
)
async def test_a_wish_that_makes_no_sense_is_refused_in_a_sentence(
    http: aiohttp.ClientSession, path: str, body: Any
) -> None:
    async with http.post(f"/simulator/{path}", json=body) as response:
        answer = await response.json()

    assert response.status == 400
    assert len(answer["error"]) > 10


@pytest.mark.parametrize(
    "path", ["people/9/chat", "people/yo/chat", "people/%C2%B2/chat", f"people/{'9' * 5000}/chat", "files/none"]
)
async def test_what_is_not_there_is_not_found(http: aiohttp.ClientSession, path: str) -> None:
    async with http.get(f"/simulator/{path}") as response:
        answer = await response.json()

    assert response.status == 404
    assert set(answer) == {"error"}


@pytest.mark.parametrize("query", ["known=soon", "known=nan", "known=0&wait=inf"])
async def test_a_wait_for_no_number_is_refused(http: aiohttp.ClientSession, query: str) -> None:
    async with http.get(f"/simulator/clock?{query}") as response:
        pass

    assert response.status == 400


async def test_a_body_that_is_not_json_is_refused(http: aiohttp.ClientSession) -> None:
    async with http.post("/simulator/people/1001/message", data=b"{") as response:
        answer = await response.json()

    assert response.status == 400
    assert answer == {"error": "the body has to be JSON"}


async def test_an_unknown_kind_of_file_is_refused(http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"kind": "hologram"})
    form.add_field("file", b"x", filename="x")
    async with http.post("/simulator/people/1001/file", data=form) as response:
        pass

    assert response.status == 400


async def test_the_page_forbids_whatever_does_not_come_from_this_computer(http: aiohttp.ClientSession) -> None:
    async with http.get("/") as response:
        policy = response.headers["Content-Security-Policy"]

    assert response.content_type == "text/html"
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


async def test_the_page_is_never_older_than_its_files_and_is_not_sent_twice(http: aiohttp.ClientSession) -> None:
    async with http.get("/page/main.js") as first:
        pass
    async with http.get("/page/main.js", headers={"If-None-Match": first.headers["ETag"]}) as second:
        pass

    assert (first.status, second.status) == (200, 304)
    assert first.content_type == "text/javascript"
    assert first.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["guard.py", "..%2Fcontrol.py", "nothing.js"])
async def test_only_the_files_of_the_page_are_served(http: aiohttp.ClientSession, name: str) -> None:
    async with http.get(f"/page/{name}") as response:
        pass

    assert response.status == 404
