"""A place in the team begins with a link that works once, and ends at once."""

import sqlite3
from datetime import timedelta

from storage import boards, officers, people, staff
from storage.boards import BoardDraft
from tests.storage.invented import JUAN, NOW, ROSA, column, person

SOON = NOW + timedelta(hours=1)
EXPIRY = NOW + timedelta(days=3)


def invite(tx: sqlite3.Connection, code: str = "secret", **changes: object) -> None:
    values = {"role": "coordinator", "localidad": None} | changes
    staff.record_invitation(tx, code, "staff", 900, NOW, EXPIRY, **values)  # type: ignore[arg-type]


def test_a_link_is_used_once(tx: sqlite3.Connection) -> None:
    invite(tx)

    used = staff.use_invitation(tx, "secret", ROSA, SOON)

    assert used is not None
    assert (used.kind, used.role, used.made_by) == ("staff", "coordinator", 900)
    assert staff.use_invitation(tx, "secret", JUAN, SOON) is None


def test_a_link_that_is_too_old_revoked_or_made_up_opens_nothing(tx: sqlite3.Connection) -> None:
    invite(tx, "old")
    invite(tx, "revoked")

    assert staff.use_invitation(tx, "old", ROSA, EXPIRY) is None
    staff.revoke_invitations(tx, "staff", SOON)
    assert staff.use_invitation(tx, "revoked", ROSA, SOON) is None
    assert staff.use_invitation(tx, "made up", ROSA, SOON) is None
    states = [link.state(SOON) for code in ("old", "revoked") if (link := staff.find_invitation(tx, code))]
    assert states == ["revoked", "revoked"]


def test_the_code_of_a_link_is_nowhere_in_the_database(tx: sqlite3.Connection) -> None:
    invite(tx, "a-long-secret-code")

    assert b"a-long-secret-code" not in tx.serialize()


def test_who_is_given_another_place_leaves_the_first(tx: sqlite3.Connection) -> None:
    staff.grant(tx, ROSA, "observer", None, 900, NOW, "Rosa")
    staff.grant(tx, ROSA, "coordinator", "Histórica", 900, SOON, "Rosa")

    found = staff.find(tx, ROSA)

    assert found is not None
    assert (found.role, found.localidad) == ("coordinator", "Histórica")
    assert len(staff.team(tx)) == 1


def test_a_place_ends_once_and_tells_whose_it_was(tx: sqlite3.Connection) -> None:
    place = staff.grant(tx, ROSA, "coordinator", None, 900, NOW, "Rosa")

    assert staff.revoke(tx, place, 900, SOON) == ROSA
    assert staff.revoke(tx, place, 900, SOON) is None
    assert staff.find(tx, ROSA) is None


def test_owners_come_first_then_coordinators_then_observers(tx: sqlite3.Connection) -> None:
    for chat, role in ((1, "observer"), (2, "coordinator"), (3, "owner")):
        staff.grant(tx, chat, role, None, 0, NOW, None)

    assert [row.role for row in staff.team(tx)] == ["owner", "coordinator", "observer"]


def test_an_erased_coordinator_s_name_goes_and_the_place_stays(tx: sqlite3.Connection) -> None:
    person(tx)
    staff.grant(tx, ROSA, "coordinator", None, 900, NOW, "Rosa Inventada")

    people.erase(tx, ROSA, SOON)

    found = staff.find(tx, ROSA)
    assert found is not None
    assert found.name is None


def test_links_to_an_office_go_with_its_holder(tx: sqlite3.Connection) -> None:
    board = boards.record(tx, BoardDraft("jac", "JAC Manga", "Histórica", "1", "Manga"), None, NOW)
    office = officers.record(tx, board, person(tx).id, "president", NOW)
    staff.record_invitation(tx, "handover", "handover", ROSA, NOW, EXPIRY, officer_id=office)

    people.erase(tx, ROSA, SOON)

    assert column(tx, "SELECT count(*) FROM invitation") == [0]
