"""Answers that are not asked for, and the persons of a household one by one."""

import pytest

from conversations.forms.xpath import parse
from tests.forms.xpath.household import at, survey, text, worth


def test_an_answer_that_is_not_asked_for_counts_as_none() -> None:
    root = survey()
    persons = root.named("persona")
    for node in (persons[0], *persons[0].descendants()):
        node.relevant = False

    assert worth("count(/data/persona)", root=root) == 2.0
    assert text("join(' ', /data/persona/apodo)", root=root) == "Nena Tato"
    assert text("/data/persona[1]/apodo", root=root) == ""
    assert worth("/data/persona[1]/apodo = ''", root=root) is True
    assert worth("/data/persona[1]/apodo != 'Chepe'", root=root) is True
    assert worth("position(/data/persona[apodo = 'Nena'])", root=root) == 2.0


def test_what_instances_are_copied_from_is_never_found() -> None:
    root = survey()
    root.named("persona")[0].is_template = True

    assert worth("count(//apodo)", root=root) == 2.0
    assert worth("count(/data/node())", root=root) == 10.0
    assert text("/data/persona[1]/apodo", root=root) == "Nena"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("/data/persona/apodo", "Nena"),
        ("count(/data/persona)", "3"),
        ("count(/data/persona/mascota)", "2"),
        ("../apodo", "Nena"),
        ("count(../../persona)", "3"),
        ("position(..)", "2"),
        ("/data/persona[1]/apodo", "Chepe"),
        ("/data/persona[position() = 3]/apodo", "Tato"),
        ("count(/data/persona[anos < ../edad])", "2"),
        ("/data/edad", "67"),
        ("indexed-repeat(/data/persona/apodo, /data/persona, position(..) - 1)", "Chepe"),
        ("indexed-repeat(/data/persona/apodo, /data/persona, '')", "Chepe"),
    ],
)
def test_inside_a_repeat_its_own_answers_are_meant(expression: str, expected: str) -> None:
    assert text(expression, "/data/persona[2]/anos") == expected


def test_repeats_inside_repeats_are_found_by_both_numbers_in_any_order() -> None:
    outer_first = "indexed-repeat(/data/persona/mascota/raza, /data/persona, 2, /data/persona/mascota, 2)"
    inner_first = "indexed-repeat(/data/persona/mascota/raza, /data/persona/mascota, 2, /data/persona, 2)"

    assert text(outer_first) == "loro"
    assert text(inner_first, "/data/persona[1]/mascota/raza") == "loro"
    assert text("indexed-repeat(/data/persona/mascota/raza, /data/persona, 3, /data/persona/mascota, 1)") == ""


def test_a_pet_knows_its_own_person() -> None:
    root = survey()

    assert text("/data/persona/apodo", "/data/persona[2]/mascota[2]/raza", root) == "Nena"
    assert text("/data/persona/mascota/raza", "/data/persona[2]/mascota[2]/raza", root) == "loro"


def test_the_places_of_a_rule_can_be_told_before_it_is_used() -> None:
    expression = parse("instance('barrios')/root/item[zona = current()/../zona and name != /data/edad]/label")

    found = [
        (reference.origin, reference.instance, [step.name for step in reference.steps])
        for reference in expression.paths
    ]

    assert ("node", None, ["", "zona"]) in found
    assert ("root", None, ["data", "edad"]) in found
    assert ("instance", "barrios", ["root", "item", "zona"]) in found
    assert ("instance", "barrios", ["root", "item", "name"]) in found
    assert found[-1] == ("instance", "barrios", ["root", "item", "label"])


def test_the_calls_of_a_rule_can_be_checked_before_it_is_used() -> None:
    expression = parse("if(regex(., '^[a-z]+$'), selectd(/data/x, 'y'), 2)")

    assert [(use.name, use.count, use.position) for use in expression.functions] == [
        ("if", 3, 0), ("regex", 2, 3), ("selectd", 2, 25),
    ]  # fmt: skip
    assert expression.functions[1].literals == (None, "^[a-z]+$")
    assert expression.strings == ("^[a-z]+$", "y")


def test_a_place_in_parentheses_is_the_place_itself() -> None:
    [reference, _, last] = parse("(/data/persona)[anos > 2]/apodo").paths

    assert [step.name for step in reference.steps] == ["data", "persona"]
    assert [step.name for step in last.steps] == ["data", "persona", "apodo"]
    assert text("(/data/persona)[2]/apodo") == "Nena"
    assert parse("/data/edad").as_nodes(at(survey(), "/data"))[0].path() == "/data/edad"
