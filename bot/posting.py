"""One outbox row → one call of the Bot API."""

import html
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram import InputFile

from bot.telegram_client import TelegramClient
from storage.outbox import Row

_TAG = re.compile(r"</?[a-z][^>]*>")


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file made for one person at the moment it is sent."""

    name: str
    content: bytes


Maker = Callable[[int], Awaitable[MadeFile]]


class Posting:
    """Builds and makes the call. ``makers``: name → function from chat id to the file."""

    def __init__(self, client: TelegramClient, makers: dict[str, Maker]) -> None:
        self._client = client
        self._makers = makers

    async def post(self, row: Row) -> int | None:
        """The message's id; None when there is no message to edit. Raises TelegramError."""
        if row.method == "file":
            return await self._file(row)
        if row.method == "copy":
            return await self._copy(row)
        parameters = _worded(row.payload)
        parameters["chat_id"] = row.chat_id
        if row.method == "send":
            result: dict[str, Any] = await self._client.call("sendMessage", parameters)
            return int(result["message_id"])
        if row.message_id is None:
            return None
        parameters["message_id"] = row.message_id
        await self._client.call("editMessageText", parameters)
        return row.message_id

    async def _copy(self, row: Row) -> int:
        """What somebody wrote in another chat, without saying where it came from."""
        source = {"from_chat_id": row.payload["from_chat_id"], "message_id": row.payload["message_id"]}
        result: dict[str, Any] = await self._client.call("copyMessage", {"chat_id": row.chat_id, **source})
        return int(result["message_id"])

    async def _file(self, row: Row) -> int:
        made = await self._makers[row.payload["maker"]](row.chat_id)
        document = InputFile(made.content, filename=made.name)
        worded = _worded({**row.payload, "text": row.payload["caption"]})
        message = await self._client.send_document(
            row.chat_id, document, caption=worded["text"], parse_mode=worded.get("parse_mode")
        )
        return message.message_id


def _worded(payload: dict[str, Any]) -> dict[str, Any]:
    parameters: dict[str, Any] = {key: payload[key] for key in ("text", "reply_markup") if key in payload}
    if payload.get("plain"):  # Telegram refused the HTML once
        parameters["text"] = html.unescape(_TAG.sub("", parameters["text"]))
    else:
        parameters["parse_mode"] = "HTML"
    parameters["link_preview_options"] = {"is_disabled": True}
    return parameters
