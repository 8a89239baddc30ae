"""The demonstration and the installed program: one command, one address, nothing left behind."""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo_city import CLAIMANT, COORDINATOR
from tests.process.starting import TOKEN, run
from tests.processes import ROOT

pytestmark = pytest.mark.process
_NEWCOMER = 1004
_PACKAGES = ("bot", "conversations", "storage", "content", "simulator")


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


@asynccontextmanager
async def _demo(python: str, cwd: Path) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """The demonstration and the address it printed; asked to stop with SIGINT at the end."""
    process = await asyncio.create_subprocess_exec(
        python, "-m", "bot", "demo", "--port", "0", "--no-browser", cwd=cwd, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        printed = ""
        async with asyncio.timeout(30):
            while "Stop with" not in printed:
                printed += (await process.stdout.readline()).decode()
        (url,) = re.findall(r"http://\S+", printed)
        yield process, url
    finally:
        # Asked, not killed, after a failure too: it ends its own two processes.
        process.send_signal(signal.SIGINT)
        await asyncio.wait_for(process.communicate(), 20)


async def _says_hello(url: str) -> str:
    """What a newcomer of the demonstration is answered to /start."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(20):
        person = f"{url}/simulator/people/{_NEWCOMER}"
        async with session.post(f"{person}/message", json={"text": "/start"}) as sent:
            assert sent.status == 200
        while True:
            async with session.get(f"{person}/chat") as chat:
                messages = (await chat.json())["messages"]
            if len(messages) > 1:
                return str(messages[-1]["text"])
            await asyncio.sleep(0.05)


async def test_the_demonstration_starts_answers_and_leaves_no_process(tmp_path: Path) -> None:
    async with _demo(sys.executable, ROOT) as (process, url):
        said = await _says_hello(url)
        children = _children(process.pid)

    assert "¿Tiene usted 18 años" in said
    assert len(children) == 2
    assert process.returncode == 0
    assert not any(Path(f"/proc/{child}").exists() for child in children)


async def test_the_coordinator_of_the_demonstration_decides_and_who_waited_is_told() -> None:
    async with _demo(sys.executable, ROOT) as (_, url), aiohttp.ClientSession() as session, asyncio.timeout(30):
        marta, nelly = (f"{url}/simulator/people/{person}" for person in (COORDINATOR, CLAIMANT))
        await session.post(f"{marta}/message", json={"text": "/juntas"})
        for label in ("Por decidir (1)", "1", "Aprobar", "Cambiar presidencia"):
            await _press(session, marta, label)

        told = await _read(session, nelly, bool)

    assert "Su cargo quedó aprobado" in told[-1]["text"]


async def _press(session: aiohttp.ClientSession, person: str, label: str) -> None:
    """Press a button as soon as it is there."""

    def buttons(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            {"message_id": message["message_id"], "data": button["callback_data"]}
            for message in messages
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
            if button["text"] == label
        ]

    messages = await _read(session, person, buttons)
    await session.post(f"{person}/press", json=buttons(messages)[-1])


async def _read(
    session: aiohttp.ClientSession, person: str, enough: Callable[[list[dict[str, Any]]], object]
) -> list[dict[str, Any]]:
    """The chat, once it holds what is waited for."""
    while True:
        async with session.get(f"{person}/chat") as chat:
            messages: list[dict[str, Any]] = (await chat.json())["messages"]
        if enough(messages):
            return messages
        await asyncio.sleep(0.05)


async def test_installed_elsewhere_it_is_the_same_program(tmp_path: Path) -> None:
    python = _installed(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    checked = await run(
        "check", cwd=elsewhere, python=python, TELEGRAM_BOT_TOKEN=TOKEN, DATABASE_PATH=str(tmp_path / "a.sqlite3")
    )
    async with _demo(python, elsewhere) as (_, url):
        said = await _says_hello(url)
        async with aiohttp.ClientSession() as session, session.get(url) as page:
            shown = await page.text()

    assert checked.code == 0, checked
    assert "Content: sound" in checked.out
    assert "¿Tiene usted 18 años" in said
    assert page.status == 200
    assert "<script" in shown


def _installed(folder: Path) -> str:
    """A Python of its own with this program installed; its libraries are those of the Python that runs the tests."""
    source, home = folder / "source", folder / "venv"
    source.mkdir()
    for package in _PACKAGES:
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, source / file)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    python = home / "bin" / "python"
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, "install", "-q"]
    quietly = os.environ | {"PIP_ROOT_USER_ACTION": "ignore"}
    subprocess.run(
        [*command, "--no-index", "--no-deps", "--no-build-isolation", source], check=True, env=quietly, timeout=120
    )
    return str(python)
