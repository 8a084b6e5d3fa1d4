"""How often somebody may try to come in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rent import store
from rent.domain.identity import FAILURES, FROM_ADDRESS, Limit
from rent.domain.keyed_hash import KeyedHash
from rent.store import tries


@dataclass(frozen=True, slots=True)
class Turnstile:
    """Counts tries at one moment, in one transaction; whose they are is known only as a hash."""

    session: store.Session
    hashes: KeyedHash
    now: datetime

    def admits(self, address: str) -> bool:
        """Count one more from a network address; return whether it has not tried too often."""
        asking = self.hashes.of("address", address)
        tries.wait_for_turn(self.session, asking)
        if tries.is_used_up(self.session, FROM_ADDRESS, asking, now=self.now):
            return False
        self._count(FROM_ADDRESS, asking)
        return True

    def is_locked(self, account: str, failures: Limit = FAILURES) -> bool:
        """Return whether an account failed so often that it must wait; whoever asks takes its turn."""
        whose = self.hashes.of("account", account)
        tries.wait_for_turn(self.session, whose)
        return tries.is_used_up(self.session, failures, whose, now=self.now)

    def fail(self, account: str, failures: Limit = FAILURES) -> None:
        """Count a failure, but not while locked, or a stranger could keep somebody out for ever."""
        if not self.is_locked(account, failures):
            self._count(failures, self.hashes.of("account", account))

    def has_room(self, limit: Limit, account: str) -> bool:
        """Return whether a limit of an account is not used up."""
        return not tries.is_used_up(self.session, limit, self.hashes.of("account", account), now=self.now)

    def count(self, limit: Limit, account: str) -> None:
        """Count one more against a limit of an account."""
        self._count(limit, self.hashes.of("account", account))

    def _count(self, limit: Limit, whose: str) -> None:
        tries.add(self.session, limit.counted, whose, at=self.now)
