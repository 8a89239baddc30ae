"""``python -m bot form``: check a questionnaire before anybody sees it, export what was answered to one."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.content import DEFAULT_LOCALE, content_dir, load_content
from bot.forms.compiling import compile_form
from bot.forms.exporting import collect, written
from bot.forms.report import line, summary
from bot.settings import Settings, SettingsError, load_settings
from bot.words import Wording
from conversations.decisions import Words
from storage.database import look
from storage.errors import StorageError

_USAGE = 2


def run(arguments: list[str], settings: Settings | None = None) -> int:
    """Exit code: 0 done (the form can go live), 1 it cannot or there is no such file or form, 2 wrong usage.

    Settings are needed for the export only.
    """
    content = load_content(content_dir(None))
    wording = Wording(DEFAULT_LOCALE, content.messages[DEFAULT_LOCALE], ZoneInfo("America/Bogota"))
    if arguments[:1] == ["export"]:
        return _export(arguments[1:], wording, settings)
    if len(arguments) != 2 or arguments[0] != "check":
        return _say(wording.plain(Words("form-report-usage")), _USAGE)
    path = Path(arguments[1])
    try:
        bytes_ = path.read_bytes()
    except OSError:
        return _say(wording.plain(Words("form-report-no-file", {"name": str(path)})), 1)
    compiled = asyncio.run(compile_form(bytes_, path.name))
    if compiled.form is not None:
        size: dict[str, str | int] = {"title": compiled.form.title, "questions": len(compiled.form.questions)}
        _say(wording.plain(Words("form-report-size", {**size})), 0)
    for finding in compiled.findings:
        _say(line(wording, finding), 0)
    return _say(summary(wording, compiled.findings), 1 if compiled.errors else 0)


def _export(arguments: list[str], wording: Wording, settings: Settings | None) -> int:
    if len(arguments) != 2 or Path(arguments[1]).suffix.lower() not in (".xlsx", ".csv"):
        return _say(wording.plain(Words("form-export-usage")), _USAGE)
    form_id, path = arguments[0], Path(arguments[1])
    try:
        settings = settings or load_settings()
        now = datetime.now(UTC)
        answers = asyncio.run(look(settings.database_path, lambda tx: collect(tx, form_id, wording, now)))
    except SettingsError as error:
        return _say(f"Settings: {error}. Set it in the environment or in a file .env (README, «Go live»).", _USAGE)
    except StorageError as error:
        return _say(f"The database cannot be used ({error}).", _USAGE)
    if answers is None:
        return _say(wording.plain(Words("form-export-no-form", {"name": form_id})), 1)
    try:
        path.write_bytes(written(answers, path, wording))
    except OSError:
        return _say(wording.plain(Words("form-report-no-file", {"name": str(path)})), 1)
    made = Words("form-export-made", {"boards": str(len(answers.codes)), "file": str(path)})
    return _say(wording.plain(made), 0)


def _say(text: str, code: int) -> int:
    sys.stdout.write(text + "\n")
    return code
