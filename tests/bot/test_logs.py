"""Whatever a library puts into the log, no token, secret or phone comes out."""

import io
import logging
import re
from collections.abc import Iterator

import pytest

from bot.logs import set_up_logging

TOKEN = "1234567890:AAinvented-token_of_no_bot_at_all-xyz"
SECRET = "sesamo-abrete"


@pytest.fixture
def output(capsys: pytest.CaptureFixture[str]) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    set_up_logging("DEBUG", (SECRET,))
    for handler in root.handlers:
        assert isinstance(handler, logging.StreamHandler)
        handler.setStream(stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize(
    "said",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"header {SECRET}!",
        "contact +573005550199",
        "contact 573005550199",
        "contact 3005550199.",
        "contact 300 555 01 99 and 300 555 0199",
        "contact +57 300-555-0199",
        "contact (300) 555 0199",
    ],
)
def test_no_secret_is_in_the_line(output: io.StringIO, said: str) -> None:
    logging.getLogger("a.library").warning("it says %s", said)

    line = output.getvalue()
    assert TOKEN not in line
    assert SECRET not in line
    assert not re.search(r"01 ?99", line)
    assert "a.library: it says" in line


def test_not_even_in_a_traceback(output: io.StringIO) -> None:
    try:
        raise RuntimeError(  # noqa: TRY301 — a traceback is wanted
            f"cannot reach /bot{TOKEN}/getMe for +573005550199 with {SECRET}"
        )
    except RuntimeError:
        logging.getLogger("a.library").exception("broken")

    text = output.getvalue()
    assert "Traceback" in text
    assert "[token]" in text
    assert "[phone]" in text
    assert "[secret]" in text
    assert TOKEN not in text
    assert "5550199" not in text


def test_what_is_no_secret_stays_as_it_is(output: io.StringIO) -> None:
    logging.getLogger("bot").info("update 123456789 took 12:30:15 and 4500000 bytes")

    assert "update 123456789 took 12:30:15 and 4500000 bytes" in output.getvalue()


def test_libraries_that_talk_much_are_heard_when_they_warn(output: io.StringIO) -> None:
    for name in ("aiosqlite", "apscheduler.scheduler", "aiohttp.access"):
        logging.getLogger(name).info("chatter")
        logging.getLogger(name).warning("something is wrong")

    assert "chatter" not in output.getvalue()
    assert output.getvalue().count("something is wrong") == 3
