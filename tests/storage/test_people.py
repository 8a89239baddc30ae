"""Names follow Telegram, phones are kept so that only this installation can read them."""

import sqlite3

import pytest

from storage import people
from storage.errors import WrongKey
from storage.phones import PhoneVault
from tests.storage.invented import JUAN, ROSA, column, person

PHONE = "+573005550199"
OTHER_KEY = "b3RoZXItc2VjcmV0LWtleS1vZi0zMi1ieXRlcy4uLi4="


def test_nobody_is_known_before_they_accept(tx: sqlite3.Connection) -> None:
    assert people.find(tx, ROSA) is None


def test_a_person_is_one_person_however_often_recorded_and_bears_the_last_name(tx: sqlite3.Connection) -> None:
    first = person(tx, ROSA, "Rosa")

    second = person(tx, ROSA, "Rosa Pérez")

    assert (second.id, second.name) == (first.id, "Rosa Pérez")
    assert person(tx, JUAN).id != first.id


def test_a_phone_comes_back_under_the_key_it_was_stored_with(tx: sqlite3.Connection, vault: PhoneVault) -> None:
    row = person(tx)

    people.save_phone(tx, row.id, PHONE, vault)

    found = people.find(tx, ROSA)
    assert found is not None
    assert vault.decrypt(found.phone_encrypted or b"") == PHONE
    assert column(tx, "SELECT phone_hash FROM person") == [vault.hash(PHONE)]


def test_a_phone_that_is_taken_back_leaves_neither_number_nor_hash(tx: sqlite3.Connection, vault: PhoneVault) -> None:
    row = person(tx)
    people.save_phone(tx, row.id, PHONE, vault)

    people.save_phone(tx, row.id, None, vault)

    assert tuple(tx.execute("SELECT phone_encrypted, phone_hash FROM person").fetchone()) == (None, None)


def test_the_same_phone_looks_different_each_time_and_is_found_by_one_hash(vault: PhoneVault) -> None:
    assert vault.encrypt(PHONE) != vault.encrypt(PHONE)
    assert vault.hash(PHONE) == vault.hash(PHONE)
    assert vault.hash(PHONE) != vault.hash("+573005550198")


def test_another_key_opens_nothing_and_finds_nothing(vault: PhoneVault) -> None:
    other = PhoneVault(OTHER_KEY)

    with pytest.raises(WrongKey):
        other.decrypt(vault.encrypt(PHONE))
    assert other.hash(PHONE) != vault.hash(PHONE)


def test_a_key_copied_with_a_line_end_is_the_same_key(vault: PhoneVault) -> None:
    copied = PhoneVault(f" {OTHER_KEY}\n")

    assert copied.decrypt(PhoneVault(OTHER_KEY).encrypt(PHONE)) == PHONE
    assert copied.hash(PHONE) == PhoneVault(OTHER_KEY).hash(PHONE)


@pytest.mark.parametrize("key", ["", "short", "no es una clave", "ñ" * 44, OTHER_KEY[:-4]])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(WrongKey):
        PhoneVault(key)
