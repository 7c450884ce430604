"""A stand-in for the library that encrypts: quick, so that tests need not wait for passphrases."""

import hashlib
import hmac


class Wrong(Exception):
    """What the library raises where a passphrase is wrong or a copy not whole."""


class Quick:
    """The library's two functions, without what makes a passphrase slow to guess (seconds)."""

    DecryptError = Wrong

    @property
    def passphrase(self) -> "Quick":
        return self

    def encrypt(self, clear: bytes, passphrase: str) -> bytes:
        return self._turned(clear, passphrase) + hmac.digest(passphrase.encode(), clear, "sha256")

    def decrypt(self, sealed: bytes, passphrase: str) -> bytes:
        clear = self._turned(sealed[:-32], passphrase)
        if hmac.digest(passphrase.encode(), clear, "sha256") != sealed[-32:]:
            raise Wrong
        return clear

    def _turned(self, given: bytes, passphrase: str) -> bytes:
        stream = hashlib.shake_256(passphrase.encode()).digest(len(given))
        return bytes(one ^ other for one, other in zip(given, stream, strict=True))
