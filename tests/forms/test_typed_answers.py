"""What people type in answer to each type of question, and what is kept of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.asking import Asked
from conversations.forms.choices import Choice
from conversations.forms.codecs import read_answer
from conversations.forms.rejected import Rejected
from tests.forms.filling import spanish

YES_NO = (Choice("s", "Sí"), Choice("n", "No"), Choice("ns", "No sabe"))
NEEDS = (
    Choice("a", "Agua y alcantarillado"), Choice("v", "Vías"), Choice("p", "Parque infantil"), Choice("c", "Cancha"),
    Choice("x", "Ninguno de los anteriores"),
)  # fmt: skip


def kept(text: str, kind: str = "string", control: str = "input", **more: object) -> str:
    """What is stored, or the key of the refusal."""
    answer = read_answer(text, Asked("/data/q", kind, control, **more), spanish())  # type: ignore[arg-type]
    return answer.key if isinstance(answer, Rejected) else answer


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("12", "12"), ("1.234", "1234"), ("1 234", "1234"), ("1,234", "1234"), ("$ 1'234.567", "1234567"),
        ("doce", "12"), ("-5", "-5"), ("34 años", "34"), ("１２", "12"), ("2,0", "2"),
        ("2,5", "form-answer-integer-fraction"), ("muchos", "form-answer-integer"), ("10-12", "form-answer-integer"),
        ("99999999999", "form-answer-large"), ("3 o 4", "form-answer-integer"),
    ],
)  # fmt: skip
def test_whole_numbers(typed: str, stored: str) -> None:
    assert kept(typed, "int") == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1.234,5", "1234.5"), ("1,5", "1.5"), ("1.5", "1.5"), ("1,234.50", "1234.5"), ("1.234", "1234"),
        ("1.234.567,89", "1234567.89"), ("0,5", "0.5"), ("50%", "50"), ("1,2,3", "form-answer-decimal"),
        ("siete", "7"), ("1.2.3", "form-answer-decimal"), ("", "form-answer-empty"),
    ],
)  # fmt: skip
def test_numbers_with_a_fraction(typed: str, stored: str) -> None:
    assert kept(typed, "decimal") == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("31/12/1990", "1990-12-31"), ("1-2-2020", "2020-02-01"), ("1990-12-31", "1990-12-31"), ("ayer", "2026-11-24"),
        ("Hoy", "2026-11-25"), ("pasado mañana", "2026-11-27"), ("12 de marzo de 2020", "2020-03-12"),
        ("marzo 12 de 2020", "2020-03-12"), ("primero de mayo de 2024", "2024-05-01"), ("31/12/90", "1990-12-31"),
        ("5 set 2021", "form-answer-date"), ("31/02/2020", "form-answer-date-impossible"),
        ("12 de marzo", "form-answer-date-year"), ("el otro día", "form-answer-date"), ("2020", "form-answer-date"),
    ],
)  # fmt: skip
def test_days(typed: str, stored: str) -> None:
    assert kept(typed, "date") == stored


@pytest.mark.parametrize(
    ("typed", "appearance", "stored"),
    [
        ("marzo de 2020", "month-year", "2020-03-01"), ("03/2020", "month-year", "2020-03-01"),
        ("2020", "year", "2020-01-01"), ("2020", "month-year", "form-answer-date"),
    ],
)  # fmt: skip
def test_months_and_years(typed: str, appearance: str, stored: str) -> None:
    assert kept(typed, "date", appearances=(appearance,)) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("14:30", "14:30:00.000-05:00"), ("2:30 pm", "14:30:00.000-05:00"), ("2:30 p. m.", "14:30:00.000-05:00"),
        ("8 a.m.", "08:00:00.000-05:00"), ("12:15 de la tarde", "12:15:00.000-05:00"), ("1430", "14:30:00.000-05:00"),
        ("12 am", "00:00:00.000-05:00"), ("8", "form-answer-time"), ("25:00", "form-answer-time"),
        ("14:30 pm", "form-answer-time"),
    ],
)  # fmt: skip
def test_hours(typed: str, stored: str) -> None:
    assert kept(typed, "time") == stored


def test_a_day_with_its_hour() -> None:
    assert kept("31/12/2020 2:30 pm", "dateTime") == "2020-12-31T14:30:00.000-05:00"
    assert kept("ayer a las 8:00", "dateTime") == "2026-11-24T08:00:00.000-05:00"
    assert kept("ayer", "dateTime") == "form-answer-moment"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("sí", "s"), ("SI", "s"), ("claro que sí", "s"), ("la 2", "n"), ("no sabe", "ns"), ("3", "ns"), ("no", "n"),
        ("tercera", "ns"), ("ns", "ns"), ("4", "form-answer-choice"), ("quizás", "form-answer-choice"),
    ],
)  # fmt: skip
def test_one_choice(typed: str, stored: str) -> None:
    assert kept(typed, control="select1", choices=YES_NO) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1 3 5", "a p x"), ("1, 3 y 4", "a p c"), ("3,1", "a p"), ("vias y cancha", "v c"),
        ("agua y alcantarillado", "a"),
        ("Agua y alcantarillado, parque", "a p"), ("alcantarillado y vías y cancha", "a v c"), ("canchas", "c"),
        ("1 9", "form-answer-choices"), ("piscina", "form-answer-choices"),
    ],
)  # fmt: skip
def test_several_choices(typed: str, stored: str) -> None:
    assert kept(typed, control="select", choices=NEEDS) == stored


def test_a_flood_of_words_about_a_long_list_is_refused() -> None:
    many = tuple(Choice(f"c{n}", f"Opción número {n} de muchas") for n in range(5000))

    assert kept("piscina y parque, " * 200, control="select", choices=many) == "form-answer-choices"


def test_an_order_needs_every_choice() -> None:
    assert kept("3 1 2", "odk:rank", "rank", choices=YES_NO) == "ns s n"
    assert kept("3 1", "odk:rank", "rank", choices=YES_NO) == "form-answer-ranking"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("5", "5"),
        ("cinco", "5"),
        ("0", "form-answer-range"),
        ("11", "form-answer-range"),
        ("4", "form-answer-range-step"),
    ],
)
def test_a_scale(typed: str, stored: str) -> None:
    scale = {"start": "1", "end": "9", "step": "2"}

    assert kept(typed, "int", "range", parameters=scale) == stored


def test_a_place_on_the_map() -> None:
    assert kept("10,4236 -75,5253", "geopoint") == "10.4236 -75.5253 0 0"
    assert kept("10.4236, -75.5253", "geopoint") == "10.4236 -75.5253 0 0"
    assert kept("100 200", "geopoint") == "form-answer-point"


def test_a_text_keeps_its_words_and_loses_what_cannot_be_seen() -> None:
    assert kept(" Vía\u202e mala\x00 <b>😀</b> ") == "Vía mala <b>😀</b>"
    assert kept("x" * 5000) == "form-answer-long"


def test_a_notice_is_acknowledged_in_any_words() -> None:
    assert kept("sí, señor", control="trigger") == "OK"
    assert kept("qué", control="trigger") == "form-answer-acknowledge"


def test_a_photo_cannot_be_typed() -> None:
    assert kept("foto", "binary", "upload") == "form-answer-attachment"


@given(
    st.text(max_size=60),
    st.sampled_from(["string", "int", "decimal", "date", "time", "dateTime", "geopoint", "odk:rank"]),
    st.sampled_from(["input", "select1", "select", "rank", "range", "trigger", "upload"]),
)
def test_whatever_is_typed_gets_an_answer(text: str, kind: str, control: str) -> None:
    answer = read_answer(text, Asked("/data/q", kind, control, choices=NEEDS), spanish())

    assert isinstance(answer, str | Rejected)
