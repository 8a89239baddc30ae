"""What expressions are worth, by the rules of XPath 1.0 and of ODK."""

import math

import pytest

from conversations.forms.xpath import Context, XPathFunctionError, XPathTypeError, parse
from tests.forms.xpath.household import around, at, survey, text, worth


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("2 + 3 * 4 - 1", 13.0),
        ("(2 + 3) * 4", 20.0),
        ("7 div 2", 3.5),
        ("-7 mod 3", -1.0),
        ("7 mod -3", 1.0),
        ("2 - -3", 5.0),
        ("--2", 2.0),
        ("10 - 4 - 3", 3.0),
        ("1 div 0", math.inf),
        ("-1 div 0", -math.inf),
        ("'5' + '6'", 11.0),
        ("true() + 1", 2.0),
        ("'1,5' * 2", 3.0),
        ("/data/codigo + 1", 8.0),
        ("1 < 2 and 2 < 3", True),
        ("1 or 0", True),
        ("0.1 + 0.2 = 0.3", True),
        ("1 = 1 = 1", True),
        ("3 > 2 > 1", False),
        ("'ab' = \"ab\"", True),
        ("'07' = '7'", False),
        ("/data/codigo = 7", True),
        ("/data/codigo = '7'", False),
        ("'abc' < 5", False),
        ("/data/persona/anos > 39", True),
        ("/data/persona/anos != 40", True),
        ("/data/persona/apodo = 'Nena'", True),
        ("/data/nada = ''", False),
        ("/data/nada != ''", False),
        ("true() = 'x'", True),
        ("count(/data/persona[anos > 20])", 1.0),
        ("count(/data/persona | /data/edad | /data/persona)", 4.0),
        ("count(//raza)", 3.0),
        ("count(/data/*)", 11.0),
        ("count(/data/@*)", 2.0),
        ("/data/persona[2]/mascota[last()]/raza = 'loro'", True),
        ("count(/data/persona[position() > 1])", 2.0),
        ("count(/data/edad/following-sibling::persona)", 3.0),
        ("count(//loro | //raza/ancestor::persona)", 2.0),
    ],
)
def test_a_rule_reckons_and_compares_as_its_author_expects(expression: str, expected: float | bool) -> None:
    assert worth(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1 div 3", "0.3333333333333333"),
        ("0.0000001", "0.0000001"),
        ("1000000000000 * 1000000000000", "1000000000000000000000000"),
        ("9007199254740992 + 2", "9007199254740994"),
        ("-0", "0"),
        ("2.50", "2.5"),
        ("'x' + 1", "NaN"),
        ("1 = 1", "true"),
        ("/data/persona/apodo", "Chepe"),
        ("/data/nada", ""),
        ("string(/data/persona[2])", "Nena12siamésloro"),
        ("concat(/data/persona/apodo, '-', 1)", "ChepeNenaTato-1"),
        ("join(', ', /data/persona/apodo, 'fin')", "Chepe, Nena, Tato, fin"),
        ("substr('junta', 1, 3)", "un"),
        ("substr('junta', -2)", "ta"),
        ("substring('junta', 2, 2)", "un"),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring('12345', 0 div 0, 3)", ""),
        ("substring-before('3-4', '-')", "3"),
        ("substring-after('3-4', '-')", "4"),
        ("substring-before('34', '-')", ""),
        ("translate('áéí ó', 'áéíó ', 'aeio')", "aeio"),
        ("normalize-space('  a \n b ')", "a b"),
        ("if(/data/edad > 60, 'mayor', 'menor')", "mayor"),
        ("coalesce(/data/ingreso, /data/zona)", "norte"),
        ("coalesce('', '')", ""),
        ("selected-at(/data/servicios, 1)", "luz"),
        ("selected-at(/data/servicios, 3)", ""),
        ("selected-at(/data/servicios, -1)", ""),
        ("digest('junta', 'sha-1', 'hex')", "48733242dbda6f34038be61346c69cb5a4345931"),
        ("digest('junta', 'rot13')", ""),
        ("base64-decode('anVudGE=')", "junta"),
        ("base64-decode('%')", ""),
        ("name(/data/persona[1])", "persona"),
        ("/data/@version", "2"),
        ("current()/@id", "familia"),
    ],
)
def test_a_calculation_is_stored_as_a_person_would_write_it(expression: str, expected: str) -> None:
    assert text(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("round(2.5)", 3.0),
        ("round(-2.5)", -3.0),
        ("round(-0.4)", 0.0),
        ("round(1.005, 2)", 1.01),
        ("round(1234.5, -2)", 1200.0),
        ("int(-2.7)", -2.0),
        ("int('2e3')", math.nan),
        ("floor(-2.5)", -3.0),
        ("ceiling(2.1)", 3.0),
        ("abs(-3)", 3.0),
        ("pow(10, 400)", math.inf),
        ("pow(-10, 401)", -math.inf),
        ("pow(0, -1)", math.inf),
        ("pow(-8, 0.5)", math.nan),
        ("exp(1000)", math.inf),
        ("log(0)", -math.inf),
        ("log(-1)", math.nan),
        ("sqrt(-1)", math.nan),
        ("5 mod 0", math.nan),
        ("1 div 0 mod 2", math.nan),
        ("number('1e3')", math.nan),
        ("number('')", math.nan),
        ("number(' 4 ')", 4.0),
        ("sum(/data/persona[anos != '']/anos)", 52.0),
        ("sum(/data/persona/anos)", math.nan),
        ("sum(/data/nada)", 0.0),
        ("max(/data/persona[anos > 0]/anos, 41)", 41.0),
        ("min(3, 2, 5)", 2.0),
        ("max(/data/nada)", math.nan),
        ("count-selected(/data/servicios)", 3.0),
        ("count-selected('')", 0.0),
        ("count-non-empty(/data/persona/anos)", 2.0),
        ("string-length('junta')", 5.0),
        ("position(/data/persona[3])", 3.0),
    ],
)
def test_a_function_of_numbers_never_fails(expression: str, expected: float) -> None:
    assert worth(expression) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("selected(/data/servicios, 'luz')", True),
        ("selected(/data/servicios, 'lu')", False),
        ("selected(/data/servicios, ' gas ')", True),
        ("selected('', '')", True),
        ("selected('a', '')", False),
        ("boolean-from-string('true')", True),
        ("boolean-from-string('yes')", False),
        ("not('')", True),
        ("boolean('false')", True),
        ("checklist(2, 3, 'sí', '0', 1, 2 > 1)", True),
        ("checklist(-1, 1, 'sí', 'sí')", False),
        ("weighted-checklist(5, -1, 'sí', 2, 1, 3)", True),
        ("weighted-checklist(5, -1, 'sí', 2, 0, 3)", False),
        ("starts-with('junta', 'ju')", True),
        ("ends-with('junta', 'ta')", True),
        ("contains('junta', 'x')", False),
        ("regex('300 123 4567', '^[0-9 ]{12}$')", True),
        ("regex('abc', '[0-9]')", False),
    ],
)
def test_a_question_with_two_answers_is_answered(expression: str, expected: bool) -> None:
    assert worth(expression) is expected


