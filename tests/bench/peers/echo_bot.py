"""A bare python-telegram-bot: handlers that answer, with the step in memory. Durable: nothing."""

import os
from typing import Any

from telegram import ReplyKeyboardRemove, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from tests.bench.peers.steps import FIRST_OF_REGISTRATION, STEPS, is_name, keyboard, text, thanks


async def _ask(update: Update, context: ContextTypes.DEFAULT_TYPE, step: int) -> None:
    memory: dict[str, Any] = context.user_data if context.user_data is not None else {}
    memory["step"] = step
    memory["version"] = memory.get("version", 0) + 1
    if update.effective_chat is not None:
        await update.effective_chat.send_message(
            text(), parse_mode="HTML", reply_markup=keyboard(step, memory["version"])
        )


async def _done(update: Update, name: str) -> None:
    if update.effective_chat is not None:
        await update.effective_chat.send_message(thanks(name), parse_mode="HTML", reply_markup=ReplyKeyboardRemove())


async def _start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await _ask(update, context, 0)


async def _register(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await _ask(update, context, FIRST_OF_REGISTRATION)


async def _press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is None or context.user_data is None:
        return
    await query.answer()
    await query.edit_message_text("Pregunta: <b>respuesta</b>", parse_mode="HTML")
    await _next(update, context)


async def _typed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if context.user_data is not None and "step" in context.user_data:
        if is_name(context.user_data["step"]) and update.message is not None:
            context.user_data["name"] = update.message.text
        await _next(update, context)


async def _next(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    step = (context.user_data or {})["step"] + 1
    if step in (FIRST_OF_REGISTRATION, len(STEPS)):
        await _done(update, (context.user_data or {}).get("name", ""))
    else:
        await _ask(update, context, step)


def main() -> None:
    """Poll until it is ended."""
    base = os.environ["TELEGRAM_API_URL"]
    builder = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"]).base_url(f"{base}/bot")
    application = builder.build()
    application.add_handler(CommandHandler("start", _start))
    application.add_handler(CommandHandler("registrar", _register))
    application.add_handler(CallbackQueryHandler(_press))
    application.add_handler(MessageHandler(filters.TEXT | filters.CONTACT, _typed))
    application.run_polling()


if __name__ == "__main__":
    main()
