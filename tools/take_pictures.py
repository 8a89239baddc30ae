"""Takes the pictures of the documentation: starts the demo, holds a short conversation in it, writes docs/images/.

Run it again when the words or the chat page change:

    .venv/bin/python -m tools.take_pictures

It needs Debian's chromium (make browser) and, for the emoji, its package fonts-noto-color-emoji.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

_IMAGES = Path(__file__).parents[1] / "docs" / "images"
_CHROMIUM = "/usr/bin/chromium"
_PRESIDENT, _COORDINATOR = 1002, 1003  # people of the demo
_ADDRESS = "Open the chat:"
_QUALITY = 80  # of the JPEG; the page's coloured ground makes a PNG three times as heavy
_MOST_BYTES = 200_000
_PATIENCE = 20_000  # milliseconds for the bot to answer, and to take the buttons off earlier questions


def main() -> int:
    """0 when every picture was written and is small enough for a phone."""
    _IMAGES.mkdir(parents=True, exist_ok=True)
    with _demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        taken = [
            *_president(_phone(browser, address, _PRESIDENT)),
            *_coordinator(_phone(browser, address, _COORDINATOR)),
        ]
        browser.close()
    heavy = [picture for picture in taken if picture.stat().st_size > _MOST_BYTES]
    for picture in taken:
        print(f"{picture.name}: {picture.stat().st_size // 1000} kB{' — too heavy' if picture in heavy else ''}")
    return 1 if heavy else 0


@contextmanager
def _demo() -> Iterator[str]:
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--no-browser"]
    demo = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 — our own program
    try:
        lines = iter(demo.stdout or ())
        yield next(line for line in lines if _ADDRESS in line).split()[-1]
    finally:
        demo.terminate()
        demo.wait(timeout=20)


def _phone(browser: Browser, address: str, person: int) -> Page:
    page = browser.new_page(
        viewport={"width": 390, "height": 844},
        device_scale_factor=2,
        color_scheme="light",
        reduced_motion="reduce",
        locale="es-CO",
        timezone_id="America/Bogota",
    )
    page.set_default_timeout(_PATIENCE)
    page.goto(f"{address}/?persona={person}")
    return page


def _president(page: Page) -> Iterator[Path]:
    """From the first contact to an office on a board, and a question."""
    page.get_by_role("button", name="Iniciar").click()
    _press(page, "Tengo 18 o más", "sus datos")
    _press(page, "Seguir", "1 de 4")
    _settled(page, 1)
    yield _picture(page, "consent")
    for asked in ("2 de 4", "3 de 4", "4 de 4", "todo está listo"):
        _press(page, "Acepto", asked)
    _press(page, "Registrar mi junta", "¿Cómo se llama su junta")
    _say(page, "la junta d sarragosilla", "¿Cuál es la suya?")
    _settled(page, 2)  # the greeting keeps its buttons
    yield _picture(page, "registration")
    _press(page, "1", "¿Es esta su junta?")
    _press(page, "Sí, es esta", "¿Cuál es su cargo")
    _press(page, "Presidencia", "¿Me comparte su número?")
    page.get_by_role("button", name="Omitir").last.click()
    expect(page.locator(".row.in").last).to_contain_text("Revise antes de enviar")
    _settled(page, 2)  # the greeting keeps its buttons
    yield _picture(page, "summary")
    _press(page, "Enviar", "quedó registrada")
    _say(page, "oiga y eso del rup si es obligatorio pa nosotros", "RUP")
    yield _picture(page, "question")


def _coordinator(page: Page) -> Iterator[Path]:
    """What waits, one request, and the state of the bot."""
    page.get_by_role("button", name="Iniciar").click()
    expect(page.locator(".row.in").last).to_contain_text("18 años")
    _say(page, "/juntas", "juntas con contacto")
    yield _picture(page, "desk")
    _press(page, "Por decidir (1)", "Toque el número")
    _press(page, "1", "Solicitud de cargo")
    yield _picture(page, "request")
    _say(page, "/salud", "Estado del bot")
    yield _picture(page, "health")


def _press(page: Page, button: str, then: str) -> None:
    page.locator(".row.in").get_by_role("button", name=button, exact=True).last.click()
    expect(page.locator(".row.in").last).to_contain_text(then, timeout=_PATIENCE)


def _say(page: Page, text: str, then: str) -> None:
    page.get_by_label("Mensaje", exact=True).fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".row.in").last).to_contain_text(then, timeout=_PATIENCE)


def _settled(page: Page, keyboards: int) -> None:
    """Until only so many messages have buttons: earlier questions lose theirs at the pace that Telegram allows."""
    expect(page.locator(".inline-keyboard")).to_have_count(keyboards, timeout=_PATIENCE)


def _picture(page: Page, name: str) -> Path:
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(0, 0)
    page.wait_for_timeout(1000)  # the list settles, the toast goes
    path = _IMAGES / f"{name}.jpg"
    page.screenshot(path=path, type="jpeg", quality=_QUALITY)
    return path


if __name__ == "__main__":
    sys.exit(main())
