"""Work for the zygote's children that no job does in one piece, as the web and the command line do it."""

from __future__ import annotations

import argparse
import asyncio
import os
from datetime import timedelta
from pathlib import Path

from granian.constants import Interfaces
from granian.server.embed import Server

from messaging.delivery.reconcile import reconcile_batch
from messaging.delivery.sender import texts
from portal.webhooks import app
from rent import runtime
from rent.commands import import_extracts
from rent.domain.account import AccountId
from rent.domain.money import Money
from rent.domain.tenancy import PersonId
from rent.ports import ProviderTrouble
from rent.settings import settings
from rent.usecases.payments.open_checkout import open_checkout
from rent.usecases.payments.start import start_payment


def serve_webhooks(port: int) -> None:
    """Serve the webhooks until killed."""
    asyncio.run(Server(app, address="127.0.0.1", port=port, interface=Interfaces.ASGI, log_enabled=False).serve())


def reconcile() -> int:
    """Settle what was left behind, without the minute's wait: nobody else is sending now."""
    return reconcile_batch(texts(), left_after=timedelta(0))


def pay(command: str, account: int, person: int, pence: int) -> str | None:
    """Start a payment and open its checkout, as the page does; return its address, or None where the page would say try again."""
    with runtime.transaction() as session:
        payment = start_payment(
            session,
            command_id=command,
            account_id=AccountId(account),
            amount=Money(pence),
            person_id=PersonId(person),
            now=runtime.now(),
            today=runtime.today(),
        )
    origin = settings().portal_origin
    cards, now = runtime.card_payments(), runtime.now()
    try:
        return open_checkout(runtime.transaction, cards=cards, payment=payment, locale="en", portal_origin=origin, now=now)
    except ProviderTrouble:
        return None


def import_extract(database: str, folder: str) -> int:
    """Run ``evenkeel import`` on a database."""
    use(database)
    parser = argparse.ArgumentParser()
    import_extracts.add_arguments(parser)
    return import_extracts.run(parser.parse_args([str(Path(folder)), "--landlord", "Afon Homes", "--phone", "0300 555 0100"]))


def use(database: str) -> None:
    """Make this child's database another than the zygote's."""
    os.environ["DATABASE_URL"] = database
    settings.cache_clear()
