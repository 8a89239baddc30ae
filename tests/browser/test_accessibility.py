"""What axe, a tool that checks pages against WCAG, finds on the page in the browser; and what it cannot see."""

from collections.abc import Awaitable, Callable

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from simulator.server import Simulator
from tests.browser.invented import picture, sound
from tests.browser.scripted_bot import ScriptedBot
from tests.browser.steps import save, start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PHONE = (390, 844)
NARROW = (320, 568)
WIDE = (1280, 800)


def a_bit_of_everything(simulator: Simulator) -> int:
    """Fill Carmen's chat and a group; returns the group."""
    world = simulator.world
    first = world.send_text(1001, "Somos 40")
    buttons = [[{"text": "Sí", "callback_data": "y", "style": "success"}, {"text": "No", "callback_data": "n"}]]
    question = {"text": "¿Anoto 40? Vea /ayuda", "reply_to_message": first}
    entities = [{"type": "bot_command", "offset": 15, "length": 6}, {"type": "bold", "offset": 0, "length": 6}]
    markup = {"inline_keyboard": buttons}
    world.add_message(world.chat(1001), world.bot.as_user(), {**question, "entities": entities, "reply_markup": markup})
    world.send_file(1001, "photo", picture(120, 80), caption="El salón")
    world.send_file(1001, "document", b"%PDF-", file_name="acta.pdf", mime_type="application/pdf")
    world.send_file(1001, "voice", sound(0.2), mime_type="audio/wav")
    world.share_contact(1001)
    edited = world.send_text(1001, "Quedo pendiente")
    world.edit_text(1001, edited["message_id"], "Quedo pendiente, gracias")
    world.set_keyboard(world.chat(1001), {"keyboard": [[{"text": "Talleres"}, {"text": "Preguntas"}]]})
    group = world.add_group("Juntas de La Esperanza", [1001, 1002])
    world.send_text(1002, "Buenas", group.id)
    return group.id


