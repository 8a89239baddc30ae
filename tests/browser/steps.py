"""What people do first in almost every test."""

from playwright.async_api import Page


async def start(page: Page) -> None:
    """Start the bot and wait for its greeting."""
    await page.get_by_role("button", name="Iniciar").click()
    await page.get_by_role("button", name="Sí, voy").wait_for()


async def say(page: Page, text: str) -> None:
    """Write a message and send it."""
    await page.get_by_label("Mensaje", exact=True).fill(text)
    await page.keyboard.press("Enter")


async def save(page: Page, choice: str) -> None:
    """Choose how to keep the conversation."""
    await page.get_by_role("button", name="Más opciones del chat").click()
    await page.get_by_role("menuitem", name="Guardar conversación").click()
    await page.get_by_role("menuitem", name=choice).click()
