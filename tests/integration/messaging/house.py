"""A small house for tests of texting: our webhook and the stand-in carrier over real HTTP, and a tenant with a phone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
from sqlalchemy import select

from jobs import deliver_outbox, handle_inbound
from messaging.delivery.standin.carrier import Carrier
from messaging.delivery.standin.faults import Fault
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.message import Delivery
from rent.domain.money import pounds
from rent.domain.tenancy import PersonId, TenancyId
from rent.store import timeline
from rent.store.tables.messages import inbound_messages, outbox
from rent.store.tables.people import contact_points
from tests.builders import a_charge, a_line, save_account, save_contact_point, save_landlord, save_postings, save_tenancy, save_tenant

NUMBER = "+447700900123"
PROOF = "29/02/1980 LL57 1AA"
FINAL = {Delivery.DELIVERED, Delivery.UNDELIVERED, Delivery.FAILED, Delivery.DROPPED}


@dataclass
class House:
    """What a test of texting talks to."""

    standin: str
    webhooks: str
    carrier: Carrier
    tenancy: TenancyId = field(init=False)
    account: AccountId = field(init=False)
    person: PersonId = field(init=False)

    def __post_init__(self) -> None:
        """Let in a tenant who owes £97.40."""
        with runtime.transaction() as session:
            save_landlord(session)
            self.tenancy = save_tenancy(session)
            self.account = save_account(session, self.tenancy, lines=[a_line("£120")])
            self.person = save_tenant(session, self.tenancy)
            save_contact_point(session, self.person, NUMBER)
            save_postings(session, a_charge("£97.40", account_id=self.account))

    def text(self, body: str, number: str = NUMBER) -> None:
        """Text the landlord, and wait until the webhook has it."""
        before = self.stored()
        httpx.post(f"{self.standin}/phone/send", data={"number": number, "body": body})
        wait(lambda: self.stored() > before)

    def work(self) -> None:
        """Do what the worker does, until nothing is left to do."""
        while handle_inbound.run() + deliver_outbox.run():
            pass

    def say(self, body: str) -> list[str]:
        """Text the landlord; return what came back."""
        before = len(self.heard())
        self.text(body)
        self.work()
        return self.heard()[before:]

    def heard(self, number: str = NUMBER) -> list[str]:
        """Return what the phone was sent, in order."""
        return [made.body for made in self.carrier.state.thread(number) if made.direction == "outbound"]

    def stored(self) -> int:
        """Return how many texts came in."""
        return len(self.rows(inbound_messages))

    def rows(self, table):
        """Return a table's rows."""
        with runtime.reading() as session:
            return session.execute(select(table).order_by(table.c.id)).mappings().all()

    def sent(self):
        """Return the outbox."""
        return self.rows(outbox)

    def contact(self):
        """Return what is known of the tenant's number."""
        return self.rows(contact_points)[0]

    def happened(self) -> list[str]:
        """Return what the timeline says, oldest first."""
        with runtime.reading() as session:
            return [line.happened.value for line in reversed(timeline.of_tenancy(session, self.tenancy, limit=50))]

    def details(self, happened: str) -> list[dict[str, object]]:
        """Return the details of one kind of line, newest first."""
        with runtime.reading() as session:
            return [dict(line.detail) for line in timeline.of_tenancy(session, self.tenancy, limit=50) if line.happened == happened]

    def settled(self) -> None:
        """Wait until the carrier has said its last word on every text."""
        wait(lambda: all(row["delivery"] in FINAL for row in self.sent()))

    def wrong(self, fault: Fault, times: int = 1) -> None:
        """Make something go wrong."""
        self.carrier.state.plan_fault(fault, times)

    def moved(self, amount: str) -> None:
        """Charge the account a further amount."""
        with runtime.transaction() as session:
            save_postings(session, a_charge(amount, account_id=self.account))

    @property
    def owed(self) -> int:
        """Return the balance in pence at the start."""
        return pounds("97.40").pence


def wait(for_it: Callable[[], bool], seconds: float = 10) -> None:
    """Return once something is so."""
    tick = threading.Event()
    deadline = runtime.now() + timedelta(seconds=seconds)
    while not for_it():
        assert runtime.now() < deadline, "waited too long"
        tick.wait(0.02)
