"""The balance, without script, for the worst phone."""

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.presenters import home
from portal.service import plain
from portal.session import who_asks
from rent import runtime
from rent.usecases.people.see_home import see_home
from web import plain as plain_pages
from web.database import ask
from web.localised import in_locale, locale_of_path


def balance_routes() -> list[Route]:
    """Return the balance page, in every language."""
    return plain_pages.routes(routes.BALANCE_WITHOUT_SCRIPT, show_balance)


async def show_balance(request: Request) -> Response:
    """Show a tenant their own balance; anybody else is asked to sign in."""
    locale, today = locale_of_path(request.url.path), runtime.today()
    tenant = await asyncio.to_thread(who_asks, request)
    if tenant is None:
        return RedirectResponse(in_locale(routes.SIGN_IN, locale), 303)
    facts = await ask(see_home, person_id=tenant.person_id, tenancy_id=tenant.tenancy_id, today=today)
    return plain_pages.page(
        "balance.html",
        locale=locale,
        service=plain(),
        path=routes.BALANCE_WITHOUT_SCRIPT,
        view=home.home(facts, today, locale),
        ways={"pay": routes.PAY, "statement": routes.STATEMENT, "sign_out": routes.SIGN_OUT},
    )
