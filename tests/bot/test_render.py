"""What was decided becomes what Telegram takes: limits kept, people's words escaped."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render import button_data, clipped, screen_payload, text_payload, toast
from bot.words import Wording
from conversations.decisions import Choice, ContactKeyboard, Link, Screen, Words

SOURCE = """
ask = <b>¿Cómo se llama?</b>
hello = Buenas, <b>{ $name }</b>
yes = Sí
long = { $text }
share = Compartir mi número
later = Después
"""
WORDING = Wording("es-CO", {"test.ftl": SOURCE}, ZoneInfo("America/Bogota"))


def test_a_button_carries_its_meaning_and_the_version_of_its_screen() -> None:
    screen = Screen("kind", Words("ask"), ((Choice("jac", Words("yes"), "success"), Choice("jvc", "Vivienda <3")),))

    payload = screen_payload(screen, "registration", 7, WORDING)

    assert payload == {
        "text": "<b>¿Cómo se llama?</b>",
        "reply_markup": {
            "inline_keyboard": [
                [
                    {"text": "Sí", "callback_data": "registration:kind:jac:7", "style": "success"},
                    {"text": "Vivienda <3", "callback_data": "registration:kind:jvc:7"},
                ]
            ]
        },
    }


def test_a_link_belongs_to_no_question_and_works_under_any_message() -> None:
    link = Link("registrar", Words("yes"))
    in_screen = screen_payload(Screen("kind", Words("ask"), ((link,),)), "registration", 7, WORDING)

    in_text = text_payload(Words("ask"), WORDING, ((link,),))

    assert in_screen == in_text
    assert in_text["reply_markup"] == {"inline_keyboard": [[{"text": "Sí", "callback_data": "go:registrar"}]]}


def test_a_message_without_buttons_has_no_markup() -> None:
    assert text_payload(Words("ask"), WORDING) == {"text": "<b>¿Cómo se llama?</b>"}
    assert screen_payload(Screen("name", Words("ask")), "registration", 1, WORDING) == {
        "text": "<b>¿Cómo se llama?</b>"
    }


def test_the_own_number_is_asked_for_with_telegram_s_button() -> None:
    screen = Screen("phone", Words("ask"), keyboard=ContactKeyboard(Words("share"), (Words("later"),)))

    assert screen_payload(screen, "registration", 1, WORDING)["reply_markup"] == {
        "keyboard": [[{"text": "Compartir mi número", "request_contact": True}], [{"text": "Después"}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }


def test_what_people_typed_cannot_become_markup() -> None:
    payload = text_payload(Words("hello", {"name": '<a href="x">Rosa & hijos</a>'}), WORDING)

    assert payload["text"] == 'Buenas, <b>&lt;a href="x"&gt;Rosa &amp; hijos&lt;/a&gt;</b>'


def test_a_toast_is_plain_and_short_enough() -> None:
    assert toast(Words("hello", {"name": "Rosa & hijos"}), WORDING) == "Buenas, Rosa & hijos"
    assert len(toast(Words("long", {"text": "x" * 201}), WORDING)) == 200
    assert toast(Words("long", {"text": "x" * 200}), WORDING) == "x" * 200


@given(st.text(max_size=30), st.text(max_size=30), st.integers(0, 10**9))
def test_button_data_fits_or_is_refused_loudly(question: str, value: str, version: int) -> None:
    data = f"registration:{question}:{value}:{version}"

    if len(data.encode("utf-8", "surrogatepass")) > 64:
        with pytest.raises(ValueError, match="over 64 bytes"):
            button_data("registration", question, value, version)
    else:
        assert button_data("registration", question, value, version) == data


def test_sixty_four_bytes_are_counted_as_bytes() -> None:
    assert button_data("r", "q", "ñ" * 28, 10_0)
    with pytest.raises(ValueError, match="over 64 bytes"):
        button_data("r", "q", "ñ" * 29, 10_0)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.integers(1, 300))
def test_a_text_is_never_longer_than_telegram_takes(text: str, times: int) -> None:
    shown = clipped(text * times)

    assert len(shown.encode("utf-16-le")) // 2 <= 4096
    assert shown == text * times or shown.endswith("…")


def test_a_text_that_just_fits_is_left_alone_also_when_it_is_all_emoji() -> None:
    assert clipped("x" * 4096) == "x" * 4096
    assert clipped("🏘" * 2048) == "🏘" * 2048
    assert clipped("🏘" * 2049).endswith("🏘…")
