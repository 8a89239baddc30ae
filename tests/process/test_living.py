"""How a running bot behaves: beside another one, asked to stop, in its log, on its health route."""

import asyncio
import re
from pathlib import Path

import aiohttp
import pytest

from simulator.virtual import VirtualPerson
from tests.journeys.scenes import register, welcome
from tests.process.starting import TOKEN, Ended, run, said, telegram, until
from tests.processes import BotProcess, free_port

pytestmark = pytest.mark.process
_KEPT = {"LOG_LEVEL": "INFO", "SEND_RATE_PER_SECOND": "0", "CHAT_RATE_PER_SECOND": "0"}


async def test_a_second_poller_says_that_it_waits_and_goes_on_when_the_other_is_gone(tmp_path: Path) -> None:
    async with (
        telegram() as simulator,
        BotProcess(simulator.url, tmp_path / "a" / "a.sqlite3", **_KEPT) as first,
        BotProcess(simulator.url, tmp_path / "b" / "b.sqlite3", **_KEPT) as second,
    ):
        rosa = VirtualPerson(simulator.world, simulator.world.add_person("Rosa"))
        await until(
            lambda: any("another program receives" in line for line in first.lines + second.lines),
            f"a conflict in {first.lines} {second.lines}",
        )
        assert first.process is not None
        assert first.process.returncode is None

        assert await first.stop() == 0
        await rosa.start()

        await rosa.expect("¿Tiene usted 18 años", timeout=20)


async def test_a_second_bot_on_the_same_database_waits_and_takes_over_from_a_killed_one(tmp_path: Path) -> None:
    database = tmp_path / "a.sqlite3"
    async with telegram() as simulator, BotProcess(simulator.url, database, **_KEPT) as first:
        rosa = VirtualPerson(simulator.world, simulator.world.add_person("Rosa"))
        await said(first, "ready")
        async with BotProcess(simulator.url, database, **_KEPT) as second:
            waits = await said(second, "Another program is using")
            await first.kill()
            await rosa.start()
            await rosa.expect("¿Tiene usted 18 años", timeout=15)

    assert str(database) in waits
    assert sum("Another program" in line for line in second.lines) == 1


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_asked_to_stop_it_ends_with_zero_and_loses_nothing(tmp_path: Path, mode: str) -> None:
    port = free_port()
    settings = {
        **_KEPT, "BOT_MODE": mode, "PORT": str(port), "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": "invented",
    }  # fmt: skip
    async with telegram() as simulator, BotProcess(simulator.url, tmp_path / "a.sqlite3", **settings) as bot:
        world = simulator.world
        people = [VirtualPerson(world, world.add_person(f"Persona{number}")) for number in range(30)]
        await said(bot, "ready")
        for person in people:
            await person.start()
        await until(lambda: any(person.texts() for person in people), "a first answer")

        code = await bot.stop()
        await bot.start()

        assert code == 0
        await until(lambda: all(person.texts() for person in people), "everybody's answer")
        await asyncio.sleep(0.3)
        assert {len(person.texts()) for person in people} == {1}


async def test_neither_token_nor_phone_is_in_the_log_of_a_registration(tmp_path: Path) -> None:
    settings = {**_KEPT, "LOG_LEVEL": "DEBUG"}
    async with (
        telegram(TOKEN) as simulator,
        BotProcess(simulator.url, tmp_path / "a.sqlite3", token=TOKEN, **settings) as bot,
    ):
        person = simulator.world.add_person("Rosa", last_name="Inventada", phone="+573000000001")
        rosa = VirtualPerson(simulator.world, person)
        await welcome(rosa)
        await register(rosa)
        await bot.stop()

    log = "\n".join(bot.lines)
    assert "ready" in log
    assert TOKEN.partition(":")[2] not in log
    assert "3000000001" not in re.sub(r"\D", "", log)
    for personal in ("Inventada", "Getsemaní"):
        assert personal not in log, personal


async def test_health_is_told_and_turns_bad_with_the_database(tmp_path: Path) -> None:
    port = free_port()
    database = tmp_path / "var" / "a.sqlite3"
    async with (
        telegram() as simulator,
        BotProcess(simulator.url, database, **_KEPT, PORT=str(port)) as bot,
        aiohttp.ClientSession() as session,
    ):
        await said(bot, "ready")
        url = f"http://127.0.0.1:{port}/healthz"
        async with session.get(url) as well:
            assert (well.status, (await well.json())["ok"]) == (200, True)

        for file in database.parent.glob("a.sqlite3*"):
            file.unlink()

        async with session.get(url) as ill:
            assert (ill.status, (await ill.json())["ok"]) == (503, False)


async def test_check_says_what_is_sound_and_writes_no_secret(tmp_path: Path) -> None:
    database = tmp_path / "a.sqlite3"

    fresh = await _check(database)
    async with telegram(TOKEN) as simulator, BotProcess(simulator.url, database, token=TOKEN, **_KEPT) as bot:
        await said(bot, "ready")
        await bot.stop()
    begun = await _check(database)

    assert fresh.code == begun.code == 0
    assert "does not exist yet" in fresh.out
    assert "Database: sound (0 boards" in begun.out
    assert "Content: sound (es-CO" in begun.out
    assert TOKEN not in fresh.out + fresh.err + begun.out + begun.err


async def _check(database: Path) -> Ended:
    return await run("check", TELEGRAM_BOT_TOKEN=TOKEN, DATABASE_PATH=str(database))


async def test_check_fails_for_a_database_that_is_none(tmp_path: Path) -> None:
    database = tmp_path / "a.sqlite3"
    database.write_bytes(b"a letter" * 1000)

    ended = await _check(database)

    assert ended.code == 1
    assert str(database) in ended.err
    assert "Traceback" not in ended.err
