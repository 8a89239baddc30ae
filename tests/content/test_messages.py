"""Every text of the bot: complete, short enough, right with 0, 1 and 432, and used."""

import ast
import re
from datetime import datetime
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from tests.conversations.world import BUNDLE, variables

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "content/locale/es-CO").glob("*.ftl"))
# Used by bot/ (profile, groups, files, owners), whose keys are put together elsewhere.
NOT_OF_CONVERSATIONS = {"bot.ftl", "house.ftl", "faq_check.ftl", "sheets.ftl", "forms.ftl"}
CARDS = {
    "writing-record",
    "merge-sides",
    "merge-confirm",
    "enter-sure",
    "import-preview",
    "import-details",
    "edit-confirm",
    "my-data-card",
    "registration-summary",
    "notice-full",
    "stacked",
    "owner-health",
    "join-offer",
    "join-change",
    "my-board-page",
}
LONG_NAME = "Junta de Acción Comunal del barrio República de Venezuela II"
MOMENT = "miércoles 24 de noviembre, 12:30 p. m."


def _messages() -> dict[str, tuple[str, ftl.Message]]:
    found: dict[str, tuple[str, ftl.Message]] = {}
    for path in FILES:
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), (path.name, entry.content)
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} twice"
                found[entry.id.name] = (path.name, entry)
    return found


MESSAGES = _messages()


def worded(key: str, number: int) -> str:
    """The message with long arguments; whatever looks like a count is this number."""
    numbers = {
        "count", "others", "page", "pages", "step", "total", "boards", "waiting", "parked", "queued", "uncertain",
        "repeated", "failed", "unreachable", "claims", "first", "last", "officers", "entered",
    }  # fmt: skip
    moments = {"registered", "decided", "erased", "moment"}
    short = {
        "version": "2026-11",
        "comuna": "Comuna 15",
        "localidad": "Histórica y del Caribe Norte",
        "answer": "acepta",
        "number": "12",
    }
    arguments: dict[str, str | int | datetime] = {}
    for name in variables(key):
        arguments[name] = number if name in numbers else MOMENT if name in moments else short.get(name, LONG_NAME)
    pattern = BUNDLE.get_message(key).value
    assert pattern is not None
    text, errors = BUNDLE.format_pattern(pattern, arguments)
    assert not errors, (key, errors)
    return str(text)


def shown(text: str) -> str:
    """Without the marks for bold letters."""
    return re.sub(r"</?b>", "", text)


@pytest.mark.parametrize("key", MESSAGES)
def test_a_message_is_short_and_whole_with_long_names_and_with_0_1_and_432(key: str) -> None:
    for number in (0, 1, 432):
        text = shown(worded(key, number))

        assert len(text) <= (900 if key in CARDS else 500)
        assert not re.search(r"undefined|null|None|\{|\}|\$|  ", text)
        assert "<" not in text
        assert text == text.strip()


@pytest.mark.parametrize("key", [key for key in MESSAGES if key.endswith("-button")])
def test_a_button_has_at_most_twenty_letters_and_no_marks(key: str) -> None:
    text = worded(key, 1)

    assert 2 <= len(text) <= 20
    assert text[0].isupper()
    assert not re.search(r"[<>{}.:]", text)


@pytest.mark.parametrize("key", [key for key in MESSAGES if key.startswith("role-")])
def test_an_office_fits_its_button(key: str) -> None:
    assert len(worded(key, 1)) <= 20


@pytest.mark.parametrize("key", [key for key in MESSAGES if key.startswith("late-press") or key.endswith("-toast")])
def test_what_is_shown_for_a_moment_fits_telegram(key: str) -> None:
    assert len(worded(key, 1)) <= 200


def test_the_profile_fits_telegram() -> None:
    assert len(worded("bot-description", 1)) <= 512
    assert len(worded("bot-short-description", 1)) <= 120
    for key in MESSAGES:
        if key.startswith("command-"):
            assert re.fullmatch(r"[a-z0-9_]{1,32}", key.removeprefix("command-"))
            assert 3 <= len(worded(key, 1)) <= 256


@pytest.mark.parametrize("key", MESSAGES)
def test_a_message_says_usted_has_one_signpost_and_no_computer_words(key: str) -> None:
    text = worded(key, 2)
    emoji = re.findall(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]", text)

    assert len(emoji) <= 1
    assert not emoji or text.startswith(emoji[0])
    forbidden = (
        r"\b(tú|tu|tus|te|ti|vos|contigo|Excel|JSON|ID|token|timeout|callback|usuario|chatbot|inválid[oa]|error de)\b"
    )
    assert not re.search(forbidden, text)
    assert not re.search(r"\b(?!SECOP)[A-ZÁÉÍÓÚÑ]{5,}\b", text)


@pytest.mark.parametrize(
    ("key", "number", "piece"),
    [
        ("home-unfinished", 0, "Todavía no hay respuestas"), ("home-unfinished", 1, "guardada 1 respuesta."),
        ("home-unfinished", 432, "guardadas 432 respuestas"), ("registration-paused", 1, "Guardé 1 respuesta;"),
        ("my-data-draft", 0, "ninguno"), ("my-data-draft", 1, "1 respuesta"), ("discard-sure", 432, "432 respuestas"),
        ("owner-parked", 1, "1 mensaje</b> no se pudo"), ("owner-parked", 432, "432 mensajes</b> no se pudieron"),
        ("permission-role-sure", 1, "Borro su cargo."), ("permission-role-sure", 432, "432 solicitudes en revisión"),
        ("my-data-erase", 1, "Su solicitud en revisión se retira."), ("home-waiting", 432, "Tiene otras 432 más."),
        ("my-data-more-offices", 432, "432 cargos más"),
    ],
)  # fmt: skip
def test_counted_things_agree_with_their_number(key: str, number: int, piece: str) -> None:
    assert piece in worded(key, number)


# --- keys of the code and keys of the files ---------------------------------------------------------------------------


def _sources() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "conversations").rglob("*.py"))]


def _named_in_code() -> tuple[set[str], list[re.Pattern[str]]]:
    exact: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for module in _sources():
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                exact.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else "[a-z-]+" for p in node.values]
                if any(part != "[a-z-]+" for part in parts):
                    patterns.append(re.compile("".join(parts)))
    return exact, patterns


def test_every_message_of_the_conversations_is_said_somewhere() -> None:
    exact, patterns = _named_in_code()

    orphans = [
        key
        for key, (file, _) in MESSAGES.items()
        if file not in NOT_OF_CONVERSATIONS
        and key not in exact
        and not any(pattern.fullmatch(key) for pattern in patterns)
    ]

    assert orphans == []


def test_every_key_written_in_the_conversations_exists_with_the_arguments_given() -> None:
    for module in _sources():
        for node in ast.walk(module):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Words"):
                continue
            for key in _whole_constants(node.args[0]):
                assert key in MESSAGES, key
                if len(node.args) == 1:
                    assert variables(key) == set(), key
                elif isinstance(node.args[1], ast.Dict) and None not in node.args[1].keys:
                    given = {name.value for name in node.args[1].keys if isinstance(name, ast.Constant)}
                    assert given == variables(key), key


def _whole_constants(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_whole_constants(node.body), *_whole_constants(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
