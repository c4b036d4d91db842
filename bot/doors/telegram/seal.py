"""Seals what must lie on disk for a while and signs what travels through buttons.

All keys come from the bot's token, so every process of one bot shares them without sharing a file,
and a copy of the state directory alone opens nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_NONCE = 16
_TAG = 16
# 8 bytes of a tag: forging one takes 2^63 tries on average, each a press of a button.
SIGNATURE_BYTES = 8


class Seal:
    """Encrypts, signs and pseudonymises under one token."""

    def __init__(self, token: str) -> None:
        self._root = hashlib.sha256(b"quoth messenger\0" + token.encode()).digest()

    def _key(self, use: str, owner: str) -> bytes:
        return hmac.digest(self._root, f"{use}\0{owner}".encode(), "sha256")

    def pseudonym(self, use: str, owner: int | str) -> bytes:
        """Return 16 bytes that stand for ``owner`` and do not tell who it is."""
        return self._key(f"pseudonym {use}", str(owner))[:16]

    def number(self, use: str, text: str) -> int:
        """Return a number below 2^63 that stands for ``text``."""
        return int.from_bytes(self.pseudonym(use, text)[:8], "big") >> 1

    def close(self, text: str, owner: int | str) -> bytes:
        """Encrypt ``text`` for ``owner``: SHAKE-256 as key stream under a fresh nonce, then HMAC."""
        nonce = secrets.token_bytes(_NONCE)
        body = self._stream(text.encode(), nonce, str(owner))
        return nonce + self._tag(nonce + body, str(owner)) + body

    def open(self, sealed: bytes, owner: int | str) -> str | None:
        """Return the text, or None when it was sealed for another owner or under another token."""
        nonce, tag, body = sealed[:_NONCE], sealed[_NONCE : _NONCE + _TAG], sealed[_NONCE + _TAG :]
        if not hmac.compare_digest(tag, self._tag(nonce + body, str(owner))):
            return None
        return self._stream(body, nonce, str(owner)).decode()

    def _stream(self, data: bytes, nonce: bytes, owner: str) -> bytes:
        stream = hashlib.shake_256(self._key("stream", owner) + nonce).digest(len(data))
        return bytes(one ^ two for one, two in zip(data, stream, strict=True))

    def _tag(self, data: bytes, owner: str) -> bytes:
        return hmac.digest(self._key("tag", owner), data, "sha256")[:_TAG]

    def sign(self, text: str, owner: int | str) -> bytes:
        """Return the signature of ``text`` for ``owner``."""
        return hmac.digest(self._key("sign", str(owner)), text.encode(), "sha256")[:SIGNATURE_BYTES]
