"""The tax number and its check digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.nit import Nit, NotANit, check_digit, parse_nit, written


@pytest.mark.parametrize(
    ("number", "digit"),
    [("890480184", "4"), ("901784749", "1"), ("800197268", "4"), ("899999034", "1"), ("860000000", "0")],
)
def test_check_digits_of_known_entities(number: str, digit: str) -> None:
    assert check_digit(number) == digit


@pytest.mark.parametrize(
    "text", ["890480184-4", "890.480.184-4", " 890 480 184 - 4 ", "NIT 890.480.184-4", "nit: 890480184–4"]
)
def test_the_forms_of_papers_are_one_number(text: str) -> None:
    assert parse_nit(text) == Nit("890480184", "4")


@pytest.mark.parametrize("text", ["890480184", "890.480.184"])
def test_a_number_without_its_check_digit_is_kept_without_it(text: str) -> None:
    assert parse_nit(text) == Nit("890480184", None)


def test_ten_digits_are_split_only_if_the_last_one_checks() -> None:
    assert parse_nit("8904801844") == Nit("890480184", "4")
    assert parse_nit("8904801845") == NotANit("ambiguous")


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert isinstance(parse_nit(text), Nit | NotANit)


@given(st.integers(800_000_000, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_unless_the_rule_itself_cannot_tell(number: int, place: int, shift: int) -> None:
    digits = str(number)
    changed = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    if changed[0] not in "89":
        return
    if check_digit(changed) == check_digit(digits):
        assert check_digit(digits) == "1"  # DIAN's rule gives 1 for the remainders 1 and 10, and for nothing else
        return

    assert parse_nit(f"{changed}-{check_digit(digits)}") == NotANit("check")


def test_a_kept_number_is_shown_as_on_papers() -> None:
    assert written("890480184-4") == "890.480.184-4"
    assert written("890480184") == "890.480.184"
