"""Hashes that mean nothing to whoever has the database but not the secret."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class KeyedHash:
    """Hashes under one secret. The same words under another purpose give another hash."""

    secret: bytes = field(repr=False)

    def of(self, purpose: str, *words: str) -> str:
        """Return 64 hexadecimal digits."""
        # Each part with its length, so that two parts cannot pass for one.
        said = "".join(f"{len(part)}:{part}" for part in (purpose, *words))
        return hmac.new(self.secret, said.encode(), sha256).hexdigest()

    def agrees(self, kept: str, purpose: str, *words: str) -> bool:
        """Return whether a hash is of these words, in the same time whatever they are."""
        # As bytes, since what is kept may be what somebody typed, and text with an accent cannot be compared so.
        return hmac.compare_digest(kept.encode(), self.of(purpose, *words).encode())
