"""A board is entered for somebody without a phone, who permitted it; without a yes nothing of them is kept."""

import pytest

from storage import boards, contacts, inbox, people, retention
from storage.inbox import Arrived
from tests.boards.city import OWNER, City
from tests.boards.desks import COORDINATOR, HISTORIC, VIRGIN, audited, coordinator, seated

NAME = "Junta de Acción Comunal del barrio Manga"
ANSWERS = ("JAC", NAME, "manga", "Sector Central", "999123456-8", "Rosa Inventada", "presidenta", "300 000 0007")


def entered(town: City, *answers: str, chat: int = OWNER) -> City:
    """Up to the question whether the person permitted it."""
    town.say(chat, "/juntas").press(chat, "enter")
    return town.say(chat, *(answers or ANSWERS))


def test_a_board_is_entered_with_its_contact_once_the_person_permitted_it(town: City) -> None:
    seated(town)
    entered(town)
    asked, before = town.text(OWNER), town.column("SELECT id FROM board")
    town.press(OWNER, "yes")

    assert "¿Rosa Inventada dio permiso?" in asked
    assert "Alcaldía" in asked
    assert "invitarla a los talleres" in asked
    assert "Ley 1581" in asked
    assert before == []
    (board,) = town.column("SELECT id FROM board")
    row, contact = boards.get(town.tx, board), contacts.find(town.tx, board)
    assert (row.kind, row.name, row.barrio, row.sector, row.nit) == (
        "jac",
        NAME,
        "Manga",
        "Sector Central",
        "999123456-8",
    )
    assert (row.status, row.assisted) == ("listed", True)
    assert contact is not None
    assert (contact.name, contact.role) == ("Rosa Inventada", "president")
    assert town.house.vault.decrypt(contact.phone_encrypted or b"") == "+573000000007"
    assert audited(town) == ["board_entered"]
    assert town.column("SELECT id FROM answer") == []


def test_it_is_labelled_wherever_it_is_shown(town: City) -> None:
    seated(town)
    entered(town).press(OWNER, "yes")
    town.say(OWNER, "/juntas b1")
    page = town.text(OWNER)
    town.press(OWNER, "edit")

    assert "notada por la Alcaldía" in page
    assert "anotada por la Alcaldía" in town.text(OWNER)


@pytest.mark.parametrize("end", ["no", "cancel"])
def test_without_permission_nothing_is_kept(town: City, end: str) -> None:
    seated(town)
    entered(town).press(OWNER, end)

    assert town.column("SELECT id FROM board") == []
    assert town.column("SELECT name FROM contact") == []
    assert town.column("SELECT value FROM answer") == []
    assert audited(town) == []


def test_a_number_waits_encrypted_and_not_in_what_was_received(town: City) -> None:
    seated(town)
    entered(town, *ANSWERS[:-1])
    number = town._update + 1
    inbox.record(town.tx, [Arrived(number, OWNER, "private", '{"text": "300 000 0007"}')], town.now)
    town.say(OWNER, ANSWERS[-1])

    assert not [value for value in town.column("SELECT value FROM answer") if value and "0007" in value]
    assert town.column("SELECT body FROM inbox WHERE update_id = ?", number) == [None]
    assert "0007" in town.text(OWNER)
    (state,) = town.column("SELECT state FROM chat WHERE chat_id = ?", OWNER)
    assert "Rosa" not in state
    assert "0007" not in state


def test_what_was_received_goes_with_the_draft_when_there_is_no_permission(town: City) -> None:
    seated(town)
    entered(town, *ANSWERS[:5])
    number = town._update + 1
    inbox.record(town.tx, [Arrived(number, OWNER, "private", '{"text": "Rosa Inventada"}')], town.now)
    town.say(OWNER, *ANSWERS[5:])
    before = town.column("SELECT body FROM inbox WHERE update_id = ?", number)
    town.press(OWNER, "no")

    assert before != [None]
    assert town.column("SELECT body FROM inbox WHERE update_id = ?", number) == [None]


def test_a_draft_that_was_left_lying_goes_after_a_day(town: City) -> None:
    seated(town)
    entered(town)
    retention.purge(town.tx, town.now)
    held = town.column("SELECT count(*) FROM answer")
    retention.purge(town.tx, town.now.replace(day=26))

    assert held != [0]
    assert town.column("SELECT count(*) FROM answer") == [0]
    person = people.find(town.tx, OWNER)
    assert person is not None


@pytest.mark.parametrize(
    ("typed", "kept"), [("omitir", None), ("605 000 0000", "+576050000000"), ("+57 300 0000007", "+573000000007")]
)
def test_a_phone_is_a_colombian_number_or_none(town: City, typed: str, kept: str | None) -> None:
    seated(town)
    entered(town, *ANSWERS[:-1]).say(OWNER, "12345")
    refused = town.text(OWNER)
    town.say(OWNER, typed).press(OWNER, "yes")

    contact = contacts.find(town.tx, 1)
    assert contact is not None
    held = contact.phone_encrypted
    assert "10 números" in refused
    assert (town.house.vault.decrypt(held) if held else None) == kept


def test_a_board_that_is_there_already_is_offered_and_not_entered_again(town: City) -> None:
    board = town.board()
    seated(town)
    entered(town, "JAC", "JAC Manga", "manga", "omitir", "omitir")
    asked = town.text(OWNER)
    town.say(OWNER, "1")

    assert "¿No será una de estas?" in asked
    assert town.column("SELECT id FROM board") == [board]
    assert town.text(OWNER).startswith("<b>Junta de Acción Comunal Barrio Manga</b>")
    assert town.column("SELECT value FROM answer") == []


def test_another_board_of_the_barrio_can_be_entered_after_a_look(town: City) -> None:
    town.board()
    seated(town)
    entered(town, "JAC", "JAC Manga", "manga", "omitir", "omitir").press(OWNER, "another")
    town.say(OWNER, "Rosa Inventada", "otro cargo", "omitir").press(OWNER, "yes")

    assert len(town.column("SELECT id FROM board")) == 2


def test_an_association_may_cover_several_barrios(town: City) -> None:
    seated(town)
    town.say(OWNER, "/juntas").press(OWNER, "enter").say(OWNER, "asojuntas", "Asojuntas de la Virgen")
    town.press(OWNER, "other").say(OWNER, "virgen").press(OWNER, "6", "skip")
    town.say(OWNER, "omitir", "omitir", "Rosa Inventada", "presidenta", "omitir").press(OWNER, "yes")

    row = boards.get(town.tx, 1)
    assert (row.kind, row.localidad, row.comuna, row.barrio) == ("asojuntas", VIRGIN, "6", "")


def test_a_coordinator_enters_boards_of_their_own_localidad_only(town: City) -> None:
    coordinator(town, localidad=HISTORIC)
    entered(town, "JAC", "JAC El Pozón", "el pozon", chat=COORDINATOR)

    assert "no está a su cargo" in town.text(COORDINATOR)


@pytest.mark.parametrize("name", ["12345678", "R", "300 000 0007", "x" * 81])
def test_a_contact_is_a_name_and_neither_number_nor_cedula(town: City, name: str) -> None:
    seated(town)
    entered(town, *ANSWERS[:5], name)

    assert "Escriba el nombre con letras, sin números" in town.text(OWNER)
