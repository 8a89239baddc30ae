"""parse_mode HTML, character by character."""

import pytest

from simulator.errors import BotApiError
from simulator.formatting import message_text
from simulator.html_text import parse_html


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("hola", "hola", []),
        ("<b>a</b><i>b</i>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("👍<u>sí</u>", "👍sí", [("underline", 2, 2)]),
        ("<s>x</s><tg-spoiler>y</tg-spoiler>", "xy", [("strikethrough", 0, 1), ("spoiler", 1, 1)]),
        ('<span class="tg-spoiler">y</span>', "y", [("spoiler", 0, 1)]),
        ("<blockquote expandable>y</blockquote>", "y", [("expandable_blockquote", 0, 1)]),
        ("1 &lt; 2 &amp; 3 &#233; &#x41; & &nada;", "1 < 2 & 3 é A & &nada;", []),
        ("<b></b>x", "x", []),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
    ],
)
def test_tags_become_entities_in_utf16_units(source: str, text: str, kinds: list[tuple[str, int, int]]) -> None:
    plain, entities = parse_html(source)

    assert plain == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == kinds


def test_links_code_languages_and_times_keep_what_they_carry() -> None:
    _, entities = parse_html(
        '<a href="https://example.org/?a=1&amp;b=2">x</a><pre><code class="language-python">y</code></pre>'
        '<tg-time unix="1700000000" format="wDT">z</tg-time><code>w</code>'
    )

    assert entities[0]["url"] == "https://example.org/?a=1&b=2"
    assert entities[1] == {"type": "pre", "offset": 1, "length": 1, "language": "python"}
    assert entities[2]["unix_time"] == 1700000000
    assert entities[2]["date_time_format"] == "wDT"
    assert entities[3]["type"] == "code"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 3'),
        ("<a href=x_y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ],
)
def test_a_mistake_is_worded_as_the_official_server_words_it(source: str, words: str) -> None:
    with pytest.raises(BotApiError) as refused:
        parse_html(source)

    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_spaces_around_a_text_are_cut_and_its_entities_move_along() -> None:
    text, entities = message_text({"text": " \n <b>hola </b> ", "parse_mode": "HTML"})

    assert text == "hola"
    assert entities == [{"type": "bold", "offset": 0, "length": 4}]


def test_commands_and_links_in_the_bots_text_are_recognised_beside_its_own_formatting() -> None:
    text, entities = message_text({"text": "<b>Use /menu</b> o https://example.org/a.", "parse_mode": "HTML"})

    assert text == "Use /menu o https://example.org/a."
    assert [(entity["type"], entity["length"]) for entity in entities] == [("bold", 9), ("url", 21)]
