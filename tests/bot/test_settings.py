"""A setting that is missing or wrong is told in one line that names it and never shows it."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

TOKEN = "12345:an-invented-token-of-no-bot-at-all"
SECRET_VALUE = "no-lo-muestre"


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder and an environment without any of our names but the token."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)


def test_a_token_is_all_it_needs() -> None:
    settings = load_settings()

    assert settings.telegram_bot_token == TOKEN
    assert (settings.bot_mode, settings.timezone, settings.owner_ids) == ("polling", "America/Bogota", frozenset())
    assert settings.secrets() == (TOKEN,)
    assert not settings.talks_to_simulator


def test_without_a_token_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN")

    with pytest.raises(SettingsError, match=r"^TELEGRAM_BOT_TOKEN is missing$"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", SECRET_VALUE),
        ("TELEGRAM_BOT_TOKEN", f"0:{SECRET_VALUE}"),
        ("TELEGRAM_BOT_TOKEN", f"1:{SECRET_VALUE}/x"),
        ("TELEGRAM_API_URL", f"ftp://{SECRET_VALUE}"),
        ("TELEGRAM_API_URL", f"https://example.org/{SECRET_VALUE}"),
        ("TELEGRAM_API_URL", f"http://[{SECRET_VALUE}"),
        ("BOT_MODE", SECRET_VALUE),
        ("WEBHOOK_SECRET", f"{SECRET_VALUE} con espacios"),
        ("PORT", SECRET_VALUE),
        ("PORT", "65536"),
        ("OWNER_IDS", f"1,{SECRET_VALUE}"),
        ("TIMEZONE", f"America/{SECRET_VALUE}"),
        ("TIMEZONE", "America"),
        ("TIMEZONE", "../../etc/passwd"),
        ("LOG_LEVEL", SECRET_VALUE),
        ("SEND_RATE_PER_SECOND", SECRET_VALUE),
        ("SEND_RATE_PER_SECOND", "-0.5"),
        ("CHAT_RATE_PER_SECOND", "-1"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as refusal:
        load_settings()

    line = str(refusal.value)
    assert line.startswith(f"{name} ")
    assert "\n" not in line
    assert SECRET_VALUE not in line
    assert TOKEN not in line


def test_all_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN")
    monkeypatch.setenv("PORT", "x")

    with pytest.raises(SettingsError, match=r"TELEGRAM_BOT_TOKEN is missing; PORT "):
        load_settings()


@pytest.mark.parametrize("given", [{}, {"WEBHOOK_URL": "https://example.org"}, {"WEBHOOK_SECRET": "x"}])
def test_a_webhook_needs_its_address_and_its_secret(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> None:
    for name, value in ({"BOT_MODE": "webhook"} | given).items():
        monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match="WEBHOOK_URL and WEBHOOK_SECRET"):
        load_settings()


def test_owners_are_numbers_between_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER_IDS", " 12, 34 ,,56,")

    assert load_settings().owner_ids == {12, 34, 56}


@pytest.mark.parametrize("url", ["http://127.0.0.1:8081", "http://localhost:1/", "http://[::1]:80"])
def test_only_an_api_on_this_machine_may_move_the_clock(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", url)

    settings = load_settings()

    assert settings.talks_to_simulator
    assert not settings.telegram_api_url.endswith("/")


def test_a_file_beside_the_program_is_read_and_the_environment_overrides_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("PORT=9001\nHOST=0.0.0.0\nNOT_OURS=1\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "9002")

    settings = load_settings()

    assert (settings.host, settings.port) == ("0.0.0.0", 9002)  # noqa: S104 — read, not bound
