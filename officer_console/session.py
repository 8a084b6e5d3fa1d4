"""Which officer is signed in."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from starlette.requests import HTTPConnection

from rent import runtime
from rent.domain.officer import Action, Officer, may
from rent.settings import settings
from rent.store import sessions
from rent.usecases.officers.find_session import OfficerSession, find_officer_session
from rent.usecases.people.keep_session import keep_session
from rent.words import DEFAULT
from web.cookies import Cookie
from web.markers import Caller
from web.sessions import SignedIn

FORM_LASTS: Final = 3600


@dataclass(frozen=True, slots=True)
class SignedInOfficer:
    """An officer whose session is alive now, with the role and patches they have at this moment."""

    session: OfficerSession

    @property
    def caller(self) -> Caller:
        """Return that this is an officer."""
        return Caller.OFFICER

    @property
    def officer(self) -> Officer:
        """Return who they are and what they may do."""
        return self.session.officer

    @property
    def locale(self) -> str:
        """Return the language the console speaks with them."""
        return DEFAULT


class OfficerSessions:
    """The sessions of officers, as the guards ask for them."""

    def row_key(self, cookie_token: str) -> str | None:
        """Return the key of the row a cookie's secret belongs to, never the secret itself."""
        with runtime.reading() as session:
            return sessions.row_key_of(session, cookie_token)

    def live(self, row_key: str) -> SignedInOfficer | None:
        """Return who is signed in by that row, or nothing once it is revoked, too old, or they left."""
        now = runtime.now()
        with runtime.reading() as session:
            found = find_officer_session(session, row_key=row_key, now=now)
        if found is not None and found.needs_touch:
            with runtime.transaction() as session:
                keep_session(session, row_key=row_key, now=now)
        return SignedInOfficer(found) if found else None

    def glimpsed(self, row_key: str) -> SignedInOfficer | None:
        """Return the same without counting it as use."""
        with runtime.reading() as session:
            found = find_officer_session(session, row_key=row_key, now=runtime.now())
        return SignedInOfficer(found) if found else None


SESSIONS: Final = OfficerSessions()


def officer_may(who: SignedIn, action: str) -> bool:
    """Return whether an officer's role may take an action at all; whose records it reaches is decided later."""
    return isinstance(who, SignedInOfficer) and action in Action.__members__ and may(who.officer.role, Action(action))


@lru_cache
def session_cookie() -> Cookie:
    """Return the cookie that holds a session's secret; it is not even sent when another site links to us."""
    return Cookie("officer", https=settings().console_origin.startswith("https://"), same_site="strict")


@lru_cache
def form_cookie() -> Cookie:
    """Return the cookie that binds the sign-in form to the browser it was made for."""
    return Cookie("officer-form", https=settings().console_origin.startswith("https://"), same_site="strict", seconds=FORM_LASTS)


def who_asks(request: HTTPConnection) -> SignedInOfficer | None:
    """Return the officer a request for a plain page comes from. It reads the database: call it in a thread."""
    secret = session_cookie().read(request)
    row_key = SESSIONS.row_key(secret) if secret else None
    return SESSIONS.live(row_key) if row_key else None