def test_what_stands_in_a_branch_that_is_not_taken_does_no_harm() -> None:
    assert text("if(true(), 'a', unknown())") == "a"
    assert worth("true() or unknown()") is True
    assert worth("false() and unknown()") is False
    assert text("coalesce('a', unknown())") == "a"


@pytest.mark.parametrize(
    ("expression", "reason"),
    [("unknown(1)", "unknown"), ("true(1)", "arguments"), ("string-length()", "arguments"), ("count('a')", "node-set"),
     ("weighted-checklist(1, 2, 3, 4, 5)", "arguments"), ("sum(1)", "node-set")],
)  # fmt: skip
def test_a_call_that_cannot_be_made_says_why(expression: str, reason: str) -> None:
    with pytest.raises(XPathFunctionError) as caught:
        worth(expression)

    assert caught.value.reason == reason


@pytest.mark.parametrize("expression", ["'a'/b", "(1 + 1)[1]", "'a' | /data"])
def test_a_path_through_something_that_is_no_place_is_refused(expression: str) -> None:
    with pytest.raises(XPathTypeError):
        worth(expression)


def test_only_places_can_be_listed() -> None:
    context = Context(survey(), around(survey()))

    with pytest.raises(XPathTypeError):
        parse("1").as_nodes(context)


def test_an_answer_is_drawn_by_lot_only_once() -> None:
    root = survey()

    assert parse("once(random())").as_string(at(root, "/data/edad")) == "67"
    assert 0 <= parse("once(random())").as_number(at(root, "/data/ingreso")) < 1


def test_a_proposed_answer_is_seen_wherever_the_rule_looks_for_it() -> None:
    context = at(survey(), "/data/edad", proposed="130")

    assert parse(". > 120 and /data/edad > 120 and ../edad > 120 and current() > 120").as_boolean(context)
    assert parse("/data[edad > 120]/zona").as_string(context) == "norte"


def test_names_of_choices_and_texts_come_from_whoever_knows_them() -> None:
    environment = around(
        survey(),
        choice_name=lambda value, path, _context: f"{path}={value}",
        itext=lambda identifier: f"<{identifier}>",
    )
    context = Context(environment.root, environment)

    assert parse("jr:choice-name(/data/zona, ' /data/zona ')").as_string(context) == " /data/zona =norte"
    assert parse("jr:itext('z-1')").as_string(context) == "<z-1>"
