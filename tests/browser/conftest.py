"""A simulator, its scripted bot, and a Chromium that looks at the chat page; one browser, and one loop, per module."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import aiohttp
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Request, async_playwright

from simulator.server import Simulator
from tests.browser.scripted_bot import ScriptedBot

TOKEN = "77:INVENTED"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest_asyncio.fixture(loop_scope="module")
async def simulator() -> AsyncIterator[Simulator]:
    running = Simulator(token=TOKEN)
    running.world.add_person("Carmen", last_name="Padilla", phone="+573001234567", label="Presidenta de junta")
    running.world.add_person("Álvaro", label="Tesorero", started=True)
    await running.start()
    yield running
    await running.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def bot(simulator: Simulator) -> AsyncIterator[ScriptedBot]:
    async with aiohttp.ClientSession(simulator.url) as session:
        scripted = ScriptedBot(session, TOKEN)
        await scripted.introduce()
        living = asyncio.create_task(scripted.live())
        yield scripted
        living.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await living


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_FLAGS)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="module")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    opened = await browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    opened.set_default_timeout(5_000)
    yield opened
    await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(simulator: Simulator, bot: ScriptedBot, context: BrowserContext) -> AsyncIterator[Page]:
    """Carmen's chat on a phone; at the end nothing went wrong in the console and nothing left this computer."""
    complaints: list[str] = []
    strangers: list[str] = []

    def note_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("blob", "data") and address.hostname != "127.0.0.1":
            strangers.append(request.url)

    opened = await context.new_page()
    opened.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    context.on("request", note_request)
    await opened.goto(f"{simulator.url}/?persona=1001")
    await opened.get_by_role("button", name="Iniciar").wait_for()
    yield opened
    assert complaints == []
    assert strangers == []
