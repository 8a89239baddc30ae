"""What is written to the log: one line a record, without tokens and phone numbers whatever a library puts in."""

import logging
import re

# A token is replaced wherever it appears (libraries like to print URLs), and so is anything that looks like a
# Colombian mobile number. By value, not by field name.
_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{30,}")
_PHONE = re.compile(r"(?<!\d)(?:\+?57[ .-]?)?\(?3\d{2}\)?[ .-]?\d{3}[ .-]?\d{2}[ .-]?\d{2}(?!\d)")


class Discreet(logging.Formatter):
    """Formats a record and blots secrets out of the result, traceback included."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line as it may be shown."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "[secret]")
        return _PHONE.sub("[phone]", _TOKEN.sub("[token]", line))


def set_up_logging(level: str, secrets: tuple[str, ...]) -> None:
    """Log to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # The libraries' own DEBUG quotes whole updates, with names and what people wrote.
    for chatty in ("telegram", "apscheduler", "aiosqlite", "asyncio", "httpx", "aiohttp.access"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))
