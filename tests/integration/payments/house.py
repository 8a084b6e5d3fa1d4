"""A small house for tests of paying: the stand-in and our own doors as real HTTP servers, and a tenant who owes rent."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from granian.constants import Interfaces
from granian.server.embed import Server
from sqlalchemy import select, update
from starlette.applications import Starlette

from jobs import handle_payment_events
from portal.session import session_cookie
from rent import runtime
from rent.domain.account import AccountId
from rent.domain.identity import SessionKind
from rent.domain.money import Money, pounds
from rent.domain.payment import Payment, Status
from rent.domain.tenancy import PersonId, TenancyId
from rent.gateways.standin_payments.app import Standin
from rent.store import access, payments, sessions
from rent.store.tables.accounts import postings
from rent.store.tables.payments import payments as attempts
from rent.store.tables.records import external_events, timeline
from rent.usecases.payments.handle_event import claim_events
from rent.usecases.payments.make_link import make_payment_link
from rent.usecases.payments.open_checkout import open_checkout
from rent.usecases.payments.start import start_payment
from tests.builders import a_charge, save_account, save_postings, save_tenancy, save_tenant

SECRET = "whsec_for_tests_only"
GOOD, DECLINED, CHALLENGED, DISPUTED = "4242424242424242", "4000000000000002", "4000000000003220", "4000000000000259"
DEBIT_PAID, DEBIT_FAILS, DEBIT_BOUNCES = "00012345", "22222227", "66666666"


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(app: Starlette, port: int) -> Iterator[str]:
    """Serve an application over real HTTP; give its origin."""
    loop = asyncio.new_event_loop()
    server = Server(app, address="127.0.0.1", port=port, interface=Interfaces.ASGI, log_enabled=False)
    thread = threading.Thread(target=lambda: loop.run_until_complete(server.serve()), daemon=True)
    thread.start()
    wait_until(lambda: answers(port))
    yield f"http://127.0.0.1:{port}"
    loop.call_soon_threadsafe(server.stop)
    thread.join(10)
    loop.close()


def answers(port: int) -> bool:
    """Return whether somebody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until(for_it: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is so."""
    done = threading.Event()
    deadline = runtime.now() + timedelta(seconds=seconds)
    while not for_it():
        assert runtime.now() < deadline, "waited too long"
        done.wait(0.02)


@dataclass
class House:
    """What a test of paying talks to."""

    standin: str
    portal: str
    file: Path
    tenancy: TenancyId = field(init=False)
    account: AccountId = field(init=False)
    person: PersonId = field(init=False)
    browsers: list[httpx.Client] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Let in a tenant who owes £100."""
        with runtime.transaction() as session:
            self.tenancy = save_tenancy(session)
            self.account = save_account(session, self.tenancy)
            self.person = save_tenant(session, self.tenancy)
            save_postings(session, a_charge("£100", account_id=self.account))

    def start(self, amount: str = "£20", command: str = "command-1") -> Payment:
        """Start a payment as the tenant."""
        with runtime.transaction() as session:
            return start_payment(
                session,
                command_id=command,
                account_id=self.account,
                amount=pounds(amount),
                person_id=self.person,
                now=runtime.now(),
                today=runtime.today(),
            )

    def open(self, payment: Payment) -> str:
        """Open a payment's checkout; return its address."""
        return open_checkout(
            runtime.transaction,
            cards=runtime.card_payments(),
            payment=payment,
            locale="en",
            portal_origin=self.portal,
            now=runtime.now(),
        )

    def pay(self, url: str, number: str = GOOD) -> httpx.Response:
        """Pay on a checkout page by card, or by a bank account's number."""
        card = {"way": "card", "card_number": number}
        return httpx.post(url, data=card if len(number) > 8 else {"way": "bacs_debit", "account_number": number})

    def answer(self, challenge: httpx.Response, word: str) -> httpx.Response:
        """Answer the bank's question."""
        return httpx.post(f"{self.standin}{challenge.headers['location']}", data={"answer": word})

    def paid(self, amount: str = "£20", number: str = GOOD, command: str = "command-1") -> Payment:
        """Start a payment, pay it, and let its events come in."""
        payment = self.start(amount, command)
        assert self.pay(self.open(payment), number).status_code in {200, 303}
        self.settle()
        return self.payment(payment)

    def link(self, amount: str = "£15", language: str = "en") -> str:
        """Make a link to pay by; return its token."""
        with runtime.transaction() as session:
            return make_payment_link(
                session,
                account_id=self.account,
                amount=pounds(amount),
                person_id=self.person,
                language=language,
                actor="officer",
                now=runtime.now(),
                today=runtime.today(),
            )

    def sign_in(self) -> httpx.Client:
        """Return the tenant's browser, signed in."""
        with runtime.transaction() as session:
            secret = sessions.start(session, SessionKind.TENANT, now=runtime.now(), person_id=self.person, tenancy_id=self.tenancy)
        browser = httpx.Client(base_url=self.portal, cookies={session_cookie().name: secret})
        self.browsers.append(browser)
        return browser

    def close(self) -> None:
        """Close every browser."""
        for browser in self.browsers:
            browser.close()

    def wait(self) -> None:
        """Wait until every webhook has arrived."""
        wait_until(lambda: self.knobs()["waiting"] == 0)

    def settle(self) -> None:
        """Wait until every webhook has arrived, and let the worker handle them all."""
        self.wait()
        while handle_payment_events.run():
            pass

    def make_everything_due(self) -> None:
        """Let the moments come for which events and payments are waiting."""
        waiting = external_events.c.try_again_at.is_not(None)
        with runtime.transaction() as session:
            session.execute(update(external_events).where(waiting).values(try_again_at=runtime.now()))
            session.execute(update(attempts).where(attempts.c.look_again_at.is_not(None)).values(look_again_at=runtime.now()))

    def an_hour_later(self) -> None:
        """Let the hourly listing be an hour ago."""
        swept = external_events.c.source == "stripe-sweep"
        with runtime.transaction() as session:
            session.execute(update(external_events).where(swept).values(external_id="an hour ago"))

    def claim_and_die(self) -> None:
        """Be a worker that takes events in hand and is never heard of again."""
        self.wait()
        with runtime.transaction() as session:
            claim_events(session, now=runtime.now())

    def knobs(self, **asked: Any) -> dict[str, Any]:
        """Turn the stand-in's knobs; return how they are set."""
        answer = httpx.post(f"{self.standin}/_faults", json=asked)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def ask(self, path: str, **data: Any) -> dict[str, Any]:
        """Ask the stand-in's API something, as the landlord's dashboard would."""
        with httpx.Client(base_url=self.standin, headers={"authorization": "Bearer sk_test_dashboard"}) as api:
            return dict((api.post(path, data=data) if data else api.get(path)).json())

    def payment(self, payment: Payment) -> Payment:
        """Return a payment as it stands now."""
        with runtime.reading() as session:
            found = payments.by_public_id(session, payment.public_id)
        assert found is not None
        return found

    def status(self, payment: Payment) -> Status:
        """Return where a payment stands now."""
        return self.payment(payment).status

    def balance(self) -> Money:
        """Return what the tenant owes, proved against the sum of the postings."""
        with runtime.reading() as session:
            own = access.account_for_tenant(session, self.person, self.account, today=runtime.today())
            total = sum(row.amount_pence for row in session.execute(select(postings).where(postings.c.account_id == self.account)))
        assert total == own.balance.pence
        return own.balance

    def ledger(self) -> list[tuple[str, int]]:
        """Return what card payments posted: the kind of each posting and its pence, in order."""
        found = select(postings.c.kind, postings.c.amount_pence).where(postings.c.source == "stripe").order_by(postings.c.id)
        with runtime.reading() as session:
            return [(row.kind.value, row.amount_pence) for row in session.execute(found)]

    def inbox(self) -> list[Any]:
        """Return the events that came in, in order."""
        with runtime.reading() as session:
            return list(session.execute(select(external_events).where(external_events.c.source == "stripe").order_by(external_events.c.id)))

    def happened(self) -> list[str]:
        """Return the kinds of line on the tenancy's timeline, in order."""
        found = select(timeline.c.happened).where(timeline.c.tenancy_id == self.tenancy).order_by(timeline.c.id)
        with runtime.reading() as session:
            return [row.happened for row in session.execute(found)]


def new_standin(file: Path, origin: str, webhook: str) -> Standin:
    """Return a stand-in that sends its events to our webhook."""
    return Standin(file, origin=origin, webhooks={f"{webhook}/webhooks/stripe": SECRET})
