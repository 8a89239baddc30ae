"""People ask in their own words; the right card is found, and no card is shown for what none answers."""

import time

import pytest

from conversations.faq.examples import Example
from conversations.faq.language import Language
from conversations.faq.matching import Finder, Outcome, take_apart
from tests.bench.faq import UNSEEN, Trials, accuracy
from tests.faq.world import content, finder


def first(text: str) -> str:
    """The card that is shown or offered first."""
    found = finder().match(text)
    assert not found.declined, found
    return found.answers[0].id


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("¿Qué es el SECOP II?", "que-es-secop-ii"),
        ("q es el secob", "que-es-secop-ii"),
        ("QUE ES EL CECOP 2", "que-es-secop-ii"),
        ("hasta cuanta plata puede ser un convenio solidario", "tope-convenio-solidario-directo"),
        ("necesitamos una prorrga, la obra no esta lista", "adiciones-y-prorrogas"),
        ("la alcaldía no me ha contestado un derecho de petision", "derecho-de-peticion"),
        ("se nos quedó un papel por fuera de la oferta, lo podemos entregar después?", "subsanar-la-oferta"),
        ("nos piden un papel que diga que existimos y quién es el presidente", "certificado-existencia-representacion"),
        ("cuanto nos descuentan en estampillas", "iva-retenciones-estampillas"),
    ],
)
def test_everyday_words_sounds_and_slips_find_the_card(text: str, card: str) -> None:
    assert first(text) == card


@pytest.mark.parametrize(
    "text",
    [
        "Hola, buenas tardes. Yo llevo veinte años en el barrio. Mi nieta se graduó ayer. ¿Quién puede ser veedor?",
        (
            "vea mi hermano aqui ha llovido toda la semana y ayer estuvimos en la caseta con mi nieta y los vecinos "
            "de la otra cuadra y yo queria saber como se hace una veeduria ciudadana"
        ),
    ],
)
def test_a_question_at_the_end_of_a_long_story_is_found(text: str) -> None:
    assert first(text) == "veeduria-ciudadana"


def test_two_questions_in_one_message_are_both_offered() -> None:
    found = finder().match("¿Qué es el RUP y para qué sirve? ¿Cómo hago una veeduría ciudadana?")

    assert found.outcome is Outcome.UNSURE
    assert {"que-es-el-rup", "veeduria-ciudadana"} <= {answer.id for answer in found.offered}


def test_a_sure_answer_is_one_card_and_an_unsure_one_three() -> None:
    sure, unsure = finder().match("qué es una veeduría ciudadana"), finder().match("plata pa la obra")

    assert (sure.outcome, len(sure.offered)) == (Outcome.SURE, 1)
    assert (unsure.outcome, len(unsure.offered)) == (Outcome.UNSURE, 3)


@pytest.mark.parametrize(
    "text", ["hola vecino buenas", "muchas gracias", "jajaja", "¿eres un robot?", "👍", "", "   ", "?¿!"]
)
def test_small_talk_is_taken_for_small_talk(text: str) -> None:
    assert finder().match(text).outcome is Outcome.TALK


@pytest.mark.parametrize(
    "text",
    [
        "cómo me inscribo en el sisbén", "el vecino tiene la música a todo volumen", "cuándo juega el junior",
        "se dañó el poste de la luz de mi calle", "receta de arroz con coco", "no hay cupo en el colegio de mi hijo",
    ],
)  # fmt: skip
def test_what_no_card_answers_is_declined(text: str) -> None:
    found = finder().match(text)

    assert (found.outcome, found.offered) == (Outcome.OUTSIDE, ())


def test_answers_are_at_least_three_best_first_and_the_same_every_time() -> None:
    again = Finder(take_apart(content().examples.all(), content().language), content().language)

    for text in ("qué es una jac", "hola", "plata pa la obra", "x" * 5000, "a b c " * 400):
        found = finder().match(text)
        scores = [answer.score for answer in found.answers]

        assert len(scores) >= 3
        assert scores == sorted(scores, reverse=True)
        assert again.match(text) == found


def test_a_finder_needs_something_to_choose_from() -> None:
    two = [Example("que es", "que-es", "", "", 1), Example("cuanto vale", "cuanto", "", "", 2)]
    language = Language.from_lists((), (), ())

    with pytest.raises(ValueError, match="2 topics"):
        Finder(take_apart(two, language), language)


def test_word_lists_change_what_is_understood() -> None:
    language = Language.from_lists(["rup\tere u pe"], ["money\tplata, dinero"], ["buenas tardes"])

    said = language.understand(("buenas", "tardes", "ere", "u", "pe", "y", "plata"))

    assert said.sounds == ("rup", "y", "plata")
    assert said.meanings == ("money",)


def test_a_word_list_without_a_tab_is_refused() -> None:
    with pytest.raises(ValueError, match="ere u pe"):
        Language.from_lists(["rup ere u pe"], (), ())


def test_a_match_takes_less_than_five_thousandths_of_a_second() -> None:
    taken = []
    for example in list(content().examples.all())[::15]:
        start = time.perf_counter()
        finder().match(example.text)
        taken.append(time.perf_counter() - start)

    assert sorted(taken)[int(len(taken) * 0.95)] < 0.005


def test_questions_that_were_left_out_are_answered_as_promised() -> None:
    # Every twentieth way of asking; `make bench` leaves out each in turn.
    asked = Trials(content()).left_out(20, 7)

    figures = accuracy("", asked)

    assert figures.first >= 0.80
    assert figures.three >= 0.92
    assert figures.outside >= 0.80
    assert figures.declined <= 0.08


@pytest.mark.skipif(not UNSEEN.exists(), reason="nobody has written questions apart from the examples yet")
def test_questions_of_people_nobody_learned_from_are_answered_as_promised() -> None:
    figures = accuracy("", Trials(content()).unseen(UNSEEN))

    assert figures.first >= 0.90
    assert figures.three >= 0.97
    assert figures.outside >= 0.90
    assert figures.declined <= 0.04
