"""Word lists, places and the privacy notice, as people edit them."""

import csv
import re

import pytest

from bot.content import load_content
from conversations.chat import open_screen
from conversations.commands import COMMANDS
from conversations.decisions import Choice, Words
from conversations.known import Office
from conversations.screens import understand
from conversations.text import fold
from tests.conversations.world import CONTENT, LEXICON, NOW, Chat, adult, known, lists, worded


def screens() -> list[Chat]:
    """Chats that stand, between them, at every kind of question that has buttons."""
    fresh = Chat().say("hola")
    at_notice = Chat().say("hola", "sí")
    at_service = Chat().say("hola", "sí", "seguir")
    office = (Office("JAC de Manga", "president", NOW),)
    officer = known(adult(offices=office, masked_phone="••• ••• ••67"))
    to_comuna = ("jac", "JAC de Manga", "2")
    summary = ("jac", "JAC de Manga", "manga", "omitir", "omitir", "fiscal", "omitir")
    started = [Chat(known(adult())).command("registrar") for _ in range(9)]
    return [
        fresh, at_notice, at_service,
        Chat(officer).command("misdatos"), Chat(officer).command("misdatos").say("borrar"),
        Chat(officer).command("permisos"), Chat(officer).command("permisos").say("cargo"),
        Chat(known(adult(refuses=("role", "phone", "statistics", "service")))).command("permisos"),
        Chat(officer).command("registrar"), started[0], started[1].say(*to_comuna), started[2].say(*to_comuna, "6"),
        started[3].say(*to_comuna, "6", "ver más"), started[4].say("jac", "JAC", "JAC Uno", "olaya"),
        started[5].say("jac", "JAC Uno", "manga", "omitir", "omitir"), started[6].say(*summary),
        started[7].say(*summary, "cambiar"), started[8].say("jac").command("cancelar").command("borrador"),
        Chat(known(adult())).command("registrar").say(*summary, "cambiar", "nit"),
        Chat(known(adult())).command("registrar").say("asojuntas", "Asojuntas Seis", "2", "6"),
    ]  # fmt: skip


def test_whatever_is_written_on_a_button_can_be_typed_instead() -> None:
    for chat in screens():
        screen = open_screen(chat.state, chat.known)
        assert screen is not None, chat.state
        for row in screen.rows:
            for item in row:
                said = understand(screen, worded(item.label), LEXICON, free=False)
                found = said.value if isinstance(item, Choice) else said.command
                assert found == (item.value if isinstance(item, Choice) else item.command), (screen.question, item)


@pytest.mark.parametrize("key", ["skip-button", "back-button", "help-button"])
def test_the_keys_beside_the_contact_button_are_understood_when_telegram_types_them(key: str) -> None:
    assert key.removesuffix("-button") in LEXICON.means(worded(Words(key)))


def test_every_link_can_be_typed_at_home() -> None:
    keys = {
        "register-button": "registrar", "resume-button": "registrar", "my-data-button": "misdatos",
        "permissions-button": "permisos", "mute-button": "silencio", "unmute-button": "mensajes",
        "start-button": "start", "discard-button": "borrador", "read-notice-button": "aviso",
        "correct-age-button": "start",
    }  # fmt: skip

    for key, command in keys.items():
        assert command in LEXICON.means(worded(Words(key))), key


def test_a_list_is_named_after_what_it_means_and_says_nothing_twice() -> None:
    for name, forms in lists().items():
        assert re.fullmatch(r"[a-z-]+", name)
        folded = [fold(form) for form in forms]
        assert all(folded), name
        assert len(set(forms)) == len(forms), name


def test_yes_and_no_never_mean_the_same() -> None:
    both = [form for form, meanings in LEXICON.meanings.items() if {"yes", "no"} <= meanings]

    assert both == []


def test_words_for_silence_mean_nothing_else() -> None:
    assert [form for form, names in LEXICON.meanings.items() if "silencio" in names and len(names) > 1] == []


def test_every_command_shown_has_a_description() -> None:
    for command in COMMANDS:
        assert worded(Words(f"command-{command}"))


def test_the_places_are_those_of_the_city() -> None:
    with (CONTENT / "territory.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert set(rows[0]) == {"localidad", "comuna", "kind", "name"}
    assert len(rows) == 219
    assert sum(row["kind"] == "barrio" for row in rows) == 187


def test_the_notice_is_read_and_says_what_the_law_asks_of_it() -> None:
    notice = load_content(CONTENT).notice

    assert notice.version
    assert notice.responsible
    assert notice.contact
    for piece in ("Ley 1581 de 2012", "dato sensible", "fuera de Colombia", "10 días hábiles", "Superintendencia"):
        assert piece in notice.text
    assert len(worded(Words("notice-full", {"text": notice.text, "version": notice.version}))) <= 3800
    assert len(re.findall(r"^\d+\. ", notice.text, re.MULTILINE)) == 10


def test_the_content_loads_as_the_bot_loads_it() -> None:
    content = load_content(CONTENT)

    assert content.locales[0] == "es-CO"
    assert "yes" in content.lexicon.means("sí")
    assert content.territory.find("manga")[0].place.name == "Manga"
