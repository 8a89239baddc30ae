"""What the documents say is there: commands, settings, links, pictures, terms, versions."""

import re
import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from storage.migrate import migrate

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))
SETTINGS = sorted(name.upper() for name in Settings.model_fields)
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")
ADDRESS_OF_A_REGISTRY = re.compile(r"py[p]i\.org|python[h]osted|npm[j]s|/simple/|index-url|find-links", re.IGNORECASE)
PATH_OF_ONE_COMPUTER = re.compile(r"(?<![\w.:/])/(?:home|root|work|tmp|mnt|Users|workspace)/|[A-Z]:\\")


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def links(page: Path) -> Iterator[str]:
    for found in LINK.finditer(text(page)):
        target = (found[1] or found[2]).partition("#")[0]
        if target and not re.match(r"https?:|mailto:", target):
            yield target


def tables() -> list[str]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection)
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return sorted(row[0] for row in rows)
    finally:
        connection.close()


def test_who_opens_the_readme_finds_the_two_commands() -> None:
    commands = re.findall(r"^make \w+", text(ROOT / "README.md"), re.MULTILINE)

    assert commands == ["make demo", "make test"]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("page", ["README.md", "docs/operations.md", ".env.example"])
def test_who_installs_the_bot_finds_every_setting(page: str, setting: str) -> None:
    assert re.search(rf"\b{setting}\b", text(ROOT / page))


def test_the_readme_and_the_example_invent_no_setting() -> None:
    in_table = re.findall(r"^\| `([A-Z_]+)` \|", text(ROOT / "README.md"), re.MULTILINE)
    in_example = re.findall(r"^(?:# )?([A-Z_]+)=", text(ROOT / ".env.example"), re.MULTILINE)

    assert sorted(in_table) == SETTINGS
    assert sorted(in_example) == SETTINGS


def test_the_defaults_in_the_example_are_those_of_the_program() -> None:
    shown = dict(re.findall(r"^# ([A-Z_]+)=(.+)$", text(ROOT / ".env.example"), re.MULTILINE))
    defaults = {key.upper(): field.default for key, field in Settings.model_fields.items()}
    examples = {"WEBHOOK_URL", "CONTENT_DIR"}  # these have none

    for key in shown.keys() - examples:
        assert shown[key] == (f"{defaults[key]:g}" if isinstance(defaults[key], float) else str(defaults[key]))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    missing = [target for target in links(page) if not (page.parent / target).exists()]

    assert missing == []


def test_every_picture_is_shown_somewhere_and_light_enough_for_a_phone() -> None:
    shown = {(page.parent / target).resolve() for page in PAGES for target in links(page)}
    pictures = sorted((ROOT / "docs" / "images").iterdir())

    assert [name(picture) for picture in pictures if picture.resolve() not in shown] == []
    assert [name(picture) for picture in pictures if picture.stat().st_size > 200_000] == []


@pytest.mark.parametrize("page", [*PAGES, ROOT / ".env.example"], ids=name)
def test_a_page_names_no_package_registry_and_no_path_of_one_computer(page: Path) -> None:
    assert ADDRESS_OF_A_REGISTRY.findall(text(page)) == []
    assert PATH_OF_ONE_COMPUTER.findall(text(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    named = re.findall(r"(?:`|^|\bSEED=\d+ )make ([a-z]+)\b", text(page), re.MULTILINE)

    assert set(named) <= TARGETS


def test_the_newest_version_of_the_changelog_is_the_one_of_the_package() -> None:
    newest = re.findall(r"^## (\S+)", text(ROOT / "CHANGELOG.md"), re.MULTILINE)[0]
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]

    assert newest == project["version"]


@pytest.mark.parametrize("page", ADRS, ids=name)
def test_a_decision_has_its_number_and_its_four_parts(page: Path) -> None:
    title, *parts = re.findall(r"^##? (.+)$", text(page), re.MULTILINE)

    assert title.split()[0] == page.name[:4]
    assert parts == ["Context", "Decision", "What we rejected", "Consequences"]


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(page.name[:4]) for page in ADRS] == list(range(1, len(ADRS) + 1))


def test_a_decision_that_the_code_cites_exists() -> None:
    sources = [
        ROOT / "pyproject.toml",
        *(f for room in ("bot", "storage", "conversations") for f in (ROOT / room).rglob("*.py")),
    ]
    cited = {number for source in sources for number in re.findall(r"docs/adr/(\d{4})", text(source))}

    assert cited
    assert cited <= {page.name[:4] for page in ADRS}


@pytest.mark.parametrize("table", tables())
@pytest.mark.parametrize("page", ["docs/glossary.md", "docs/architecture.md"])
def test_every_table_is_explained(page: str, table: str) -> None:
    assert f"`{table}`" in text(ROOT / page)
