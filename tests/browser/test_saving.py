"""A conversation is kept: as a text to search and quote, as a picture to show."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from simulator.server import Simulator
from tests.browser.invented import decoded, picture, size_of
from tests.browser.steps import save, start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def saved(page: Page, choice: str) -> bytes:
    async with page.expect_download() as started:
        await save(page, choice)
    download = await started.value
    await expect(page.locator(".toast")).to_contain_text(download.suggested_filename)
    return Path(await download.path()).read_bytes()


async def test_the_text_says_when_who_what_and_which_buttons(page: Page, simulator: Simulator) -> None:
    await start(page)
    simulator.world.send_file(1001, "document", b"%PDF-", file_name="acta.pdf", caption="El acta\nfirmada")
    await page.locator(".row.in", has_text="Usted escribió").wait_for()

    text = (await saved(page, "Como texto")).decode("utf-8")

    lines = text.split("\n")
    assert lines[0] == "Conversación de Carmen Padilla con Juntas (demo)"
    assert lines[2] == "4 mensajes"
    assert any(line.endswith("] Carmen Padilla: /start") for line in lines)
    assert any("Juntas (demo): Buenos días, vecina. ¿Va al taller?" in line for line in lines)
    assert "    Botones: [Sí, voy] [No puedo] [Más despacio]" in lines
    assert any(line.endswith("Carmen Padilla: [acta.pdf] El acta") for line in lines)
    assert "    firmada" in lines


async def test_the_picture_holds_the_whole_chat_twice_as_sharp_as_the_page(page: Page, simulator: Simulator) -> None:
    await start(page)
    simulator.world.send_file(1001, "photo", picture(300, 200), caption="El salón")
    await page.locator(".row.in", has_text="Recibí").wait_for()
    head, messages = page.locator(".chat-head"), page.locator(".messages")
    shown = (await head.bounding_box() or {})["height"] + (await messages.bounding_box() or {})["height"]

    image = decoded(await saved(page, "Como imagen"))

    assert image.width == 2 * 390
    assert abs(image.height - 2 * shown) <= 4
    # A blank picture would repeat one row all the way down.
    assert len(set(image.rows)) > image.height / 4


async def test_of_a_very_long_chat_the_picture_keeps_the_end_and_says_what_it_leaves_out(
    page: Page, simulator: Simulator
) -> None:
    await start(page)
    world = simulator.world
    for number in range(400):
        world.add_message(world.chat(1001), world.bot.as_user(), {"text": f"Aviso {number}\n¿Lo recibió?"})
    await page.locator(".row", has_text="Aviso 399").wait_for()

    _, height = size_of(await saved(page, "Como imagen"))

    assert 15_000 < height < 17_000


async def test_what_xml_has_no_place_for_does_not_spoil_the_picture(page: Page, simulator: Simulator) -> None:
    await start(page)
    simulator.world.send_text(1001, "un carácter \x0b raro & <script>")
    await page.locator(".row.in", has_text="raro").wait_for()

    width, _ = size_of(await saved(page, "Como imagen"))

    assert width == 780
