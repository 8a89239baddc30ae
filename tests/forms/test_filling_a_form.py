"""What a person lives through who fills a form: rules, texts, lists and blocks that repeat."""

from conversations.forms.checking import Violation
from conversations.forms.finishing import Submission, finish
from tests.forms.filling import NOW, Person, table

HOUSE = table("house")


def test_an_answer_that_breaks_a_rule_is_refused_with_the_forms_own_words() -> None:
    person = Person(HOUSE)

    assert person.answers("edad", "17") == Violation("constraint", "Desde 18 años")
    assert person.value("edad") == ""
    assert person.answers("edad", "18") is None


def test_a_required_question_cannot_be_left_empty() -> None:
    person = Person(HOUSE)

    assert person.answers("nombre", "") == Violation("required", "")


def test_a_label_speaks_of_earlier_answers() -> None:
    person = Person(HOUSE)

    person.answers("nombre", "Ana")

    assert person.label("edad") == "¿Cuántos años tiene, Ana?"


def test_the_list_of_towns_follows_the_department() -> None:
    person = Person(HOUSE)

    person.answers("dep", "bol")

    assert person.choices("mun") == ["Cartagena", "Magangué"]


def test_a_town_of_the_former_department_is_asked_again() -> None:
    person = Person(HOUSE)
    person.answers("nombre", "Ana")
    person.passes("edad")
    person.answers("dep", "bol")
    person.answers("mun", "ctg")

    person.answers("dep", "atl")

    assert person.value("mun") == ""
    assert person.waits_at() == "mun"


def test_a_town_that_is_not_offered_is_refused() -> None:
    person = Person(HOUSE)
    person.answers("dep", "bol")

    assert person.answers("mun", "baq") == Violation("choice")


def test_fewer_people_hide_answers_and_more_bring_them_back() -> None:
    person = Person(HOUSE)
    person.answers("cuantos", "2")
    person.answers("persona{1}/anos", "40")
    person.answers("persona{2}/anos", "30")

    person.answers("cuantos", "1")
    hidden = person.value("suma")
    person.answers("cuantos", "2")

    assert hidden == "40"
    assert person.value("suma") == "70"
    assert person.value("persona{2}/anos") == "30"


def test_an_answer_that_stops_mattering_reads_as_nothing_and_is_not_lost() -> None:
    person = Person(HOUSE)
    person.answers("dep", "bol")
    person.answers("mun", "ctg")
    named = person.value("lugar")

    person.answers("dep", "")

    assert named == "Cartagena"
    assert person.value("lugar") == ""
    assert "/mun" in {entry.key[5:] for entry in person.filling.log if entry.new == "ctg"}


def test_a_trigger_writes_when_its_question_changes() -> None:
    person = Person(HOUSE)
    before = person.value("cuando")

    person.answers("nombre", "Ana")

    assert (before, person.value("cuando")) == ("", "25/11/2026")


def test_a_default_is_set_once_and_still_asked() -> None:
    person = Person(HOUSE)
    proposed = person.value("dia")

    person.answers("dia", "2026-01-02")
    person.answers("nombre", "Ana")

    assert proposed == "2026-11-25"
    assert person.value("dia") == "2026-01-02"


def test_the_submission_leaves_out_what_does_not_matter() -> None:
    person = Person(HOUSE)
    person.answers("nombre", "Ana <&> Luz")
    person.answers("cuantos", "1")
    person.answers("persona{1}/quien", "José")

    result = finish(person.filling, NOW)

    assert isinstance(result, Submission)
    assert result.record["persona[1]/quien"] == "José"
    assert "mun" not in result.record
    assert "<nombre>Ana &lt;&amp;&gt; Luz</nombre>" in result.xml
    assert "<instanceID>uuid:5f1c0000-0000-4000-8000-000000000001</instanceID>" in result.xml


def test_the_end_names_every_answer_that_is_missing() -> None:
    person = Person(HOUSE)

    result = finish(person.filling, NOW)

    assert not isinstance(result, Submission)
    assert [(refusal.key, refusal.violation.rule) for refusal in result] == [("/data/nombre", "required")]


LANGUAGES = """
| survey |
|        | type           | name | label::Español (es) | label::English (en) |
|        | text           | a    | Hola                | Hello               |
|        | select_one sn  | b    | ¿Va?                |                     |
| choices |
|         | list_name | name | label::Español (es) | label::English (en) |
|         | sn        | si   | Sí                  | Yes                 |
|         | sn        | no   | No                  |                     |
| settings |
|          | form_title | default_language |
|          | Idiomas    | Español (es)     |
"""


def test_a_missing_translation_falls_back_to_the_default_language() -> None:
    person = Person(LANGUAGES, language="English (en)")

    assert (person.label("a"), person.label("b")) == ("Hello", "¿Va?")
    assert person.choices("b") == ["Yes", "No"]


SHUFFLED = """
| survey |
|        | type          | name | label | parameters                |
|        | select_one l  | a    | A     | randomize=true            |
|        | select_one l  | b    | B     | randomize=true, seed=7    |
|        | select_one l or_other | c | C |                           |
| choices |
|         | list_name | name | label |
|         | l         | n1   | Uno   |
|         | l         | n2   | Dos   |
|         | l         | n3   | Tres  |
|         | l         | n4   | Cuatro |
|         | l         | n5   | Cinco |
"""


def test_shuffled_choices_keep_their_order_while_the_form_is_filled() -> None:
    person = Person(SHUFFLED)
    first = (person.choices("a"), person.choices("b"))

    person.answers("a", "n1")

    assert (person.choices("a"), person.choices("b")) == first
    assert sorted(first[0]) == sorted(first[1])
    assert first[0] != sorted(first[0])


def test_another_answer_is_asked_for_in_words() -> None:
    person = Person(SHUFFLED)

    person.answers("c", "other")

    assert person.after("c") == "c_other"
