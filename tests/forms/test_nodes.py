"""Forms are read from files that strangers may have made, and kept in a tree that stays in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.nodes import Kind, Node, XmlRefused, in_document_order, read_xml


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<a>", "syntax"),
        ("", "syntax"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "doctype"),
        ('<!DOCTYPE a SYSTEM "http://ejemplo.invalid/a.dtd"><a/>', "doctype"),
        ("<a>" * 70 + "</a>" * 70, "depth"),
        ("<a>" + "x" * 200 + "</a>", "size"),
    ],
)
def test_a_file_that_could_do_harm_is_refused(source: str, reason: str) -> None:
    with pytest.raises(XmlRefused) as caught:
        read_xml(source, max_bytes=10_000 if reason != "size" else 100)

    assert caught.value.reason == reason


def test_layout_is_not_content() -> None:
    root = read_xml("<a>\n  <b>  </b>\n  <c/>\n</a>")

    assert [node.name for node in root.contents()] == ["b", "c"]
    assert root.named("b")[0].text == "  "
    assert len(read_xml("<a> <b/> </a>", whitespace=True).contents()) == 3


def test_texts_between_elements_are_kept() -> None:
    root = read_xml("<a>uno<b>dos</b>tres<!-- no --><?p i?></a>")
    root.append(Node("c", "cuatro"))

    assert root.string() == "unodostrescuatro"
    assert [node.kind for node in root.contents()] == [
        Kind.TEXT, Kind.ELEMENT, Kind.TEXT, Kind.COMMENT, Kind.INSTRUCTION, Kind.ELEMENT,
    ]  # fmt: skip


def test_a_copy_shares_nothing_with_what_it_was_copied_from() -> None:
    root = read_xml("<a x='1'><b>uno</b>y<c/></a>")
    root.named("c")[0].is_template = True
    twin = root.copied()
    twin.named("b")[0].text = "dos"
    twin.attributes["x"] = "2"

    assert root.string() == "unoy"
    assert root.attributes == {"x": "1"}
    assert twin.parent is None
    assert [child.is_template for child in twin.children] == [False, True]


def test_a_place_is_told_with_numbers_where_names_repeat() -> None:
    root = read_xml("<a><b/><b><c/></b></a>")

    assert root.named("b")[1].named("c")[0].path() == "/a/b[2]/c"
    assert root.named("b")[1].position() == 2


def test_a_proposed_answer_stands_in_its_place_without_touching_it() -> None:
    root = read_xml("<a><b>1</b><b>2</b></a>")
    proposed = root.named("b")[1].proposing("9")

    assert proposed.position() == 2
    assert proposed.path() == "/a/b[2]"
    assert root.string() == "12"


@given(st.lists(st.tuples(st.sampled_from(["add", "remove", "insert", "template"]), st.integers(0, 30)), max_size=40))
def test_the_tree_stays_in_order_however_it_grows(acts: list[tuple[str, int]]) -> None:
    root = Node("root")
    for act, number in acts:
        every = [root, *root.descendants()]
        node = every[number % len(every)]
        if act == "add":
            node.append(Node("ab"[number % 2]))
        elif act == "insert":
            node.insert(number % (len(node.children) + 1), Node("ab"[number % 2]))
        elif act == "template" and node is not root:
            node.is_template = True
        elif node.parent is not None:
            node.parent.remove(node)
        in_tree = list(root.descendants())
        # Asked for after each change: the numbers of the last time must not be used again.
        assert in_document_order(reversed(in_tree)) == in_tree
    in_tree = list(root.descendants())

    for node in [root, *in_tree]:
        for name in "ab":
            assert node.named(name) == [
                child for child in node.children if child.name == name and not child.is_template
            ]
