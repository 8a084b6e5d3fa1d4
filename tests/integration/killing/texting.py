"""Tenants text, the house answers, and somebody kills it all the while."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any, Final

from sqlalchemy import select

from messaging.delivery.standin.faults import Fault
from messaging.delivery.standin.rules import OPTED_IN_REPLY, OPTED_OUT_REPLY
from rent.domain.message import Delivery
from rent.store.tables.messages import inbound_messages, outbox
from rent.store.tables.people import contact_points
from tests.builders import a_charge, a_line, save_account, save_contact_point, save_postings, save_tenancy, save_tenant
from tests.integration.killing.house import ACCOUNT, TOKEN, House, rows, wait_for
from tests.integration.killing.killer import Killer, seeded

HANDLE: Final = "jobs.handle_inbound:run"
DELIVER: Final = "jobs.deliver_outbox:run"
RECONCILE: Final = "tests.integration.killing.work:reconcile"
PROOF: Final = "29/02/1980 LL57 1AA"
# What one tenant texts, each once the last was answered, and whether they want no more texts in the end.
CONVERSATIONS: Final[Mapping[str, tuple[Sequence[str], bool]]] = {
    "asks what is owed": (("balance", PROOF, "balance", "balance"), False),
    "pays by link, twice the same": (("pay 20", PROOF, "pay 20", "pay 20"), False),
    "says stop, and asks on": (("balance", PROOF, "STOP", "balance"), True),
    "says stop in other words": (("help", "please stop texting me", "help"), True),
    "stops and starts again": (("STOP", "START", "help"), False),
    "asks for a person": (("help", "can I speak to my housing officer", "statement"), False),
    "has the wrong number": (("help", "wrong number", "who is this"), False),
}
FAULTS: Final = (Fault.REFUSE, Fault.LOSE_ANSWER, Fault.DOUBLE_CALLBACKS, Fault.BACKWARDS_CALLBACKS, Fault.DOUBLE_WEBHOOK)
# How often the provider misbehaves, and how often a piece of work is killed.
MISBEHAVES, KILLS = 0.2, 0.8
LINK: Final = re.compile(r"/p/[\w-]+")
CARRIERS: Final = frozenset({OPTED_OUT_REPLY, OPTED_IN_REPLY})
IN_BETWEEN: Final = frozenset({Delivery.CLAIMED, Delivery.UNKNOWN})
_number = count(1)


@dataclass
class Tenant:
    """A phone, and what it still has to say."""

    conversation: str
    phone: str
    to_say: list[str]
    said: list[str] = field(default_factory=list)


@dataclass
class Street:
    """Some tenants who text, and one who kills."""

    house: House
    killer: Killer
    tenants: list[Tenant]
    deliver: str = DELIVER

    def be_killed(self, kills: int) -> None:
        """Kill the house so many times while tenants text, and then let everything come to its end."""
        random = self.killer.random
        while self.killer.kills < kills:
            self._text(random)
            work = self._next_work(random)
            if not work and not any(tenant.to_say for tenant in self.tenants):
                self.tenants.append(move_in(self.house, random.choice(sorted(CONVERSATIONS))))
            if random.random() < MISBEHAVES:
                self.house.ask.post("/phone/faults", data={"fault": random.choice(FAULTS), "times": "1"})
            if work and random.random() < KILLS:
                self.killer.kill(work)
            elif work:
                self.killer.do(work)
        self.be_quiet()

    def be_quiet(self) -> None:
        """Let everything come to its end."""
        random = seeded(0)
        while (work := self._next_work(random)) or any(tenant.to_say for tenant in self.tenants):
            if work:
                self.killer.do(work)
            else:
                self._text(random)

    def _text(self, random: Random) -> None:
        """Let tenants who have been answered go on, some now and some later."""
        ready = [tenant for tenant in self.tenants if tenant.to_say and self._is_answered(tenant)]
        for tenant in random.sample(ready, random.randint(min(1, len(ready)), len(ready))):
            tenant.said.append(tenant.to_say.pop(0))
            self.house.ask.post("/phone/send", data={"number": tenant.phone, "body": tenant.said[-1]})
        wait_for(lambda: all(len(self._inbound(tenant)) == len(tenant.said) for tenant in ready), "texts to come in")

    def _next_work(self, random: Random) -> str | None:
        """Return something there is to do, if there is."""
        with self.house.transaction() as session:
            waiting = session.execute(select(inbound_messages.c.id).where(inbound_messages.c.handled_at.is_(None))).first()
            states = set(session.execute(select(outbox.c.delivery).distinct()).scalars())
        work = [HANDLE] if waiting else []
        work += [self.deliver] if Delivery.WANTED in states else []
        work += [RECONCILE] if IN_BETWEEN & states else []
        return random.choice(work) if work else None

    def _inbound(self, tenant: Tenant) -> list[dict[str, Any]]:
        with self.house.transaction() as session:
            return rows(session, select(inbound_messages).where(inbound_messages.c.from_address == tenant.phone))

    def _is_answered(self, tenant: Tenant) -> bool:
        """Return whether nothing of a tenant's waits, either way, so that the next text is a turn of its own."""
        waits = outbox.c.delivery.in_([Delivery.WANTED, *IN_BETWEEN])
        with self.house.transaction() as session:
            answers = session.execute(select(outbox.c.id).where(outbox.c.to_address == tenant.phone, waits)).first()
        return answers is None and all(row["handled_at"] for row in self._inbound(tenant))

    def wrongs(self, expected: Mapping[str, Counter[str]]) -> list[str]:
        """Return what the provider's list and our own rows have against us; nothing, if all is well."""
        listed = provider_list(self.house)
        return [wrong for tenant in self.tenants for wrong in self._wrongs_of(tenant, listed, expected[tenant.conversation])]

    def _wrongs_of(self, tenant: Tenant, listed: Sequence[Mapping[str, Any]], expected: Counter[str]) -> list[str]:
        with self.house.transaction() as session:
            ours = rows(session, select(outbox).where(outbox.c.to_address == tenant.phone))
            opted_out = session.execute(select(contact_points.c.opted_out).where(contact_points.c.value == tenant.phone)).scalar_one()
        arrived, heard = self._inbound(tenant), heard_by(tenant, listed)
        texted = Counter(item["sid"] for item in listed if item["direction"] == "inbound" and item["from"] == tenant.phone)
        gone = Counter(row["provider_id"] for row in ours if row["delivery"] is not Delivery.DROPPED)
        checks = {
            "a text is lost, or kept twice": Counter(row["external_id"] for row in arrived) == texted,
            "a text is not handled": all(row["handled_at"] for row in arrived),
            "a message is left in between": all(row["delivery"] not in {Delivery.WANTED, *IN_BETWEEN} for row in ours),
            "an answer is lost": not expected - said(heard),
            "something is said twice": not said(heard) - expected,
            "our messages are not the provider's": gone == Counter(item["sid"] for item in heard),
            "an opt-out has no effect": opted_out == CONVERSATIONS[tenant.conversation][1],
        }
        return [f"{tenant.conversation} ({tenant.phone}): {wrong}" for wrong, is_well in checks.items() if not is_well]


