"""python -m bot check: settings, content and database, without talking to Telegram."""

import asyncio
import sys
from datetime import UTC, datetime

from bot.content import ContentError, content_dir, load_content
from bot.keys import find_or_make_key, verify_key
from bot.reports.roster_file import load_columns
from bot.settings import Settings
from bot.words import Wording, WordingError
from storage import boards, inbox, outbox
from storage.database import look
from storage.errors import StorageError, WrongKey
from storage.phones import PhoneVault

_FOREVER = datetime(9999, 1, 1, tzinfo=UTC)


def check(settings: Settings) -> int:
    """Print one line for each part; 0 when all are sound, 1 otherwise."""
    results = [_content(settings), asyncio.run(_database(settings))]
    print(f"Settings: sound ({settings.bot_mode}, {len(settings.owner_ids)} owners)")  # noqa: T201 — the command's answer
    for sound, line in results:
        print(line, file=sys.stdout if sound else sys.stderr)
    return 0 if all(sound for sound, _ in results) else 1


def _content(settings: Settings) -> tuple[bool, str]:
    try:
        root = content_dir(settings.content_dir)
        content = load_content(root)
        load_columns(root)
        for locale in content.locales:
            Wording(locale, content.messages[locale], settings.zone)
    except (ContentError, WordingError) as error:
        return False, f"Content: {error}"
    places = len(content.territory.places)
    return True, f"Content: sound ({', '.join(content.locales)}; {places} places; notice {content.notice.version})"


async def _database(settings: Settings) -> tuple[bool, str]:
    path = settings.database_path
    if not path.exists():
        return True, f"Database: {path} does not exist yet; the first start makes it"
    try:
        vault = PhoneVault(find_or_make_key(settings.encryption_key, path, is_new=False))
        _, held, received, sent = await look(
            path, lambda tx: (verify_key(tx, vault), boards.count(tx), inbox.counts(tx), outbox.counts(tx, _FOREVER))
        )
    except WrongKey as error:
        return False, f"Database: ENCRYPTION_KEY: {error}"
    except (StorageError, OSError) as error:
        return False, f"Database: {error}"
    return True, (
        f"Database: sound ({held} boards; {received['waiting']} updates wait, {received['parked']} parked; "
        f"{sent['queued']} messages wait, {sent['uncertain']} uncertain)"
    )
