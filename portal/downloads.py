"""A statement to keep, as CSV or PDF: plain routes, which look at the session as every handler does."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.numerals import whole_number
from portal.presenters.period import NotAPeriod, between
from portal.session import who_asks
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.statement import Document
from rent.gateways.statement_csv import write_csv
from rent.gateways.statement_pdf import write_pdf
from rent.settings import settings
from rent.store.access import NoSuchRecord
from rent.usecases.people.take_own_statement import take_own_statement
from web import plain as plain_pages
from web.database import ask
from web.localised import in_locale, locale_of_path

Writer = Callable[[Document, str], bytes]


def statement_routes() -> list[Route]:
    """Return both kinds of file, in every language."""
    csv = _answering(write_csv, "text/csv; charset=utf-8", "statement.csv")
    pdf = _answering(_pdf, "application/pdf", "statement.pdf")
    return [*plain_pages.routes(routes.STATEMENT_CSV, csv), *plain_pages.routes(routes.STATEMENT_PDF, pdf)]


def _answering(write: Writer, kind: str, name: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        locale = locale_of_path(request.url.path)
        tenant = await asyncio.to_thread(who_asks, request)
        if tenant is None:
            return RedirectResponse(in_locale(routes.SIGN_IN, locale), 303)
        try:
            wanted = _wanted(request)
            document = await ask(take_own_statement, person_id=tenant.person_id, today=runtime.today(), **wanted)
        except (ValueError, NotAPeriod, NoSuchRecord):
            return RedirectResponse(in_locale(routes.STATEMENT, locale), 303)
        made = await asyncio.to_thread(write, document, locale)
        headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
        return Response(made, media_type=kind, headers=headers)

    return answer


def _wanted(request: Request) -> dict[str, object]:
    """
    Return the account and the days an address asks for.

    :raises ValueError: if there is no such account id
    :raises NotAPeriod: if the days make no period
    """
    asked = request.query_params
    first, last = _day(asked.get("from", "")), _day(asked.get("to", ""))
    return {"account_id": AccountId(whole_number(asked.get("account", ""))), "period": between(first, last, runtime.today())}


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


def _pdf(document: Document, locale: str) -> bytes:
    return write_pdf(document, locale, pay_at=f"{settings().portal_origin}{in_locale(routes.PAY, locale)}")
