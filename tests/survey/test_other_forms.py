"""What the survey of needs does not have and other forms do: places, photos, dates, repeats, long lists, notes."""

from conversations.inputs import Attached
from tests.boards.city import City
from tests.survey.answers import begin
from tests.survey.town import ROSA, asking, entries, status

_HEAD = "| survey |\n| | type | name | label | required | appearance |\n"


def form(*rows: str, choices: str = "") -> bytes:
    """A form of these rows: type, name, label, required, appearance."""
    lines = "".join(f"| | {row} |\n" for row in rows)
    settings = "| settings |\n| | form_title | form_id |\n| | Otra | necesidades |\n"
    return f"{_HEAD}{lines}{choices}{settings}".encode()


def sent(town: City, kind: str, file_id: str = "", place: str = "") -> City:
    return town.send(ROSA, Attached(kind, file_id, place=place))  # type: ignore[arg-type]


def test_a_place_and_a_photo_are_sent_and_a_sticker_is_not_taken() -> None:
    with asking(form("geopoint | g | ¿Dónde queda? | yes | ", "image | p | Una foto | yes | ")) as town:
        begin(town)
        sent(town, "sticker", "s1")
        assert "/data/g" not in entries(town)
        sent(town, "location", place="10.4 -75.5 0 12")
        sent(town, "voice", "v1")
        assert "/data/p" not in entries(town)
        sent(town, "photo", "f1").press(ROSA, "send")

        assert entries(town)["/data/g"].startswith("10.4 -75.5 ")
        assert entries(town)["/data/p"] == "f1"
        assert status(town) == ["complete"]


def test_a_date_is_typed_as_people_say_it_and_an_impossible_one_is_refused() -> None:
    with asking(form("date | d | ¿Cuándo? | yes | ")) as town:
        begin(town).say(ROSA, "31/02/2026")
        assert "no existe" in town.text(ROSA)
        town.say(ROSA, "12 de marzo de 2020")

        assert entries(town)["/data/d"] == "2020-03-12"
        assert "Revise y envíe" in town.text(ROSA)


def test_one_more_of_a_repeat_is_asked_until_somebody_says_no() -> None:
    rows = ("begin repeat | person | Persona | | ", "integer | age | ¿Qué edad tiene? | yes | ", "end repeat | | | | ")
    with asking(form(*rows)) as town:
        begin(town)
        if "yes" in town.values(ROSA):
            town.say(ROSA, "sí")
        town.say(ROSA, "40", "sí", "12", "no").press(ROSA, "send")

        ages = [value for path, value in entries(town).items() if path.endswith("age")]
        assert ages == ["40", "12"]
        assert status(town) == ["complete"]


def test_a_long_list_is_searched_by_typing() -> None:
    names = "".join(f"| | b | b{n} | {'Villa' if n < 4 else 'Barrio'} {n} |\n" for n in range(40))
    choices = f"| choices |\n| | list_name | name | label |\n{names}"
    with asking(form("select_one b | b | ¿Cuál barrio? | yes | ", choices=choices)) as town:
        begin(town)
        assert "Escriba una parte" in town.text(ROSA)
        town.say(ROSA, "villa")
        assert "3. Villa 2" in town.text(ROSA)
        town.press(ROSA, "3")

        assert entries(town)["/data/b"] == "b2"


def test_a_list_of_long_labels_stands_in_the_text_with_numbers_on_pages() -> None:
    names = "".join(f"| | b | b{n} | Una respuesta bastante larga número {n} |\n" for n in range(1, 13))
    choices = f"| choices |\n| | list_name | name | label |\n{names}"
    with asking(form("select_multiple b | b | ¿Cuáles? | yes | ", choices=choices)) as town:
        begin(town).press(ROSA, "2", "next", "10", "ready").press(ROSA, "send")

        assert entries(town)["/data/b"] == "b2 b10"


def test_a_note_is_read_with_the_question_that_follows_it() -> None:
    with asking(form("note | n | Ahora viene lo importante. | | ", "text | t | ¿Qué falta? | yes | ")) as town:
        begin(town)

        assert "Ahora viene lo importante." in town.text(ROSA)
        assert "¿Qué falta?" in town.text(ROSA)
