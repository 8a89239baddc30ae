"""Long chats, odd texts, odd pictures: the page stays calm."""

import pytest
from playwright.async_api import Browser, BrowserContext, CDPSession, Page, expect

from simulator.server import Simulator
from tests.browser.invented import picture
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.steps import start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

NARROW = {"width": 320, "height": 568}


async def work_meter(page: Page) -> CDPSession:
    """Counts the page's own work on the processor: unlike a watch, it does not mind what else the computer does."""
    meter = await page.context.new_cdp_session(page)
    await meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    return meter


async def seconds_worked(meter: CDPSession) -> float:
    metrics = (await meter.send("Performance.getMetrics"))["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def tell_much(simulator: Simulator, count: int, person: int = 1001) -> None:
    world = simulator.world
    for number in range(count):
        text = f"Aviso {number}: mañana a las 8:00 a. m. hay reunión en el salón comunal."
        world.add_message(world.chat(person), world.bot.as_user(), {"text": text}, announce=False)


async def test_two_thousand_messages_open_at_once_and_older_ones_on_request(page: Page, simulator: Simulator) -> None:
    simulator.world.people[1001].started = True
    tell_much(simulator, 2_000)
    await page.reload()
    await page.locator(".row", has_text="Aviso 1999:").wait_for()
    drawn = await page.locator(".row").count()
    earlier = page.get_by_role("button", name="Ver anteriores")
    await earlier.scroll_into_view_if_needed()
    first = page.locator(".row").first
    text = await first.inner_text()
    before = await first.bounding_box()

    await earlier.press("Enter")
    same = page.locator(".row", has_text=text.split(":")[0] + ":")
    await expect(page.locator(".row")).to_have_count(2 * drawn)
    after = await same.bounding_box()

    assert drawn == 100
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) <= 2


async def test_a_long_chat_takes_a_new_message_without_a_pause(page: Page, simulator: Simulator) -> None:
    simulator.world.people[1001].started = True
    tell_much(simulator, 2_000)
    await page.reload()
    await page.locator(".row", has_text="Aviso 1999:").wait_for()
    meter = await work_meter(page)
    before = await seconds_worked(meter)

    world = simulator.world
    for number in range(150):
        world.add_message(world.chat(1001), world.bot.as_user(), {"text": f"Nuevo {number}."})
    await page.locator(".row", has_text="Nuevo 149.").wait_for()

    assert await page.locator(".row").count() <= 200
    assert (await seconds_worked(meter) - before) / 150 < 0.005


async def test_the_page_costs_less_than_a_third_of_a_second(
    page: Page, simulator: Simulator, context: BrowserContext
) -> None:
    await start(page)
    second = await context.new_page()
    meter = await work_meter(second)

    await second.goto(f"{simulator.url}/?persona=1001")
    await second.locator(".row.in").wait_for()

    assert await seconds_worked(meter) < 0.3


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_odd_texts_and_pictures_stay_inside_a_narrow_screen(
    browser: Browser, simulator: Simulator, bot: ScriptedBot, scheme: str
) -> None:
    name = "María de los Ángeles Valentina Fernández de Castro Villarreal"
    person = simulator.world.add_person(name, label=name, started=True).id
    wide_row = [{"text": f"Opción número {number}", "callback_data": str(number)} for number in range(8)]
    hundred = [[{"text": f"Barrio {number}", "callback_data": str(number)}] for number in range(100)]
    await bot.call("sendMessage", chat_id=person, text="Supercalifragilístico" * 15)
    await bot.call(
        "sendMessage", chat_id=person, text="مرحبا بكم\nEn español", reply_markup={"inline_keyboard": [wide_row]}
    )
    await bot.call("sendMessage", chat_id=person, text="palabra " * 512)
    await bot.call("sendMessage", chat_id=person, text="¿Cuál barrio?", reply_markup={"inline_keyboard": hundred})
    for width, height in ((1, 1), (900, 20), (20, 900)):
        simulator.world.send_file(person, "photo", picture(width, height))
    context = await browser.new_context(
        viewport={"width": 320, "height": 568}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = await context.new_page()
    await page.goto(f"{simulator.url}/?persona={person}")
    await page.locator(".photo img").last.wait_for()

    outside = await page.evaluate(
        """[...document.querySelectorAll(".bubble, .key, .photo img, .chat-head *, .strip *, .composer *")]
           .filter((part) => part.checkVisibility())
           .filter((part) => {
             const box = part.getBoundingClientRect();
             return box.width > 0 && (box.left < 0 || box.right > 320);
           }).map((part) => part.outerHTML.slice(0, 80))"""
    )
    small = await page.evaluate(
        """[...document.querySelectorAll(".photo img")]
           .filter((image) => image.clientWidth < 44 || image.clientHeight < 44).length"""
    )
    keys = await page.locator(".key").count()
    sideways = await page.evaluate("document.querySelector('.scroller').scrollWidth")
    await context.close()

    assert outside == []
    assert small == 0
    assert keys == 108
    assert sideways <= 320


async def test_a_date_over_the_messages_leaves_once_nobody_scrolls(page: Page, simulator: Simulator) -> None:
    await start(page)
    tell_much(simulator, 60)
    await page.reload()
    day = page.locator(".day")
    await day.wait_for()

    await page.locator(".scroller").hover()
    await page.mouse.wheel(0, -400)
    await expect(day).to_have_css("opacity", "1")

    await expect(day).to_have_css("opacity", "0")
