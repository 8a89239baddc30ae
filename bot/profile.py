"""The bot's profile: description, short text, and the command menu of each kind of person."""

import hashlib
import json
import logging

from telegram import BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.telegram_client import TelegramClient
from bot.turns.health import COMMAND as HEALTH
from bot.turns.outcome import House
from bot.words import Wording
from conversations.commands import MENU
from conversations.decisions import Words
from storage import marks
from storage.database import Database

_LOG = logging.getLogger(__name__)
_MARK = "profile"
_OWNERS = (HEALTH,)


async def set_profile(client: TelegramClient, house: House, database: Database) -> None:
    """Tell Telegram, unless it knows already: these calls are few a day and slow to start."""
    wording = house.wording(None)
    commands = [_command(name, wording) for name in MENU]
    texts = [wording.plain(Words(key)) for key in ("bot-description", "bot-short-description")]
    owners = sorted(house.owner_ids)
    told = [[c.to_dict() for c in commands], texts, owners, [wording.plain(Words(f"command-{n}")) for n in _OWNERS]]
    fingerprint = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    if await database.read(lambda tx: marks.find(tx, _MARK)) == fingerprint:
        return
    try:
        await client.set_my_commands(commands, scope=BotCommandScopeDefault())
        await client.set_my_description(texts[0])
        await client.set_my_short_description(texts[1])
        for owner in owners:
            await _owner_menu(client, owner, [*commands, *(_command(name, wording) for name in _OWNERS)])
    except TelegramError as error:
        _LOG.warning("the bot's profile could not be set (%s); it is tried again at the next start", error.message)
        return
    await database.write(lambda tx: marks.save(tx, _MARK, fingerprint))


async def _owner_menu(client: TelegramClient, owner: int, commands: list[BotCommand]) -> None:
    try:
        await client.set_my_commands(commands, scope=BotCommandScopeChat(owner))
    except (BadRequest, Forbidden):
        _LOG.warning("owner %s has not written to the bot yet; their menu is the common one until a later start", owner)


def _command(name: str, wording: Wording) -> BotCommand:
    return BotCommand(name, wording.plain(Words(f"command-{name}")))
