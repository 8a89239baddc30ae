"""Small screens, keyboards, screen readers, and texts that try to be more than text."""

import pytest
from playwright.async_api import Browser, Page, expect

from simulator.server import Simulator
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.steps import start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def overflow(page: Page) -> int:
    width: int = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return width


async def test_the_whole_way_can_be_gone_with_a_keyboard(page: Page) -> None:
    await page.keyboard.press("Tab")
    for _ in range(8):
        if await page.evaluate("document.activeElement.textContent") == "Iniciar":
            break
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Sí, voy").wait_for()

    await page.keyboard.type("Una línea")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("otra línea")
    await page.keyboard.press("Enter")
    await expect(page.locator(".row.out").last).to_contain_text("Una línea\notra línea")
    for _ in range(10):
        if await page.evaluate("document.activeElement.textContent") == "Sí, voy":
            break
        await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")

    await expect(page.locator(".toast")).to_have_text("Anotado.")
    await expect(page.locator(".row.in", has_text="Usted va al taller.")).to_be_visible()
    await expect(page.get_by_label("Mensaje", exact=True)).to_be_focused()


async def test_escape_closes_what_is_open_and_gives_the_focus_back(page: Page) -> None:
    await start(page)
    clip = page.get_by_role("button", name="Adjuntar")
    switcher = page.locator(".switcher")

    await clip.press("Enter")
    await page.get_by_role("menuitem", name="Ubicación").wait_for()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("menu")).to_have_count(0)
    await expect(clip).to_be_focused()
    await switcher.press("Enter")
    await expect(page.locator(".person").first).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(switcher).to_be_focused()


async def test_new_messages_of_the_bot_are_announced(page: Page, bot: ScriptedBot) -> None:
    await start(page)

    await bot.call("sendMessage", chat_id=1001, text="Mañana hay asamblea.")

    await expect(page.get_by_role("log")).to_contain_text("Juntas (demo): Mañana hay asamblea.")


async def test_on_320_pixels_nothing_has_to_be_pushed_aside(page: Page, bot: ScriptedBot) -> None:
    await page.set_viewport_size({"width": 320, "height": 568})
    await start(page)
    long_button = [[{"text": "Un botón con un nombre larguísimo que no cabe", "callback_data": "x"}] * 3]
    markup = {"inline_keyboard": long_button}
    await bot.call("sendMessage", chat_id=1001, text="a" * 300 + " ¿Sí?", reply_markup=markup)
    await page.locator(".bubble", has_text="¿Sí?").wait_for()

    sizes = await page.evaluate(
        """[...document.querySelectorAll("button")].filter((button) => button.checkVisibility())
           .filter((button) => !button.matches(".command, .commands-open"))
           .map((button) => button.getBoundingClientRect()).filter((box) => box.width < 44 || box.height < 44).length"""
    )
    inside = await page.evaluate(
        """[...document.querySelectorAll(".bubble, .key, .composer button, .strip button")]
           .filter((part) => part.checkVisibility()).every((part) => {
             const box = part.getBoundingClientRect();
             return box.left >= 0 && box.right <= window.innerWidth;
           })"""
    )

    assert await overflow(page) == 0
    assert inside
    assert sizes == 0


async def test_on_a_wide_screen_the_people_stand_beside_a_narrow_chat(page: Page) -> None:
    await page.set_viewport_size({"width": 1280, "height": 800})

    await expect(page.locator(".people")).to_be_in_viewport(ratio=1)
    people = await page.locator(".people").bounding_box()
    chat = await page.locator(".chat").bounding_box()

    assert people is not None
    assert chat is not None
    assert people["x"] == 0
    assert people["width"] <= chat["x"]
    assert chat["width"] == 480


async def test_text_that_looks_like_markup_stays_text(page: Page, bot: ScriptedBot, simulator: Simulator) -> None:
    trap = "<img src=x onerror=alert(1)>"
    simulator.world.add_person(trap, label=trap)
    await start(page)
    markup = {"inline_keyboard": [[{"text": trap, "callback_data": "x"}]]}

    await bot.call("sendMessage", chat_id=1001, text=trap, reply_markup=markup)

    await expect(page.get_by_role("button", name=trap)).to_have_count(1)
    await expect(page.locator(".row.in").last).to_contain_text(trap)
    assert await page.locator("img").count() == 0


async def test_who_reads_further_back_is_not_pulled_down(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    for number in range(12):
        await bot.call("sendMessage", chat_id=1001, text=f"Aviso {number}\n\n\n\nFin.")
    await page.locator(".bubble", has_text="Aviso 11").wait_for()
    scroller = page.locator(".scroller")

    await scroller.hover()
    await page.mouse.wheel(0, -5_000)
    to_end = page.get_by_role("button", name="Ir al último mensaje")
    await to_end.wait_for()
    await bot.call("sendMessage", chat_id=1001, text="El último aviso")
    await expect(to_end.locator(".badge")).to_have_text("1")
    await expect(page.locator(".bubble", has_text="El último aviso")).not_to_be_in_viewport()
    await to_end.click()

    await expect(page.locator(".bubble", has_text="El último aviso")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_text_stands_out_from_its_ground(browser: Browser, simulator: Simulator, scheme: str) -> None:
    """Contrast of the colour pairs in use, after WCAG 2.1, 1.4.3."""
    context = await browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = await context.new_page()
    await page.goto(simulator.url)
    pairs = [
        ("--text", "--in"),
        ("--text", "--out"),
        ("--text", "--panel"),
        ("--soft-text", "--panel"),
        ("--soft-text", "--panel-soft"),
        ("--soft-text", "--in"),
        ("--out-meta", "--out"),
        ("--link", "--in"),
        ("--link", "--panel"),
        ("--accent-text", "--accent"),
        ("--accent-text", "--danger"),
        ("--accent-text", "--success"),
        ("--accent-text", "--badge"),
        ("--accent-text", "--pill"),
        ("--key-text", "--key"),
        ("--text", "--key-soft"),
    ]

    weak = []
    for front, back in pairs:
        values = await page.evaluate(
            "names => names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim())",
            [front, back],
        )
        ratio = contrast(*values)
        if ratio < 4.5:
            weak.append(f"{front} on {back}: {ratio:.2f}")
    await context.close()

    assert weak == []


def contrast(front: str, back: str) -> float:
    lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
