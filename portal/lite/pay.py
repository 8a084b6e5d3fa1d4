"""Pay, signed in and without script: to which account, and how much."""

import asyncio
from collections.abc import Sequence
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal import routes
from portal.lite.pay_away import to_card_page
from portal.presenters.accounts import account_links, account_with_reference
from portal.presenters.pay import NotAChoice, amounts_of, chosen_amount, offers
from portal.service import plain
from portal.session import SignedInTenant, session_cookie, who_asks
from rent import runtime
from rent.domain.account import AccountKind
from rent.domain.money import Money
from rent.store.access import NoSuchRecord
from rent.usecases.accounts.summarise import AccountSummary, TenancySummary
from rent.usecases.payments.pay_by_link import UnableToPay
from rent.usecases.payments.start import start_payment
from rent.usecases.people.see_home import see_home
from rent.words import _
from web import plain as plain_pages
from web.database import ask, tell
from web.localised import in_locale, locale_of_path, to_say
from web.plain import Problem
from web.plain.forms import Typed, token_for, typed_in

COMMAND_LENGTH_MAX = 64
FORMLESS = to_say("Your form was out of date. Nothing was taken. Choose again.")
NO_CARD_PAGE = to_say("We cannot take card payments right now. Nothing was taken. Try again in a few minutes.")


def pay_form_routes() -> list[Route]:
    """Return the page, in every language."""
    path = routes.PAY_WITHOUT_SCRIPT
    return [*plain_pages.routes(path, show_form), *plain_pages.routes(path, pay, methods=("POST",))]


async def show_form(request: Request) -> Response:
    """Show what can be paid; anybody not signed in is asked to sign in."""
    tenant = await asyncio.to_thread(who_asks, request)
    return await _form(request, tenant, Typed({})) if tenant else _to_sign_in(request)


async def pay(request: Request) -> Response:
    """Lead to the card page, or say what to put right."""
    tenant, typed = await asyncio.to_thread(who_asks, request), await typed_in(request)
    if tenant is None:
        return _to_sign_in(request)
    locale = locale_of_path(request.url.path)
    if not typed.is_ours(session_cookie().read(request)):
        return await _form(request, tenant, typed, Problem("what", _(FORMLESS, locale)))
    try:
        away = await _away(tenant, typed, locale)
    except NotAChoice as wrong:
        return await _form(request, tenant, typed, Problem(wrong.field, _(wrong.message, locale)))
    except (UnableToPay, NoSuchRecord):
        return await _form(request, tenant, typed, Problem("what", _(FORMLESS, locale)))
    return away or await _form(request, tenant, typed, Problem("", _(NO_CARD_PAGE, locale)))


async def _away(tenant: SignedInTenant, typed: Typed, locale: str) -> Response | None:
    summary = await _summary(tenant)
    account = _chosen(summary.accounts, typed["account"])
    amount = chosen_amount(typed.fields, amounts_of(account, summary))
    payment = await tell(
        start_payment,
        command_id=_command(typed, amount),
        account_id=account.id,
        amount=amount,
        person_id=tenant.person_id,
        now=runtime.now(),
        today=runtime.today(),
    )
    return await to_card_page(payment, locale)


async def _form(request: Request, tenant: SignedInTenant, typed: Typed, *problems: Problem) -> Response:
    locale = locale_of_path(request.url.path)
    summary = await _summary(tenant)
    account = _chosen(summary.accounts, typed["account"] or request.query_params.get("account", ""))
    view = offers(account, summary, typed["what"] or request.query_params.get("what", ""), locale)
    return plain_pages.page(
        "pay.html",
        locale=locale,
        status=422 if problems else 200,
        service=plain(),
        path=routes.PAY_WITHOUT_SCRIPT,
        problems=problems,
        view=view,
        choices=[(option.value, option.words) for option in view.options],
        chosen=next((option.value for option in view.options if option.is_chosen), ""),
        accounts=account_links(summary.accounts, routes.PAY_WITHOUT_SCRIPT, account.id, locale),
        account_id=account.id,
        account_name=account_with_reference(account.kind, account.reference, locale),
        typed=typed,
        token=token_for(session_cookie().read(request)),
        command=uuid4().hex,
        action=routes.PAY_WITHOUT_SCRIPT,
        back=routes.BALANCE_WITHOUT_SCRIPT,
    )


async def _summary(tenant: SignedInTenant) -> TenancySummary:
    facts = await ask(see_home, person_id=tenant.person_id, tenancy_id=tenant.tenancy_id, today=runtime.today())
    return facts.summary


def _chosen(accounts: Sequence[AccountSummary], named: str) -> AccountSummary:
    """
    Return the account that was named, else the current rent account.

    :raises NoSuchRecord: if the tenancy has no account
    """
    by_name = (account for account in accounts if str(account.id) == named)
    rent = (account for account in accounts if account.kind is AccountKind.CURRENT_RENT)
    found = next(by_name, None) or next(rent, None) or next(iter(accounts), None)
    if found is None:
        raise NoSuchRecord
    return found


def _command(typed: Typed, amount: Money) -> str:
    # The amount is part of it: whoever goes back and chooses another means another payment.
    return f"{typed['command'][:COMMAND_LENGTH_MAX] or uuid4().hex}:{amount.pence}"


def _to_sign_in(request: Request) -> Response:
    return RedirectResponse(in_locale(routes.SIGN_IN, locale_of_path(request.url.path)), 303)
