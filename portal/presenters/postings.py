"""What each line of a statement is, in a tenant's words."""

from collections.abc import Mapping
from typing import Final

from rent.domain.account import Means, Payer, Posting, PostingKind
from rent.words import _
from web.localised import to_say

_PAID_BY: Final[Mapping[Payer, str]] = {
    Payer.HOUSING_BENEFIT: to_say("Housing Benefit, paid to us"),
    Payer.UNIVERSAL_CREDIT: to_say("Universal Credit, paid to us"),
    Payer.THIRD_PARTY_DEDUCTION: to_say("Taken from benefit towards what is owed"),
    Payer.LOCAL_HOUSING_PAYMENT: to_say("Council housing payment"),
    Payer.LANDLORD: to_say("Paid by us"),
}
_BY_MEANS: Final[Mapping[Means, str]] = {
    Means.CARD: to_say("Payment by card"),
    Means.DIRECT_DEBIT: to_say("Payment by Direct Debit"),
    Means.STANDING_ORDER: to_say("Payment by standing order"),
    Means.CASH: to_say("Payment in cash"),
    Means.BANK_TRANSFER: to_say("Payment by bank transfer"),
}
_OTHERS: Final[Mapping[PostingKind, str]] = {
    PostingKind.OPENING: to_say("Balance brought forward"),
    PostingKind.CHARGE: to_say("Rent and charges"),
    PostingKind.PAYMENT: to_say("Payment"),
    PostingKind.ADJUSTMENT: to_say("Correction"),
    PostingKind.REVERSAL: to_say("Taken back"),
    PostingKind.REFUND: to_say("Refund to you"),
}


def what_it_is(posting: Posting, locale: str) -> str:
    """Return what a posting is; of money that came in, whose it was and how it came."""
    if posting.kind is PostingKind.PAYMENT:
        return _(_payment(posting), locale)
    if posting.kind is PostingKind.REVERSAL and posting.amount.pence > 0:
        return _("Taken back: {payment}", locale, payment=_(_payment(posting), locale))
    return _(_OTHERS[posting.kind], locale)


def _payment(posting: Posting) -> str:
    return _PAID_BY.get(posting.payer) or _BY_MEANS.get(posting.means) or _OTHERS[PostingKind.PAYMENT]
