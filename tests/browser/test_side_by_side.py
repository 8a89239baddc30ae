"""Several people at once on a wide screen, and groups seen through somebody's eyes."""

import pytest
from playwright.async_api import BrowserContext, Locator, Page, expect

from simulator.server import Simulator
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.steps import start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

WIDE = {"width": 1280, "height": 800}


def chat_of(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=f"Chat de {name}")


async def test_each_column_is_a_chat_of_its_own_and_all_are_live(page: Page, bot: ScriptedBot) -> None:
    await page.set_viewport_size(WIDE)
    await page.get_by_role("button", name="Iniciar").click()
    await page.get_by_role("button", name="Abrir al lado el chat de Álvaro").click()
    carmen, alvaro = chat_of(page, "Carmen Padilla"), chat_of(page, "Álvaro")

    await expect(alvaro.get_by_label("Mensaje", exact=True)).to_be_focused()
    await page.keyboard.type("Soy el tesorero")
    await page.keyboard.press("Enter")
    await bot.call("sendMessage", chat_id=1001, text="Doña Carmen, buenos días.")

    await expect(alvaro.locator(".row.in")).to_contain_text("Usted escribió: Soy el tesorero")
    await expect(carmen.locator(".row.in").last).to_contain_text("Doña Carmen")
    await expect(page.locator(".people .badge:visible")).to_have_count(0)
    assert page.url.endswith("?persona=1001,1002")


async def test_a_button_turns_only_in_the_chat_where_it_was_pressed(page: Page, bot: ScriptedBot) -> None:
    await page.set_viewport_size(WIDE)
    await start(page)
    await page.get_by_role("button", name="Abrir al lado el chat de Álvaro").click()
    markup = {"inline_keyboard": [[{"text": "Más despacio", "callback_data": "slow"}]]}
    for person in (1001, 1002):
        await bot.call("sendMessage", chat_id=person, text="¿Seguimos?", reply_markup=markup)
    pressed = chat_of(page, "Álvaro").get_by_role("button", name="Más despacio")

    await pressed.click()

    await expect(pressed).to_have_attribute("aria-busy", "true")
    await expect(chat_of(page, "Carmen Padilla").locator("[aria-busy]")).to_have_count(0)


async def test_a_closed_column_gives_the_focus_to_its_neighbour(page: Page) -> None:
    await page.set_viewport_size(WIDE)
    await page.get_by_role("button", name="Abrir al lado el chat de Álvaro").click()

    await page.get_by_role("button", name="Cerrar el chat de Álvaro").press("Enter")

    await expect(page.locator(".chat")).to_have_count(1)
    await expect(page.locator(".chat :focus")).to_have_count(1)
    assert page.url.endswith("?persona=1001")


async def test_the_address_opens_the_same_columns_and_a_phone_shows_the_first(
    page: Page, simulator: Simulator, context: BrowserContext
) -> None:
    await page.set_viewport_size(WIDE)

    await page.goto(f"{simulator.url}/?persona=1002,1001")
    await expect(page.locator(".chat:visible")).to_have_count(2)
    await page.set_viewport_size({"width": 390, "height": 844})

    await expect(page.locator(".chat:visible")).to_have_count(1)
    await expect(page.locator(".chat:visible")).to_have_accessible_name("Chat de Álvaro con Juntas (demo)")


async def test_what_was_not_sent_is_still_there_on_coming_back(page: Page) -> None:
    await page.locator(".switcher").click()
    await page.get_by_role("button", name="Álvaro").first.click()
    await page.get_by_label("Mensaje", exact=True).fill("A medio escri")
    for name in ("Carmen", "Álvaro"):
        await page.locator(".switcher").click()
        await page.locator(".person", has_text=name).click()

    await expect(page.get_by_label("Mensaje", exact=True)).to_have_value("A medio escri")


async def test_a_group_shows_who_speaks_and_lets_a_member_answer(
    page: Page, simulator: Simulator, bot: ScriptedBot
) -> None:
    group = simulator.world.add_group("Juntas de La Esperanza", [1002, 1001], bot_status="administrator")
    simulator.world.send_text(1002, "¿Quién va al taller?", group.id)
    await page.locator(".switcher").click()
    await page.get_by_role("button", name="Juntas de La Esperanza").click()

    await expect(page.locator(".bot-status")).to_have_text("Usted es Carmen · 2 personas y el bot")
    await expect(page.locator(".row.in .sender").first).to_have_text("Álvaro")
    await page.get_by_label("Mensaje", exact=True).fill("Yo voy")
    await page.keyboard.press("Enter")

    await expect(page.locator(".row.out")).to_contain_text("Yo voy")
    await expect(page.locator(".row.in .sender").last).to_have_text("Juntas (demo)")
    assert bot.received[-1]["message"]["chat"]["title"] == "Juntas de La Esperanza"
    assert bot.received[-1]["message"]["from"]["id"] == 1001


async def test_another_member_can_speak_in_the_same_group(page: Page, simulator: Simulator) -> None:
    group = simulator.world.add_group("Juntas de La Esperanza", [1002, 1001])
    await page.goto(f"{simulator.url}/?persona=1001@{group.id}")

    await page.get_by_role("button", name="Más opciones del chat").click()
    await page.get_by_role("menuitem", name="Escribir como otra persona").click()
    await page.get_by_role("menuitem", name="Álvaro").press("Enter")
    await expect(page.get_by_label("Mensaje", exact=True)).to_be_focused()
    await page.keyboard.type("Aquí Álvaro")
    await page.keyboard.press("Enter")

    await expect(page.locator(".row.out")).to_contain_text("Aquí Álvaro")
    assert list(simulator.world.chat(group.id).by_id.values())[-1]["from"]["id"] == 1002
