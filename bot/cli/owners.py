"""``python -m bot grant-owner ID``: the way back in when no owner is left; works while the bot runs."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime

from bot.settings import Settings, load_settings
from storage import audit, staff
from storage.database import Database, Transaction
from storage.errors import DatabaseBusy, StorageError

_CANNOT = 2
_COMMAND_LINE = 0  # as granted_by and in the audit log
_LARGEST = 1 << 52  # Telegram: ids of people have at most 52 significant bits


def run(arguments: list[str], settings: Settings | None = None) -> int:
    """Exit code: 0 the person is an owner, 2 the number or the database is not usable. Raises SettingsError."""
    parser = argparse.ArgumentParser(prog="python -m bot grant-owner", description="Make somebody an owner")
    parser.add_argument(
        "id", help="number of the person's Telegram account: it stands in the copy of their data, /misdatos"
    )
    text = parser.parse_args(arguments).id.strip()
    if not (text.isascii() and text.isdigit() and 0 < int(text) < _LARGEST):
        return _fail(f"{text}: not the number of a person's account. It has digits only, such as 123456789.")
    settings = settings or load_settings()
    path = settings.database_path
    if not path.exists():
        return _fail(f"{path}: there is no database yet. Start the bot once, or set DATABASE_PATH.")
    try:
        role = asyncio.run(_granted(settings, int(text)))
    except DatabaseBusy:
        return _fail(f"Another program keeps {path} locked. Let it finish, then try again.")
    except StorageError as error:
        return _fail(f"The database cannot be used ({error}).")
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}.")
    if role == "owner":
        return _say(f"{text} is an owner already. Nothing was changed.")
    was = f" (was {role})" if role else ""
    return _say(f"{text} is an owner now{was}, also in the bot that runs. They can write /equipo and /juntas to it.")


async def _granted(settings: Settings, chat_id: int) -> str | None:
    """The role that the person had before."""
    if chat_id in settings.owner_ids:
        return "owner"
    database = await Database.open(settings.database_path)
    try:
        return await database.write(lambda tx: _grant(tx, chat_id, datetime.now(UTC)))
    finally:
        await database.close()


def _grant(tx: Transaction, chat_id: int, now: datetime) -> str | None:
    held = staff.find(tx, chat_id)
    if held is not None and held.role == "owner" and held.localidad is None:
        return held.role
    staff.grant(tx, chat_id, "owner", None, _COMMAND_LINE, now, held.name if held else None)
    audit.record(tx, _COMMAND_LINE, "owner_granted", f"chat:{chat_id}", now)
    return held.role if held and held.role != "owner" else None


def _say(text: str) -> int:
    sys.stdout.write(text + "\n")
    return 0


def _fail(text: str) -> int:
    sys.stderr.write(text + "\n")
    return _CANNOT
