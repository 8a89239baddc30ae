"""What is left on the disk of a person who asked to be erased: nothing that says who they were."""

from datetime import timedelta
from pathlib import Path

import pytest

from storage import answers, boards, chats, consents, inbox, outbox, people
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


def lived(tx: Transaction, vault: PhoneVault, chat_id: int, again: int) -> None:
    """A person says something, is answered, gives a phone and an answer; everything is closed."""
    row = person(tx, chat_id, NAME)
    people.save_phone(tx, row.id, PHONE, vault)
    update = chat_id * 1000 + again
    inbox.record(tx, [Arrived(update, chat_id, "private", f'{{"text": "{RECEIVED}"}}')], NOW)
    run = answers.open_run(tx, row.id, "registration", NOW)
    answers.record(tx, run, f"sector{again}", ANSWER, update, NOW)
    planned = outbox.plan(tx, reply(SENT, chat_id), NOW)
    assert planned is not None
    chats.save_state(tx, chat_id, '{"focus": "registration"}', planned.id, NOW)
    inbox.close(tx, update, "done", NOW)


def sent_all(tx: Transaction) -> None:
    ids = column(tx, "SELECT id FROM outbox WHERE status = 'queued'")
    outbox.claim(tx, ids)
    outbox.close(tx, [Result(i, "sent", message_id=i, reason="not modified") for i in ids], NOW)


def found_in_files(path: Path) -> list[tuple[str, str]]:
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    return [(file.name, trace) for file in files for trace in TRACES if trace.encode() in file.read_bytes()]


async def test_an_erased_person_leaves_no_word_in_any_file(
    database: Database, path: Path, vault: PhoneVault
) -> None:
    for again in range(60):  # enough for the tables to grow over many pages and be rearranged
        await database.write(lambda tx, again=again: [lived(tx, vault, chat, again) for chat in (ROSA, JUAN, 503)])
        if again % 7 == 0:
            await database.write(sent_all)
    await database.write(sent_all)
    before = found_in_files(path)
    for chat in (ROSA, JUAN, 503):
        await database.write(lambda tx, chat=chat: people.erase(tx, chat, NOW))

    await database.forget_traces()

    assert {trace for _, trace in before} == set(TRACES) - {PHONE}
    assert found_in_files(path) == []
