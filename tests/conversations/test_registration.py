"""Registering a board: what is asked, what is accepted, what is refused and how."""

import pytest

from conversations.decisions import Answered, Ask, BoardRegistered, PhoneGiven, Say, Settle
from conversations.inputs import Attached, Forwarded, SharedContact
from conversations.known import Office
from tests.conversations.world import NOW, Chat, adult, known, worded

TO_ROLE = ("jac", "JAC de Manga", "manga", "omitir", "omitir")
WHOLE = (*TO_ROLE, "presidenta", "omitir")


def started(**changes: object) -> Chat:
    return Chat(known(adult(**changes))).command("registrar")  # type: ignore[arg-type]


def test_a_whole_registration_by_typing_registers_the_board_with_the_office_of_who_writes() -> None:
    chat = started().say(*WHOLE, "enviar")

    assert chat.boards == [
        BoardRegistered(
            kind="jac",
            name="JAC de Manga",
            localidad="Histórica y del Caribe Norte",
            comuna="1",
            barrio="Manga",
            sector=None,
            nit=None,
            role="president",
        )
    ]
    assert chat.state.focus is None
    assert chat.state.positions == {}


def test_the_whole_way_with_buttons_registers_the_same_board_as_with_words() -> None:
    pressed = started().press("jac").say("JAC de Manga").press("historica-y-d-4785c9", "1", "next", "manga")
    pressed.press("skip", "skip", "president").say("omitir").press("send")

    assert pressed.boards == started().say(*WHOLE, "enviar").boards


def test_each_answer_is_kept_at_once_and_its_question_is_settled_before_the_next_is_asked() -> None:
    chat = started().say("jac")

    assert [type(decision) for decision in chat.last] == [Answered, Settle, Ask]
    assert chat.texts()[0] == "Clase de junta: <b>Junta de acción comunal</b>"


def test_it_says_where_one_is_and_counts_only_what_will_be_asked() -> None:
    assert "pregunta 1 de 9" in started().text()
    assert "pregunta 1 de 8" in started(refuses=("phone",)).text()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("JUNTA DE ACCIÓN COMUNAL DEL BARRIO EL POZÓN", "Junta de Acción Comunal del Barrio el Pozón"),
        ("  Junta   de\nAcción  Comunal ", "Junta de Acción Comunal"),
        ("«JAC Ñañez»", "JAC Ñañez"),
        ("JAC Paraíso II", "JAC Paraíso II"),
        ("\u202eJAC Manga\u200b", "JAC Manga"),
    ],
)
def test_a_name_is_tidied_and_keeps_its_accents(typed: str, kept: str) -> None:
    chat = started().say("jac", typed)

    assert chat.draft()["name"] == kept


@pytest.mark.parametrize("typed", ["12345", "https://junta.com", "www.junta.co", "ab", "/junta", "...", "😀😀😀"])
def test_what_cannot_be_a_name_is_refused_with_an_example_and_the_question_stays(typed: str) -> None:
    chat = started().say("jac", typed)

    assert chat.state.question == "name"
    assert [type(decision) for decision in chat.last] == [Say]
    assert "Por ejemplo" in chat.text()


def test_after_two_refusals_the_question_is_asked_again_with_other_ways() -> None:
    chat = started().say("jac", "1", "2")

    assert [type(decision) for decision in chat.last] == [Ask]
    assert {"other-way-typed", "registration-name"} <= chat.said_keys()
    assert chat.state.refusals == 2
    assert chat.say("JAC de Manga").state.refusals == 0


def test_no_tengo_at_a_question_that_is_needed_says_that_one_can_go_on_another_day() -> None:
    chat = started().say("jac", "no tengo")

    assert "not-skippable" in chat.said_keys()
    assert chat.state.question == "name"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("890480184-5", "registration-nit-check"),
        ("8904801849", "registration-nit-ambiguous"),
        ("1045678901-1", "registration-nit-length"),
        ("104567890", "registration-nit-start"),
        ("abc", "registration-nit-form"),
    ],
)
def test_a_wrong_tax_number_says_what_is_wrong_and_never_offers_another_number(typed: str, key: str) -> None:
    chat = started().say("jac", "JAC de Manga", "manga", "omitir", typed)

    assert chat.said_keys() == {key}
    assert "nit" not in chat.draft()


def test_ten_digits_whose_last_one_checks_are_split_and_it_is_said() -> None:
    chat = started().say("jac", "JAC de Manga", "manga", "omitir", "8904801844")

    assert chat.draft()["nit"] == "890480184-4"
    assert "890.480.184-4 (tomé el último" in chat.text()


