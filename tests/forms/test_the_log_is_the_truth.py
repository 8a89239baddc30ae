"""A filling is rebuilt from its log: after a restart, without erased words, with a newer form."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.forms.entries import Entry, erased
from conversations.forms.finishing import record, submission_xml
from conversations.forms.instance import Instance, rebuild
from conversations.forms.walking import first_open, places
from tests.forms.filling import NOW, SETTING, Person, form_of, table

LIFE = table("life")

acts = st.one_of(
    st.tuples(st.just("nombre"), st.sampled_from(["", "Ana", "Luz"])),
    st.tuples(st.just("grupo"), st.sampled_from(["", "a", "b"])),
    st.tuples(st.just("item"), st.sampled_from(["", "a1", "b1"])),
    st.tuples(st.just("varios"), st.sampled_from(["", "a2 a1", "b1"])),
    st.tuples(st.just("n"), st.sampled_from(["", "0", "1", "3"])),
    st.tuples(st.sampled_from(["fila{1}/x", "fila{3}/x"]), st.sampled_from(["", "5", "9"])),
    st.tuples(st.just("copia"), st.sampled_from(["", "mía"])),
    st.tuples(st.sampled_from(["libre{1}/t", "libre{2}/t"]), st.sampled_from(["", "texto"])),
    st.tuples(st.just("add"), st.just("libre")),
    st.tuples(st.just("remove"), st.sampled_from(["libre{1}", "libre{2}"])),
    st.tuples(st.just("no more"), st.just("libre")),
)


def seen(filling: Instance) -> dict[str, Any]:
    """Everything that anybody could tell apart."""
    stop = first_open(filling)
    return {
        "record": record(filling),
        "xml": submission_xml(filling),
        "way": [place.key for place in places(filling)],
        "open": stop and stop.key,
        "asked": [place.key for place in places(filling) if place.kind == "question" and place.cell.asked],
    }


def through_json(log: list[Entry]) -> list[Entry]:
    """The log as it comes back from storage."""
    return [Entry.from_json(entry) for entry in json.loads(json.dumps([entry.to_json() for entry in log]))]


def do(person: Person, act: tuple[str, str]) -> None:
    """One act, if it is possible just now."""
    what, value = act
    keys = {place.key for place in places(person.filling)}
    if what == "add":
        person.adds(value)
    elif what == "no more":
        person.filling.no_more("/data", value, person.later(), "ana")
    elif what == "remove":
        if person.key(value) in keys:
            person.filling.remove(person.key(value), person.later(), "ana")
    elif person.key(what) in keys:
        person.answers(what, value)


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, max_size=25))
def test_whatever_was_done_the_log_tells_all_of_it(deeds: list[tuple[str, str]]) -> None:
    person = Person(LIFE)
    for deed in deeds:
        do(person, deed)

    again = rebuild(person.form, SETTING, through_json(person.filling.log), person.now)

    assert seen(again) == seen(person.filling)


@settings(max_examples=30, deadline=None)
@given(st.lists(acts, max_size=12), st.lists(acts, max_size=12))
def test_a_restart_in_the_middle_changes_nothing(first: list[tuple[str, str]], then: list[tuple[str, str]]) -> None:
    straight, restarted = Person(LIFE), Person(LIFE)
    for person in (straight, restarted):
        for deed in first:
            do(person, deed)

    restarted.filling = rebuild(restarted.form, SETTING, through_json(restarted.filling.log), restarted.now)
    for person in (straight, restarted):
        for deed in then:
            do(person, deed)

    assert seen(restarted.filling) == seen(straight.filling)
    assert restarted.filling.log == straight.filling.log


def test_erased_words_are_gone_and_the_rest_is_as_it_was() -> None:
    person = Person(LIFE)
    person.answers("nombre", "Ana Inventada")
    person.answers("grupo", "a")
    person.answers("n", "1")

    log = erased(person.filling.log, {"/data/nombre", "/data/copia"})
    again = rebuild(person.form, SETTING, log, person.now)

    assert "Inventada" not in json.dumps([entry.to_json() for entry in log])
    assert (record(again)["nombre"], record(again)["grupo"], record(again)["fila[1]/doble"]) == ("", "a", "2")


def test_a_newer_form_keeps_the_answers_it_still_asks_for() -> None:
    person = Person(LIFE)
    person.answers("nombre", "Ana")
    person.answers("grupo", "b")
    changed = LIFE.replace("select_one i | item | Ítem", "text | otra | Otra").replace("${item}", "${nombre}")
    newer = form_of(changed.replace("otra | Otra | | | | g=${grupo}", "otra | Otra | | | |"))

    again = rebuild(newer, SETTING, person.filling.log, NOW)

    assert (record(again)["nombre"], record(again)["grupo"], record(again)["otra"]) == ("Ana", "b", "")
