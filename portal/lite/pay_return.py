"""
Back from the card page: the truth about a payment, asked of the provider if nobody has told us yet.

The payment's own id, which nobody can guess, is all it takes to see it, and it shows nobody's name:
the bank may have kept them longer than a session lasts.
"""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from portal import routes
from portal.lite.pay_views import followed
from portal.service import plain
from rent import runtime
from rent.domain.payment import Payment
from rent.usecases.payments.check import check_payment
from web import plain as plain_pages
from web.landlord import landlord_name, landlord_phone
from web.localised import locale_of_path


def pay_return_routes() -> list[Route]:
    """Return the pages of coming back, whether it was paid or left."""
    return [
        *plain_pages.routes(f"{routes.PAID_WITHOUT_SCRIPT}/{{payment}}", show_return),
        *plain_pages.routes(f"{routes.LEFT_WITHOUT_SCRIPT}/{{payment}}", show_left),
    ]


async def show_return(request: Request) -> Response:
    """Say how far the payment has come."""
    return await _show(request, was_left=False)


async def show_left(request: Request) -> Response:
    """Say that nothing was paid, if that is so."""
    return await _show(request, was_left=True)


async def _show(request: Request, *, was_left: bool) -> Response:
    locale = locale_of_path(request.url.path)
    payment = await asyncio.to_thread(_check, str(request.path_params["payment"]))
    if payment is None:
        return plain_pages.page("pay_link_over.html", locale=locale, status=404, service=plain(), phone=landlord_phone(), in_languages=())
    return plain_pages.page(
        "pay_return.html",
        locale=locale,
        service=plain(),
        path=f"{routes.PAID_WITHOUT_SCRIPT}/{payment.public_id}",
        view=followed(payment, locale, was_left=was_left),
        landlord=landlord_name(),
        phone=landlord_phone(),
        again=f"{routes.PAID_WITHOUT_SCRIPT}/{payment.public_id}",
        anew="" if payment.link_id is not None else routes.PAY_WITHOUT_SCRIPT,
        back="" if payment.link_id is not None else routes.BALANCE_WITHOUT_SCRIPT,
    )


def _check(public_id: str) -> Payment | None:
    return check_payment(runtime.transaction, public_id=public_id, cards=runtime.card_payments(), clock=runtime.now, today=runtime.today)
