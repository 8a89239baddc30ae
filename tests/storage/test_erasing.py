"""What is left on the disk of a person who asked to be erased: nothing that says who they were."""

import random
from datetime import timedelta
from pathlib import Path

from storage import answers, boards, chats, consents, inbox, officers, outbox, people
from storage.boards import BoardDraft
from storage.database import Database, Transaction
from storage.inbox import Arrived
from storage.outbox import Result
from storage.phones import PhoneVault
from tests.storage.invented import JUAN, NOW, ROSA, column, person, reply, run_of, stored

NAME = "Rosalba Zúñiga"
PHONE = "+573005550199"
ANSWER = "la casa azul junto al caño"
SENT = "Buenas tardes, doña Rosalba"
RECEIVED = "quiero registrar la del caño"
TRACES = (NAME, PHONE, ANSWER, SENT, RECEIVED)


def spoke(tx: Transaction, chat_id: int, update: int, vault: PhoneVault, dice: random.Random) -> None:
    """A person says something longer or shorter, is answered, and gives a phone and an answer."""
    row = person(tx, chat_id, NAME * dice.randint(1, 3))
    people.save_phone(tx, row.id, PHONE, vault)
    inbox.record(tx, [Arrived(update, chat_id, "private", RECEIVED * dice.randint(1, 20))], NOW)
    run = answers.open_run(tx, row.id, "registration", NOW)
    answers.record(tx, run, "sector", ANSWER * dice.randint(1, 20), update, NOW)
    planned = outbox.plan(tx, reply(SENT * dice.randint(1, 40), chat_id), NOW)
    assert planned is not None
    chats.save_state(tx, chat_id, '{"focus": "registration"}', planned.id, NOW)
    inbox.close(tx, update, "done", NOW)


def sent_some(tx: Transaction, dice: random.Random) -> None:
    """Half of what waits goes out, in no order, and each row grows by its result."""
    waiting = column(tx, "SELECT id FROM outbox WHERE status = 'queued'")
    chosen = dice.sample(waiting, len(waiting) // 2)
    outbox.claim(tx, chosen)
    outbox.close(tx, [Result(i, "sent", message_id=i, reason="x" * dice.randint(0, 99)) for i in chosen], NOW)


def found_in_files(path: Path) -> list[tuple[str, str]]:
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    return [(file.name, trace) for file in files for trace in TRACES if trace.encode() in file.read_bytes()]


async def test_erased_people_leave_no_word_in_any_file(database: Database, path: Path, vault: PhoneVault) -> None:
    dice = random.Random(7)
    everybody = range(1, 31)

    def a_busy_hour(tx: Transaction, first: int) -> None:
        for update in range(first, first + 10):
            spoke(tx, dice.choice(everybody), update, vault, dice)
        sent_some(tx, dice)

    for first in range(0, 600, 10):  # enough for SQLite to move rows between pages and leave copies behind
        await database.write(lambda tx, first=first: a_busy_hour(tx, first))
        if first % 100 == 0:
            await database.forget_traces()
    before = {trace for _, trace in found_in_files(path)}
    await database.write(lambda tx: [people.erase(tx, chat, NOW) for chat in everybody])

    await database.forget_traces()

    assert before == set(TRACES) - {PHONE}
    assert found_in_files(path) == []


async def test_a_phone_is_never_in_clear_on_the_disk_not_even_before_an_erasure(
    database: Database, path: Path, vault: PhoneVault
) -> None:
    def shares_contact(tx: Transaction) -> None:
        inbox.record(tx, [Arrived(1, ROSA, "private", '{"contact": "kept in memory only"}')], NOW)
        row = person(tx)
        people.save_phone(tx, row.id, PHONE, vault)
        inbox.close(tx, 1, "done", NOW, keep_body=False)

    await database.write(shares_contact)

    assert found_in_files(path) == []
    assert [vault.decrypt(kept) for kept in await stored(database, "SELECT phone_encrypted FROM person")] == [PHONE]


def test_what_waits_for_an_erased_person_is_not_sent_and_says_nothing_any_more(tx: Transaction) -> None:
    person(tx)
    queued, doubtful, sent = (outbox.plan(tx, reply(kind=kind), NOW) for kind in ("reply", "broadcast", "reply"))
    outbox.claim(tx, [doubtful.id])
    outbox.recover(tx, NOW)
    outbox.claim(tx, [sent.id])
    outbox.close(tx, [Result(sent.id, "sent", message_id=1)], NOW)

    gone = people.erase(tx, ROSA, NOW)

    assert sorted(gone) == [queued.id, doubtful.id]
    assert column(tx, "SELECT status FROM outbox ORDER BY id") == ["skipped", "skipped", "sent"]
    assert column(tx, "SELECT payload FROM outbox") == [None, None, None]


def test_an_erasure_touches_nobody_else(tx: Transaction, vault: PhoneVault) -> None:
    for chat, update in ((ROSA, 1), (JUAN, 2)):
        spoke(tx, chat, update, vault, random.Random(1))
    juan_before = [list(tx.execute(f"SELECT * FROM {table}").fetchall()[1]) for table in ("person", "outbox", "inbox")]

    people.erase(tx, ROSA, NOW)

    juan_after = [
        list(tx.execute(f"SELECT * FROM {table} WHERE chat_id = ?", (JUAN,)).fetchone())
        for table in ("person", "outbox", "inbox")
    ]
    assert juan_after == juan_before
    assert column(tx, "SELECT count(*) FROM answer") == [1]


def test_the_board_stays_without_the_person_and_the_consent_log_stays_without_the_name(tx: Transaction) -> None:
    run = run_of(tx)
    row = people.find(tx, ROSA)
    assert row is not None
    board = boards.record(tx, BoardDraft("jac", "JAC Manga", "1", "1", "manga"), run, NOW)
    officers.record(tx, board, row.id, "president", NOW)
    consents.record_notice(tx, "hash", "1", "text", NOW)
    consents.record(tx, ROSA, "service", NOW, accepted=True, notice_hash="hash", update_id=1)

    people.erase(tx, ROSA, NOW + timedelta(hours=1))

    assert people.find(tx, ROSA) is None
    assert boards.count(tx) == 1
    assert column(tx, "SELECT count(*) FROM officer") == [0]
    assert [held.purpose for held, _ in consents.history(tx, ROSA)] == ["service"]
    chat = chats.find(tx, ROSA)
    assert chat is not None
    assert (chat.state, chat.open_row) == (None, None)


def test_a_message_that_still_waits_for_its_turn_is_not_lost_by_an_erasure(tx: Transaction) -> None:
    person(tx)
    inbox.record(tx, [Arrived(1, ROSA, "private", '{"text": "/start"}')], NOW)

    people.erase(tx, ROSA, NOW)

    assert [update.body for update in inbox.unfinished(tx)] == ['{"text": "/start"}']
