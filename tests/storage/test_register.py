"""The register counted: every board is reached, claimed or unreached, and never two of them."""

import sqlite3

from storage import audit, boards, claims, contacts, officers, register, uploads
from storage.boards import BoardDraft
from storage.claims import ClaimDraft
from storage.phones import PhoneVault
from storage.register import Which
from tests.storage.invented import JUAN, NOW, ROSA, person


def fill(tx: sqlite3.Connection) -> list[int]:
    """One board reached, one claimed, one unreached, one of another localidad that was merged into the first."""
    made = [
        boards.record(tx, BoardDraft("jac", f"JAC {name}", place, "1", name, in_roster=True), None, NOW)
        for name, place in (("Ceiba", "Histórica"), ("Alto", "Histórica"), ("Bosque", "Histórica"), ("Dique", "Virgen"))
    ]
    officers.record(tx, made[0], person(tx).id, "president", NOW)
    claims.record(tx, ClaimDraft("office", made[1], person(tx, JUAN).id, "why", role="president"), NOW)
    boards.save_status(tx, made[3], "merged", NOW, merged_into=made[0])
    return made


def test_the_counts_add_up(tx: sqlite3.Connection) -> None:
    fill(tx)

    listed = register.counted(tx, Which(status="listed"))

    assert (listed.total, listed.reached, listed.claimed, listed.unreached) == (3, 1, 1, 1)
    assert register.counted(tx, Which(localidad="Nowhere")) == register.CountRow(0, 0, 0, 0)


def test_a_page_holds_what_was_asked_for_in_order_of_names(tx: sqlite3.Connection) -> None:
    fill(tx)

    assert [b.barrio for b in register.page(tx, Which(status="listed"), 0, 2)] == ["Alto", "Bosque"]
    assert [b.barrio for b in register.page(tx, Which(status="listed"), 2, 2)] == ["Ceiba"]
    assert [b.barrio for b in register.page(tx, Which(reach="unreached", status="listed"), 0, 9)] == ["Bosque"]
    assert [b.barrio for b in register.page(tx, Which(reach="claimed"), 0, 9)] == ["Alto"]


def test_the_timeline_tells_what_happened_to_a_record_that_was_merged_into_it(tx: sqlite3.Connection) -> None:
    made = fill(tx)
    audit.record(tx, 900, "board_imported", f"board:{made[3]}", NOW)
    audit.record(tx, 900, "claim_filed", f"board:{made[1]}", NOW)
    audit.record(tx, 900, "board_merged", f"board:{made[0]}", NOW, f"board:{made[3]}")

    assert [(e.action, e.object) for e in register.timeline(tx, made[0])] == [
        ("board_imported", None), ("board_merged", f"board:{made[3]}"),
    ]  # fmt: skip


def test_somebody_without_a_phone_is_written_down_and_goes_as_a_whole(
    tx: sqlite3.Connection, vault: PhoneVault
) -> None:
    board = fill(tx)[2]
    contacts.record(tx, board, "Invented Person", "president", "+573000000001", vault, actor=900, now=NOW)

    found = contacts.find(tx, board)
    assert found is not None
    assert found.phone_encrypted is not None
    assert vault.decrypt(found.phone_encrypted) == "+573000000001"
    contacts.erase(tx, board)
    assert contacts.find(tx, board) is None


def test_a_newer_file_takes_the_place_of_one_that_was_not_used(tx: sqlite3.Connection) -> None:
    first = uploads.record(tx, ROSA, "roster", "file-1", "a.csv", 10, NOW)
    second = uploads.record(tx, ROSA, "roster", "file-2", "b.csv", 10, NOW)

    assert [row.id for row in uploads.waiting(tx)] == [second.id]
    assert not uploads.close(tx, first.id, "ready", {"rows": 1}, NOW)
    assert uploads.close(tx, second.id, "ready", {"rows": 2}, NOW)
    found = uploads.find(tx, second.id)
    assert found is not None
    assert (found.status, found.outcome) == ("ready", {"rows": 2})
    assert uploads.close(tx, second.id, "used", None, NOW)
    assert not uploads.close(tx, second.id, "used", None, NOW)
