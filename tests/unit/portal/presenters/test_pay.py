"""What a tenant is offered to pay, and what they may choose."""

import pytest

from portal.presenters.pay import NotAChoice, amounts_of, check, chosen_amount, offers, quick_ways
from rent.domain.account import AccountId, AccountKind
from rent.domain.money import NOTHING, Money, pounds
from rent.usecases.accounts.summarise import AccountSummary, TenancySummary
from tests.builders import signed


def summary(balance, collectable, *, kind=AccountKind.CURRENT_RENT, in_flight="£0"):
    account = AccountSummary(AccountId(7), "A7", kind, signed(balance))
    return account, TenancySummary((account,), signed(balance), NOTHING, signed(collectable), None, NOTHING, pounds(in_flight))


@pytest.mark.parametrize(
    ("balance", "collectable", "kind", "offered"),
    [
        pytest.param("£176.80", "£176.80", AccountKind.CURRENT_RENT, {"all": "£176.80"}, id="no benefit on its way"),
        pytest.param("£176.80", "£146.90", AccountKind.CURRENT_RENT, {"due": "£146.90", "all": "£176.80"}, id="some is benefit"),
        pytest.param("£176.80", "£0", AccountKind.CURRENT_RENT, {"all": "£176.80"}, id="all of it is benefit"),
        pytest.param("-£20", "£0", AccountKind.CURRENT_RENT, {}, id="in credit"),
        pytest.param("£0", "£0", AccountKind.CURRENT_RENT, {}, id="nothing owed"),
        pytest.param("£12.50", "£5", AccountKind.GARAGE, {"all": "£12.50"}, id="benefit never pays a garage"),
    ],
)
def test_what_an_account_offers(balance, collectable, kind, offered):
    assert amounts_of(*summary(balance, collectable, kind=kind)) == {name: pounds(amount) for name, amount in offered.items()}


AMOUNTS = {"all": pounds("£176.80"), "due": pounds("£146.90")}


@pytest.mark.parametrize(
    ("form", "amounts", "chosen"),
    [
        pytest.param({"what": "due"}, AMOUNTS, "£146.90", id="what is due"),
        pytest.param({"what": "all", "amount": "20"}, AMOUNTS, "£176.80", id="a figure left behind does not count"),
        pytest.param({"what": "other", "amount": "£20"}, AMOUNTS, "£20", id="another amount"),
        pytest.param({"amount": "20.50"}, {}, "£20.50", id="paying ahead, with nothing to choose from"),
        pytest.param({"what": "other", "amount": "0.30"}, AMOUNTS, "£0.30", id="the least a card can pay"),
        pytest.param({"what": "other", "amount": "10,000"}, AMOUNTS, "£10000", id="the most"),
    ],
)
def test_a_choice_is_an_amount(form, amounts, chosen):
    assert chosen_amount(form, amounts) == pounds(chosen)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        pytest.param({}, "what", id="nothing chosen"),
        pytest.param({"what": "everything"}, "what", id="something we never offered"),
        pytest.param({"what": "other"}, "amount", id="no figure"),
        pytest.param({"what": "other", "amount": "twenty"}, "amount", id="words"),
        pytest.param({"what": "other", "amount": "-5"}, "amount", id="less than nothing"),
        pytest.param({"what": "other", "amount": "0.29"}, "amount", id="a penny too little"),
        pytest.param({"what": "other", "amount": "10000.01"}, "amount", id="a penny too much"),
    ],
)
def test_what_cannot_be_paid_names_the_field_to_put_right(form, field):
    with pytest.raises(NotAChoice) as refused:
        chosen_amount(form, AMOUNTS)

    assert refused.value.field == field


def test_what_is_due_is_chosen_unless_somebody_came_for_something_else():
    unasked = offers(*summary("£176.80", "£146.90"), "", "en")
    asked = offers(*summary("£176.80", "£146.90"), "other", "en")

    assert [option.value for option in unasked.options if option.is_chosen] == ["due"]
    assert [option.value for option in asked.options if option.is_chosen] == ["other"]


def test_whoever_owes_nothing_can_still_pay_ahead():
    view = offers(*summary("£0", "£0"), "", "en")

    assert view.options == []
    assert view.note == "You owe nothing here today. You can still pay ahead."


@pytest.mark.parametrize(
    ("in_flight", "hint"),
    [
        pytest.param("£0", "Benefit on its way is left out", id="benefit alone"),
        pytest.param("£15", "What is on its way to us already is left out", id="a Direct Debit the bank has not confirmed"),
    ],
)
def test_what_is_due_says_what_was_left_out_of_it(in_flight, hint):
    view = offers(*summary("£176.80", "£146.90", in_flight=in_flight), "", "en")

    assert [option.hint for option in view.options] == [hint, "", ""]


def test_home_offers_whoever_owes_nothing_to_pay_ahead():
    _account, whole = summary("-£20", "£0")

    assert [(way.words, way.path) for way in quick_ways(whole, "en")] == [("Pay ahead", "/pay?what=other")]


def test_home_leads_to_each_way_to_pay():
    _account, whole = summary("£176.80", "£146.90")

    ways = [(way.words, way.path) for way in quick_ways(whole, "cy")]

    assert [path for _words, path in ways] == ["/cy/pay?what=due", "/cy/pay?what=all", "/cy/pay?what=other"]
    assert "£146.90" in ways[0][0]


def test_the_check_sends_back_the_very_amount_it_shows():
    account, _whole = summary("£176.80", "£146.90")

    view = check(account, Money(2050), "c1", "en")

    assert (view.amount, view.pence, view.account_id, view.command_id) == ("£20.50", "2050", "7", "c1")
