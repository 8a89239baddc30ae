"""The bot's profile: description, short text, and the command menu of each kind of person, kept as the team changes."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Sequence
from typing import Final

from telegram import BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.clock import Clock
from bot.telegram_client import TelegramClient
from bot.turns.health import COMMAND as HEALTH
from bot.turns.members import members
from bot.turns.outcome import House
from bot.words import Wording
from conversations.commands import BOARDS, INBOX, MENU, TEAM
from conversations.decisions import Words
from conversations.rights import Action, Staff, may
from storage import marks
from storage.database import Database, Transaction
from storage.errors import StorageError

_LOG = logging.getLogger(__name__)
_COMMON, _MENUS = "profile", "menus"  # marks of what Telegram was told
_EVERY = 60.0  # seconds; somebody made an owner on the command line wakes nobody
_LONGEST_PAUSE = 6 * 3600.0
# Of the team, in this order, before what everybody has.
STAFF_MENU: Final[tuple[tuple[str, Action], ...]] = (
    (BOARDS, "see_boards"), (INBOX, "see_tickets"), (TEAM, "see_team"), (HEALTH, "see_health"),
)  # fmt: skip


def menu_of(staff: Staff | None) -> tuple[str, ...]:
    """Names of the commands that somebody is shown."""
    return (*(name for name, right in STAFF_MENU if may(staff, right)), *MENU)


class Profile:
    """Tells Telegram what it does not know yet: these calls are few a day and slow, so nothing waits for them.

    ``changed``: set when somebody came into the team or left it.
    """

    def __init__(
        self, client: TelegramClient, house: House, database: Database, clock: Clock, changed: asyncio.Event
    ) -> None:
        self._client, self._house, self._database = client, house, database
        self._clock, self._changed = clock, changed
        self._wording = house.wording(None)
        self._resting: dict[int, tuple[float, float]] = {}  # chats that refused: until when, the pause

    async def run(self) -> None:
        """Until cancelled; whatever fails is tried again at a later look."""
        while True:
            self._changed.clear()
            try:
                await self.look()
            except TelegramError as error:
                _LOG.warning("the bot's profile could not be set (%s); it is tried again", error.message)
            except StorageError as error:
                _LOG.error("the team cannot be read for its menus (%s); it is tried again", error)
            await self._clock.wait(self._changed, _EVERY)

    async def look(self) -> None:
        """Set what differs from what was told last. Raises TelegramError, after having done what could be done."""
        await self._tell_common()
        places, told = await self._database.read(lambda tx: (members(tx, self._house), _told(tx)))
        wanted = {chat_id: menu_of(staff) for chat_id, staff in places.items()}
        for chat_id in sorted({*wanted, *told}):
            commands = self._commands(wanted[chat_id]) if chat_id in wanted else None
            fingerprint = None if commands is None else _fingerprint([one.to_dict() for one in commands])
            if fingerprint != told.get(chat_id) and await self._tell(chat_id, commands):
                told = (
                    {**told, chat_id: fingerprint} if fingerprint else {c: f for c, f in told.items() if c != chat_id}
                )
                await self._remember(_MENUS, json.dumps(told))

    async def _tell_common(self) -> None:
        commands = self._commands(MENU)
        texts = [self._wording.plain(Words(key)) for key in ("bot-description", "bot-short-description")]
        fingerprint = _fingerprint([[one.to_dict() for one in commands], texts])
        if await self._database.read(lambda tx: marks.find(tx, _COMMON)) == fingerprint:
            return
        await self._client.set_my_commands(commands, scope=BotCommandScopeDefault())
        await self._client.set_my_description(texts[0])
        await self._client.set_my_short_description(texts[1])
        await self._remember(_COMMON, fingerprint)

    async def _tell(self, chat_id: int, commands: Sequence[BotCommand] | None) -> bool:
        """A chat's own menu, or the common one again (None). False for a chat that has not written to the bot yet."""
        until, pause = self._resting.get(chat_id, (0.0, _EVERY))
        if self._clock.monotonic() < until:
            return False
        scope = BotCommandScopeChat(chat_id)
        try:
            if commands is None:
                await self._client.delete_my_commands(scope=scope)
            else:
                await self._client.set_my_commands(commands, scope=scope)
        except (BadRequest, Forbidden) as error:
            if commands is None:  # the chat is gone, and its menu with it
                return True
            _LOG.warning("the menu of %s could not be set (%s); it is tried again", chat_id, error.message)
            self._resting[chat_id] = (self._clock.monotonic() + pause, min(pause * 2, _LONGEST_PAUSE))
            return False
        self._resting.pop(chat_id, None)
        return True

    def _commands(self, names: Sequence[str]) -> list[BotCommand]:
        return [_command(name, self._wording) for name in names]

    async def _remember(self, mark: str, value: str) -> None:
        await self._database.write(lambda tx: marks.save(tx, mark, value))


def _told(tx: Transaction) -> dict[int, str | None]:
    return {int(chat): told for chat, told in json.loads(marks.find(tx, _MENUS) or "{}").items()}


def _fingerprint(told: object) -> str:
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _command(name: str, wording: Wording) -> BotCommand:
    return BotCommand(name, wording.plain(Words(f"command-{name}")))
