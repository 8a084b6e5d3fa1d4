"""Sign an officer in by a password and the code of their authenticator."""

from __future__ import annotations

from datetime import datetime

from rent import store
from rent.domain.identity import OFFICER_FAILURES
from rent.domain.keyed_hash import KeyedHash
from rent.store import officers
from rent.usecases.officers.check_password import PasswordChecked
from rent.usecases.officers.check_totp import step_of
from rent.usecases.officers.open_session import Proved, open_session
from rent.usecases.people.turnstile import Turnstile


def sign_in_officer(
    session: store.Session, *, email: str, checked: PasswordChecked, code: str, address: str, hashes: KeyedHash, now: datetime
) -> str | None:
    """
    Begin a session and return the secret for its cookie; return None if it is refused.

    Refusing is no error, because the try it cost must be kept; and it does not say why.
    """
    folded = email.strip().lower()
    turnstile, account = Turnstile(session, hashes, now), f"officer {folded}"
    if not turnstile.admits(address) or turnstile.is_locked(account, OFFICER_FAILURES):
        return None
    # Read again: the password was checked before this transaction began.
    known = officers.credentials_of(session, folded)
    if known is None or not checked.is_right or not _proves(session, known, code, now):
        turnstile.fail(account, OFFICER_FAILURES)
        return None
    if checked.better_hash:
        officers.set_password_hash(session, known.officer_id, checked.better_hash)
    return open_session(session, proof=Proved(folded, mfa_proven=True), now=now)


def _proves(session: store.Session, known: officers.Credentials, code: str, now: datetime) -> bool:
    step = step_of(known.totp_secret, code, now=now)
    return step is not None and officers.use_totp_step(session, known.officer_id, step)
