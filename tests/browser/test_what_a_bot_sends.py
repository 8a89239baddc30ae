"""What a bot sends beside plain texts: media, quotes, changes, signs of life."""

import pytest
from playwright.async_api import Page, expect

from simulator.server import Simulator
from tests.browser.invented import picture, sound
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.steps import start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_nothing_jumps_when_a_picture_arrives(page: Page, simulator: Simulator) -> None:
    await start(page)
    for number in range(12):
        simulator.world.send_file(1001, "photo", picture(90 + number, 160), caption=f"Foto {number}.")
    await page.locator(".row.out", has_text="Foto 11.").wait_for()
    await page.evaluate(
        """window.sizes = [];
        new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
          const image = node.querySelector?.(".photo img");
          if (image) window.sizes.push([image, image.getBoundingClientRect().height]);
        }))).observe(document.querySelector(".messages"), {childList: true})"""
    )

    simulator.world.send_file(1001, "photo", picture(200, 300), caption="La última")
    last = page.locator(".row.out", has_text="La última")
    await last.locator("img").evaluate("image => image.decode()")

    assert await page.evaluate("window.sizes.map(([image, height]) => [height, image.clientHeight])") == [[300, 300]]
    await expect(last).to_be_in_viewport(ratio=0.9)


async def test_a_received_voice_note_can_be_heard_in_its_place(page: Page, simulator: Simulator) -> None:
    await start(page)
    simulator.world.send_file(1001, "voice", sound(0.4), mime_type="audio/wav")
    play = page.get_by_role("button", name="Oír Nota de voz")

    await play.click()
    await expect(page.get_by_role("button", name="Pausar Nota de voz")).to_be_visible()

    await expect(play).to_be_visible()
    assert await page.evaluate("document.querySelector('audio').duration") == pytest.approx(0.4, abs=0.05)


async def test_a_received_video_plays_in_its_place(page: Page, simulator: Simulator) -> None:
    await start(page)
    film = await page.evaluate(
        """async () => {
          const canvas = Object.assign(document.createElement("canvas"), {width: 64, height: 48});
          const pen = canvas.getContext("2d");
          const recorder = new MediaRecorder(canvas.captureStream(20), {mimeType: "video/webm"});
          const pieces = [];
          recorder.ondataavailable = (event) => pieces.push(event.data);
          recorder.start();
          for (let step = 0; step < 8; step += 1) {
            pen.fillRect(step * 8, 0, 8, 48);
            await new Promise((done) => setTimeout(done, 50));
          }
          recorder.stop();
          await new Promise((done) => (recorder.onstop = done));
          return [...new Uint8Array(await new Blob(pieces).arrayBuffer())];
        }"""
    )
    simulator.world.send_file(1001, "video", bytes(film), mime_type="video/webm")
    video = page.locator(".row.out video")

    await video.evaluate("video => video.play()")

    assert await video.evaluate("video => [video.videoWidth, video.error]") == [64, None]


async def test_a_text_file_opens_in_a_tab_of_its_own(page: Page, simulator: Simulator) -> None:
    await start(page)
    simulator.world.send_file(1001, "document", b"Acta 7", file_name="acta.txt", mime_type="text/plain")

    async with page.expect_popup() as opened:
        await page.get_by_role("link", name="Abrir acta.txt").click()
    tab = await opened.value

    await expect(tab.locator("body")).to_have_text("Acta 7")


async def test_a_quote_leads_to_the_message_it_answers_however_far_back(page: Page, simulator: Simulator) -> None:
    await start(page)
    world = simulator.world
    asked = world.send_text(1001, "¿A qué hora es?")
    for number in range(150):
        world.add_message(world.chat(1001), world.bot.as_user(), {"text": f"Aviso {number}."}, announce=False)
    world.add_message(world.chat(1001), world.bot.as_user(), {"text": "A las 8:00.", "reply_to_message": asked})
    await page.reload()

    await page.get_by_role("button", name="En respuesta a Carmen Padilla: ¿A qué hora es?").click()

    await expect(page.locator(".row.out", has_text="¿A qué hora es?")).to_be_in_viewport()


async def test_a_deleted_message_vanishes_and_takes_its_buttons_along(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    row = page.locator(".row.in")
    number = int(await row.get_attribute("data-id") or 0)

    await bot.call("deleteMessage", chat_id=1001, message_id=number)

    await expect(row).to_have_count(0)
    await expect(page.get_by_role("button", name="Sí, voy")).to_have_count(0)


async def test_the_bot_is_seen_typing_until_its_message_is_there(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    status = page.locator(".bot-status")

    await bot.call("sendChatAction", chat_id=1001, action="typing")
    await expect(status).to_have_text("escribiendo")
    await bot.call("sendMessage", chat_id=1001, text="Listo.")

    await expect(status).to_have_text("bot")


async def test_a_redrawn_keyboard_leaves_the_message_as_it_was(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    row = page.locator(".row.in")
    number = int(await row.get_attribute("data-id") or 0)

    markup = {"inline_keyboard": [[{"text": "Otra", "callback_data": "o"}]]}
    await bot.call("editMessageReplyMarkup", chat_id=1001, message_id=number, reply_markup=markup)

    await expect(page.get_by_role("button", name="Otra")).to_be_visible()
    await expect(row).not_to_contain_text("editado")
