"""What is held about a person: seen, copied, deleted; what they allow: given and taken back."""

import pytest

from conversations.decisions import ConsentDecided, ErasureConfirmed, Redraw, SendFile, Toast, Withdrawn
from conversations.known import Office
from conversations.state import ChatState
from tests.conversations.world import NOTICE, NOW, Chat, adult, known

OFFICE = Office("JAC de Manga", "president", NOW)


def officer() -> Chat:
    return Chat(known(adult(masked_phone="••• ••• ••67", offices=(OFFICE,))))


def test_everything_held_is_shown_in_plain_lines_without_the_number() -> None:
    chat = officer().command("misdatos")

    for piece in ("Ana", "••• ••• ••67", "Presidencia en JAC de Manga", "acepta", NOTICE.version):
        assert piece in chat.text()


def test_who_has_never_answered_sees_that_nothing_is_held() -> None:
    chat = Chat().command("misdatos")

    assert {"my-data-no-office", "my-data-no-phone", "my-data-no-consent"} <= chat.said_keys()
    assert len(chat.say("atrás").last) > 0
    assert chat.state.focus is None


@pytest.mark.parametrize(("said", "maker"), [("descargar copia", "my_data"), ("autorización", "consent_copy")])
def test_a_copy_is_made_when_it_is_asked_for(said: str, maker: str) -> None:
    chat = officer().command("misdatos").say(said)

    assert [d.maker for d in chat.last if isinstance(d, SendFile)] == [maker]
    assert chat.state.focus == "misdatos"


def test_data_are_deleted_only_after_a_second_clear_word_and_the_place_is_forgotten() -> None:
    chat = officer().command("registrar").say("otra", "jac").command("misdatos").press("erase")
    assert chat.remembered() == []
    assert "no se puede deshacer" in chat.text()

    chat.say("borrar")

    assert chat.remembered() == [ErasureConfirmed()]
    assert chat.state == ChatState(version=chat.state.version)
    assert chat.say("hola").state.question == "age"


@pytest.mark.parametrize("said", ["no", "atrás", "cancelar", "sí", "tal vez"])
def test_any_other_word_deletes_nothing(said: str) -> None:
    chat = officer().command("misdatos").press("erase").say(said)

    assert chat.remembered() == []
    assert chat.known.person.offices == (OFFICE,)


def test_a_purpose_without_consequences_changes_at_one_press_in_place() -> None:
    chat = officer().command("permisos").press("statistics")

    assert chat.remembered() == [ConsentDecided("statistics", False, NOTICE.hash)]
    assert {type(decision) for decision in chat.last} >= {Redraw, Toast}
    assert chat.press("statistics").known.person.accepts("statistics")


@pytest.mark.parametrize(("said", "purpose"), [("cargo", "role"), ("llamadas", "phone"), ("servicio", "service")])
def test_what_costs_something_is_asked_once_more(said: str, purpose: str) -> None:
    chat = officer().command("permisos").say(said)
    assert chat.remembered() == []
    assert f"permission-{purpose}-sure" in chat.said_keys()

    assert chat.say("no").known.person.accepts(purpose)  # type: ignore[arg-type]
    assert not chat.say(said, "sí").known.person.accepts(purpose)  # type: ignore[arg-type]


def test_taking_the_office_back_takes_it_out_of_the_draft_too() -> None:
    chat = Chat(known(adult())).command("registrar").say("jac", "JAC de Manga", "manga", "omitir", "omitir", "fiscal")

    chat.command("permisos").press("role")

    assert Withdrawn("registro", "role") in chat.remembered()
    assert chat.say("atrás").state.question == "consent"


def test_who_refused_the_service_can_allow_it_later_and_is_asked_the_rest() -> None:
    chat = Chat().say("hola").press("yes", "continue", "no")

    chat.command("permisos").press("service")

    assert chat.known.person.accepts("service")
    assert (chat.state.focus, chat.state.question) == ("bienvenida", "phone")
    assert "welcome-notice-changed" not in chat.said_keys()
    assert "registrar" in chat.press("yes", "yes", "yes").linked()


def test_from_my_data_one_goes_to_the_permissions_and_back_to_the_registration() -> None:
    chat = Chat(known(adult())).command("registrar").say("jac").command("misdatos").say("cambiar permisos")
    assert chat.state.focus == "permisos"

    chat.say("atrás")

    assert (chat.state.focus, chat.state.question) == ("registro", "name")
