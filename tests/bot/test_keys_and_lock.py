"""What lies beside the database: the key that opens its phones, and the lock of the one program that uses it."""

import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.keys import check_key, find_or_make_key
from bot.lock import only_one
from storage.database import Database
from storage.errors import WrongKey
from storage.phones import PhoneVault
from tests.bot.stand_ins import KEY

OTHER_KEY = "b3RoZXItc2VjcmV0LWtleS1vZi0zMi1ieXRlcy4uLi4="


def test_a_key_from_the_environment_is_used_and_nothing_is_written(path: Path) -> None:
    assert find_or_make_key(KEY, path, is_new=True) == KEY
    assert list(path.parent.iterdir()) == []


def test_without_one_a_key_is_made_once_for_its_owner_alone_and_told_without_being_shown(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)

    made, again = find_or_make_key(None, path, is_new=True), find_or_make_key(None, path, is_new=True)

    file = path.with_name("juntas.sqlite3.key")
    assert made == again
    assert PhoneVault(made)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert str(file) in caplog.text
    assert made not in caplog.text


async def test_a_database_knows_the_key_it_was_begun_with(database: Database) -> None:
    await database.write(lambda tx: check_key(tx, PhoneVault(KEY)))
    await database.write(lambda tx: check_key(tx, PhoneVault(KEY)))

    with pytest.raises(WrongKey):
        await database.write(lambda tx: check_key(tx, PhoneVault(OTHER_KEY)))


HOLDER = """
import sys, time
from pathlib import Path
from bot.lock import only_one
with only_one(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.process
def test_a_second_program_says_so_once_waits_and_goes_on_when_the_first_is_killed(path: Path) -> None:
    root = Path(__file__).parents[2]
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, cwd=root, text=True)
    told: list[str] = []
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        killer = threading.Timer(0.7, os.kill, (holder.pid, signal.SIGKILL))
        killer.start()
        with only_one(path, told.append):
            ended = holder.wait(5)
        killer.join()
    finally:
        holder.kill()
        holder.wait(5)
        if holder.stdout is not None:
            holder.stdout.close()

    assert told == [f"Another program is using {path}; waiting until it stops."]
    assert ended == -signal.SIGKILL


def test_the_lock_is_free_again_after_use_and_its_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "var" / "juntas.sqlite3"
    told: list[str] = []
    with only_one(path, told.append):
        pass
    with only_one(path, told.append):
        pass

    assert told == []


def test_a_folder_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file", encoding="utf-8")

    with pytest.raises(OSError, match="var"), only_one(tmp_path / "var" / "juntas.sqlite3", print):
        pass
