"""What the guards need to know about sessions; the doors bring the real ones."""

from collections.abc import Callable
from typing import Protocol

from web.markers import Caller


class SignedIn(Protocol):
    """Somebody whose session is alive now."""

    @property
    def caller(self) -> Caller:
        """Whether this is a tenant or an officer."""
        ...


class Sessions(Protocol):
    """Where sessions are kept. Both methods may block: they are called in a thread."""

    def row_key(self, cookie_token: str) -> str | None:
        """Return the key of the row a cookie's secret belongs to, never the secret itself."""
        ...

    def live(self, row_key: str) -> SignedIn | None:
        """Return who is signed in by that row, or nothing once it is revoked or too old."""
        ...

    def glimpsed(self, row_key: str) -> SignedIn | None:
        """Return the same without counting it as use: nobody touched the page."""
        ...


May = Callable[[SignedIn, str], bool]


class NoSessions:
    """Nobody can sign in here."""

    def row_key(self, cookie_token: str) -> str | None:  # noqa: ARG002 - the protocol's
        """Return nothing: no cookie opens anything."""
        return None

    def live(self, row_key: str) -> SignedIn | None:  # noqa: ARG002 - the protocol's
        """Return nobody."""
        return None

    def glimpsed(self, row_key: str) -> SignedIn | None:  # noqa: ARG002 - the protocol's
        """Return nobody."""
        return None


def nobody_may(_who: SignedIn, _action: str) -> bool:
    """Refuse every action."""
    return False
