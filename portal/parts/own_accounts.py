"""Which of their accounts a tenant is looking at."""

import reflex as rx

from portal.session import SignedInTenant
from rent import runtime
from rent.domain.account import AccountKind
from rent.store.access import NoSuchRecord
from rent.usecases.accounts.summarise import AccountSummary, TenancySummary
from rent.usecases.people.see_home import see_home
from web.database import ask


async def own_summary(who: SignedInTenant) -> TenancySummary:
    """Return where a tenant's accounts stand today."""
    facts = await ask(see_home, person_id=who.person_id, tenancy_id=who.tenancy_id, today=runtime.today())
    return facts.summary


def account_chosen(state: rx.State, accounts: tuple[AccountSummary, ...]) -> AccountSummary:
    """
    Return the account the page's address names, else the current rent account.

    :raises NoSuchRecord: if the tenancy has no account
    """
    named = state.router.url.query_parameters.get("account", "")
    by_name = (account for account in accounts if str(account.id) == named)
    rent = (account for account in accounts if account.kind is AccountKind.CURRENT_RENT)
    found = next(by_name, None) or next(rent, None) or next(iter(accounts), None)
    if found is None:
        raise NoSuchRecord
    return found
