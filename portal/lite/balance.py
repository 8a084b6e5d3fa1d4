"""The balance, without script, for the worst phone."""

import asyncio
from datetime import date

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.presenters import home
from portal.presenters.statement import last_day
from portal.service import plain
from portal.session import who_asks
from rent import runtime
from rent.domain.account import AccountKind
from rent.domain.statement import last_thirteen_weeks
from rent.usecases.people.see_home import HomeFacts, see_home
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
        # Every way on from here must work without script too.
        ways={"pay": routes.PAY_WITHOUT_SCRIPT, "sign_out": routes.SIGN_OUT},
        keep=_files(facts, today, locale),
    )


def _files(facts: HomeFacts, today: date, locale: str) -> dict[str, str]:
    rent = next((account for account in facts.summary.accounts if account.kind is AccountKind.CURRENT_RENT), None)
    if rent is None:
        return {}
    period = last_thirteen_weeks(today)
    days = {"first": period.start.isoformat(), "last": last_day(period, today).isoformat()}
    kinds = {"pdf": routes.STATEMENT_PDF, "csv": routes.STATEMENT_CSV}
    return {name: routes.download(path, locale, account=rent.id, **days) for name, path in kinds.items()}
