"""The rules themselves: they see what nobody should read, and let the person's own words pass."""

import pytest

from tests.fuzz.shown import complaints, leftovers


@pytest.mark.parametrize(
    "text",
    [
        "Sector: None", "Hola { $name }", "registration-name", "Su barrio_other", "Please write the name",
        "<b>Hola</b>",
        "Manga &amp; Pie de la Popa", "¿Cómo???", "Rosa\u202eatsaH", "undefined", "Traceback",
    ],
)  # fmt: skip
def test_a_leftover_of_the_program_is_seen(text: str) -> None:
    assert leftovers(text, ["Rosa"])


@pytest.mark.parametrize(
    "text", ["Puede ser un error al escribir.", "890.480.184-4", "«Atrás»", "• no", "1. Quién responde", "no acepta"]
)
def test_plain_spanish_is_let_pass(text: str) -> None:
    assert not leftovers(text, [])


def test_a_person_s_own_strange_name_may_be_quoted_even_cut() -> None:
    name = "Junta <b>the-end</b> " + "None " * 20

    assert not leftovers(f"Nombre: {name[:39].rstrip()}… y {name}", [name])
    assert leftovers("Nombre: None", ["Junta None"])


def test_length_and_labels_are_measured() -> None:
    body = {"text": "a" * 501, "reply_markup": {"inline_keyboard": [[{"text": "b" * 21}], [{"text": "Zaragocilla"}]]}}

    found = complaints(body, [])

    assert len(found) == 2
    assert not complaints({"text": "Revise antes de enviar" + "a" * 600}, [])
