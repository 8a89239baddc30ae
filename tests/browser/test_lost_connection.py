"""What happens on the page while the simulator is away."""

import pytest
from playwright.async_api import BrowserContext, expect

from simulator.server import Simulator

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_the_page_finds_back_and_keeps_what_was_being_written(
    simulator: Simulator, context: BrowserContext
) -> None:
    port = int(simulator.url.rpartition(":")[2])
    page = await context.new_page()
    await page.goto(f"{simulator.url}/?persona=1002")
    field = page.get_by_label("Mensaje", exact=True)
    await field.fill("A medio escri")

    await simulator.stop()
    await expect(page.get_by_text("Sin conexión con el simulador.")).to_be_visible()
    simulator.world.send_text(1002, "Esto pasó mientras tanto")
    await simulator.start(port=port)

    await expect(page.get_by_text("Esto pasó mientras tanto")).to_be_visible()
    await expect(page.get_by_text("Sin conexión con el simulador.")).to_be_hidden()
    await expect(field).to_have_value("A medio escri")
