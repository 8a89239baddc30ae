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


def find_or_make_key(given: str | None, database: Path, *, is_new: bool) -> str:
    """The key to use. One that is made for a new database lies beside it, for its owner only, with a warning.

    Raises WrongKey for a database whose key is gone: a new one would only hide that.
    """
    if given:
        return given
    path = database.with_name(database.name + ".key")
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    if not is_new:
        raise WrongKey(f"{database} was begun with a key that is not here")
    key = Fernet.generate_key().decode()
    # Whole or not at all, whatever moment a start is killed in: half a key would be taken for the key.
    begun = path.with_name(path.name + ".new")
    handle = os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
        file.flush()
        os.fsync(handle)
    begun.rename(path)
    _LOG.warning(
        "made an encryption key in %s. Keep a copy elsewhere and set ENCRYPTION_KEY to it: without it phones are lost",
        path,
    )
    return key


def verify_key(tx: Transaction, vault: PhoneVault) -> bool:
    """Whether the database knows its key already. Raises WrongKey when this is another one."""
    stored = marks.find(tx, _MARK)
    if stored is not None and vault.unseal(stored) != _CHECK:
        raise WrongKey("it opens nothing that was stored")
    return stored is not None


def knows_no_key(tx: Transaction) -> bool:
    """Whether nothing was ever encrypted here: a first start, or one that was killed before it had a key."""
    return marks.find(tx, _MARK) is None


def check_key(tx: Transaction, vault: PhoneVault) -> None:
    """Like verify_key, and on first use the database learns its key."""
    if not verify_key(tx, vault):
        marks.save(tx, _MARK, vault.seal(_CHECK))
