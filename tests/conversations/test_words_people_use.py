"""Everyday words in place of buttons: forms, politeness, numbers, typos."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.phone import international, looks_like_phone, masked
from conversations.text import calm, cut, fold, tidy, visible
from tests.conversations.world import LEXICON


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("Sí", "yes"), ("si señor", "yes"), ("claro que sí", "yes"), ("Acepto, gracias", "yes"), ("NO", "no"),
        ("no acepto", "no"), ("mejor no", "no"), ("ayuda por favor", "help"), ("¿Ayuda?", "help"), ("atras", "back"),
        ("quiero volver", "back"), ("salir", "cancel"), ("cancelar porfa", "cancel"), ("no tengo", "skip"),
        ("saltar", "skip"), ("no la sé", "skip"), ("No quiero más mensajes", "silencio"),
        ("por favor no me escriban más", "silencio"), ("dejen de escribirme", "silencio"),
        ("quiero ver mis datos", "misdatos"), ("Buenos días", "start"),
    ],
)  # fmt: skip
def test_everyday_words_are_understood(said: str, meaning: str) -> None:
    assert meaning in LEXICON.means(said)


@pytest.mark.parametrize(
    ("said", "number"), [("1", 1), ("la 2", 2), ("dos", 2), ("la primera", 1), ("opción 3", 3), ("el número 4.", 4)]
)
def test_numbers_are_understood(said: str, number: int) -> None:
    assert LEXICON.number(said) == number


@pytest.mark.parametrize("said", ["", "...", "tengo 2 hijos", "1.000.000"])
def test_what_is_no_choice_is_no_number(said: str) -> None:
    assert LEXICON.number(said) is None


def test_a_typo_still_means_the_nearest_word() -> None:
    assert LEXICON.nearly_means("canselar") == {"cancel"}
    assert LEXICON.nearly_means("presidenta") >= {"president"}
    assert LEXICON.nearly_means("xy") == frozenset()


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up_and_tidied(text: str) -> None:
    LEXICON.means(text)
    LEXICON.nearly_means(text)

    assert fold(fold(text)) == fold(text)
    assert tidy(tidy(text)) == tidy(text)
    assert "\n" not in tidy(text)


def test_accents_and_capitals_do_not_matter_but_the_letter_ene_does() -> None:
    assert fold("  ¡MÁRTIR, Camagüey!  ") == "martir camaguey"
    assert fold("Nariño") == "nariño"


def test_shouted_names_are_calmed_and_others_left_alone() -> None:
    assert calm("JAC DEL BARRIO LA PAZ") == "JAC del Barrio la Paz"
    assert calm("JAC Junín") == "JAC Junín"


def test_a_cut_text_says_so() -> None:
    assert cut("abcdef", 4) == "abc…"
    assert cut("abcd", 4) == "abcd"


def test_a_number_is_kept_internationally_and_shown_masked() -> None:
    assert international("573001234567") == international("+57 300 123 4567") == "+573001234567"
    assert international("3001234567") == "+573001234567"
    assert masked("+573001234567") == "••• ••• ••67"
    assert looks_like_phone("300 123 45 67")
    assert not looks_like_phone("no tengo")


def test_what_is_passed_on_to_somebody_loses_what_cannot_be_seen_and_keeps_its_lines() -> None:
    assert visible("\x07\x1b[31mBuenas\u202e\ntardes ") == "[31mBuenas\ntardes"
