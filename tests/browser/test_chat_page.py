"""What somebody who uses Telegram every day expects of the chat page."""

import pytest
from playwright.async_api import Page, expect

from simulator.server import Simulator
from tests.browser.scripted_bot import CERTIFICATE, ScriptedBot
from tests.browser.steps import say, start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "5ef32a3a0000000049454e44ae426082"
)


async def test_a_stranger_reads_what_the_bot_does_starts_it_and_is_greeted(page: Page) -> None:
    await expect(page.get_by_text("Ayudo a las juntas de Cartagena.")).to_be_visible()

    await start(page)

    greeting = page.locator(".row.in").last
    await expect(greeting.locator("strong")).to_have_text("vecina")
    await expect(greeting.locator("code")).to_have_text("<b>")
    await expect(page.locator(".row.out")).to_contain_text("/start")
    await expect(page.get_by_text("Ayudo a las juntas de Cartagena.")).to_be_hidden()


async def test_a_press_shows_a_toast_and_the_message_changes_in_its_place(page: Page) -> None:
    await start(page)

    await page.get_by_role("button", name="Sí, voy").click()

    await expect(page.locator(".toast")).to_have_text("Anotado.")
    await expect(page.locator(".row.in")).to_have_count(1)
    await expect(page.locator(".row.in")).to_contain_text("Usted va al taller.")
    await expect(page.locator(".row.in")).not_to_contain_text("editado")
    await expect(page.locator(".inline-keyboard")).to_have_count(0)


async def test_an_alert_waits_until_it_is_acknowledged(page: Page) -> None:
    await start(page)

    await page.get_by_role("button", name="No puedo").click()
    dialog = page.get_by_role("dialog", name="Queda un cupo libre para otra junta.")
    await expect(dialog).to_be_visible()
    await page.get_by_role("button", name="Entendido").click()

    await expect(dialog).to_have_count(0)


