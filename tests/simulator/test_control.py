"""What the chat page may ask of the simulator, over real HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from simulator.server import Simulator

Json = dict[str, Any]

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    running = Simulator(token="77:INVENTED")
    running.world.add_person(
        "Carmen", last_name="Padilla", phone="+573001234567", label="Presidenta de junta", started=True
    )
    running.world.add_person("Álvaro", label="Tesorero")
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http(simulator: Simulator) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(simulator.url) as session:
        yield session


async def post(http: aiohttp.ClientSession, path: str, body: Any = None) -> tuple[int, Json]:
    async with http.post(f"/simulator/{path}", json=body) as response:
        return response.status, await response.json()


async def get(http: aiohttp.ClientSession, path: str) -> tuple[int, Json]:
    async with http.get(f"/simulator/{path}") as response:
        return response.status, await response.json()


async def taken_by_the_bot(http: aiohttp.ClientSession) -> list[Json]:
    async with http.post("/bot77:INVENTED/getUpdates") as response:
        updates: list[Json] = (await response.json())["result"]
        return updates


async def test_the_page_learns_who_there_is_and_what_time_it_is(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    simulator.world.bot.descriptions["es"] = "Hola, soy el asistente."

    status, state = await get(http, "state")

    assert status == 200
    assert state["bot"]["description"] == "Hola, soy el asistente."
    assert state["bot"]["username"] == "juntas_demo_bot"
    assert state["now"].endswith("+00:00")
    assert state["offset"] == 0
    assert state["people"][0] == {
        "id": 1001,
        "first_name": "Carmen",
        "last_name": "Padilla",
        "username": None,
        "phone": "+573001234567",
        "label": "Presidenta de junta",
        "blocked": False,
        "started": True,
    }


async def test_what_a_person_writes_is_in_the_chat_and_reaches_the_bot(http: aiohttp.ClientSession) -> None:
    status, message = await post(http, "people/1001/message", {"text": "/start hola"})
    _, chat = await get(http, "people/1001/chat")
    updates = await taken_by_the_bot(http)

    assert status == 200
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert [(shown["text"], shown["deleted"]) for shown in chat["messages"]] == [("/start hola", False)]
    assert [update["message"]["text"] for update in updates] == ["/start hola"]


async def test_a_reply_carries_the_message_it_answers(http: aiohttp.ClientSession) -> None:
    _, first = await post(http, "people/1001/message", {"text": "Buenas"})

    _, reply = await post(http, "people/1001/message", {"text": "Perdón", "reply_to_message_id": first["message_id"]})

    assert reply["reply_to_message"]["text"] == "Buenas"


async def test_a_press_reaches_the_bot_under_the_id_the_page_was_told(http: aiohttp.ClientSession) -> None:
    _, message = await post(http, "people/1001/message", {"text": "Buenas"})

    status, press = await post(http, "people/1001/press", {"message_id": message["message_id"], "data": "yes"})
    updates = await taken_by_the_bot(http)

    assert status == 200
    assert updates[-1]["callback_query"]["id"] == press["callback_query_id"]
    assert updates[-1]["callback_query"]["data"] == "yes"


async def test_a_person_shares_the_own_contact_or_somebody_elses(http: aiohttp.ClientSession) -> None:
    _, own = await post(http, "people/1001/contact", {})
    _, other = await post(http, "people/1001/contact", {"phone": "3009876543", "first_name": "Yuleidis"})

    assert own["contact"]["user_id"] == 1001
    assert own["contact"]["phone_number"] == "+573001234567"
    assert other["contact"] == {"phone_number": "3009876543", "first_name": "Yuleidis"}


async def test_a_location_and_an_edit_reach_the_bot(http: aiohttp.ClientSession) -> None:
    _, text = await post(http, "people/1001/message", {"text": "Somos 40"})
    await post(http, "people/1001/location", {"latitude": 10.42, "longitude": -75.55})

    await post(http, "people/1001/edit", {"message_id": text["message_id"], "text": "Somos 41"})
    updates = await taken_by_the_bot(http)

    assert updates[1]["message"]["location"] == {"latitude": 10.42, "longitude": -75.55}
    assert updates[2]["edited_message"]["text"] == "Somos 41"


async def test_a_sent_document_can_be_downloaded_under_its_name(http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"kind": "document", "caption": "El acta"}, quote_fields=False)
    form.add_field("file", b"%PDF-1.4", filename="acta año 2026.pdf", content_type="application/pdf")
    async with http.post("/simulator/people/1001/file", data=form) as response:
        message = await response.json()

    async with http.get(f"/simulator/files/{message['document']['file_id']}") as response:
        content = await response.read()
        headers = response.headers

    assert message["caption"] == "El acta"
    assert content == b"%PDF-1.4"
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''acta%20a%C3%B1o%202026.pdf"


async def test_a_photo_is_shown_in_place_and_markup_never_is(http: aiohttp.ClientSession) -> None:
    addresses = []
    for kind, content, name in (("photo", PNG, "foto.png"), ("document", b"<svg onload='x()'/>", "dibujo.svg")):
        form = aiohttp.FormData({"kind": kind})
        form.add_field("file", content, filename=name, content_type="image/svg+xml")
        async with http.post("/simulator/people/1001/file", data=form) as response:
            message = await response.json()
        attachment = message["photo"][-1] if kind == "photo" else message["document"]
        addresses.append(f"/simulator/files/{attachment['file_id']}")

    async with http.get(addresses[0]) as photo, http.get(addresses[1]) as drawing:
        pass

    assert photo.headers["Content-Type"] == "image/png"
    assert photo.headers["Content-Disposition"].startswith("inline")
    assert drawing.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in drawing.headers["Content-Security-Policy"]


async def test_a_person_who_blocked_the_bot_cannot_write_until_it_is_unblocked(http: aiohttp.ClientSession) -> None:
    _, blocked = await post(http, "people/1001/block")

    refused, answer = await post(http, "people/1001/message", {"text": "hola"})
    _, unblocked = await post(http, "people/1001/unblock")
    accepted, _ = await post(http, "people/1001/message", {"text": "hola"})

    assert (blocked["blocked"], unblocked["blocked"]) == (True, False)
    assert (refused, accepted) == (400, 200)
    assert "blocked" in answer["error"]


async def test_a_newcomer_can_be_added_and_has_not_started_yet(http: aiohttp.ClientSession) -> None:
    status, person = await post(http, "people", {"first_name": "Nubia", "label": "Vecina", "phone": "3001112233"})
    _, chat = await get(http, f"people/{person['id']}/chat")

    assert status == 200
    assert (person["label"], person["phone"], person["started"]) == ("Vecina", "3001112233", False)
    assert chat == {"messages": [], "keyboard": None, "commands": []}


async def test_whoever_waits_for_the_clock_hears_of_a_move_at_once(http: aiohttp.ClientSession) -> None:
    waiting = asyncio.create_task(get(http, "clock?known=0&wait=20"))
    await asyncio.sleep(0.05)

    async with asyncio.timeout(3):
        _, moved = await post(http, "clock", {"advance": 3600})
        _, heard = await waiting
    _, known = await get(http, "clock")

    assert moved["offset"] == heard["offset"] == known["offset"] == 3600


async def test_a_wait_for_the_clock_ends_when_nobody_moves_it(http: aiohttp.ClientSession) -> None:
    async with asyncio.timeout(3):
        status, answer = await get(http, "clock?known=0&wait=0.1")

    assert (status, answer) == (200, {"offset": 0.0})


async def test_events_arrive_in_order_with_growing_ids(http: aiohttp.ClientSession) -> None:
    async with http.get("/simulator/events") as stream:
        await post(http, "people/1002/message", {"text": "Buenas"})
        await post(http, "clock", {"advance": 60})
        async with asyncio.timeout(3):
            received = b""
            while received.count(b"data: ") < 3:
                received += await stream.content.readany()

    lines = received.decode().splitlines()
    events = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
    assert stream.content_type == "text/event-stream"
    assert [event["type"] for event in events] == ["person", "message", "clock"]
    assert [line for line in lines if line.startswith("id: ")] == ["id: 1", "id: 2", "id: 3"]
    assert events[1]["message"]["text"] == "Buenas"
