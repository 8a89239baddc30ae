"""Answers that are too long, unseen, turned round, impossible or meant as something else."""

import pytest

from tests.boards.city import City
from tests.survey.answers import LONGEST, answer, begin, open_question
from tests.survey.town import ROSA, asking, entries

ODD = ["a" * 4096, "🙂🙂🙂", "\u202eafuera", "\0\0", "<b>x</b>&amp;", "31/02", "", "  ", "=1+1", "9" * 400, "99"]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("question", ["n01", "n05", "n07", "n09", "n13"])
def test_an_odd_answer_is_not_taken_and_the_question_stays(odd: str, question: str) -> None:
    with asking() as town:
        begin(town)
        answer(town, LONGEST, until=question)
        before, count = entries(town), len(town.said[ROSA])
        town.say(ROSA, odd)

        assert entries(town) == before
        assert open_question(town) == question
        assert len(town.said[ROSA]) > count
        assert len(town.text(ROSA)) <= 600


@pytest.mark.parametrize("odd", ["🙂🙂🙂", "\u202eafuera\u202c", "<b>x</b> & más", "=1+1", "a\0b"])
def test_a_free_answer_is_kept_without_what_cannot_be_seen_and_shown_as_it_was_written(odd: str, town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n34")
    town.say(ROSA, odd)

    value = entries(town)["/data/requisitos/n34"]
    assert value
    assert not set(value) & {"\0", "\u202e", "\u202c"}
    assert "<b>x</b>" not in town.text(ROSA)


def test_a_free_answer_that_is_too_long_is_refused_with_what_fits(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n34")
    town.say(ROSA, "a" * 301)

    assert "Caben 300 letras" in town.text(ROSA)
    assert open_question(town) == "n34"


def test_after_two_refusals_the_question_comes_again_with_other_ways(town: City) -> None:
    begin(town).say(ROSA, "quizás", "tal vez luego")

    assert "¿Acepta participar" in town.text(ROSA)
    assert "c0" in town.values(ROSA)


def test_a_number_out_of_range_is_told_the_range(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n08")
    town.say(ROSA, "25")

    assert "de 0 a 24" in town.text(ROSA)


def test_help_says_what_the_question_means_and_asks_it_again(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n08")
    town.press(ROSA, "help")

    assert "Cuente solo las asambleas" in town.text(ROSA)
    assert "¿Cuántas asambleas" in town.text(ROSA)


def test_what_is_required_is_not_passed_over(town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n06")
    town.say(ROSA, "omitir")

    assert open_question(town) == "n06"


@pytest.mark.parametrize("word", ["omitir", "prefiero no responder", "no sé"])
def test_what_is_not_required_is_passed_over_by_a_word(word: str, town: City) -> None:
    begin(town)
    answer(town, LONGEST, until="n08")
    town.say(ROSA, word)

    assert open_question(town) == "n09"
    assert entries(town)["/data/plan/n08"] == ""
