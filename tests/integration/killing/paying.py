"""Tenants pay, their banks think again, and somebody kills the house all the while."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any, Final

import httpx
from sqlalchemy import select, update

from rent import runtime
from rent.domain.account import AccountId
from rent.domain.tenancy import PersonId
from rent.store.tables.payments import payments
from rent.store.tables.records import external_events
from tests.builders import a_charge, save_account, save_postings, save_tenancy, save_tenant
from tests.integration.killing.books import DASHBOARD, Provider, ask, wrongs
from tests.integration.killing.house import House, wait_for
from tests.integration.killing.killer import Killer
from tests.integration.killing.ways import FAULTS, NO_FAULTS, WAYS
from tests.integration.payments.house import DEBIT_PAID

PAY: Final = "tests.integration.killing.work:pay"
HANDLE: Final = "jobs.handle_payment_events:run"
SWEEP: Final = "jobs.sweep_payments:run"


STARTS, MISBEHAVES, KILLS = 0.3, 0.25, 0.75
_number = count(1)


@dataclass
class Tenant:
    """Somebody who pays once, in one way."""

    way: str
    account: AccountId
    person: PersonId
    pence: int
    command: str
    checkout: str | None = None
    # Empty until they have been at the checkout.
    to_come: list[str] | None = None

    @property
    def arguments(self) -> tuple[str, int, int, int]:
        """Return what the work of paying is given."""
        return self.command, int(self.account), int(self.person), self.pence


@dataclass
class Till:
    """Some tenants who pay, and one who kills."""

    house: House
    killer: Killer
    tenants: list[Tenant]
    handle: str = HANDLE

    def be_killed(self, kills: int) -> None:
        """Kill the house so many times while tenants pay, and then let everything come to its end."""
        random = self.killer.random
        while self.killer.kills < kills:
            self._disturb(random)
            work = self._next_work(random)
            if random.random() < KILLS:
                self.killer.kill(*work)
            else:
                self._take(work, self.killer.do(*work).gave)
            self._go_on(random)
        self.be_quiet()

    def be_quiet(self) -> None:
        """Let everything come to its end: every checkout, every afterthought, every event."""
        self._turn(**NO_FAULTS)
        while any(tenant.to_come is None or tenant.to_come for tenant in self.tenants):
            self.let_all_go_on()
            self._settle()

    def let_all_go_on(self) -> None:
        """Let everybody start who has not, and go on as far as they may; wait until all we are told of it has come."""
        for tenant in self.tenants:
            if tenant.checkout is None:
                self._take((PAY, *tenant.arguments), self.killer.do(PAY, *tenant.arguments).gave)
        while self._go_on(self.killer.random):
            pass
        wait_for(lambda: self._turn()["waiting"] == 0, "webhooks to arrive")

    def _settle(self) -> None:
        self._let_an_hour_pass()
        self.killer.do(SWEEP)
        while self._make_due() and self.killer.do(self.handle).gave:
            pass

    def _next_work(self, random: Random) -> tuple[Any, ...]:
        starting = [tenant for tenant in self.tenants if tenant.checkout is None]
        if starting and random.random() < STARTS:
            return (PAY, *random.choice(starting).arguments)
        if self._make_due():
            return (random.choice((self.handle, self.handle, SWEEP)),)
        if all(tenant.to_come == [] for tenant in self.tenants):
            self.tenants.append(move_in(self.house, random.choice(sorted(WAYS)), random))
        return (SWEEP,)

    def _take(self, work: tuple[Any, ...], gave: Any) -> None:
        for tenant in self.tenants:
            if work == (PAY, *tenant.arguments):
                tenant.checkout = gave

    def _disturb(self, random: Random) -> None:
        """Let the provider misbehave now and then, and let time pass."""
        if random.random() < MISBEHAVES:
            self._turn(**random.choice(FAULTS))
        if random.random() < MISBEHAVES:
            self._turn(release_webhooks=random.choice(("in_order", "reversed", "twice")))
        if random.random() < MISBEHAVES:
            self._let_an_hour_pass()
        if random.random() < MISBEHAVES:
            self.house.kill_webhooks()

    def _go_on(self, random: Random) -> bool:
        """Let somebody whose checkout is open go on: pay, or think again; return whether there was anybody."""
        ready = [tenant for tenant in self.tenants if tenant.checkout and tenant.to_come != [] and self._may_go_on(tenant)]
        if not ready:
            return False
        tenant = random.choice(ready)
        if tenant.to_come is None:
            self._pay_at(tenant)
            tenant.to_come = list(WAYS[tenant.way].afterwards)
        else:
            self._act(tenant, tenant.to_come.pop(0))
        return True

    def _may_go_on(self, tenant: Tenant) -> bool:
        # Were days to pass for one, the checkouts of others would expire.
        return not (tenant.to_come and tenant.to_come[0] == "days pass") or all(other.to_come is not None for other in self.tenants)

    def _pay_at(self, tenant: Tenant) -> None:
        for number in WAYS[tenant.way].numbers:
            way = (
                {"way": "card", "card_number": number} if len(number) > len(DEBIT_PAID) else {"way": "bacs_debit", "account_number": number}
            )
            answer = self.house.ask.post(str(tenant.checkout), data=way)
            if "/checkout/challenge/" in answer.headers.get("location", ""):
                self.house.ask.post(answer.headers["location"], data={"answer": "yes"})

    def _act(self, tenant: Tenant, act: str) -> None:
        match act:
            case "refund half":
                self._dashboard("POST", "/v1/refunds", payment_intent=self._intent_of(tenant), amount=str(tenant.pence // 2))
            case "days pass":
                self._turn(pass_days=5)
                wait_for(lambda: self._turn()["waiting"] == 0, "days to pass")
            case "win" | "lose":
                intent = self._intent_of(tenant)
                (dispute,) = self._dashboard("GET", f"/v1/disputes?payment_intent={intent}")["data"]
                self._turn(**{act: dispute["id"]})

    def _intent_of(self, tenant: Tenant) -> str:
        session = str(tenant.checkout).rpartition("/")[2]
        return str(self._dashboard("GET", f"/v1/checkout/sessions/{session}")["payment_intent"])

    def _dashboard(self, method: str, path: str, **data: str) -> dict[str, Any]:
        """Do something on the provider's own pages, again if a fault meant for us met it."""
        answer = self.house.ask.request(method, path, headers=DASHBOARD, data=data)
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            answer = self.house.ask.request(method, path, headers=DASHBOARD, data=data)
        assert answer.status_code == httpx.codes.OK, answer.text
        return dict(answer.json())

    def _turn(self, **knobs: Any) -> dict[str, Any]:
        answer = self.house.ask.post("/_faults", json=knobs)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def _make_due(self) -> bool:
        """Let the moments come for which events and payments wait; return whether any event does."""
        waits = external_events.c.try_again_at.is_not(None)
        with self.house.transaction() as session:
            session.execute(update(external_events).where(waits).values(try_again_at=runtime.now()))
            session.execute(update(payments).where(payments.c.look_again_at.is_not(None)).values(look_again_at=runtime.now()))
            return session.execute(select(external_events.c.id).where(waits, external_events.c.source == "stripe")).first() is not None

    def _let_an_hour_pass(self) -> None:
        """Let the hourly listing of events be an hour ago."""
        swept = external_events.c.source == "stripe-sweep"
        with self.house.transaction() as session:
            for (row,) in session.execute(select(external_events.c.id).where(swept)).all():
                session.execute(update(external_events).where(external_events.c.id == row).values(external_id=f"an hour ago {row}"))

    def wrongs(self) -> list[str]:
        """Return what the provider's book and ours have against each other; nothing, if all is well."""
        provider = ask(self.house)
        return [f"account {tenant.account}, paid {tenant.way}: {wrong}" for tenant in self.tenants for wrong in self._of(tenant, provider)]

    def _of(self, tenant: Tenant, provider: Provider) -> list[str]:
        way = WAYS[tenant.way]
        posted = [share * tenant.pence // 100 for share in way.posted]
        return wrongs(self.house, provider, tenant.account, ends=way.ends, posted=posted)


def move_in(house: House, way: str, random: Random) -> Tenant:
    """Let in a tenant who owes rent and means to pay some of it in a certain way."""
    pence = 200 * random.randint(1, 40)
    with house.transaction() as session:
        tenancy = save_tenancy(session)
        account, person = save_account(session, tenancy), save_tenant(session, tenancy)
        save_postings(session, a_charge("£100", account_id=account))
    return Tenant(way, account, person, pence, f"command-{next(_number)}")


def rehearse(house: House) -> Till:
    """Let a payment be made in every way with nobody killing, to learn the steps."""
    killer = house.killer(0, learns=True)
    till = Till(house, killer, [move_in(house, way, killer.random) for way in WAYS])
    till.be_quiet()
    return till
