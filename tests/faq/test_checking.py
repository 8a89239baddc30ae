"""What the check of cards finds, and that the cards that come with the program pass it."""

from dataclasses import replace
from datetime import date

import pytest

from conversations.faq.amounts import Amounts
from conversations.faq.cards import Card, Fault
from conversations.faq.checking import NOTICES, Topic, check_cards, check_examples, check_topics
from conversations.faq.examples import Example, Examples
from tests.faq.test_amounts import ROW
from tests.faq.world import card, content, told

TODAY = date(2026, 11, 25)
AMOUNTS = Amounts.from_rows([ROW])
TOPICS = (Topic("la-junta", "que-es"), Topic("la-junta", "otra-ficha"), Topic("la-junta", "y-otra"))
WAYS = tuple(f"manera {number}" for number in range(12))
SOUND = replace(card(), ways=WAYS)


def faults(changed: Card, ease: float = 70.0, today: date = TODAY) -> list[Fault]:
    """Everything found wrong with one card."""
    return list(check_cards([changed], TOPICS, AMOUNTS, today, {changed.id: ease}))


def test_a_sound_card_has_no_faults() -> None:
    assert faults(SOUND) == []


@pytest.mark.parametrize(
    ("changed", "kind", "fact"),
    [
        (replace(SOUND, id="nadie-pidio"), "no-such-topic", ""),
        (replace(SOUND, category="impuestos"), "wrong-category", "la-junta"),
        (replace(SOUND, source="Ley 80 [S12]"), "source-tag", "Ley 80 [S12]"),
        (replace(SOUND, confirm_with=None), "nobody-to-confirm", ""),
        (replace(SOUND, link="http://ejemplo.co"), "link-not-https", "http://ejemplo.co"),
        (replace(SOUND, as_of=date(2026, 12, 1)), "as-of-ahead", "2026-12-01"),
        (replace(SOUND, valid_until=date(2026, 11, 1)), "ends-before-it-begins", "2026-11-01"),
        (replace(SOUND, valid_until=date(2026, 11, 24)), "card-expired", "2026-11-24"),
        (replace(SOUND, related=("otra-ficha", "perdida")), "related-unknown", "perdida"),
        (replace(SOUND, related=("otra-ficha", "otra-ficha")), "related-twice", ""),
        (replace(SOUND, related=("que-es",)), "related-twice", ""),
        (replace(SOUND, answer="Cuesta $ 1.750.905."), "money-typed", ""),
        (replace(SOUND, steps=("Pague {3 ipc}.",)), "unknown-amount", "ipc"),
        (replace(SOUND, answer="Cuesta {28 SMMLV}."), "stray-brace", ""),
        (replace(SOUND, answer="palabra " * 120), "too-long", "1021"),
        (replace(SOUND, ways=WAYS[:11]), "few-ways", "11"),
    ],
)
def test_a_fault_is_found_and_named(changed: Card, kind: str, fact: str) -> None:
    found = faults(changed)

    assert Fault(changed.id, 0, kind, fact) in found
    assert all(fault.fact in told(fault) for fault in found)


def test_a_card_that_is_hard_to_read_is_found_and_so_is_a_hard_average() -> None:
    found = {fault.kind: fault.fact for fault in faults(SOUND, ease=54.4)}

    assert found == {"hard-to-read": "54", "hard-on-average": "54.4"}
    assert told(Fault("", 0, "hard-on-average", "54.4")).startswith("Todas las fichas: ")


def test_an_amount_nobody_has_entered_for_this_year_is_found() -> None:
    later = faults(replace(SOUND, valid_until=date(2027, 6, 30)), today=date(2027, 1, 2))

    assert Fault("que-es", 0, "amount-without-value", "smmlv 2027") in later


def test_a_topic_without_a_file_is_found() -> None:
    assert check_topics(["que-es", "y-otra"], TOPICS) == (Fault("otra-ficha", 0, "card-missing"),)


def test_a_question_of_an_unknown_topic_or_of_two_is_found() -> None:
    asked = (
        Example("qué es", "que-es", "", "preguntas.tsv", 1),
        Example("¿Que es?", "y-otra", "", "preguntas.tsv", 2),
        Example("y esto", "perdida", "", "preguntas.tsv", 3),
        Example("llueve", None, "far", "fuera.tsv", 1),
    )

    found = check_examples(Examples((("people", asked),)), TOPICS)

    assert found == (
        Fault("preguntas.tsv", 2, "asked-of-two", "que-es"),
        Fault("preguntas.tsv", 3, "unknown-topic", "perdida"),
    )


def test_an_expired_card_is_a_notice_and_nothing_to_mend_today() -> None:
    assert {"card-expired"} == NOTICES


def test_there_is_a_card_for_each_topic_and_its_links_and_amounts_hold() -> None:
    faq = content()

    assert faq.faults == ()
    assert check_topics(faq.files, faq.topics) == ()
    assert [f for f in check_cards(faq.cards, faq.topics, faq.amounts, TODAY, {}) if f.kind not in NOTICES] == []
    assert check_examples(faq.examples, faq.topics) == ()
    assert [card.id for card in faq.cards] == [topic.id for topic in faq.topics]
