"""The phone is asked with a keyboard of its own, which stays on the screen until a message takes it away."""

import pytest

from conversations.decisions import Ask, Say
from tests.conversations.world import Chat, adult, known


@pytest.mark.parametrize("way", ["atrás", "cancelar", "omitir", "mis datos", "permisos"])
def test_however_the_phone_question_is_left_its_keyboard_is_put_away_first(way: str) -> None:
    chat = Chat(known(adult())).command("registrar")
    chat.press("jac").say("JAC Inventada", "zaragocilla", "omitir", "omitir", "fiscal")
    assert chat.state.question == "phone"

    chat.say(way)

    closing = [place for place, said in enumerate(chat.last) if isinstance(said, Say) and said.close_keyboard]
    asking = [place for place, said in enumerate(chat.last) if isinstance(said, Ask)]
    assert len(closing) == 1
    assert all(place > closing[0] for place in asking)
