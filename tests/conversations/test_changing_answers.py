"""Going back and changing: only what depends on a changed answer is asked again, and the last word counts."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.decisions import BoardRegistered, Redraw, Withdrawn
from conversations.screens import OTHER
from tests.conversations.test_any_sequence import finish
from tests.conversations.world import TERRITORY, Chat, adult, known

WHOLE = ("jac", "JAC de Manga", "manga", "sector 1", "890480184-4", "presidenta", "omitir")
ACTIONS = st.one_of(
    st.integers(0, 30),
    st.sampled_from([
        "atrás", "dejar así", "JAC nueva", "Otra Junta", "el pozon", "olaya", "san pedro", "bosque", "otro", "omitir",
        "890480184", "fiscal", "cambiar", "barrio", "localidad", "asojuntas", "jac", "ver más", "ninguno de estos",
    ]),
)  # fmt: skip


def at_summary() -> Chat:
    return Chat(known(adult())).command("registrar").say(*WHOLE)


def test_back_shows_the_earlier_question_and_what_was_said_can_stay() -> None:
    chat = at_summary().press("back")
    assert chat.state.question == "phone"

    chat.say("atrás", "dejar así")

    assert chat.state.question == "summary"
    assert chat.draft()["role"] == "president"


def test_a_changed_line_leads_straight_back_to_the_summary() -> None:
    chat = at_summary().say("cambiar", "nombre", "JAC de Manga Norte")

    assert chat.state.question == "summary"
    assert "JAC de Manga Norte" in chat.text()


def test_back_from_a_line_being_changed_leaves_it_as_it_was() -> None:
    before = at_summary().draft()

    chat = at_summary().say("cambiar", "nit", "atrás")

    assert chat.state.question == "summary"
    assert chat.draft() == before


def test_a_changed_localidad_asks_comuna_and_barrio_again_and_nothing_else() -> None:
    chat = at_summary().say("cambiar", "localidad", "2")

    assert [d.question for d in chat.remembered() if isinstance(d, Withdrawn)] == ["comuna", "barrio"]
    assert chat.say("6").state.question == "barrio"
    assert chat.say("el pozon").state.question == "summary"
    assert chat.draft()["nit"] == "890480184-4"


def test_the_same_localidad_chosen_again_withdraws_nothing() -> None:
    chat = at_summary().say("cambiar", "localidad", "1")

    assert not any(isinstance(decision, Withdrawn) for decision in chat.remembered())
    assert chat.say("dejar así").state.question == "summary"


def test_a_board_that_was_an_association_is_asked_for_its_barrio() -> None:
    chat = Chat(known(adult())).command("registrar").say("asojuntas", "Asojuntas Seis", "2", "6", "omitir", "omitir")

    chat.say("omitir", "fiscal", "omitir", "cambiar", "clase", "jac")

    assert chat.state.question == "barrio"


def test_turning_a_page_redraws_the_question_in_place() -> None:
    chat = Chat(known(adult())).command("registrar").say("jac", "JAC", "JAC Uno", "3", "14")

    chat.press("next")

    assert [type(decision) for decision in chat.last] == [Redraw]
    assert "Página 2 de 3" in chat.text()
    assert "Página 1 de 3" in chat.press("previous").text()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTIONS, max_size=40))
def test_any_way_with_backs_and_changes_registers_what_the_straight_way_with_the_same_answers_registers(
    actions: list[int | str],
) -> None:
    chat = Chat(known(adult())).command("registrar")
    for action in actions:
        if chat.state.focus != "registro":
            chat.command("registrar")
        values = [value for value in chat.values() if value not in {"send", "cancel"}]
        if isinstance(action, str):
            chat.say(action)
        elif values:
            chat.press(values[action % len(values)])
        consistent(chat)
    for _ in range(30):
        if chat.state.question != "summary":
            step_on(chat)
    answers = dict(chat.draft())

    chat.say("enviar")

    assert straight(answers) == chat.boards[-1]


def consistent(chat: Chat) -> None:
    """A draft never holds a barrio outside its comuna, nor a comuna outside its localidad."""
    draft = chat.draft()
    place = TERRITORY.place(draft.get("barrio") or "")
    if place is not None:
        assert draft["comuna"] == place.comuna
        assert chat.draft()["localidad"] is not None
    if draft.get("barrio") != OTHER:
        assert "barrio_other" not in draft


def step_on(chat: Chat) -> None:
    """One step of the straight way; what was answered before is left as it is."""
    if chat.state.focus != "registro":
        chat.command("registrar")
    elif "keep" in chat.values():
        chat.press("keep")
    elif chat.state.question in {"localidad", "comuna"}:
        chat.press(chat.values()[0])
    else:
        straight_words = {
            "another": "otra", "kind": "jac", "name": "JAC de Manga", "change": "atrás", "barrio_other": "Barrio Nuevo",
            "barrio": "ninguno de estos" if "none" in chat.values() else "otro", "sector": "omitir", "nit": "omitir",
            "role": "fiscal", "phone": "omitir",
        }  # fmt: skip
        chat.say(straight_words[chat.state.question or ""])


def straight(answers: dict[str, str | None]) -> BoardRegistered:
    """The board that comes of giving these answers once each, in order."""
    chat = Chat(known(adult())).command("registrar")
    for _ in range(12):
        question = chat.state.question or ""
        if question == "summary":
            break
        value = answers[question]
        if question == "phone" or value is None:
            chat.say("omitir")
        elif question in {"name", "barrio_other", "sector", "nit"}:
            chat.say(value)
        else:
            while value not in chat.values():
                chat.press("next")
            chat.press(value)
    return chat.say("enviar").boards[-1]


def test_the_straight_way_is_straight() -> None:
    chat = Chat(known(adult()))

    finish(chat)

    assert len(chat.boards) == 1
