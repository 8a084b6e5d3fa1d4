from datetime import date
from typing import Any

import pytest

from portal.presenters.home import home
from rent.domain.account import AccountId, AccountKind
from rent.domain.money import Money, pounds
from rent.domain.periods import ChargeCycle
from rent.domain.tenancy import PatchId, PersonId, Regime, Region, TenancyId
from rent.store.access import OwnTenancy, Tenancy
from rent.usecases.accounts.summarise import AccountSummary, TenancySummary
from rent.usecases.people.see_home import HomeFacts
from tests.builders import LONG_AGO, TODAY, signed

MONDAY = date(2026, 11, 30)


def facts(*, owed="£0", benefit="£0", coming="£0", yours="£0", next_rent: Money | None = None, others=(), **said: Any) -> HomeFacts:
    tenancy = Tenancy(
        TenancyId(1), "ten1", "T1", PatchId(1), Region.WALES, "1 Station Road", "LL57 1AA", Regime.SECURE_WALES,
        ChargeCycle.WEEKLY, frozenset(), LONG_AGO, None,
    )  # fmt: skip
    current = AccountSummary(AccountId(1), "A1", AccountKind.CURRENT_RENT, signed(owed))
    rent = next_rent or Money(0)
    figures = (signed(owed), signed(benefit), signed(yours), MONDAY if next_rent else None, rent, signed(coming))
    summary = TenancySummary((current, *others), *figures)
    own = OwnTenancy(tenancy, PersonId(1), "Ceri Bowen", "en")
    return HomeFacts(own, summary, **{"is_joint": False, "ended_on": None} | said)


@pytest.mark.parametrize(
    ("stands", "sentences"),
    [
        pytest.param(
            facts(owed="£123.45", yours="£123.45", next_rent=pounds("£120")),
            ["You owe £123.45", "Your next rent of £120 is due on 30 November 2026."],
            id="rent is owed",
        ),
        pytest.param(
            facts(owed="£123.45", benefit="£50", yours="£73.45"),
            ["You owe £123.45", "£50 is benefit on its way, counted up to 23 November 2026.", "That leaves £73.45 for you to pay."],
            id="some of it is benefit on its way",
        ),
        pytest.param(
            facts(owed="£123.45", benefit="£200"),
            [
                "You owe £123.45",
                "£200 is benefit on its way, counted up to 23 November 2026.",
                "That covers what you owe, so you have nothing to pay today.",
            ],
            id="benefit covers it all",
        ),
        pytest.param(
            facts(owed="£212.40", coming="£15", yours="£197.40"),
            [
                "You owe £212.40",
                "£15 is on its way to us from the bank. It can take a few working days.",
                "That leaves £197.40 for you to pay.",
            ],
            id="a Direct Debit the bank has not confirmed",
        ),
        pytest.param(facts(), ["You owe nothing"], id="nothing is owed"),
        pytest.param(facts(owed="-£20"), ["You are £20 in credit"], id="in credit"),
        pytest.param(
            facts(owed="£5", yours="£5", is_joint=True),
            ["You owe £5", "You share this account with everybody named on your tenancy. What one of you pays counts for all of you."],
            id="a joint tenant",
        ),
        pytest.param(
            facts(owed="£5", yours="£5", ended_on=date(2026, 10, 4)),
            ["You owe £5", "This tenancy ended on 4 October 2026. What was owed then still has to be paid."],
            id="a former tenant",
        ),
    ],
)
def test_a_tenant_reads_when(stands, sentences):
    view = home(stands, TODAY, "en")

    said = (view.headline, view.benefit, view.coming, view.yours, view.next_rent, view.joint, view.ended)
    assert [words for words in said if words] == sentences
    assert view.as_of == "This is your rent account on 23 November 2026."


def test_other_accounts_stand_apart_and_those_with_nothing_on_them_stay_away():
    garage = AccountSummary(AccountId(2), "G1", AccountKind.GARAGE, pounds("£12"))
    settled = AccountSummary(AccountId(3), "R1", AccountKind.RECHARGE, Money(0))

    view = home(facts(others=(garage, settled)), TODAY, "en")

    assert [(other.name, other.balance) for other in view.others] == [("Garage (G1)", "You owe £12 on 23 November 2026")]


@pytest.mark.parametrize(
    ("stands", "can_pay"),
    [
        pytest.param(facts(owed="£5"), True, id="something is owed"),
        pytest.param(facts(next_rent=pounds("£120")), True, id="rent will be due"),
        pytest.param(facts(owed="-£5"), False, id="in credit, and nothing more will be charged"),
    ],
)
def test_paying_is_offered_when(stands, can_pay):
    assert home(stands, TODAY, "en").can_pay is can_pay
