"""Begin an officer's session once somebody has proved who they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from rent import store
from rent.domain.identity import SessionKind
from rent.store import officers, sessions


class Proof(Protocol):
    """What a way of signing in proved, whichever it was: our own password and code, or an identity provider."""

    @property
    def subject(self) -> str:
        """The officer's email address, in lower case, as the landlord's own directory has it."""
        ...

    @property
    def mfa_proven(self) -> bool:
        """Whether a second factor was part of it."""
        ...


@dataclass(frozen=True, slots=True)
class Proved:
    """Somebody who proved who they are."""

    subject: str
    mfa_proven: bool


def open_session(session: store.Session, *, proof: Proof, now: datetime) -> str | None:
    """Return the secret for the session's cookie; None without a second factor, or if no such officer may work here."""
    officer_id = officers.id_of(session, proof.subject) if proof.mfa_proven else None
    if officer_id is None:
        return None
    return sessions.start(session, SessionKind.OFFICER, now=now, officer_id=officer_id)
