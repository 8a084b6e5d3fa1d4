"""Every path of the officer console."""

from typing import Final

SEARCH: Final = "/"
# Where an officer begins.
WORKLIST: Final = SEARCH
TENANCY: Final = "/tenancy"
WAITING: Final = "/waiting"
REJECTED: Final = "/rejected"
PROBLEM: Final = "/problem"
NOT_FOUND: Final = "/404"
SIGN_IN: Final = "/sign-in"
SIGN_OUT: Final = "/sign-out"
ACCESSIBILITY: Final = "/accessibility"
PRIVACY: Final = "/privacy"

# The name of the one thing an address carries: an id that says nothing of whose tenancy it is.
ID: Final = "id"


def tenancy(public_id: str) -> str:
    """Return the address of a tenancy's page."""
    return f"{TENANCY}?{ID}={public_id}"
