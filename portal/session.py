"""Which tenant is signed in."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from starlette.requests import HTTPConnection

from rent import runtime
from rent.domain.tenancy import PersonId, TenancyId
from rent.settings import settings
from rent.store import sessions
from rent.usecases.people.find_session import TenantSession, find_session
from rent.usecases.people.keep_session import keep_session
from web.cookies import Cookie
from web.markers import Caller

REQUEST_LASTS: Final = 3600


@dataclass(frozen=True, slots=True)
class SignedInTenant:
    """A tenant whose session is alive now."""

    session: TenantSession

    @property
    def caller(self) -> Caller:
        """Return that this is a tenant."""
        return Caller.TENANT

    @property
    def person_id(self) -> PersonId:
        """Return who they are."""
        return self.session.person_id

    @property
    def tenancy_id(self) -> TenancyId:
        """Return the home they signed in for, or turned to since."""
        return self.session.tenancy_id

    @property
    def locale(self) -> str:
        """Return the language they chose for what we send them."""
        return self.session.language


class TenantSessions:
    """The sessions of tenants, as the guards ask for them."""

    def row_key(self, cookie_token: str) -> str | None:
        """Return the key of the row a cookie's secret belongs to, never the secret itself."""
        with runtime.reading() as session:
            return sessions.row_key_of(session, cookie_token)

    def live(self, row_key: str) -> SignedInTenant | None:
        """Return who is signed in by that row, or nothing once it is revoked or too old."""
        found = self.glimpsed(row_key)
        if found is not None and found.session.needs_touch:
            with runtime.transaction() as session:
                keep_session(session, row_key=row_key, now=runtime.now())
        return found

    def glimpsed(self, row_key: str) -> SignedInTenant | None:
        """Return the same without counting it as use."""
        with runtime.reading() as session:
            found = find_session(session, row_key=row_key, now=runtime.now(), today=runtime.today())
        return SignedInTenant(found) if found else None


SESSIONS: Final = TenantSessions()


@lru_cache
def session_cookie() -> Cookie:
    """Return the cookie that holds a session's secret."""
    return Cookie("tenant", https=settings().portal_origin.startswith("https://"))


@lru_cache
def request_cookie() -> Cookie:
    """Return the cookie that binds a one-time code to the browser that asked for it."""
    return Cookie("sign-in", https=settings().portal_origin.startswith("https://"), seconds=REQUEST_LASTS)


def who_asks(request: HTTPConnection) -> SignedInTenant | None:
    """Return the tenant a request for a plain page comes from. It reads the database: call it in a thread."""
    secret = session_cookie().read(request)
    row_key = SESSIONS.row_key(secret) if secret else None
    return SESSIONS.live(row_key) if row_key else None
