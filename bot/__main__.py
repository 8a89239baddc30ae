"""The command line. Says in one line what is wrong and what to do, and exits with a number."""

import argparse
import asyncio
import sqlite3
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded where it is needed: `faq match` does without, and is a third smaller for it
    from bot.settings import Settings

_CANNOT_START = 2
# Commands with arguments of their own, each in a module of bot.cli.
_TOOLS = {
    "import-boards": "read the roster of boards from a CSV or XLSX file",
    "grant-owner": "make somebody an owner when no owner is left",
    "faq": "procurement cards: match questions, check all cards",
    "form": "questionnaires: check an XLSForm",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 ended as asked, 1 a check failed, 2 the bot cannot work as it is set up."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="A city's programme for its community boards")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="talk to Telegram until stopped (settings from the environment or .env)")
    demo = commands.add_parser("demo", help="a Telegram on this computer and the bot, with invented boards")
    demo.add_argument("--port", type=int, default=8081, help="port of the chat page (0: any free one)")
    demo.add_argument("--no-browser", action="store_true", help="only print the address of the chat page")
    commands.add_parser("check", help="are settings, content and database sound?")
    for name, explained in _TOOLS.items():
        commands.add_parser(name, help=explained, add_help=False)
    chosen, rest = parser.parse_known_args(arguments)
    if chosen.command in _TOOLS:
        from bot.cli import TOOLS

        return TOOLS[chosen.command](rest)
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if chosen.command == "demo":
        from bot.demo import demonstrate

        return demonstrate(chosen.port, open_browser=not chosen.no_browser)
    from bot.settings import SettingsError, load_settings

    try:
        settings = load_settings()
    except SettingsError as error:
        return _say(f"Settings: {error}. Set it in the environment or in a file .env (README, «Go live»).")
    if chosen.command == "check":
        from bot.check import check

        return check(settings)
    return _run(settings)


def _run(settings: "Settings") -> int:
    from telegram.error import InvalidToken

    from bot.app import App, WebhookRefused
    from bot.content import ContentError
    from bot.lock import only_one
    from bot.logs import set_up_logging
    from bot.words import WordingError
    from storage.errors import DatabaseBusy, DatabaseFull, DatabaseNewer, StorageError, WrongKey

    set_up_logging(settings.log_level, settings.secrets())
    path = settings.database_path
    try:
        with only_one(path, lambda text: print(text, file=sys.stderr, flush=True)):
            asyncio.run(App(settings).run())
    except KeyboardInterrupt:
        return 0
    except InvalidToken:
        return _say("Telegram does not know TELEGRAM_BOT_TOKEN. Copy it again from @BotFather and start the bot again.")
    except WebhookRefused as error:
        return _say(f"Telegram does not accept WEBHOOK_URL: {error}. It needs https on port 443, 80, 88 or 8443.")
    except (ContentError, WordingError) as error:
        return _say(f"Content: {error}. Mend the file, then try: python -m bot check")
    except WrongKey as error:
        return _say(f"ENCRYPTION_KEY: {error}. Set the key {path} was begun with, or use a new DATABASE_PATH.")
    except DatabaseNewer as error:
        return _say(f"{path} was written by a newer version ({error}). Install that version or use another file.")
    except DatabaseFull as error:
        return _say(f"The database cannot be written ({error}). Free disk space or fix the folder's rights.")
    except DatabaseBusy:
        return _say(
            f"Another program keeps {path} locked: mostly a sqlite3 shell or a database viewer with a change that was "
            f"not saved, or an import that is still at work. «fuser -v {path}» names it. Let it finish or end it, then "
            "start the bot again; the file is sound."
        )
    except (StorageError, sqlite3.Error) as error:
        return _say(f"The database cannot be used ({error}). Restore it from a backup or choose another DATABASE_PATH.")
    except OSError as error:
        if error.filename:
            return _say(
                f"{error.filename}: {error.strerror}. Choose another DATABASE_PATH, or give the folder to this user."
            )
        return _say(f"Cannot listen on HOST {settings.host}, PORT {settings.port}: {error.strerror or error}.")
    return 0


def _say(text: str) -> int:
    print(text, file=sys.stderr)
    return _CANNOT_START


if __name__ == "__main__":
    sys.exit(main())
