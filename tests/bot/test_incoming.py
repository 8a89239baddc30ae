"""What a person sends, in the bot's own terms; nothing that Telegram can send makes it stumble."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming import Envelope, Letter, envelope, open_letter, seal_contact
from conversations.inputs import (
    Attached,
    Commanded,
    Edited,
    Forwarded,
    Incoming,
    Pressed,
    Said,
    SharedContact,
    Unreadable,
)
from storage.phones import PhoneVault
from tests.bot.stand_ins import GROUP, JUAN, KEY, ROSA

BOT = "juntas_bot"
VAULT = PhoneVault(KEY)
SENDER = {"id": ROSA, "is_bot": False, "first_name": "Rosa", "last_name": "Pérez"}


def update(chat: int = ROSA, kind: str = "private", key: str = "message", **content: Any) -> dict[str, Any]:
    return {"update_id": 9, key: {"message_id": 3, "chat": {"id": chat, "type": kind}, "from": SENDER, **content}}


def press(data: str | None, message: dict[str, Any] | None = None) -> dict[str, Any]:
    query: dict[str, Any] = {"id": "q1", "from": SENDER, "message": message or update()["message"]}
    return {"update_id": 9, "callback_query": query | ({} if data is None else {"data": data})}


def member(chat_kind: str, before: str, after: str) -> dict[str, Any]:
    statuses = {"old_chat_member": {"status": before}, "new_chat_member": {"status": after}}
    return {"update_id": 9, "my_chat_member": {"chat": {"id": GROUP, "type": chat_kind}, "from": SENDER, **statuses}}


def opened(raw: dict[str, Any]) -> Letter | None:
    return open_letter(raw, VAULT.unseal)


def read(raw: dict[str, Any]) -> Incoming:
    letter = opened(raw)
    assert letter is not None
    return letter.incoming


@pytest.mark.parametrize(
    ("content", "incoming"),
    [
        ({"text": " Buenas "}, Said(" Buenas ")),
        ({"text": "/start"}, Commanded("start")),
        ({"text": "/START@Juntas_Bot registrar "}, Commanded("start", "registrar")),
        ({"text": "/misdatos\npor favor"}, Commanded("misdatos", "por favor")),
        ({"text": "/"}, Said("/")),
        ({"text": "/ hola"}, Said("/ hola")),
        ({"contact": {"phone_number": "573005550199", "user_id": ROSA}}, SharedContact("573005550199", is_own=True)),
        ({"contact": {"phone_number": "573005550199", "user_id": JUAN}}, SharedContact("573005550199", is_own=False)),
        ({"contact": {"phone_number": "573005550199"}}, SharedContact("573005550199", is_own=False)),
        ({"text": "hola", "forward_origin": {"type": "hidden_user"}}, Forwarded()),
        ({"contact": {"phone_number": "1", "user_id": ROSA}, "forward_origin": {"type": "user"}}, Forwarded()),
        ({"voice": {}, "caption": "hola"}, Attached("voice")),
        ({"photo": []}, Attached("photo")),
        ({"animation": {}, "document": {}}, Attached("animation")),
        ({"location": {}, "venue": {}}, Attached("location")),
        ({"checklist": {}}, Attached("other")),
        ({}, Attached("other")),
    ],
)
def test_what_a_person_sends_is_understood_as_what_it_is(content: dict[str, Any], incoming: Incoming) -> None:
    assert read(update(**content)) == incoming


def test_a_changed_message_is_known_as_changed_whatever_it_says_now() -> None:
    assert read(update(key="edited_message", text="/start")) == Edited()


def test_a_shared_number_is_sealed_before_it_is_written_and_opens_again() -> None:
    raw = update(contact={"phone_number": "573005550199", "user_id": ROSA, "first_name": "Rosa", "vcard": "TEL:300"})

    seal_contact(raw, VAULT.seal)

    assert "573005550199" not in str(raw)
    assert raw["message"]["contact"].keys() == {"user_id", "phone_number", "sealed"}
    assert read(raw) == SharedContact("573005550199", is_own=True)


@pytest.mark.parametrize("service", ["pinned_message", "message_auto_delete_timer_changed", "write_access_allowed"])
def test_what_nobody_wrote_is_not_answered(service: str) -> None:
    assert opened(update(**{service: {}})) is None


@pytest.mark.parametrize(
    ("data", "incoming"),
    [
        ("registration:kind:jac:12", Pressed("registration", "kind", "jac", 12)),
        ("a:b::0", Pressed("a", "b", "", 0)),
        ("go:registrar", Commanded("registrar")),
        ("go:", Unreadable()),
        ("go:a:b", Commanded("a", "b")),
        ("go:a:b:c", Unreadable()),
        ("registration:kind:jac:-1", Unreadable()),
        ("registration:kind:jac:١٢", Unreadable()),
        ("registration:kind:jac:²", Unreadable()),
        ("registration:kind:jac:9999999999", Unreadable()),
        ("a:b:c:d:1", Unreadable()),
        ("'; DROP TABLE person", Unreadable()),
        ("", Unreadable()),
        (None, Unreadable()),
    ],
)
def test_a_press_is_read_strictly(data: str | None, incoming: Incoming) -> None:
    letter = opened(press(data))

    assert letter is not None
    assert (letter.incoming, letter.query_id, letter.chat_id, letter.message_id) == (incoming, "q1", ROSA, 3)


def test_a_press_under_a_message_that_telegram_no_longer_shows_is_still_a_press() -> None:
    raw = press("a:b:c:1")
    del raw["callback_query"]["message"]

    assert envelope(raw, BOT).kind == "press"
    assert read(raw) == Pressed("a", "b", "c", 1)


def test_the_name_is_as_telegram_gives_it_and_not_endless() -> None:
    alone = update(text="x")
    alone["message"]["from"] = {"id": ROSA, "first_name": "R" * 500}
    nameless = update(text="x")
    del nameless["message"]["from"]

    names = [opened(raw).name for raw in (update(text="x"), alone, nameless)]  # type: ignore[union-attr]

    assert names == ["Rosa Pérez", "R" * 120, ""]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (update(text="hola"), Envelope(9, ROSA, "private", "private", keep_body=True)),
        (update(key="edited_message", text="x"), Envelope(9, ROSA, "private", "private", keep_body=True)),
        (press("a:b:c:1"), Envelope(9, ROSA, "press", "private", keep_body=True)),
        (
            press("a:b:c:1", {"message_id": 1, "chat": {"id": GROUP, "type": "supergroup"}}),
            Envelope(9, GROUP, "group", "supergroup", keep_body=False),
        ),
        (member("private", "member", "kicked"), Envelope(9, GROUP, "block", "private", keep_body=False)),
        (member("private", "kicked", "member"), Envelope(9, GROUP, "unblock", "private", keep_body=False)),
        (member("group", "left", "member"), Envelope(9, GROUP, "group_addressed", "group", keep_body=False)),
        (member("group", "member", "administrator"), Envelope(9, GROUP, "group", "group", keep_body=False)),
        (member("supergroup", "member", "left"), Envelope(9, GROUP, "group", "supergroup", keep_body=False)),
        (member("channel", "left", "administrator"), Envelope(9, GROUP, "group", "channel", keep_body=False)),
        (
            update(GROUP, "group", text="chisme del barrio"),
            Envelope(9, GROUP, "group", "group", keep_body=False),
        ),
        (
            update(GROUP, "supergroup", text="@Juntas_bot ayuda"),
            Envelope(9, GROUP, "group_addressed", "supergroup", keep_body=False),
        ),
        (update(GROUP, "group", text="/start"), Envelope(9, GROUP, "group_addressed", "group", keep_body=False)),
        (update(GROUP, "group", text="/start@otro_bot"), Envelope(9, GROUP, "group", "group", keep_body=False)),
        (
            update(GROUP, "group", key="edited_message", text="/start"),
            Envelope(9, GROUP, "group", "group", keep_body=False),
        ),
        (
            update(GROUP, "group", migrate_to_chat_id=-1005),
            Envelope(9, GROUP, "group_migrated:-1005", "group", keep_body=False),
        ),
        (
            update(GROUP, "channel", key="channel_post", text="@juntas_bot"),
            Envelope(9, GROUP, "channel", "channel", keep_body=False),
        ),
        ({"update_id": 9, "poll": {"id": "1"}}, Envelope(9, None, "unknown", "channel", keep_body=False)),
        ({"update_id": 9}, Envelope(9, None, "unknown", "channel", keep_body=False)),
    ],
)
def test_every_kind_of_update_is_told_apart_and_only_private_words_are_kept(
    raw: dict[str, Any], expected: Envelope
) -> None:
    assert envelope(raw, BOT) == expected


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=8), inner, max_size=2),
    max_leaves=5,
)
known_keys = st.sampled_from(
    [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "channel_post",
        "chat",
        "from",
        "id",
        "type",
        "text",
        "caption",
        "data",
        "new_chat_member",
        "old_chat_member",
        "status",
        "migrate_to_chat_id",
        "message_id",
        "contact",
    ]
)
telling = st.sampled_from(["private", "group", "supergroup", "channel", "kicked", "left", "member", "/a", 5])
shaped = st.recursive(anything | telling, lambda inner: st.dictionaries(known_keys, inner, max_size=5), max_leaves=12)


@given(st.dictionaries(known_keys, shaped, max_size=3), st.integers())
def test_an_update_however_odd_is_told_apart_or_refused_in_a_way_the_receiver_expects(
    raw: dict[str, Any], number: int
) -> None:
    try:
        found = envelope(raw | {"update_id": number}, BOT)
    except (KeyError, TypeError, ValueError, AttributeError):
        return

    assert found.update_id == number
    assert found.kind.partition(":")[0] in {
        "private", "press", "block", "unblock", "group", "group_addressed", "group_migrated", "channel", "unknown",
    }  # fmt: skip


def test_without_its_number_an_update_cannot_be_told_apart() -> None:
    with pytest.raises(KeyError):
        envelope({"message": {}}, BOT)


content_of_a_message = st.fixed_dictionaries(
    {},
    optional={
        "text": st.text(max_size=30),
        "caption": st.text(max_size=5),
        "contact": st.fixed_dictionaries(
            {"phone_number": st.text(max_size=12)}, optional={"user_id": st.sampled_from([ROSA, JUAN])}
        ),
        "forward_origin": st.just({"type": "user"}),
        "photo": st.just([]),
        "sticker": st.just({}),
        "pinned_message": st.just({}),
    },
)


@given(content_of_a_message, st.sampled_from(["message", "edited_message"]))
def test_every_private_message_can_be_opened(content: dict[str, Any], key: str) -> None:
    raw = update(key=key, **content)

    letter = opened(raw)

    assert envelope(raw, BOT).kind == "private"
    assert letter is None or letter.chat_id == ROSA


@given(st.text(max_size=64))
def test_every_press_can_be_opened_whatever_was_forged_into_it(data: str) -> None:
    assert isinstance(read(press(data)), Pressed | Commanded | Unreadable)


def test_of_a_message_that_is_answered_only_its_number_and_its_ticket_are_kept() -> None:
    buttons = {"inline_keyboard": [[{"text": "Responder", "callback_data": "go:bandeja:a12"}]]}
    quoted = {"message_id": 7, "text": "Consulta 12 de Rosa: secreto", "contact": {"phone_number": "573005550199"}}
    raw = update(text="En la DIAN", reply_to_message={**quoted, "reply_markup": buttons})

    seal_contact(raw, VAULT.seal)

    assert raw["message"]["reply_to_message"] == {"message_id": 7, "ticket": 12}
    letter = opened(raw)
    assert letter is not None
    assert (letter.reply_to, letter.reply_ticket) == (7, 12)


@pytest.mark.parametrize("data", ["go:juntas:b12", "persona:write:resolved:3", "go:bandeja", "go:bandeja:a", ""])
def test_buttons_of_other_messages_lead_to_no_ticket(data: str) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": data}, {"text": "y", "url": "https://example.org"}]]}
    raw = update(text="sí", reply_to_message={"message_id": 7, "reply_markup": markup})

    seal_contact(raw, VAULT.seal)

    assert raw["message"]["reply_to_message"] == {"message_id": 7}
