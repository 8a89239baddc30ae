"""The menus of commands: each kind of person has theirs, as soon as the team changes, whatever Telegram answers."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from telegram import BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, NetworkError, TelegramError

from bot.profile import Profile, menu_of
from bot.turns.health import COMMAND as HEALTH
from conversations.commands import BOARDS, MENU, TEAM
from storage import staff
from storage.database import Database
from tests.boards.city import OWNER, City, city
from tests.bot.stand_ins import START, StillClock, until

ANA, LUIS = 601, 602


class Telegram:
    """Remembers the menus it was told; ``refuse`` raises for a chat (0: everybody's menu)."""

    def __init__(self) -> None:
        self.menus: dict[int, list[str]] = {}
        self.calls = 0
        self.refuse: dict[int, TelegramError] = {}

    async def set_my_commands(
        self, commands: list[BotCommand], *, scope: BotCommandScopeChat | BotCommandScopeDefault
    ) -> None:
        self.menus[self._called(scope)] = [one.command for one in commands]

    async def delete_my_commands(self, *, scope: BotCommandScopeChat) -> None:
        self.menus.pop(self._called(scope), None)

    async def set_my_description(self, text: str) -> None:
        assert text

    async def set_my_short_description(self, text: str) -> None:
        assert text

    def _called(self, scope: Any) -> int:
        self.calls += 1
        chat = int(getattr(scope, "chat_id", 0))
        if chat in self.refuse:
            raise self.refuse[chat]
        return chat


@pytest.fixture
def town() -> Iterator[City]:
    with city() as made:
        yield made


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def profile(telegram: Telegram, town: City, database: Database, clock: StillClock) -> Profile:
    return Profile(telegram, town.house, database, clock, asyncio.Event())  # type: ignore[arg-type]


async def join(database: Database, chat: int, role: str) -> int:
    return await database.write(lambda tx: staff.grant(tx, chat, role, None, OWNER, START, "Ana"))


def of_the_team(menu: list[str]) -> set[str]:
    """What a menu holds before what everybody has."""
    assert menu[-len(MENU) :] == list(MENU)
    return set(menu[: -len(MENU)])


async def test_each_kind_of_person_has_the_commands_they_may_use(
    telegram: Telegram, profile: Profile, database: Database
) -> None:
    await join(database, ANA, "coordinator")
    await join(database, LUIS, "observer")

    await profile.look()

    assert telegram.menus[0] == list(MENU)
    assert {BOARDS, TEAM, HEALTH} <= of_the_team(telegram.menus[OWNER])
    assert {BOARDS, TEAM} <= of_the_team(telegram.menus[ANA])
    assert HEALTH not in telegram.menus[ANA]
    assert of_the_team(telegram.menus[LUIS]) == {BOARDS}
    assert menu_of(None) == MENU


async def test_telegram_is_told_nothing_twice(telegram: Telegram, profile: Profile, database: Database) -> None:
    await join(database, ANA, "coordinator")
    await profile.look()
    told = telegram.calls

    await profile.look()

    assert telegram.calls == told


async def test_whoever_leaves_the_team_has_everybodys_menu_again(
    telegram: Telegram, profile: Profile, database: Database
) -> None:
    place = await join(database, ANA, "coordinator")
    await profile.look()
    await database.write(lambda tx: staff.revoke(tx, place, OWNER, START))

    await profile.look()

    assert ANA not in telegram.menus
    assert telegram.menus[OWNER]


async def test_a_changed_role_changes_the_menu(telegram: Telegram, profile: Profile, database: Database) -> None:
    await join(database, ANA, "coordinator")
    await profile.look()
    await join(database, ANA, "observer")

    await profile.look()

    assert telegram.menus[ANA] == [BOARDS, *MENU]


async def test_a_chat_that_never_wrote_keeps_nobody_waiting_and_is_tried_again_later(
    telegram: Telegram, profile: Profile, database: Database, clock: StillClock
) -> None:
    await join(database, ANA, "coordinator")
    telegram.refuse[OWNER] = BadRequest("Chat not found")
    telegram.refuse[ANA] = BadRequest("Chat not found")
    await join(database, LUIS, "observer")
    await profile.look()
    assert set(telegram.menus) == {0, LUIS}
    told = telegram.calls
    await profile.look()
    assert telegram.calls == told
    telegram.refuse.clear()
    clock.seconds += timedelta(minutes=2).total_seconds()

    await profile.look()

    assert set(telegram.menus) == {0, OWNER, ANA, LUIS}


async def test_the_menu_of_a_chat_that_is_gone_needs_no_removing(
    telegram: Telegram, profile: Profile, database: Database
) -> None:
    place = await join(database, ANA, "coordinator")
    await profile.look()
    await database.write(lambda tx: staff.revoke(tx, place, OWNER, START))
    telegram.refuse[ANA] = BadRequest("Chat not found")
    await profile.look()
    told = telegram.calls

    await profile.look()

    assert telegram.calls == told


async def test_the_menu_changes_the_moment_somebody_joins_and_after_a_failure_without_a_restart(
    telegram: Telegram, town: City, database: Database, clock: StillClock
) -> None:
    changed = asyncio.Event()
    telegram.refuse[ANA] = NetworkError("no way through")
    keeping = asyncio.create_task(Profile(telegram, town.house, database, clock, changed).run())  # type: ignore[arg-type]
    await until(lambda: OWNER in telegram.menus)
    await join(database, ANA, "coordinator")
    changed.set()
    await until(lambda: telegram.calls > 3)
    telegram.refuse.clear()

    await until(lambda: ANA in telegram.menus)

    assert {BOARDS, TEAM} <= of_the_team(telegram.menus[ANA])
    assert not keeping.done()
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
