"""Card payments taken on Stripe's hosted Checkout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Final

import stripe
from stripe.params.checkout import SessionCreateParams

from rent.gateways.stripe_payments import events, reading
from rent.ports import (
    BalanceLine,
    Checkout,
    CheckoutWanted,
    ProviderEvent,
    ProviderPayment,
    ProviderPayout,
    ProviderRefused,
    ProviderTrouble,
)

CONNECT_SECONDS, READ_SECONDS, RETRIES = 3.05, 10.0, 2
WAYS_TO_PAY: Final = ("card", "bacs_debit")
# Checkout speaks neither Welsh nor Arabic; "auto" asks the browser what else it can read.
LOCALES: Final[Mapping[str, str]] = {"en": "en-GB", "cy": "en-GB", "pl": "pl", "ro": "ro", "pt": "pt", "fr": "fr", "lt": "lt"}

# It would write an id of this machine to the home folder, and report response times.
stripe.enable_telemetry = False


class StripePayments:
    """Someone who takes card payments: Stripe, or the stand-in when given its address."""

    def __init__(self, api_key: str, *, webhook_secret: str, address: str | None = None) -> None:
        """Talk to Stripe itself unless another address is given."""
        self.webhook_secret = webhook_secret
        self.stripe = stripe.StripeClient(
            api_key,
            base_addresses={"api": address} if address else None,
            # Left out, the client would never try again; a key per payment makes that safe.
            max_network_retries=RETRIES,
            http_client=stripe.RequestsClient(timeout=(CONNECT_SECONDS, READ_SECONDS)),
        )

    def open_checkout(self, wanted: CheckoutWanted) -> Checkout:
        """Return the hosted checkout for a payment; asking twice for one payment opens one."""
        with _in_our_words():
            made = self.stripe.v1.checkout.sessions.create(
                _session(wanted),
                # Lives as long as the payment's own row does, through any restart of ours.
                {"idempotency_key": f"checkout:{wanted.payment}:{wanted.locale}"},
            )
        if made.url is None:
            raise ProviderTrouble("the checkout has no address")
        return Checkout(made.id, made.url)

    def look_up(self, session_id: str) -> ProviderPayment:
        """Return what Stripe knows of the payment behind a checkout, asked anew."""
        with _in_our_words():
            return self._of_session(self.stripe.v1.checkout.sessions.retrieve(session_id))

    def look_up_payment(self, provider_id: str) -> ProviderPayment:
        """Return what Stripe knows of a payment intent, and of the checkout it came from."""
        with _in_our_words():
            found = self.stripe.v1.checkout.sessions.list({"payment_intent": provider_id, "limit": 1}).data
            return self._of_session(found[0]) if found else self._of_intent(provider_id, None)

    def read_event(self, raw: bytes, signature: str | None, now: datetime) -> ProviderEvent:
        """
        Return a webhook's event from its raw body.

        :raises NotSigned: if the signature does not prove who sent it, and when
        """
        return events.read(raw, signature, self.webhook_secret, now)

    def events_since(self, since: datetime) -> Iterator[ProviderEvent]:
        """Yield the events since a moment that concern us."""
        with _in_our_words():
            wanted = {"created": {"gte": int(since.timestamp())}, "types": list(events.SUBJECTS), "limit": 100}
            for event in self.stripe.v1.events.list(wanted).auto_paging_iter():  # type: ignore[arg-type]
                yield events.of(event.to_dict())

    def look_up_payout(self, payout_id: str) -> ProviderPayout:
        """Return a payout as Stripe has it now."""
        with _in_our_words():
            return reading.payout(self.stripe.v1.payouts.retrieve(payout_id))

    def payout_lines(self, payout_id: str) -> Iterator[BalanceLine]:
        """Yield the lines a payout is made of, without the payout itself."""
        with _in_our_words():
            found = self.stripe.v1.balance_transactions.list({"payout": payout_id, "limit": 100, "expand": ["data.source"]})
            for line in found.auto_paging_iter():
                if line.type != "payout":
                    yield reading.balance_line(line)

    def _of_session(self, session: stripe.checkout.Session) -> ProviderPayment:
        if session.payment_intent is None:
            return reading.unpaid(session)
        return self._of_intent(reading.id_of(session.payment_intent), session)

    def _of_intent(self, intent_id: str, session: stripe.checkout.Session | None) -> ProviderPayment:
        intent = self.stripe.v1.payment_intents.retrieve(
            intent_id, {"expand": ["latest_charge.balance_transaction", "latest_charge.failure_balance_transaction"]}
        )
        refunds = self.stripe.v1.refunds.list({"payment_intent": intent_id, "limit": 100, "expand": ["data.failure_balance_transaction"]})
        disputes = self.stripe.v1.disputes.list({"payment_intent": intent_id, "limit": 100})
        return reading.payment(intent, session, refunds.auto_paging_iter(), disputes.auto_paging_iter())


def _session(wanted: CheckoutWanted) -> SessionCreateParams:
    # Our own id and nothing else: what Stripe need not know it is not told.
    ours = {reading.OUR_ID: wanted.payment}
    return {
        "mode": "payment",
        "ui_mode": "hosted_page",
        "client_reference_id": wanted.payment,
        "line_items": [
            {
                "quantity": 1,
                "price_data": {"currency": "gbp", "unit_amount": wanted.amount.pence, "product_data": {"name": "Rent payment"}},
            }
        ],
        "allowed_payment_method_types": list(WAYS_TO_PAY),
        "locale": LOCALES.get(wanted.locale, "auto"),
        "expires_at": int(wanted.expires_at.timestamp()),
        "success_url": wanted.return_url,
        "cancel_url": wanted.cancel_url,
        "metadata": ours,
        # Charges, refunds and disputes carry only what the intent carries.
        "payment_intent_data": {"metadata": ours},
    }


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except (stripe.InvalidRequestError, stripe.CardError, stripe.IdempotencyError) as why:
        raise ProviderRefused(f"{type(why).__name__} {why.code or why.http_status}") from why
    # Wrong keys too: once they are put right, what waited goes through.
    except stripe.StripeError as why:
        raise ProviderTrouble(f"{type(why).__name__} {why.code or why.http_status}") from why