async def test_a_pressed_button_turns_until_the_bot_answers(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    button = page.get_by_role("button", name="Más despacio")

    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    bot.slow_answer.set()

    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_a_command_in_a_message_can_be_tapped(page: Page) -> None:
    await start(page)

    await page.get_by_role("button", name="/ayuda", exact=True).click()

    await expect(page.locator(".row.in").last).to_contain_text("Usted escribió: /ayuda")


async def test_the_number_is_shared_only_after_a_question(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    await say(page, "/talleres")
    share = page.get_by_role("button", name="Compartir mi número")

    await share.click()
    await page.get_by_role("button", name="Cancelar").click()
    refused = [update for update in bot.received if "contact" in update.get("message", {})]
    await share.click()
    await page.get_by_role("dialog").get_by_role("button", name="Compartir").click()

    await expect(page.locator(".row.in").last).to_contain_text("Gracias, anoté +573001234567.")
    await expect(share).to_be_hidden()
    assert refused == []


async def test_a_suggested_reply_is_sent_and_a_one_time_keyboard_makes_room(page: Page) -> None:
    await start(page)
    await say(page, "/talleres")
    field = page.get_by_label("Mensaje", exact=True)
    await expect(field).to_have_attribute("placeholder", "Elija abajo")

    await page.get_by_role("button", name="Después").click()
    await expect(page.locator(".row.in").last).to_contain_text("Usted escribió: Después")
    await expect(page.get_by_role("button", name="Después")).to_be_hidden()
    await page.get_by_role("button", name="Mostrar las respuestas sugeridas").click()

    await expect(page.get_by_role("button", name="Después")).to_be_visible()


async def test_a_received_file_can_be_saved(page: Page) -> None:
    await start(page)
    await say(page, "/archivo")

    async with page.expect_download() as started:
        await page.get_by_role("link", name="Descargar certificado.pdf").click()
    download = await started.value

    assert download.suggested_filename == "certificado.pdf"
    assert (await download.path()).read_bytes() == CERTIFICATE


async def test_a_slash_lists_the_commands_that_fit(page: Page) -> None:
    await start(page)
    menu = page.get_by_role("group", name="Comandos del bot")

    await page.get_by_label("Mensaje", exact=True).fill("/a")
    await expect(menu.get_by_role("button")).to_have_count(2)
    await page.keyboard.press("Escape")
    await expect(menu).to_be_hidden()
    await page.get_by_role("button", name="Menú").click()
    await expect(menu.get_by_role("button")).to_have_count(3)
    await menu.get_by_role("button", name="/ayuda").click()

    await expect(page.locator(".row.in").last).to_contain_text("Usted escribió: /ayuda")
    await expect(menu).to_be_hidden()


async def test_a_day_later_the_chat_says_which_day_it_is(page: Page, simulator: Simulator) -> None:
    await start(page)
    await expect(page.locator(".day")).to_have_text(["Hoy"])

    await page.get_by_role("button", name="Adelantar un día").click()
    await expect(page.locator(".day")).to_have_text(["Ayer"])
    await say(page, "Aquí sigo")

    await expect(page.locator(".day")).to_have_text(["Ayer", "Hoy"])
    assert simulator.clock.offset == 86_400


async def test_messages_for_somebody_else_are_counted_until_they_are_read(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    for text in ("Uno", "Dos"):
        await bot.call("sendMessage", chat_id=1002, text=text)

    switcher = page.locator(".switcher")
    await expect(switcher.locator(".badge")).to_have_text("2")
    await switcher.click()
    await page.get_by_role("button", name="Álvaro").click()

    await expect(page.locator(".row.in")).to_have_count(2)
    await expect(switcher).to_contain_text("Álvaro")
    await expect(switcher.locator(".badge")).to_be_hidden()
    assert page.url.endswith("persona=1002")


async def test_a_newcomer_can_join_and_start(page: Page, simulator: Simulator) -> None:
    await page.locator(".switcher").click()
    await page.get_by_role("button", name="Persona nueva").click()
    await page.get_by_label("Nombre").fill("Nubia")
    await page.get_by_role("button", name="Agregar").click()
    await expect(page.locator(".switcher")).to_contain_text("Nubia")

    await start(page)

    assert simulator.world.people[1003].started


async def test_a_person_corrects_the_own_message(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    await say(page, "Somos 40")
    await page.locator(".row.in", has_text="Usted escribió").wait_for()
    mine = page.locator(".row.out").last

    await mine.hover()
    await mine.get_by_role("button", name="Opciones del mensaje").click()
    await page.get_by_role("menuitem", name="Editar").click()
    await say(page, "Somos 41")

    await expect(mine).to_contain_text("Somos 41")
    await expect(mine).to_contain_text("editado")
    assert bot.received[-1]["edited_message"]["text"] == "Somos 41"


async def test_a_blocked_bot_is_out_of_reach_until_it_is_unblocked(page: Page, simulator: Simulator) -> None:
    await start(page)
    more = page.get_by_role("button", name="Más opciones del chat")

    await more.click()
    await page.get_by_role("menuitem", name="Bloquear el bot").click()
    await expect(page.get_by_label("Mensaje", exact=True)).to_be_hidden()
    blocked = simulator.world.people[1001].blocked
    await page.get_by_role("button", name="Desbloquear", exact=True).click()

    await expect(page.get_by_label("Mensaje", exact=True)).to_be_visible()
    assert blocked
    assert not simulator.world.people[1001].blocked


async def test_a_photo_is_sent_with_a_comment_and_shown(page: Page, bot: ScriptedBot) -> None:
    await start(page)

    await page.get_by_role("button", name="Adjuntar").click()
    async with page.expect_file_chooser() as chosen:
        await page.get_by_role("menuitem", name="Foto").click()
    await (await chosen.value).set_files({"name": "salon.png", "mimeType": "image/png", "buffer": PNG})
    await page.get_by_label("Comentario").fill("El salón comunal")
    await page.get_by_role("button", name="Enviar", exact=True).click()

    await expect(page.locator(".row.in").last).to_contain_text("Recibí 3 tamaños.")
    shown = page.locator(".row.out .photo img")
    assert await shown.evaluate("image => image.complete && image.naturalWidth") == 1
    assert bot.received[-1]["message"]["caption"] == "El salón comunal"


async def test_a_link_to_the_bot_starts_it_with_its_payload(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    await bot.call("sendMessage", chat_id=1001, text="https://t.me/juntas_demo_bot?start=junta_12")

    await page.get_by_role("link", name="t.me/juntas_demo_bot").click()

    await expect(page.locator(".row.out").last).to_contain_text("/start junta_12")
    assert bot.received[-1]["message"]["text"] == "/start junta_12"
