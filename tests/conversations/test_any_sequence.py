"""Whatever people send, in whatever order: nobody is left without an answer, and nothing breaks."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.chat import open_screen
from conversations.commands import COMMANDS
from conversations.decisions import Ask, BoardRegistered, Choice, Decision, Link, Redraw, Say, SendFile, Toast
from conversations.inputs import (
    Attached,
    Commanded,
    CouldNotHandle,
    Edited,
    Forwarded,
    Incoming,
    Pressed,
    Said,
    SharedContact,
    Unreadable,
)
from conversations.known import Person
from tests.conversations.world import SPOKEN, Chat, adult, known, lists, text_of, worded

WORDS = sorted({form for forms in lists().values() for form in forms if "=" not in form})
TYPED = [
    "Junta de Acción Comunal del barrio Manga", "zaragosilla", "olaya", "san pedro", "el bosque", "890480184-4",
    "8904801844", "890480184-5", "1045678901", "3001234567", "1", "2", "8", "la 3", "histórica", "sector 3",
    "https://ejemplo.com", "12345", "😀", "   ", "/", "a" * 200, "\u202enombre raro", "<b>negrita</b>", "x" * 4096,
]  # fmt: skip
texts = st.one_of(st.sampled_from(TYPED), st.sampled_from(WORDS), st.text(max_size=20))
kinds = st.sampled_from(["sticker", "voice", "photo", "video_note", "document", "location", "other", "dice"])
arrivals = st.one_of(
    st.builds(Said, texts),
    st.builds(Commanded, st.sampled_from([*COMMANDS, "encuesta"]), st.sampled_from(["", "registrar", "afiche-12"])),
    st.builds(Attached, kinds),
    st.builds(SharedContact, st.just("573001234567"), st.booleans()),
    st.just(Forwarded()), st.just(Edited()), st.just(Unreadable()), st.just(CouldNotHandle()),
    st.builds(
        Pressed, st.sampled_from(["registro", "bienvenida"]), st.sampled_from(["kind", "age"]), texts,
        st.integers(0, 9),
    ),
)  # fmt: skip
# A number chooses one of the open question's own buttons, so that sequences get somewhere.
sequences = st.lists(st.one_of(st.integers(0, 30), st.integers(0, 30), arrivals), max_size=25)
people = st.sampled_from([
    Person(name="Ana"), Person(), adult("A" * 60), adult(refuses=("role",)), adult(refuses=("service",)),
    adult(refuses=("phone", "statistics")), Person(name="Luz", adult=False),
])  # fmt: skip


def play(chat: Chat, action: "int | Incoming") -> Incoming:
    """Sends what was drawn; a number presses one of the buttons in sight."""
    values = chat.values()
    if isinstance(action, int):
        if values:
            value = values[action % len(values)]
            action = Pressed(chat.state.focus or "", chat.state.question or "", value, chat.state.version)
        else:
            action = SharedContact("573001234567", is_own=True) if chat.state.question == "phone" else Said("registrar")
    chat.send(action)
    return action


def check(decisions: tuple[Decision, ...], incoming: Incoming, *, version_before: int, version_after: int) -> None:
    """What holds after anything that arrives."""
    assert any(isinstance(decision, Ask | Redraw | Say | Toast | SendFile) for decision in decisions)
    if not isinstance(incoming, Pressed | Unreadable):
        assert any(isinstance(decision, Ask | Say | SendFile) for decision in decisions)
    drawn = sum(isinstance(decision, Ask | Redraw) for decision in decisions)
    assert version_after == version_before + drawn
    assert drawn <= 1
    spoken = [isinstance(decision, SPOKEN) for decision in decisions]
    assert spoken == sorted(spoken)
    for decision in decisions:
        if isinstance(decision, SPOKEN):
            text = worded(text_of(decision))
            assert text.strip()
            assert "None" not in text
            assert len(text) <= 1200
        if isinstance(decision, Toast):
            assert len(worded(decision.text)) <= 200
        if isinstance(decision, Say):
            assert not (decision.close_keyboard and decision.links)


def check_screen(chat: Chat) -> None:
    """Every button of the open question can be carried by Telegram and is there once."""
    screen = open_screen(chat.state, chat.known)
    assert (screen is None) == (chat.state.focus is None) == (chat.state.question is None)
    if screen is None:
        return
    assert screen.question == chat.state.question
    values = []
    for row in screen.rows:
        for item in row:
            assert worded(item.label)
            if isinstance(item, Choice):
                values.append(item.value)
                assert len(f"{chat.state.focus}:{screen.question}:{item.value}:{99_999}".encode()) <= 64
                assert ":" not in item.value
            else:
                assert isinstance(item, Link)
                assert item.command in COMMANDS
    assert len(values) == len(set(values))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people, st.sampled_from([("es-CO",), ("es-CO", "pln")]), sequences)
def test_nobody_is_left_unanswered_and_nothing_breaks(
    person: Person, locales: tuple[str, ...], actions: list[int | Incoming]
) -> None:
    chat = Chat(known(person, locales=locales))

    for action in actions:
        before = chat.state.version
        sent = play(chat, action)

        check(chat.last, sent, version_before=before, version_after=chat.state.version)
        check_screen(chat)
        kept = str(chat.state.positions)
        assert "300" not in kept
        assert not any(len(word) > 40 for word in kept.split("'"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people.filter(lambda person: person.adult is not False), sequences)
def test_from_anywhere_cancelling_leaves_and_the_straight_way_still_ends_in_a_registration(
    person: Person, actions: list[int | Incoming]
) -> None:
    chat = Chat(known(person))
    for action in actions:
        play(chat, action)

    chat.command("cancelar")
    for _ in range(2):
        if chat.state.focus is not None:
            # A second thought leads back to the list it came from, and what was interrupted is open again: each takes
            # a cancel of its own.
            chat.command("cancelar")
    assert chat.state.focus is None

    finish(chat)
    assert any(isinstance(decision, BoardRegistered) for decision in chat.last)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sequences, st.integers(0, 40))
def test_a_press_that_comes_twice_or_late_changes_nothing(actions: list[int | Incoming], place: int) -> None:
    chat = Chat(known(adult()))
    pressed = []
    for action in actions:
        sent = play(chat, action)
        if isinstance(sent, Pressed) and sent.version < chat.state.version:
            pressed.append(sent)
    if not pressed:
        return
    before = (chat.state, chat.known)

    chat.send(pressed[place % len(pressed)])

    assert (chat.state, chat.known) == before
    assert [type(decision) for decision in chat.last] == [Toast]


def accept_everything(chat: Chat) -> None:
    """Through the welcome, with the first button each time."""
    for _ in range(7):
        if chat.state.focus == "bienvenida":
            chat.press(chat.values()[0])


def finish(chat: Chat) -> None:
    """The straight way to the end, from wherever the chat is."""
    if chat.known.person.adult is False:
        chat.command("start").say("sí")
    chat.command("permisos")
    accept_everything(chat)
    if not chat.known.person.accepts("service"):
        chat.command("permisos").say("servicio")
        accept_everything(chat)
    if chat.state.focus == "permisos":
        chat.say("atrás")
    chat.command("registrar")
    straight = {
        "another": "otra", "kind": "jac", "name": "JAC de Manga", "localidad": "manga", "comuna": "manga",
        "barrio": "otro", "barrio_other": "Barrio Nuevo", "sector": "omitir", "nit": "omitir", "role": "fiscal",
        "phone": "omitir", "summary": "enviar", "change": "atrás", "consent": "acepto",
    }  # fmt: skip
    for _ in range(20):
        if chat.state.focus != "registro":
            return
        if chat.state.question == "barrio" and "none" in chat.values():
            chat.press("none")
        else:
            chat.say(straight[chat.state.question or ""])
