"""Phone numbers at rest: Fernet-encrypted, with a keyed hash to find the same number again."""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken

from storage.errors import WrongKey


class PhoneVault:
    """Encrypts and hashes with keys derived from one secret (urlsafe base64 of 32 bytes, as Fernet makes them)."""

    def __init__(self, key: str) -> None:
        """Raises WrongKey when ``key`` has not Fernet's form."""
        try:
            self._fernet = Fernet(key.encode())
        except ValueError as error:
            raise WrongKey("it has not the form of a key (44 letters ending in =)") from error
        # Of the bytes, as Fernet reads them: a space pasted around the key must not change the hash.
        self._hash_key = hmac.digest(base64.urlsafe_b64decode(key.encode()), b"phone hash", hashlib.sha256)

    def encrypt(self, phone: str) -> bytes:
        """The number as it is stored; another value each time."""
        return self._fernet.encrypt(phone.encode())

    def decrypt(self, stored: bytes) -> str:
        """The number in E.164. Raises WrongKey when it was stored under another key."""
        try:
            return self._fernet.decrypt(stored).decode()
        except InvalidToken as error:
            raise WrongKey("it is not the key that was used to store") from error

    def seal(self, phone: str) -> str:
        """Encrypted as text, for a place that holds JSON."""
        return self.encrypt(phone).decode("ascii")

    def unseal(self, sealed: str) -> str:
        """What seal() closed. Raises WrongKey."""
        return self.decrypt(sealed.encode("ascii"))

    def hash(self, phone: str) -> bytes:
        """The same bytes for the same number, which nobody without the key can try out."""
        return hmac.digest(self._hash_key, phone.encode(), hashlib.sha256)
