"""Lists of choices that depend on earlier answers, shuffled lists, attached tables."""

from random import Random

import pytest

from conversations.forms.nodes import Node, read_xml
from conversations.forms.xpath import Context, Table, parse
from tests.forms.xpath.household import around, at, survey


def names(expression: str, context: Context) -> list[str]:
    return [node.named("name")[0].text for node in parse(expression).as_nodes(context)]


@pytest.mark.parametrize(
    "rule",
    [
        "zona = /data/zona",
        "zona = current()/../zona",
        "zona = 'norte'",
        "/data/zona = zona",
        "selected(/data/zona, zona)",
        "zona = /data/zona and name != 'b2'",
        "starts-with(zona, substr(/data/zona, 0, 2))",
        "not(zona != string(/data/zona))",
    ],
)
def test_only_neighbourhoods_of_the_chosen_area_are_offered(rule: str) -> None:
    context = at(survey(), "/data/edad")

    assert names(f"instance('barrios')/root/item[{rule}]", context) == ["b1", "b3"]


def test_a_rule_compares_numbers_in_a_list_as_numbers() -> None:
    root = survey()
    rows = read_xml("<root><item><name>a</name><n>7</n></item><item><name>b</name><n>8</n></item></root>")
    environment = around(root, instances={"rows": rows})

    assert names("instance('rows')/root/item[n = 7.0]", Context(root, environment)) == ["a"]
    assert names("instance('rows')/root/item[n = /data/codigo + 1]", Context(root, environment)) == ["b"]


def test_without_an_area_no_neighbourhood_is_offered() -> None:
    root = survey()
    root.named("zona")[0].relevant = False

    assert names("instance('barrios')/root/item[zona = /data/zona]", at(root, "/data/edad")) == []


@pytest.mark.parametrize("rule", ["random() < 0.5", "count(/data/persona[random() < 0.5]) > 1"])
def test_each_choice_draws_its_own_lot(rule: str) -> None:
    context = at(survey(), "/data/edad", around(survey(), random=Random(5)))

    drawn = {len(names(f"instance('barrios')/root/item[{rule}]", context)) for _ in range(30)}

    assert drawn - {0, 3}


def test_a_list_that_was_not_attached_is_empty() -> None:
    assert parse("count(instance('otra')/root/item)").as_number(at(survey(), "/data/edad")) == 0


def test_a_shuffled_list_is_the_same_again_for_the_same_seed() -> None:
    context = at(survey(), "/data/edad")
    once = names("randomize(instance('barrios')/root/item, 42)", context)
    again = names("randomize(instance('barrios')/root/item, '42')", context)
    orders = {tuple(names(f"randomize(instance('barrios')/root/item, {seed})", context)) for seed in range(20)}

    assert once == again
    assert sorted(once) == ["b1", "b2", "b3"]
    assert len(orders) > 3
    assert len(names("randomize(instance('barrios')/root/item, 'Rosa')", context)) == 3
    assert len(names("randomize(instance('barrios')/root/item)", context)) == 3


def test_a_row_of_an_attached_table_is_looked_up() -> None:
    root = survey()
    tables = {"precios": Table([{"codigo": "07", "valor": "1200"}, {"codigo": "08", "valor": "1500"}])}
    context = Context(root, around(root, tables=tables))

    assert parse("pulldata('precios', 'valor', 'codigo', /data/codigo)").as_number(context) == 1200
    assert parse("pulldata('precios.csv', 'valor', 'codigo', '09')").as_string(context) == ""
    assert parse("pulldata('barrios', 'label', 'name', 'b2')").as_string(context) == "Barrio Dos"
    assert parse("pulldata('nada', 'label', 'name', 'b2')").as_string(context) == ""


def test_an_attached_list_is_searched_by_attributes_too() -> None:
    root = survey()
    places = read_xml("<root><feature id='p1'><alias>Parque</alias></feature></root>")
    context = Context(root, around(root, instances={"lugares": places}))

    assert parse("pulldata('lugares', 'alias', '@id', 'p1')").as_string(context) == "Parque"


def test_a_long_list_is_kept_by_name() -> None:
    root = Node("root")
    for number in range(50):
        root.append(Node("item" if number % 2 else "otro", str(number)))
    root.remove(root.children[1])
    root.insert(0, Node("item", "first"))

    assert [node.text for node in root.named("item")][:2] == ["first", "3"]
    assert len(root.named("item")) == 25
