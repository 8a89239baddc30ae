"""The lock beside the database: one program at a time; a second one says so and waits."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def only_one(database: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock; while another program has it, ``say`` it once and wait.

    The operating system frees the lock when its holder dies, kill -9 included. Raises OSError when the folder cannot
    be written.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    path = database.with_name(database.name + ".lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        told = False
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not told:
                    say(f"Another program is using {database}; waiting until it stops.")
                    told = True
                time.sleep(0.2)
        yield
    finally:
        os.close(handle)
