"""Sole reader of the environment (and of .env): what this installation is."""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_TOKEN = r"^[1-9]\d{0,19}:[A-Za-z0-9_-]{3,60}$"  # noqa: S105 — a pattern, not a token
_SECRET = r"^[A-Za-z0-9_-]{1,256}$"  # noqa: S105 — what Telegram accepts as secret_token


_IN_WORDS = {
    ("", "missing"): "is missing",
    ("TELEGRAM_BOT_TOKEN", "string_pattern_mismatch"): "is not a token as @BotFather gives it (numbers:letters)",
    ("WEBHOOK_SECRET", "string_pattern_mismatch"): "may hold 1 to 256 letters, digits, _ and - only",
}


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one line for the person who starts the bot."""


class Settings(BaseSettings):
    """Environment of the program; names are those of the README, in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", hide_input_in_errors=True, env_ignore_empty=True
    )

    telegram_bot_token: Annotated[str, Field(pattern=_TOKEN)]
    telegram_api_url: str = "https://api.telegram.org"
    database_path: Path = Path("var/juntas.sqlite3")
    bot_mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str | None = None
    webhook_secret: Annotated[str, Field(pattern=_SECRET)] | None = None
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    owner_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    # Which requests for an office wait for a coordinator: those in doubt, or all.
    claim_review: Literal["doubtful", "all"] = "doubtful"
    timezone: str = "America/Bogota"
    content_dir: Path | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    encryption_key: str | None = None
    # Raised, or lifted with 0, for load tests only; Telegram's own limits do not move.
    send_rate_per_second: Annotated[float, Field(ge=0)] = 29.0
    # For load and chaos tests, where the person answers faster than any person.
    chat_rate_per_second: Annotated[float, Field(ge=0)] = 1.0

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part for part in value.replace(" ", "").split(",") if part] if isinstance(value, str) else value

    @field_validator("telegram_api_url")
    @classmethod
    def _only_origin(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
            raise ValueError("needs scheme, host and port only, such as https://api.telegram.org")
        return value.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("is not a time zone such as America/Bogota") from error
        return value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> "Settings":
        if self.bot_mode == "webhook" and not (self.webhook_url and self.webhook_secret):
            raise ValueError("BOT_MODE=webhook needs WEBHOOK_URL and WEBHOOK_SECRET")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The municipality's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def talks_to_simulator(self) -> bool:
        """Whether the Bot API is on this machine: only then may the clock be moved from outside."""
        return urlsplit(self.telegram_api_url).hostname in _LOOPBACK

    def secrets(self) -> tuple[str, ...]:
        """Values that must never be seen in a log."""
        return tuple(s for s in (self.telegram_bot_token, self.webhook_secret, self.encryption_key) if s)


def load_settings() -> Settings:
    """Read the environment. Raises SettingsError with one line that names each variable and what is wrong with it."""
    try:
        return Settings()  # type: ignore[call-arg]  # the fields come from the environment
    except ValidationError as error:
        problems = []
        for problem in error.errors(include_input=False, include_url=False):
            name = str(problem["loc"][0]).upper() if problem["loc"] else ""
            what = _IN_WORDS.get((name, problem["type"])) or _IN_WORDS.get(("", problem["type"]))
            what = what or problem["msg"].removeprefix("Value error, ")
            problems.append(f"{name} {what}".strip())
        raise SettingsError("; ".join(problems)) from error
