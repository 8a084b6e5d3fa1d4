"""All plain pages of paying."""

from starlette.routing import Route

from portal.lite.pay import pay_form_routes
from portal.lite.pay_link import pay_link_routes
from portal.lite.pay_return import pay_return_routes


def pay_routes() -> list[Route]:
    """Return the routes of paying: signed in, by a link, and of coming back from the card page."""
    # The pages of coming back stand below the links, and so must be tried before them.
    return [*pay_form_routes(), *pay_return_routes(), *pay_link_routes()]
