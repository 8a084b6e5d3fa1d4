"""
What each HTTP route must answer, for each caller: the whole table again, as status codes.

A route that is not here fails the test.
"""

from __future__ import annotations

from tests.integration.authorisation.world import Caller, World

Statuses = dict[Caller, int]


def row(*cells: int) -> Statuses:
    """Return a row from its seven cells, in the order of the callers."""
    return dict(zip(Caller, cells, strict=True))


def same(status: int) -> Statuses:
    """Return a row in which everybody is answered alike."""
    return row(*[status] * len(Caller))


# The columns: nobody, this tenant, another tenant, officer on, officer off, auditor, admin.
OWN = row(303, 200, 200, 303, 303, 303, 303)
# An account of the tenancy aimed at: its own tenant has it, everybody else is led away.
THEIRS_ALONE = row(303, 200, 303, 303, 303, 303, 303)
# Tenants only, and from them only a form of ours, which this is not.
OWN_FORM = row(303, 422, 422, 303, 303, 303, 303)

PORTAL: dict[tuple[str, str], Statuses] = {
    ("GET", "/healthz"): same(200),
    ("GET", "/readyz"): same(200),
    ("GET", "/sign-in"): same(200),
    # Without the form's own token nothing is read.
    ("POST", "/sign-in"): same(422),
    ("GET", "/sign-in/code"): same(303),
    ("POST", "/sign-in/code"): same(422),
    ("GET", "/choose-home"): OWN,
    ("POST", "/choose-home"): OWN_FORM,
    ("GET", "/lite/balance"): OWN,
    ("GET", "/lite/pay"): OWN,
    ("POST", "/lite/pay"): OWN_FORM,
    ("GET", "/p/return/{payment}"): same(404),
    ("GET", "/p/left/{payment}"): same(404),
    ("GET", "/p/{token}"): same(404),
    ("POST", "/p/{token}"): same(404),
    ("POST", "/sign-out"): same(303),
    ("GET", "/exit"): same(303),
    ("POST", "/pay/start"): same(303),
    ("GET", "/statement.csv"): THEIRS_ALONE,
    ("GET", "/statement.pdf"): THEIRS_ALONE,
}

CONSOLE: dict[tuple[str, str], Statuses] = {
    ("GET", "/healthz"): same(200),
    ("GET", "/readyz"): same(200),
    ("GET", "/sign-in"): same(200),
    ("POST", "/sign-in"): same(422),
    ("POST", "/sign-out"): same(303),
}

# Only a provider's signature opens these.
WEBHOOKS: dict[tuple[str, str], Statuses] = {
    ("GET", "/healthz"): same(200),
    ("GET", "/readyz"): same(200),
    ("POST", "/webhooks/twilio/sms"): same(403),
    ("POST", "/webhooks/twilio/status"): same(403),
    ("POST", "/webhooks/stripe"): same(400),
}

TABLES = {"portal": PORTAL, "officer_console": CONSOLE, "webhooks": WEBHOOKS}


def address(path: str, world: World) -> str:
    """Return a route's address, aimed at the tenancy it could be about."""
    aimed = path.replace("{payment}", "pay_0123456789abcdef").replace("{token}", "no-such-token")
    query = f"?account={world.this.account}&from=2026-01-01&to=2026-12-31" if path.startswith("/statement.") else ""
    return aimed + query


def form(world: World) -> dict[str, str]:
    """Return what a stranger would post: the other side's ids, and money the wrong way round."""
    aimed = {"account": str(world.this.account), "tenancy": world.this.public_id, "home": world.this.public_id}
    return {**aimed, "amount": "-5.00", "command": "' OR 1=1 --", "reference": world.this.reference, "code": "000000", "form_token": "x"}
