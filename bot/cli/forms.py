"""``python -m bot form check FILE``: what there is to say about a questionnaire, before anybody sees it."""

import asyncio
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.content import DEFAULT_LOCALE, content_dir, load_content
from bot.forms.compiling import compile_form
from bot.forms.report import line, summary
from bot.words import Wording
from conversations.decisions import Words

_USAGE = 2


def run(arguments: list[str]) -> int:
    """Exit code: 0 the form can go live, 1 it cannot or there is no such file, 2 wrong usage."""
    content = load_content(content_dir(None))
    wording = Wording(DEFAULT_LOCALE, content.messages[DEFAULT_LOCALE], ZoneInfo("America/Bogota"))
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


def _say(text: str, code: int) -> int:
    sys.stdout.write(text + "\n")
    return code
