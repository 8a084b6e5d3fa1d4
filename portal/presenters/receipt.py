"""The truth about a payment while it is on its way, and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from portal.presenters.accounts import Account, account_with_reference
from rent.domain.payment import Payment, Status
from rent.words import _, isolated, money
from web.localised import to_say


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """How far a payment has come. ``is_settled`` means that no news is awaited; ``may_try_again`` that nothing was taken."""

    is_ready: bool = False
    is_settled: bool = False
    is_paid: bool = False
    may_try_again: bool = False
    heading: str = ""
    account: str = ""
    amount: str = ""
    reference: str = ""
    what_now: str = ""


_HEADINGS: Final[Mapping[Status, str]] = {
    Status.CREATED: to_say("We are waiting for the bank"),
    Status.PENDING: to_say("We are waiting for the bank"),
    Status.PAID: to_say("You have paid {amount}"),
    Status.FAILED: to_say("Your payment did not go through"),
    Status.EXPIRED: to_say("Your payment was not finished in time"),
    Status.REFUNDED: to_say("We gave you {amount} back"),
    Status.DISPUTED: to_say("Your bank has taken {amount} back for now"),
    Status.LOST: to_say("Your bank has taken {amount} back"),
}
_LEFT: Final = to_say("You left before you paid")
_NOTHING_YET: Final = to_say("We have not taken any money. You can start again when you are ready.")
_WAIT: Final = to_say("This page changes by itself when we hear from the bank. You do not need to pay again.")
_WHAT_NOW: Final[Mapping[Status, str]] = {
    Status.CREATED: _WAIT,
    Status.PENDING: _WAIT,
    Status.PAID: to_say("It is on your account now."),
    Status.FAILED: to_say("No money was taken. You can try again, with another card if you like."),
    Status.EXPIRED: to_say("No money was taken. You can start again."),
    Status.REFUNDED: to_say("It can take some days to reach your bank."),
    Status.DISPUTED: to_say("Call us if you did not expect this."),
    Status.LOST: to_say("Call us if you did not expect this."),
}
# A declined card may be followed by a good one on the same card page.
_UNSETTLED: Final = frozenset({Status.CREATED, Status.PENDING, Status.FAILED})
_NOTHING_TAKEN: Final = frozenset({Status.FAILED, Status.EXPIRED})


def receipt(payment: Payment, account: Account, locale: str, *, was_left: bool = False) -> ReceiptView:
    """
    Show a payment as the ledger has it; only a payment that is posted is called paid.

    ``was_left`` says that the tenant came back from the card page without paying.
    """
    amount = money(payment.amount, locale)
    left = was_left and payment.status is Status.CREATED
    return ReceiptView(
        is_ready=True,
        is_settled=payment.status not in _UNSETTLED,
        is_paid=payment.status is Status.PAID,
        may_try_again=left or payment.status in _NOTHING_TAKEN,
        heading=_(_LEFT if left else _HEADINGS[payment.status], locale, amount=amount),
        account=account_with_reference(account.kind, account.reference, locale),
        amount=amount,
        reference=isolated(payment.public_id, locale),
        what_now=_(_NOTHING_YET if left else _WHAT_NOW[payment.status], locale),
    )