async def faults(page: Page, scheme: str) -> list[str]:
    """Every violation, best practices included, with the elements concerned."""
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if scheme == "dark":
        # All other rules were asked on the same view in the light: colours are what differs.
        options["runOnly"] = {"type": "rule", "values": ["color-contrast"]}
    found = await Axe().run(page, options=options)
    return [
        f"{fault['id']} ({fault['impact']}): {node['html'][:200]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]


async def nothing(_: Page) -> None: ...


async def with_the_message_menu(page: Page) -> None:
    await page.get_by_role("button", name="Opciones del mensaje").last.press("Enter")
    await page.get_by_role("menu").wait_for()


async def with_the_chat_menu(page: Page) -> None:
    await page.get_by_role("button", name="Más opciones del chat").first.click()
    await page.get_by_role("menu").wait_for()


async def with_the_commands(page: Page) -> None:
    await page.get_by_role("button", name="Menú").first.click()


async def with_a_question(page: Page) -> None:
    await page.get_by_role("button", name="Adjuntar").first.click()
    await page.get_by_role("menuitem", name="Contacto de otra persona").click()


async def with_the_drawer(page: Page) -> None:
    await page.locator(".switcher").click()


async def replying_with_a_toast(page: Page) -> None:
    await with_the_message_menu(page)
    await page.get_by_role("menuitem", name="Responder").click()
    await save(page, "Como texto")


Opening = Callable[[Page], Awaitable[None]]
PHONE_VIEWS: list[Opening] = [
    nothing,
    with_the_message_menu,
    with_the_chat_menu,
    with_the_commands,
    with_a_question,
    with_the_drawer,
    replying_with_a_toast,
]
WIDE_VIEWS: list[Opening] = [nothing, with_the_chat_menu, with_the_commands]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_on_any_view(
    browser: Browser, simulator: Simulator, bot: ScriptedBot, scheme: str
) -> None:
    group = a_bit_of_everything(simulator)
    views = [(PHONE, "1001", view) for view in PHONE_VIEWS]
    views += [(WIDE, f"1001,1002,1002@{group}", view) for view in WIDE_VIEWS]
    views += [(NARROW, f"1001@{group}", nothing), (NARROW, "1002", nothing)]
    dark = "dark" if scheme == "dark" else "light"
    context = await browser.new_context(color_scheme=dark, reduced_motion="reduce")
    page = await context.new_page()

    found = {}
    for (width, height), people, view in views:
        await page.set_viewport_size({"width": width, "height": height})
        await page.goto(f"{simulator.url}/?persona={people}")
        await page.locator(".row:visible, .welcome:visible").first.wait_for()
        await view(page)
        if wrong := await faults(page, scheme):
            found[f"{view.__name__} at {width}"] = wrong
    await context.close()

    assert found == {}


async def test_a_message_is_said_once_and_again_only_when_its_words_change(page: Page, bot: ScriptedBot) -> None:
    await start(page)
    await page.evaluate(
        """window.said = [];
        new MutationObserver((changes) => changes.forEach((change) =>
          change.addedNodes.forEach((node) => window.said.push(node.textContent))))
          .observe(document.querySelector(".heard"), {childList: true});"""
    )
    sent = await bot.call("sendMessage", chat_id=1001, text="Mañana hay asamblea.")
    where = {"chat_id": 1001, "message_id": sent["message_id"]}

    markup = {"inline_keyboard": [[{"text": "Voy", "callback_data": "v"}]]}
    await bot.call("editMessageReplyMarkup", **where, reply_markup=markup)
    await page.get_by_role("button", name="Voy", exact=True).wait_for()
    await bot.call("editMessageText", **where, text="La asamblea es el lunes.")
    await page.locator(".row.in", has_text="el lunes").wait_for()

    assert await page.evaluate("window.said") == [
        "Juntas (demo): Mañana hay asamblea.",
        "Juntas (demo): La asamblea es el lunes.",
    ]


async def test_the_focus_never_falls_out_of_the_page(page: Page, bot: ScriptedBot) -> None:
    await page.get_by_role("button", name="Iniciar").press("Enter")
    await page.get_by_role("button", name="Sí, voy").wait_for()
    lost = "document.activeElement === document.body"
    losses = []

    async def check(after: str) -> None:
        if await page.evaluate(lost):
            losses.append(after)

    sent = await bot.call("sendMessage", chat_id=1001, text="Se borra", reply_markup={"inline_keyboard": [[BUTTON]]})
    await page.get_by_role("button", name="Se va").focus()
    await bot.call("deleteMessage", chat_id=1001, message_id=sent["message_id"])
    await expect(page.get_by_role("button", name="Se va")).to_have_count(0)
    await check("the message was deleted")

    await bot.call("sendMessage", chat_id=1001, text="Elija", reply_markup={"keyboard": [["Uno"], ["Dos"]]})
    await page.get_by_role("button", name="Dos").focus()
    await bot.call("sendMessage", chat_id=1001, text="Gracias", reply_markup={"remove_keyboard": True})
    await expect(page.get_by_role("button", name="Dos")).to_have_count(0)
    await check("the suggested replies went")

    await page.get_by_role("button", name="Más opciones del chat").press("Enter")
    await page.get_by_role("menuitem", name="Bloquear el bot").press("Enter")
    await page.get_by_role("button", name="Desbloquear", exact=True).wait_for()
    await check("the bot was blocked")
    await page.get_by_role("button", name="Desbloquear", exact=True).press("Enter")
    await expect(page.get_by_label("Mensaje", exact=True)).to_be_focused()

    assert losses == []


BUTTON = {"text": "Se va", "callback_data": "x"}


async def test_who_wants_less_motion_sees_none(page: Page) -> None:
    await page.get_by_role("button", name="Iniciar").click()
    await page.get_by_role("button", name="Más despacio").click()
    await page.locator(".switcher").click()

    assert await page.evaluate("document.getAnimations().length") == 0
