"""A payment as the plain pages show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rent.domain.payment import Payment, Status
from rent.words import _, isolated, money
from web.localised import to_say


@dataclass(frozen=True, slots=True)
class FollowedView:
    """
    How far a payment has come.

    ``card_page`` leads back to the card page while it can still be paid there; ``is_awaited`` says
    that news may come; ``may_start_anew`` that nothing was taken and nothing will be.
    """

    heading: str
    what_now: str
    amount: str
    reference: str
    card_page: str = ""
    is_awaited: bool = False
    may_start_anew: bool = False


_HEADINGS: Final[Mapping[Status, str]] = {
    Status.CREATED: to_say("We are waiting to hear about your payment"),
    Status.PENDING: to_say("Your payment is on its way"),
    Status.PAID: to_say("You have paid {amount}"),
    Status.FAILED: to_say("Your payment did not go through"),
    Status.EXPIRED: to_say("Your payment was not finished in time"),
    Status.REFUNDED: to_say("We gave you {amount} back"),
    Status.DISPUTED: to_say("Your bank has taken {amount} back for now"),
    Status.LOST: to_say("Your bank has taken {amount} back"),
}
_WHAT_NOW: Final[Mapping[Status, str]] = {
    Status.CREATED: to_say("This can take a minute. You do not need to pay again."),
    Status.PENDING: to_say("A Direct Debit takes about four working days. You do not need to pay again."),
    Status.PAID: to_say("Thank you. The money is on your account now."),
    Status.FAILED: to_say("No money was taken."),
    Status.EXPIRED: to_say("No money was taken."),
    Status.REFUNDED: to_say("It can take some days to reach your bank."),
    Status.DISPUTED: to_say("Call us if you did not expect this."),
    Status.LOST: to_say("Call us if you did not expect this."),
}
_LEFT: Final = to_say("You left before you paid")
_NOTHING_TAKEN: Final = to_say("No money was taken. You can go back to the card page and pay.")


def followed(payment: Payment, locale: str, *, was_left: bool) -> FollowedView:
    """Show a payment; only one that is on the account is called paid."""
    amount = money(payment.amount, locale)
    left = was_left and payment.status is Status.CREATED
    return FollowedView(
        heading=_(_LEFT if left else _HEADINGS[payment.status], locale, amount=amount),
        what_now=_(_NOTHING_TAKEN if left else _WHAT_NOW[payment.status], locale),
        amount=amount,
        reference=isolated(payment.public_id.removeprefix("pay_")[:8].upper(), locale),
        card_page=payment.checkout_url or "" if left else "",
        is_awaited=payment.status in {Status.CREATED, Status.PENDING} and not left,
        may_start_anew=payment.status in {Status.FAILED, Status.EXPIRED},
    )