def rehearse(house: House) -> Mapping[str, Counter[str]]:
    """Have every conversation once with nobody killing; return what we say in each."""
    street = Street(house, house.killer(0, learns=True), [move_in(house, conversation) for conversation in CONVERSATIONS])
    # Else nothing would be left behind, and nobody would learn to reconcile.
    house.ask.post("/phone/faults", data={"fault": Fault.LOSE_ANSWER, "times": "2"})
    house.ask.post("/phone/faults", data={"fault": Fault.REFUSE, "times": "2"})
    street.be_quiet()
    listed = provider_list(house)
    return {tenant.conversation: said(heard_by(tenant, listed)) for tenant in street.tenants}


def provider_list(house: House) -> list[dict[str, Any]]:
    """Return every message the provider has, both ways."""
    page, found = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json?PageSize=1000", list[dict[str, Any]]()
    while page:
        told = house.ask.get(page, auth=(ACCOUNT, TOKEN)).json()
        found += told["messages"]
        page = told["next_page_uri"]
    return found


def heard_by(tenant: Tenant, listed: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return what we sent to a phone by the provider's list, without the carrier's own words."""
    to_phone = (item for item in listed if item["to"] == tenant.phone and item["direction"] != "inbound")
    return [item for item in to_phone if item["body"] not in CARRIERS]


def said(heard: Sequence[Mapping[str, Any]]) -> Counter[str]:
    """Return the words of messages, without what tells one link from another."""
    return Counter(LINK.sub("/p/...", item["body"]) for item in heard)


def move_in(house: House, conversation: str) -> Tenant:
    """Let in a tenant with a phone of their own, who owes £100."""
    phone = f"+4477009{10000 + next(_number):05}"
    with house.transaction() as session:
        tenancy = save_tenancy(session)
        account = save_account(session, tenancy, lines=[a_line("£120")])
        save_contact_point(session, save_tenant(session, tenancy), phone)
        save_postings(session, a_charge("£100", account_id=account))
    return Tenant(conversation, phone, list(CONVERSATIONS[conversation][0]))
