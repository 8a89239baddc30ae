"""Doing something else in the middle, late buttons, silence: the open question is never lost."""

import pytest

from conversations.chat import open_screen
from conversations.decisions import Ask, Muted, Toast
from conversations.inputs import CouldNotHandle, Edited, Pressed, Unreadable
from conversations.known import Office
from conversations.state import ChatState
from tests.conversations.world import NOW, Chat, adult, known


def at_name() -> Chat:
    return Chat(known(adult())).command("registrar").say("jac")


@pytest.mark.parametrize("said", ["ayuda", "no entiendo", "¿Ayuda?"])
def test_help_explains_the_open_question_and_asks_it_again_in_one_message(said: str) -> None:
    chat = at_name().say(said)

    assert [type(decision) for decision in chat.last] == [Ask]
    assert {"registration-name-help", "registration-name"} <= chat.said_keys()


def test_after_looking_at_ones_data_the_same_question_is_asked_once() -> None:
    chat = at_name().command("misdatos")
    assert chat.state.focus == "misdatos"

    chat.say("atrás")

    assert [d.screen.question for d in chat.last if isinstance(d, Ask)] == ["name"]
    assert chat.say("JAC de Manga").draft()["name"] == "JAC de Manga"


def test_reading_the_notice_leaves_the_question_open() -> None:
    chat = at_name().command("aviso")

    assert "notice-full" in chat.said_keys()
    assert chat.state.question == "name"


@pytest.mark.parametrize(
    "press",
    [
        Pressed("registro", "kind", "jvc", 1),
        Pressed("registro", "name", "back", 1),
        Pressed("registro", "name", "jac", 2),
        Pressed("bienvenida", "age", "yes", 2),
        Pressed("", "", "", 0),
        Unreadable(),
    ],
)
def test_a_late_repeated_or_forged_press_changes_nothing_and_says_where_the_person_is(
    press: Pressed | Unreadable,
) -> None:
    chat = at_name()
    before = (chat.state, chat.known)

    chat.send(press)

    assert (chat.state, chat.known) == before
    assert [type(decision) for decision in chat.last] == [Toast]
    assert "Nombre de la junta" in chat.text()


def test_a_press_when_nothing_is_open_says_what_to_do() -> None:
    chat = Chat(known(adult())).send(Pressed("registro", "kind", "jac", 1))

    assert chat.said_keys() == {"late-press-home"}


@pytest.mark.parametrize(
    "said", ["No quiero más mensajes", "no me escriban mas", "dejen de molestar", "por favor no me escriban más"]
)
def test_who_wants_no_more_messages_is_heard_and_loses_nothing(said: str) -> None:
    chat = at_name().say(said)

    assert chat.remembered() == [Muted(on=True)]
    assert "mensajes" in chat.linked()
    assert (chat.state.question, chat.draft()) == ("name", {"kind": "jac"})
    assert chat.command("mensajes").remembered() == [Muted(on=False)]


def test_a_returning_person_gets_their_state_and_next_step_and_never_the_welcome() -> None:
    officer = Chat(known(adult(offices=(Office("JAC de Manga", "president", NOW),))))
    halfway = at_name().command("cancelar")

    assert "home-registered" in officer.command("start").said_keys()
    assert "home-unfinished" in halfway.say("buenas tardes").said_keys()
    assert "registrar" in halfway.linked()


def test_start_in_the_middle_asks_the_open_question_again() -> None:
    chat = at_name().command("start")

    assert chat.state.question == "name"
    assert "welcome-back" in chat.said_keys()


def test_a_code_for_a_part_leads_there() -> None:
    assert Chat(known(adult())).command("start", "misdatos").state.focus == "misdatos"


def test_an_unknown_order_is_answered_with_what_can_be_done() -> None:
    chat = Chat(known(adult())).command("tarifas")

    assert "unknown-command" in chat.said_keys()
    assert "registrar" in chat.linked()


def test_a_parked_or_edited_message_is_explained_and_the_question_stays() -> None:
    assert at_name().send(CouldNotHandle()).said_keys() == {"could-not-handle"}
    chat = at_name().send(Edited())
    assert "edited" in chat.said_keys()
    assert chat.state.question == "name"


def test_the_open_question_can_be_drawn_again_after_a_long_stop() -> None:
    chat = at_name()

    screen = open_screen(chat.state, chat.known)

    assert screen is not None
    assert screen == chat.last[-1].screen  # type: ignore[union-attr]
    assert open_screen(ChatState(), chat.known) is None


def test_nothing_to_cancel_is_said_as_such() -> None:
    assert "nothing-to-cancel" in Chat(known(adult())).command("cancelar").said_keys()


def test_a_typed_part_of_the_bot_is_opened_from_a_question_with_buttons() -> None:
    chat = Chat(known(adult())).command("registrar").say("mis datos")

    assert chat.state.focus == "misdatos"
    assert chat.say("atrás").state.question == "kind"
