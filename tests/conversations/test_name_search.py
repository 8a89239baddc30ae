"""People are found by what somebody remembers of their name."""

import pytest

from conversations.name_search import names_like

NAMES = ("Ana María Pérez Ruiz", "Luis Gómez", "Luisa Gomera", "José Núñez", "Ana Ruiz")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ana maria perez", 0), ("PÉREZ", 0), ("perez ana", 0), ("peres ana", 0), ("luis gomez", 1), ("Gomes", 1),
        ("la señora Luisa", 2), ("nuñez", 3), ("don jose", 3), ("ana ruiz", 4),
    ],
)  # fmt: skip
def test_a_name_is_found_without_accents_in_any_order_and_with_a_typo(text: str, first: int) -> None:
    assert names_like(text, NAMES)[0] == first


@pytest.mark.parametrize("text", ["", "  ", "manga", "ana gomez", "de la", "300 123", "l", "an"])
def test_a_text_that_is_nobodys_name_finds_nobody(text: str) -> None:
    assert names_like(text, NAMES) == []


def test_people_without_a_name_are_never_found() -> None:
    assert names_like("ana", ["", "…"]) == []
