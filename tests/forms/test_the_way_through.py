"""What is asked next, what came before, where one is."""

from conversations.forms.walking import Heading, Progress, next_stop, previous_stop, progress
from tests.forms.filling import Person

FAMILY = """
| survey |
|        | type          | name   | label            | relevant       | required |
|        | note          | hola   | Bienvenida       |                |          |
|        | begin group   | casa   | La casa          |                |          |
|        | text          | calle  | ¿Calle?          |                | yes      |
|        | select_one sn | perro  | ¿Tiene perro?    |                |          |
|        | text          | raza   | ¿Qué raza?       | ${perro}='si'  |          |
|        | end group     |        |                  |                |          |
|        | begin repeat  | hijo   | Hijo             |                |          |
|        | text          | nombre | ¿Cómo se llama?  |                |          |
|        | end repeat    |        |                  |                |          |
|        | text          | fin    | ¿Algo más?       |                |          |
| choices |
|         | list_name | name | label |
|         | sn        | si   | Sí    |
|         | sn        | no   | No    |
"""


def test_the_form_is_asked_in_its_own_order() -> None:
    person = Person(FAMILY)

    order = ["hola", "casa/calle", "casa/perro", "hijo{1}/nombre", "hijo{0}", "fin"]

    assert [person.after(name) for name in (None, *order)] == [*order, None]


def test_a_question_appears_when_an_earlier_answer_makes_it_matter() -> None:
    person = Person(FAMILY)

    person.answers("casa/perro", "si")

    assert person.after("casa/perro") == "casa/raza"


def test_from_a_question_that_vanished_the_way_goes_on_behind_it() -> None:
    person = Person(FAMILY)
    person.answers("casa/perro", "si")

    person.answers("casa/perro", "no")

    assert person.after("casa/raza") == "hijo{1}/nombre"
    before = previous_stop(person.filling, person.key("casa/raza"))
    assert before is not None
    assert before.key == person.key("casa/perro")


def test_headings_say_what_is_entered() -> None:
    person = Person(FAMILY)

    group = next_stop(person.filling, person.key("hola"))
    child = next_stop(person.filling, person.key("casa/perro"))

    assert group is not None
    assert group.headings == (Heading("La casa"),)
    assert child is not None
    assert child.headings == (Heading("Hijo", 1, 1),)


def test_one_more_child_comes_before_the_question_whether_there_is_another() -> None:
    person = Person(FAMILY)

    person.adds("hijo")

    assert person.after("hijo{1}/nombre") == "hijo{2}/nombre"
    assert person.after("hijo{2}/nombre") == "hijo{0}"


def test_a_child_that_is_taken_away_leaves_the_others_their_places() -> None:
    person = Person(FAMILY)
    person.adds("hijo")
    person.answers("hijo{2}/nombre", "Luz")

    person.filling.remove(person.key("hijo{1}"), person.later(), "ana")

    assert person.value("hijo{2}/nombre") == "Luz"
    assert person.after("casa/perro") == "hijo{2}/nombre"


def test_no_more_children_is_an_answer_too() -> None:
    person = Person(FAMILY)
    person.answers("casa/calle", "Calle Larga")
    person.passes("casa/perro")
    person.passes("hijo{1}/nombre")
    waiting = person.waits_at()

    person.filling.no_more("/data", "hijo", person.later(), "ana")

    assert (waiting, person.waits_at()) == ("hijo{0}", "fin")


def test_progress_counts_only_what_is_asked_and_matters() -> None:
    person = Person(FAMILY)

    before = progress(person.filling, person.key("casa/perro"))
    person.answers("casa/perro", "si")

    assert before == Progress(2, 4)
    assert progress(person.filling, person.key("fin")) == Progress(5, 5)


def test_a_question_passed_over_does_not_wait_any_more() -> None:
    person = Person(FAMILY)
    person.answers("casa/calle", "Calle Larga")

    person.passes("casa/perro")

    assert person.waits_at() == "hijo{1}/nombre"
