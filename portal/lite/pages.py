"""All plain pages of identity, balance and paying, for the portal's composition root."""

from starlette.routing import Route

from portal.lite.balance import balance_routes
from portal.lite.choose_home import choose_home_routes
from portal.lite.leave import leave_routes
from portal.lite.pay_pages import pay_routes
from portal.lite.sign_in import sign_in_routes


def lite_routes() -> list[Route]:
    """Return the routes of signing in, choosing a home, the balance, paying and leaving."""
    return [*sign_in_routes(), *choose_home_routes(), *balance_routes(), *pay_routes(), *leave_routes()]
