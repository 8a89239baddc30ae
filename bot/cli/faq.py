"""``python -m bot faq match`` and ``faq check``: which card answers a question, and whether cards are sound."""

import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.content_files import ContentError, content_dir
from bot.faq_content import FaqContent, load_faq
from conversations.faq.matching import Finder, take_apart

_WRONG_USE = 2


def run(
    arguments: list[str], asked: Iterable[str] | None = None, content: Path | None = None, today: date | None = None
) -> int:
    """Exit code: 0 done, or all cards sound; 1 a card is not; 2 wrong use, or a table cannot be read.

    ``asked`` are questions, one a line (standard input); ``content`` the folder to read (what comes with the program).
    """
    root = content_dir(content)
    try:
        if arguments == ["match"]:
            return _match(load_faq(root), sys.stdin if asked is None else asked)
        if arguments == ["check"]:
            from bot.cli.faq_check import check  # noqa: PLC0415 — finding needs no words and is to start fast

            return check(root, today or datetime.now(ZoneInfo("America/Bogota")).date())
    except ContentError as error:
        sys.stderr.write(f"Content: {error}. Mend the file, then try again.\n")
        return _WRONG_USE
    sys.stderr.write("usage: python -m bot faq match < questions, or: python -m bot faq check\n")
    return _WRONG_USE


def _match(faq: FaqContent, asked: Iterable[str]) -> int:
    finder = Finder(take_apart(faq.examples.all(), faq.language), faq.language)
    for line in asked:
        question = line.rstrip("\r\n")
        found = finder.match(question)
        answers = [{"id": answer.id, "score": answer.score} for answer in found.answers]
        reply = {"question": question, "answers": answers, "declined": found.declined}
        sys.stdout.write(json.dumps(reply, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0
