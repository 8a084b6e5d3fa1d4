"""What each line of a statement is, in a tenant's words."""

from __future__ import annotations

from rent.domain.account import AccountKind, Means, Payer, Posting, PostingKind
from rent.domain.money import NOTHING
from rent.words import _


def what_it_is(posting: Posting, locale: str) -> str:
    """Return what a posting is; of money that came in, whose it was and how it came."""
    if posting.kind is PostingKind.PAYMENT:
        return _payment(posting, locale)
    if posting.kind is PostingKind.REVERSAL and posting.amount > NOTHING:
        return _("Taken back: {payment}", locale, payment=_payment(posting, locale))
    return _other(posting.kind, locale)


def what_account(kind: AccountKind, locale: str) -> str:
    """Return what an account is called."""
    return {
        AccountKind.CURRENT_RENT: _("Rent", locale),
        AccountKind.GARAGE: _("Garage", locale),
        AccountKind.RECHARGE: _("Repairs you pay for", locale),
        AccountKind.COURT_COSTS: _("Court costs", locale),
        AccountKind.SERVICE_CHARGE: _("Service charge", locale),
        AccountKind.FORMER_TENANT: _("Rent from an earlier home", locale),
        AccountKind.HB_OVERPAYMENT: _("Housing Benefit to pay back", locale),
    }[kind]


def _payment(posting: Posting, locale: str) -> str:
    paid_by = {
        Payer.HOUSING_BENEFIT: _("Housing Benefit, paid to us", locale),
        Payer.UNIVERSAL_CREDIT: _("Universal Credit, paid to us", locale),
        Payer.THIRD_PARTY_DEDUCTION: _("Taken from benefit towards what is owed", locale),
        Payer.LOCAL_HOUSING_PAYMENT: _("Council housing payment", locale),
        Payer.LANDLORD: _("Paid by us", locale),
    }
    by_means = {
        Means.CARD: _("Payment by card", locale),
        Means.DIRECT_DEBIT: _("Payment by Direct Debit", locale),
        Means.STANDING_ORDER: _("Payment by standing order", locale),
        Means.CASH: _("Payment in cash", locale),
        Means.BANK_TRANSFER: _("Payment by bank transfer", locale),
    }
    return paid_by.get(posting.payer) or by_means.get(posting.means) or _("Payment", locale)


def _other(kind: PostingKind, locale: str) -> str:
    return {
        PostingKind.OPENING: _("Balance brought forward", locale),
        PostingKind.CHARGE: _("Rent and charges", locale),
        PostingKind.ADJUSTMENT: _("Correction", locale),
        PostingKind.REVERSAL: _("Taken back", locale),
        PostingKind.REFUND: _("Refund to you", locale),
    }[kind]
