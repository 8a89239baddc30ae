"""The first minutes: who is behind the bot, age, notice, four decisions."""

from dataclasses import replace

import pytest

from conversations.commands import PERMISSIONS, START
from conversations.decisions import AgeDeclared, Ask, ConsentDecided, LanguageChosen
from conversations.inputs import Attached, Pressed, SharedContact
from conversations.known import Person
from tests.conversations.world import NOTICE, Chat, adult, known


def at_service() -> Chat:
    return Chat().say("hola").press("yes", "continue")


def test_who_writes_for_the_first_time_hears_what_the_bot_is_for_and_is_asked_their_age() -> None:
    chat = Chat().command("start")

    assert len(chat.last) == 1
    assert "Nunca le pido cédula" in chat.text()
    assert "18 años" in chat.text()


@pytest.mark.parametrize("first", [Attached("sticker"), SharedContact("573001234567", is_own=True)])
def test_whatever_is_sent_first_leads_to_the_welcome_and_answers_nothing(first: Attached | SharedContact) -> None:
    chat = Chat().send(first)

    assert chat.state.question == "age"
    assert chat.remembered() == []


def test_the_first_word_yes_is_not_an_answer_to_a_question_not_yet_asked() -> None:
    chat = Chat().say("sí")

    assert chat.state.question == "age"
    assert chat.remembered() == []


def test_each_purpose_is_decided_on_its_own_under_the_notice_that_was_shown() -> None:
    chat = at_service()

    decided = []
    for answer in ("acepto", "no acepto", "claro", "no señor"):
        decided += chat.say(answer).remembered()

    hashed = NOTICE.hash
    assert decided == [
        ConsentDecided("service", True, hashed),
        ConsentDecided("phone", False, hashed),
        ConsentDecided("role", True, hashed),
        ConsentDecided("statistics", False, hashed),
    ]
    assert chat.state.focus is None
    assert "registrar" in chat.linked()


def test_silence_or_an_unclear_word_never_counts_as_consent() -> None:
    chat = at_service()

    chat.say("tal vez", "mmm", "👍")

    assert chat.state.question == "service"
    assert chat.known.person.consents == {}


def test_a_minor_is_thanked_and_nothing_else_is_kept() -> None:
    chat = Chat().say("hola", "soy menor de edad")

    assert chat.remembered() == [AgeDeclared(adult=False, notice_hash=NOTICE.hash)]
    assert chat.state.focus is None
    assert chat.state.positions == {}
    assert "mayores de 18" in chat.text()


def test_a_minor_by_mistake_can_correct_the_age_and_is_not_led_on_by_other_words() -> None:
    chat = Chat(known(Person(name="Luz", adult=False)))

    assert START in chat.say("registrar mi junta").linked()
    assert chat.state.focus is None
    chat.command("start").say("sí")

    assert chat.state.question == "notice"


def test_refusing_the_service_asks_nothing_more_and_says_how_to_change_ones_mind() -> None:
    chat = at_service().press("no")

    assert chat.state.focus is None
    assert PERMISSIONS in chat.linked()
    assert set(chat.known.person.consents) == {"service"}
    assert "home-without-service" in chat.say("hola").said_keys()


def test_after_the_welcome_the_person_goes_where_they_wanted_to_go() -> None:
    chat = Chat().command("start", "registrar").press("yes", "continue", "yes", "no", "yes")

    chat.press("yes")

    assert chat.state.focus == "registro"
    assert chat.state.pending is None


def test_a_code_nobody_knows_is_welcomed_as_usual() -> None:
    chat = Chat().command("start", "afiche-77")

    assert chat.said_keys() == Chat().command("start").said_keys()


def test_back_goes_through_the_welcome_and_the_last_word_counts() -> None:
    chat = at_service().press("yes", "yes", "back", "no")

    assert chat.state.question == "role"
    assert not chat.known.person.accepts("phone")


def test_back_at_the_first_question_leaves_kindly_and_the_place_is_kept() -> None:
    chat = Chat().say("hola").press("back")
    assert chat.state.focus is None

    chat.say("buenas")

    assert chat.state.question == "age"


def test_who_leaves_in_the_middle_comes_back_to_the_open_question() -> None:
    chat = at_service().press("yes").command("cancelar")

    chat.say("hola")

    assert chat.state.question == "phone"


def test_a_changed_notice_asks_the_purposes_again_and_not_the_age() -> None:
    chat = Chat(known(adult(), notice=replace(NOTICE, hash="b" * 64)))

    chat.say("hola")

    assert chat.state.question == "notice"
    assert "welcome-notice-changed" in chat.said_keys()


def test_a_notice_changed_in_the_middle_of_a_registration_leads_back_to_its_open_question() -> None:
    chat = Chat(known(adult())).command("registrar").say("jac")
    chat.known = replace(chat.known, notice=replace(NOTICE, hash="b" * 64))

    chat.say("JAC de Manga")
    assert chat.state.question == "notice"
    chat.press("continue", "yes", "yes", "yes", "yes")

    assert (chat.state.focus, chat.state.question) == ("registro", "name")


def test_with_two_languages_the_person_chooses_one_first() -> None:
    chat = Chat(known(locales=("es-CO", "pln"))).command("start")

    chat.say("palenque")

    assert chat.remembered() == [LanguageChosen("pln")]
    assert chat.state.question == "age"


@pytest.mark.parametrize("command", ["ayuda", "aviso", "misdatos", "silencio"])
def test_help_notice_data_and_silence_work_before_any_consent(command: str) -> None:
    chat = Chat().command(command)

    assert chat.last
    assert chat.state.focus != "bienvenida"


def test_a_consent_cannot_be_given_with_the_button_of_an_earlier_screen() -> None:
    chat = at_service()

    chat.send(Pressed("bienvenida", "service", "yes", chat.state.version - 1))

    assert "late-press" in chat.said_keys()
    assert chat.state.question == "service"


def test_the_open_question_of_the_welcome_is_one_message() -> None:
    chat = at_service().press("yes")

    assert sum(isinstance(decision, Ask) for decision in chat.last) == 1
