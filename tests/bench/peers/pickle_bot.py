"""python-telegram-bot's own way to remember: ConversationHandler with PicklePersistence, written at every update."""

import os
from pathlib import Path
from typing import Any

from telegram import ReplyKeyboardRemove, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from tests.bench.peers.steps import FIRST_OF_REGISTRATION, STEPS, is_name, is_typed, keyboard, text, thanks


async def _ask(update: Update, context: ContextTypes.DEFAULT_TYPE, step: int) -> int:
    memory: dict[str, Any] = context.user_data if context.user_data is not None else {}
    memory["version"] = memory.get("version", 0) + 1
    memory.setdefault("answers", []).append((step, memory["version"]))
    if update.effective_chat is not None:
        await update.effective_chat.send_message(
            text(), parse_mode="HTML", reply_markup=keyboard(step, memory["version"])
        )
    return step


async def _start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    return await _ask(update, context, 0)


async def _register(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    return await _ask(update, context, FIRST_OF_REGISTRATION)


def _pressed(step: int) -> Any:
    async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        query = update.callback_query
        if query is not None:
            await query.answer()
            await query.edit_message_text("Pregunta: <b>respuesta</b>", parse_mode="HTML")
        return await _next(update, context, step)

    return pressed


def _typed(step: int) -> Any:
    async def typed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        if is_name(step) and update.message is not None and context.user_data is not None:
            context.user_data["name"] = update.message.text
        return await _next(update, context, step)

    return typed


async def _next(update: Update, context: ContextTypes.DEFAULT_TYPE, step: int) -> int:
    if step + 1 not in (FIRST_OF_REGISTRATION, len(STEPS)):
        return await _ask(update, context, step + 1)
    if update.effective_chat is not None:
        name = (context.user_data or {}).get("name", "")
        await update.effective_chat.send_message(thanks(name), parse_mode="HTML", reply_markup=ReplyKeyboardRemove())
    return ConversationHandler.END


def main() -> None:
    """Poll until it is ended."""
    base = os.environ["TELEGRAM_API_URL"]
    # update_interval 0: as close to "kept at every answer" as it gets.
    memory = PicklePersistence(Path(os.environ["DATABASE_PATH"]), update_interval=0.001)
    builder = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"]).base_url(f"{base}/bot")
    application = builder.persistence(memory).build()
    words = (filters.TEXT & ~filters.COMMAND) | filters.CONTACT
    entries: list[Any] = [CommandHandler("start", _start), CommandHandler("registrar", _register)]
    states: dict[object, list[Any]] = {
        step: [MessageHandler(words, _typed(step))] if is_typed(step) else [CallbackQueryHandler(_pressed(step))]
        for step in range(len(STEPS))
    }
    application.add_handler(
        ConversationHandler(entries, states, entries, name="registro", persistent=True, allow_reentry=True)
    )
    application.run_polling()


if __name__ == "__main__":
    main()
