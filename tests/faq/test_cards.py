"""A card as its author writes it, and what the author is told about mistakes."""

from datetime import date

import pytest

from conversations.faq.cards import Card, Fault, parse_card
from tests.faq.world import FORM, TEXT, card, told


def test_everything_an_author_wrote_is_in_the_card() -> None:
    assert card() == Card(
        id="que-es",
        category="la-junta",
        source="Ley 2166 de 2021, artículo 7",
        as_of=date(2026, 11, 22),
        valid_until=date(2027, 6, 30),
        reviewer="Rosa Inventada",
        confidence="medium",
        related=("otra-ficha", "y-otra"),
        confirm_with="la Alcaldía",
        link=None,
        question="¿Qué es una junta?",
        answer="Es un grupo de vecinos.\n\nCuesta {28 smmlv}.",
        steps=("Reúna a los vecinos de su cuadra.", "Vote."),
        example="La junta de Loma Inventada se reunió.",
        ways=("que es la junta", "y eso que es"),
    )


def test_steps_and_example_may_be_left_out() -> None:
    start, _, rest = TEXT.partition("## Pasos")
    short = start + "## Maneras" + rest.partition("## Maneras")[2]

    found = card(short)

    assert (found.steps, found.example) == ((), "")


def test_accents_and_capitals_of_field_names_do_not_matter() -> None:
    sloppy = TEXT.replace("categoría:", "Categoria:").replace("## Maneras de preguntar", "## MANERAS DE PREGUNTAR")

    assert card(sloppy) == card()


@pytest.mark.parametrize(
    ("before", "after", "line", "kind", "fact"),
    [
        ("fuente: Ley", "fuentes: Ley", 2, "unknown-field", "fuentes: Ley 2166 de 2021, artículo 7"),
        ("fuente: Ley 2166 de 2021, artículo 7\n", "", 0, "field-missing", "fuente"),
        ("fuente: Ley 2166 de 2021, artículo 7", "fuente:", 2, "field-empty", "fuente"),
        ("revisó: Rosa Inventada", "revisó: Rosa\nrevisó: Efraín", 6, "field-twice", "revisó"),
        ("2026-11-22", "22 de noviembre", 3, "not-a-date", "22 de noviembre"),
        ("confianza: media", "confianza: regular", 6, "unknown-confidence", "regular"),
        ("## Pasos", "## Pasitos", 16, "unknown-heading", "Pasitos"),
        ("## Ejemplo", "## Pasos", 21, "heading-twice", "Pasos"),
        ("# ¿Qué es una junta?\n", "", 0, "question-missing", ""),
        ("- que es la junta\n* y eso que es\n", "", 24, "part-empty", "Maneras de preguntar"),
        ("## Maneras de preguntar\n- que es la junta\n* y eso que es\n", "", 0, "part-missing", "Maneras de preguntar"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(before: str, after: str, line: int, kind: str, fact: str) -> None:
    assert before in TEXT

    faults = parse_card("que-es", TEXT.replace(before, after, 1), FORM)

    assert isinstance(faults, tuple)
    assert Fault("que-es", line, kind, fact) in faults
    assert all(fault.fact in told(fault) for fault in faults)


def test_all_mistakes_are_told_at_once() -> None:
    wrong = TEXT.replace("confianza: media", "confianza: regular").replace("2026-11-22", "ayer")

    faults = parse_card("que-es", wrong, FORM)

    assert isinstance(faults, tuple)
    assert [(fault.line, fault.kind) for fault in faults] == [(3, "not-a-date"), (6, "unknown-confidence")]
