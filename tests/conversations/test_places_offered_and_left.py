"""Places were offered for a typed name, and the person did something else first."""

import pytest

from tests.conversations.world import Chat, adult, known


def _offered() -> Chat:
    """Somebody typed a name that several places have, before choosing a comuna."""
    chat = Chat(known(adult())).command("registrar")
    chat.press("jac").say("JAC Inventada", "histórica", "san")
    assert chat.state.question == "barrio"
    return chat


@pytest.mark.parametrize("elsewhere", [("/misdatos", "atrás"), ("/permisos", "atrás"), ("cancelar", "registrar")])
def test_who_comes_back_is_asked_something_that_can_be_answered(elsewhere: tuple[str, str]) -> None:
    chat = _offered()

    for text in elsewhere:
        if text.startswith("/"):
            chat.command(text[1:])
        else:
            chat.say(text)

    assert chat.state.question == "comuna"
    assert "Comuna ." not in chat.text()
    chat.say("zaragocilla")
    assert chat.known.answers["registro"]["comuna"] == "8"
    assert chat.state.question == "sector"
