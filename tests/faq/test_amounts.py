"""Minimum wage and tax unit: from one table, of the right year, as money is written in Colombia."""

from datetime import date

import pytest

from conversations.faq.amounts import Amounts, Asked, asked_in
from tests.faq.world import content

ROW = {
    "name": "smmlv", "valid_from": "2026-01-01", "valid_until": "2026-12-31", "value": "1750905", "unit": "COP",
    "source": "Decreto inventado", "confidence": "high",
}  # fmt: skip
TODAY = date(2026, 11, 25)


def unknown(asked: Asked) -> str:
    """What is said when the table has no value."""
    return f"[{asked.times} {asked.name}]"


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("{smmlv}", "$1.750.905"),
        ("{28 smmlv}", "$49.025.340"),
        ("{1000 smmlv}", "$1.750.905.000"),
        ("{1.000 smmlv} o {100 smmlv}", "$1.750.905.000 o $175.090.500"),
        ("{5 uvt}", "$261.870"),
    ],
)
def test_an_amount_is_worked_out_and_written_as_money(text: str, money: str) -> None:
    assert content().amounts.fill(text, TODAY, unknown) == money


def test_the_amount_is_that_of_the_day() -> None:
    amounts = content().amounts

    assert amounts.fill("{smmlv}", date(2025, 12, 31), unknown) == "$1.423.500"
    assert amounts.fill("{smmlv}", date(2026, 1, 1), unknown) == "$1.750.905"


def test_a_year_without_a_value_is_said_and_not_guessed() -> None:
    amounts = content().amounts

    assert amounts.find("smmlv", date(2027, 1, 1)) is None
    assert amounts.fill("{28 smmlv}", date(2027, 1, 1), unknown) == "[28 smmlv]"


def test_text_without_a_known_shape_stays_as_it_is() -> None:
    text = "{} {28} {SMMLV} llaves {28 smmlv"

    assert content().amounts.fill(text, TODAY, unknown) == text
    assert list(asked_in(text)) == []


@pytest.mark.parametrize(
    "second",
    [
        {"valid_from": "2026-12-31", "valid_until": "2027-12-31"},
        {"valid_from": "2027-12-31", "valid_until": "2027-01-01"},
    ],
)
def test_two_values_for_one_day_or_a_year_that_ends_before_it_begins_are_refused(second: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="smmlv"):
        Amounts.from_rows([ROW, {**ROW, **second}])
