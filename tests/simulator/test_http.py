"""Addresses, tokens, ways to pass parameters, and the record of calls."""

import asyncio
import logging
import sys

import pytest

from simulator.errors import describe
from simulator.server import Simulator
from simulator.virtual import VirtualPerson

from .conftest import TOKEN, Bot


async def test_the_bot_learns_who_it_is(bot: Bot) -> None:
    me = await bot.get("getMe")

    assert me["id"] == 4242
    assert me["is_bot"] is True
    assert me["username"] == "juntas_demo_bot"


async def test_method_names_ignore_case_and_parameters_come_in_four_ways(bot: Bot, rosa: VirtualPerson) -> None:
    fields = {"chat_id": str(rosa.id), "text": "hola"}
    address = bot.address("SENDmessage")
    async with bot.session.get(address, params=fields) as query:
        pass
    async with bot.session.post(address, data=fields) as form:
        pass
    async with bot.session.post(address, json={"chat_id": rosa.id, "text": "hola", "reply_markup": None}) as by_json:
        pass
    async with bot.session.post(f"{address}?chat_id={rosa.id}", data={"text": "hola"}) as mixed:
        pass

    assert [answer.status for answer in (query, form, by_json, mixed)] == [200] * 4
    assert rosa.texts() == ["hola"] * 4


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/elsewhere/x", 404, "Not Found"),
        ("/botnocolon/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot0:x/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot77:OTHER/getMe", 401, "Unauthorized"),
        (f"/bot{TOKEN}/getYou", 404, "Not Found: method not found"),
    ],
)
async def test_wrong_addresses(bot: Bot, path: str, status: int, words: str) -> None:
    async with bot.session.post(f"{bot.simulator.url}{path}") as answer:
        body = await answer.json()

    assert (answer.status, body["description"]) == (status, words)


async def test_a_documented_method_that_is_not_simulated_says_so_in_the_log(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        refusal = await bot.refusal("sendDice", chat_id=1)

    assert refusal == (404, "Not Found: method not found")
    assert "method senddice is not simulated" in caplog.text


async def test_bytes_that_are_no_text_and_json_that_is_none(bot: Bot, rosa: VirtualPerson) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    async with bot.session.post(bot.address("sendMessage"), data=b"text=%ff", headers=headers) as answer:
        encoded = await answer.json()
    headers = {"Content-Type": "application/json"}
    async with bot.session.post(bot.address("sendMessage"), data=b"{", headers=headers) as answer:
        broken = await answer.json()

    assert encoded["description"] == "Bad Request: strings must be encoded in UTF-8"
    assert broken["error_code"] == 400


async def test_every_call_is_recorded_with_its_outcome(bot: Bot, rosa: VirtualPerson, simulator: Simulator) -> None:
    await bot.call("sendMessage", chat_id=rosa.id, text="hola")
    await bot.call("sendmessage", chat_id=99, text="x")

    assert [(call.method, call.status, call.description) for call in simulator.calls] == [
        ("sendMessage", 200, ""),
        ("sendMessage", 400, "Bad Request: chat not found"),
    ]
    assert simulator.calls[0].params["text"] == "hola"


async def test_recording_can_be_switched_off(bot: Bot) -> None:
    simulator = Simulator(token=TOKEN, record=False)
    await simulator.start()
    async with bot.session.post(f"{simulator.url}/bot{TOKEN}/getMe") as answer:
        status = answer.status
    await simulator.stop()

    assert status == 200
    assert not simulator.calls


@pytest.mark.parametrize(
    ("code", "text", "description"),
    [
        (400, "Chat not found", "Bad Request: chat not found"),
        (400, "BUTTON_DATA_INVALID", "Bad Request: BUTTON_DATA_INVALID"),
        (400, "Bad Request: x", "Bad Request: x"),
        (403, "Bot was blocked", "Forbidden: bot was blocked"),
        (418, "X_Y", "Bad Request: X_Y"),
        (429, "retry after 3", "Too Many Requests: retry after 3"),
        (401, "", "Unauthorized"),
    ],
)
def test_descriptions_are_built_as_the_official_server_builds_them(code: int, text: str, description: str) -> None:
    assert describe(code, text) == description


@pytest.mark.process
async def test_the_command_line_serves_the_people_of_a_file_and_ends_on_sigterm(tmp_path: object, bot: Bot) -> None:
    people = f"{tmp_path}/people.json"
    with open(people, "w", encoding="utf-8") as file:  # noqa: ASYNC230, PTH123 - a small file before the start
        file.write('[{"id": 5, "first_name": "Rosa", "phone": "+57300", "label": "Presidenta"}]')
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--port", "0", "--people", people, "--token", TOKEN),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode().split()
    async with bot.session.post(f"{line[-1]}/bot{TOKEN}/sendMessage", data={"chat_id": 5, "text": "x"}) as answer:
        body = await answer.json()
    process.terminate()

    assert line[:3] == ["simulator", "ready", "on"]
    assert body["description"] == "Forbidden: bot can't initiate conversation with a user"
    assert await asyncio.wait_for(process.wait(), 5) == 0
