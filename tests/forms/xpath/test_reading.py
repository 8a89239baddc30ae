"""Expressions as authors type them, and how their slips are pointed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.nodes import Node
from conversations.forms.xpath import KNOWN_FUNCTIONS, Context, XPathError, XPathSyntaxError, parse
from tests.forms.xpath.household import around, survey, text, worth


@pytest.mark.parametrize(
    ("expression", "position", "found"),
    [
        ("", 0, ""),
        ("   ", 3, ""),
        ("1 +", 3, ""),
        ("foo(", 4, ""),
        ("foo(1", 5, ""),
        ("(1", 2, ""),
        ("1)", 1, ")"),
        ("a b", 2, "b"),
        ("/data/[1]", 6, "["),
        ("/data//", 7, ""),
        ("'open", 0, "'open"),
        ("${edad}", 0, "${edad}"),
        ("a = = b", 4, "="),
        ("a and", 5, ""),
        ("if(a,,b)", 5, ","),
        ("wrong::a", 0, "wrong"),
        ("x[1", 3, ""),
        ("a == b", 3, "="),
        ("a && b", 2, "&& b"),
        ("$a", 0, "$a"),
        ("text(1)", 5, "1"),
        ("a/b()", 3, "("),
    ],
)
def test_a_slip_is_pointed_at(expression: str, position: int, found: str) -> None:
    with pytest.raises(XPathSyntaxError) as caught:
        parse(expression)

    assert (caught.value.position, caught.value.found) == (position, found)
    assert caught.value.expected


@pytest.mark.parametrize(
    "expression",
    ["and and and", "div div mod", "or", "* * *", "mod[or]", "@and", "a-b - c", "5mod 2", "child::node()/..",
     ".//x[.]", "processing-instruction('a')", "orx:meta/orx:instanceID", "pre:*", "año = 3", ".5+5.",
     "a[b][c]/d", "(/a | b)[1]/c"],
)  # fmt: skip
def test_odd_but_right_expressions_are_read(expression: str) -> None:
    assert parse(expression).text == expression


def test_a_word_is_an_operator_only_where_one_can_stand() -> None:
    root = survey()
    root.append(Node("or", "norte"))

    assert text("/data/or", root=root) == "norte"
    assert worth("or = 'norte' or or = 'x'", root=root) is True


def test_a_prefix_means_an_address_where_one_is_known() -> None:
    root = survey()
    root.named("zona")[0].namespace = "http://openrosa.org/xforms"
    context = Context(root, around(root, namespaces={"orx": "http://openrosa.org/xforms"}))

    assert parse("orx:zona").as_string(context) == "norte"
    assert parse("orx:edad").as_string(context) == ""
    assert parse("zona").as_string(context) == "norte"


def test_a_long_chain_is_no_deep_one() -> None:
    assert worth(" + ".join(["1"] * 3000)) == 3000.0
    assert worth(" or ".join(["/data/edad = 1"] * 2000)) is False
    assert worth("-" * 3001 + "1") == -1.0


def test_many_ifs_inside_each_other_still_work() -> None:
    levels = 100
    openings = (f"if(/data/edad = -{number}, {number}, " for number in range(levels))

    assert text("".join(openings) + "'none'" + ")" * levels) == "none"


@pytest.mark.parametrize("opening", ["(", "a[", "f(", "1 or 1 and 1 = 1 < 1 + 1 * (", "-(", "f(1, a[("])
def test_an_expression_nested_too_deeply_is_refused_with_its_place(opening: str) -> None:
    with pytest.raises(XPathSyntaxError) as caught:
        parse(opening * 1000)

    assert caught.value.limit == "depth"
    assert caught.value.position > 0


@pytest.mark.parametrize(
    ("opening", "closing"), [("(", ")"), ("a[", "]"), ("not(", ")"), ("1 = 1 < 1 + 1 * (", ")"), ("x[(", ")]")]
)
def test_the_deepest_expression_that_is_read_can_also_be_used(opening: str, closing: str) -> None:
    depth = 1
    while True:
        try:
            expression = parse(opening * depth + "/data" + closing * depth)
        except XPathSyntaxError:
            break
        depth += 1
    root = survey()

    expression.evaluate(Context(root, around(root)))
    assert depth > 30


def test_a_text_longer_than_any_rule_is_refused() -> None:
    with pytest.raises(XPathSyntaxError) as caught:
        parse("1" * 200_000)

    assert caught.value.limit == "length"


@given(st.text(max_size=60) | st.text(alphabet="ab1.'\"()[]/@*+-=<>!|,: $", max_size=60))
def test_any_text_is_read_or_refused_as_no_expression(text_typed: str) -> None:
    refused_at = 0
    try:
        parse(text_typed)
    except XPathSyntaxError as error:
        refused_at = error.position

    assert 0 <= refused_at <= len(text_typed)


ODD_TEXTS = st.text(max_size=12) | st.sampled_from(
    [
        "2026-02-30",
        "9999-12-31T23:59:59-23:00",
        "0001-01-01",
        "1e999",
        "-",
        "9" * 400,
        "0 0 0 0;1 1",
        "91 0",
        "a b  c",
        "%Y%3%",
        "(a",
        "[0-9]+",
    ]
)
LEAVES = st.one_of(
    st.sampled_from(
        [
            ".",
            "..",
            "/data/edad",
            "/data/nada",
            "/data/persona",
            "//raza",
            "@id",
            "/data/persona/anos",
            "current()",
            "instance('barrios')/root/item",
            "/data/nacio",
        ]
    ),
    st.floats(min_value=0, allow_infinity=False, allow_nan=False).map(lambda number: f"{number:f}"),
    ODD_TEXTS.filter(lambda typed: "'" not in typed).map(lambda typed: f"'{typed}'"),
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    calls = st.sampled_from(sorted(KNOWN_FUNCTIONS)).flatmap(
        lambda name: st.lists(
            inner, min_size=KNOWN_FUNCTIONS[name][0], max_size=KNOWN_FUNCTIONS[name][1] or KNOWN_FUNCTIONS[name][0] + 2
        ).map(lambda arguments: f"{name}({', '.join(arguments)})")
    )
    signs = st.sampled_from(["+", "-", "*", "div", "mod", "=", "!=", "<", "<=", ">", ">=", "and", "or", "|"])
    return st.one_of(
        calls,
        st.tuples(inner, signs, inner).map(lambda parts: f"({parts[0]}) {parts[1]} ({parts[2]})"),
        st.tuples(st.sampled_from(["/data/persona", "..", "//*", "ancestor::node()"]), inner).map(
            lambda parts: f"{parts[0]}[{parts[1]}]"
        ),
        inner.map(lambda expression: f"-({expression})"),
    )


@given(st.recursive(LEAVES, _larger, max_leaves=8))
def test_whatever_is_put_together_gives_a_value_or_a_told_error(expression: str) -> None:
    root = survey()
    context = Context(root.named("persona")[1], around(root))
    ready = parse(expression)

    try:
        value = ready.evaluate(context)
    except XPathError:
        return

    assert isinstance(ready.as_string(context), str)
    assert not isinstance(value, int) or isinstance(value, bool)
