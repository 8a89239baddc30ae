"""The encryption key of this installation: from the environment, or made on first start beside the database."""

import logging
import os
from pathlib import Path

from cryptography.fernet import Fernet

from storage import marks
from storage.database import Transaction
from storage.errors import WrongKey
from storage.phones import PhoneVault

_LOG = logging.getLogger(__name__)
_CHECK = "key check"
_MARK = "key_check"


def find_or_make_key(given: str | None, database: Path) -> str:
    """The key to use. One that is made lies beside the database, readable by its owner only, with a warning."""
    if given:
        return given
    path = database.with_name(database.name + ".key")
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    key = Fernet.generate_key().decode()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    _LOG.warning(
        "made an encryption key in %s. Keep a copy elsewhere and set ENCRYPTION_KEY to it: without it phones are lost",
        path,
    )
    return key


def check_key(tx: Transaction, vault: PhoneVault) -> None:
    """Raises WrongKey when the database was begun with another key; remembers the key's mark on first use."""
    stored = marks.find(tx, _MARK)
    if stored is None:
        marks.save(tx, _MARK, vault.encrypt(_CHECK).decode())
    elif vault.decrypt(stored.encode()) != _CHECK:
        raise WrongKey("key check differs")
