"""Patterns that staff write: the usual ones work, those that would keep the bot busy for ever are refused."""

import time

import pytest

from conversations.forms.xpath import pattern_problem, regex_is_dangerous
from conversations.forms.xpath.patterns import found_in


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        ("^3[0-9]{9}$", "3001234567", "300123456"),
        (r"^\d{6,10}$", "12345678", "12.345.678"),
        ("^[A-Za-zÁÉÍÓÚÑáéíóúñ ]+$", "Rosa Ñáñez", "R0sa"),
        ("^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$", "a.b@ejemplo.org", "a.b@ejemplo"),
        (r"^(\d{3}-){2}\d{4}$", "300-123-4567", "300-1234567"),
        ("^[A-Z]{3}[0-9]{2,3}[A-Z]?$", "ABC123", "AB123"),
        ("sí|no", "creo que sí", "tal vez"),
        ("(?<year>[0-9]{4})-(?<month>[0-9]{2})", "2026-11", "2026/11"),
        ("[[(]x", "(x", "x"),
        ("^[^0-9]*$", "abc", "a1"),
        (
            "^(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}$",
            "10.0.255.1",
            "10.0.256.1",
        ),
        ("^(.)\\1$", "aa", "ab"),
    ],
)
def test_a_usual_pattern_tells_good_answers_from_bad_ones(pattern: str, good: str, bad: str) -> None:
    assert pattern_problem(pattern) is None
    assert found_in(good, pattern)
    assert not found_in(bad, pattern)


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+$", "(a*)*b", "^(a|a)*$", "(x+x+)+y", "([a-z]+ ?)+!", "(a?b?)*c",
     r"^\w+([.-]?\w+)*@\w+([.-]?\w+)*(\.\w{2,3})+$", "(.*a){12}", "(a{1,30}){1,30}b", "(a?){25}a{25}",
     ".*.*.*.*.*x", "^(?=.*a+)(?=.*b+)c*$", "a" * 3000],
)  # fmt: skip
def test_a_pattern_that_could_take_for_ever_is_refused_and_never_searched(pattern: str) -> None:
    begun = time.perf_counter()

    assert regex_is_dangerous(pattern)
    assert not found_in("a" * 40 + "!", pattern)
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize("pattern", ["[", "(a", "a{3,1}", "*", r"\p{L}", "(?P<n>a)(?P<n>b)", "a)"])
def test_what_is_no_pattern_is_told_apart_from_a_slow_one(pattern: str) -> None:
    assert pattern_problem(pattern) == "invalid"
    assert not regex_is_dangerous(pattern)
    assert not found_in("a", pattern)


@pytest.mark.parametrize(
    "pattern", ["(a|ab)*c", "[a-z]+[0-9]+$", "[a-c]*[a-d]*[a-e]*$", "(a|b|c|d)*e", "^(a?){8}a{8}$"]
)
def test_an_accepted_pattern_is_quick_even_with_the_longest_text(pattern: str) -> None:
    begun = time.perf_counter()

    assert pattern_problem(pattern) is None
    for length in (16, 100, 500, 1400, 4000):
        found_in("a" * length + "!", pattern)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("pattern", "answer"),
    [("[[(]x", "[x"), ("[a&&b]", "&"), ("[||]", "|"), (r"[\[]", "["), ("[^[]", "a"), ("[a~~]", "~"), (r"[\]\-]", "]")],
)
def test_brackets_keep_the_meaning_they_have_in_a_browser(pattern: str, answer: str) -> None:
    assert found_in(answer, pattern)
