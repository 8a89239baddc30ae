"""Words of the locale files become text: plurals chosen, times as people say them, mistakes told by name."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.words import Wording, WordingError
from conversations.decisions import Words

SOURCE = """
hello = Buenas, { $name }
bold = <b>Buenas</b>, <b>{ $name }</b>
boards = { $count ->
    [one] { $count } junta
   *[other] { $count } juntas
}
when = El { $moment }
both = { $first } { $second }
lines = Estas: { $items }
only-attribute =
    .title = x
"""
MOMENT = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)


def wording(*sources: str, zone: str = "America/Bogota") -> Wording:
    return Wording("es-CO", {f"{i}.ftl": source for i, source in enumerate(sources or [SOURCE])}, ZoneInfo(zone))


def test_numbers_choose_their_plural() -> None:
    said = [wording().text(Words("boards", {"count": count})) for count in (0, 1, 2)]

    assert said == ["0 juntas", "1 junta", "2 juntas"]


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/Bogota", "martes 24 de noviembre, 4:30 p. m."),
        ("Asia/Tokyo", "miércoles 25 de noviembre, 6:30 a. m."),
    ],
)
def test_a_time_is_said_in_the_reader_s_zone(zone: str, said: str) -> None:
    spoken = wording(zone=zone).text(Words("when", {"moment": MOMENT}))

    assert spoken.replace("\u202f", " ").replace("\xa0", " ") == f"El {said}"


def test_words_within_words_and_lines_are_said_in_their_place() -> None:
    inner = Words("hello", {"name": "<Rosa>"})

    assert wording().text(Words("both", {"first": inner, "second": "&"})) == "Buenas, &lt;Rosa&gt; &amp;"
    assert (
        wording().text(Words("lines", {"items": (inner, inner)})) == "Estas: Buenas, &lt;Rosa&gt;\nBuenas, &lt;Rosa&gt;"
    )


def test_plain_words_have_neither_markup_nor_escapes() -> None:
    assert wording().plain(Words("bold", {"name": "Rosa & Juan <3"})) == "Buenas, Rosa & Juan <3"


@pytest.mark.parametrize(
    ("words", "mistake"),
    [
        (Words("no-such-message"), "no message no-such-message"),
        (Words("hello"), "message hello: .*name"),
        (Words("hello", {"nombre": "Rosa"}), "message hello: .*name"),
        (Words("only-attribute"), "only-attribute has no text"),
        (Words("both", {"first": Words("gone"), "second": "x"}), "no message gone"),
    ],
)
def test_a_message_that_cannot_be_said_is_named(words: Words, mistake: str) -> None:
    with pytest.raises(WordingError, match=mistake):
        wording().text(words)


def test_a_message_without_arguments_is_the_same_every_time() -> None:
    spoken = wording("hi = Hola\n")

    assert [spoken.text(Words("hi")), spoken.text(Words("hi")), spoken.plain(Words("hi"))] == ["Hola"] * 3


def test_junk_in_a_file_is_told_with_the_file_s_name() -> None:
    with pytest.raises(WordingError, match=r"1\.ftl"):
        wording("good = sí\n", "esto no es = { un archivo\n")


def test_a_message_defined_twice_is_told_with_its_name() -> None:
    with pytest.raises(WordingError, match="hi"):
        wording("hi = Hola\n", "hi = Buenas\n")
    with pytest.raises(WordingError, match="hi"):
        wording("hi = Hola\nhi = Buenas\n")