def test_ones_own_number_is_kept_apart_from_the_answers_and_shown_masked() -> None:
    chat = started().say(*TO_ROLE, "tesorero").share("573001234567")

    assert chat.remembered() == [PhoneGiven("+573001234567"), Answered("registro", "phone", "shared")]
    assert "3001234567" not in str(chat.state) + str(chat.draft()) + chat.text()
    assert "••• ••• ••67" in chat.text()


def test_the_contact_keyboard_is_put_away_once_it_is_not_needed() -> None:
    chat = started().say(*TO_ROLE, "tesorero").share()

    assert next(d for d in chat.last if isinstance(d, Say)).close_keyboard
    assert not any(isinstance(decision, Settle) for decision in chat.last)


def test_somebody_elses_contact_and_a_typed_number_are_refused_kindly() -> None:
    chat = started().say(*TO_ROLE, "tesorero")

    assert chat.send(SharedContact("573001234567", is_own=False)).said_keys() == {"registration-phone-other"}
    chat.state = chat.state.moved(refusals=0)
    assert chat.say("300 123 4567").said_keys() == {"registration-phone-typed"}
    assert chat.phone is None


def test_without_permission_to_call_no_number_is_asked() -> None:
    chat = started(refuses=("phone",)).say(*TO_ROLE, "fiscal")

    assert chat.state.question == "summary"


def test_without_permission_to_keep_an_office_it_is_asked_in_place_and_a_no_is_respected() -> None:
    chat = started(refuses=("role",))
    assert chat.state.question == "consent"

    chat.say("no acepto")

    assert chat.state.focus is None
    assert chat.boards == []
    assert "permisos" in chat.linked()
    assert started(refuses=("role",)).say("acepto").state.question == "kind"


def test_without_the_service_nothing_is_registered() -> None:
    chat = started(refuses=("service",))

    assert chat.state.focus is None
    assert "service-needed" in chat.said_keys()


def test_an_association_may_pass_the_barrio_over_and_a_board_may_not() -> None:
    association = started().say("asojuntas", "Asojuntas de la comuna 6", "2", "6", "omitir")
    board = started().say("jac", "JAC de la 6", "2", "6", "omitir")

    assert association.draft()["barrio"] is None
    assert board.state.question == "barrio"


def test_a_barrio_that_is_not_in_the_list_is_written_freely() -> None:
    chat = started().say("jac", "JAC nueva", "2", "6", "otro", "Urbanización Los Robles", "omitir", "omitir", "vice")

    chat.say("omitir", "enviar")

    assert chat.boards[0].barrio == "Urbanización Los Robles"


def test_an_officer_is_shown_the_office_and_may_register_another_board() -> None:
    chat = started(offices=(Office("JAC de Manga", "president", NOW),))
    assert "JAC de Manga" in chat.text()

    chat.say("otra")

    assert chat.state.question == "kind"


@pytest.mark.parametrize("odd", [Attached("sticker"), Attached("voice"), Attached("photo"), Forwarded()])
def test_a_wrong_kind_of_message_gets_its_own_sentence_and_the_question_stays(odd: Attached | Forwarded) -> None:
    chat = started().say("jac")

    chat.send(odd)

    assert chat.state.question == "name"
    key = f"attached-{odd.kind}" if isinstance(odd, Attached) else "forwarded"
    assert {key, "registration-name-expected"} <= chat.said_keys()


def test_cancelling_keeps_the_answers_and_says_how_to_come_back() -> None:
    chat = started().say("jac", "JAC de Manga").command("cancelar")

    assert chat.state.focus is None
    assert {"registrar", "borrador"} <= chat.linked()
    assert "2 respuestas" in chat.text()
    assert chat.command("registrar").state.question == "localidad"


def test_the_draft_is_thrown_away_only_after_a_clear_yes() -> None:
    chat = started().say("jac", "JAC de Manga").command("cancelar")

    chat.command("borrador").say("no")
    assert chat.draft()
    chat.command("borrador").say("sí")

    assert not chat.draft()
    assert "home-new" in chat.said_keys()


def test_the_summary_stays_readable_with_the_longest_answers() -> None:
    chat = started().say("jac", "Ñ" + "ombre largo " * 9, "2", "6", "otro", "B" * 60, "S" * 60, "890480184-4")

    chat.say("conciliador").share()

    assert chat.state.question == "summary"
    assert len(worded(chat.last[-1].screen.text)) <= 500  # type: ignore[union-attr]
