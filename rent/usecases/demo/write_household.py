"""Write a household of the demo into the book: its people, accounts and ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from typing import Final

from rent.domain.account import AccountKind, ChargeKind, Means, Payer, PostingKind
from rent.domain.money import Money
from rent.domain.names import folded
from rent.domain.periods import ChargeCycle, charge_days, monthly_equivalent
from rent.domain.tenancy import Channel, MemberRole, NumberStatus
from rent.store.book import Book
from rent.store.tables.accounts import benefit_claims, charge_lines, postings, rent_accounts
from rent.store.tables.homes import tenancies
from rent.store.tables.people import contact_points, needs, persons, tenancy_members
from rent.usecases.demo.calendar import Calendar
from rent.usecases.demo.flows import Flow, claim_of
from rent.usecases.demo.household import Dweller, Household, Price

SOURCE: Final = "demo"
CHARGED: Final = "charge"
GARAGE_A_WEEK: Final = 1_150
_AT: Final = time(6, tzinfo=UTC)
_LETTER: Final = {
    AccountKind.GARAGE: "G",
    AccountKind.RECHARGE: "R",
    AccountKind.COURT_COSTS: "C",
    AccountKind.HB_OVERPAYMENT: "H",
    AccountKind.FORMER_TENANT: "F",
}
_FOR: Final = {"RECHARGE": "Repair charged to the tenant", "COURT_COSTS": "Court fee", "HB_OVERPAYMENT": "Housing Benefit paid twice"}


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes households into a book."""

    book: Book
    calendar: Calendar
    now: datetime
    luck: Random

    def write(self, household: Household, property_id: int, lines: Sequence[Flow], opening: int) -> None:
        """Write a household, its rent account from its opening balance on, and whatever else it owes."""
        tenancy = self.book.number(tenancies)
        self.book.add(
            tenancies,
            tenancy,
            household.reference,
            hashlib.sha256(f"demo {household.reference}".encode()).hexdigest()[:20],
            property_id,
            household.regime,
            household.cycle,
            [day.isoformat() for day in household.rent_free],
            household.starts_on,
            household.ends_on,
        )
        for place, dweller in enumerate(household.tenants):
            self._person(household, tenancy, place, dweller)
        self._rent(household, tenancy, lines, opening)
        for extra in household.extras:
            self._garage(household, tenancy) if extra == "GARAGE" else self._single(household, tenancy, extra)

    def _person(self, household: Household, tenancy: int, place: int, dweller: Dweller) -> None:
        person = self.book.number(persons)
        reference, since = f"{household.reference}-{place + 1}", self._recorded(max(household.starts_on, self.calendar.since))
        self.book.add(
            persons, person, reference, dweller.name, folded(dweller.name), dweller.born, dweller.language, dweller.neutral_wording_only
        )
        # Who has left is still liable, so the membership stays open.
        self.book.add(tenancy_members, tenancy, person, MemberRole.TENANT, household.starts_on)
        for channel, value in ((Channel.SMS, dweller.phone), (Channel.EMAIL, dweller.email)):
            if value:
                preferred = channel is Channel.SMS
                self.book.add(contact_points, person, channel, value, NumberStatus.HELD, dweller.is_safe, preferred, False, since)
        for need in dweller.needs:
            review = self.calendar.today + timedelta(days=self.luck.randint(20, 360))
            self.book.add(needs, person, need, "So that we reach them in a way that works", "the tenant", review)

    def _rent(self, household: Household, tenancy: int, lines: Sequence[Flow], opening: int) -> None:
        closed = household.ends_on and household.ends_on + timedelta(days=1)
        account = self.book.number(rent_accounts)
        if opening:
            lines = (Flow(self.calendar.since, PostingKind.OPENING, opening, Payer.LANDLORD, description="Balance brought forward"), *lines)
        owed = sum(line.pence for line in lines)
        if closed and owed:
            lines = (*lines, Flow(closed, PostingKind.ADJUSTMENT, -owed, Payer.LANDLORD, description="Moved to the former tenant account"))
            moved = Flow(closed, PostingKind.ADJUSTMENT, owed, Payer.LANDLORD, description="Moved from the rent account")
            self._account(household, tenancy, AccountKind.FORMER_TENANT, [moved], opened_on=closed)
        self.book.add(
            rent_accounts,
            account,
            household.reference,
            tenancy,
            AccountKind.CURRENT_RENT,
            0 if closed else owed,
            household.starts_on,
            closed,
        )
        self._ledger(account, lines)
        for price in household.prices:
            self._priced(household, account, price)
        if claim := claim_of(household, self.calendar):
            self.book.add(benefit_claims, tenancy, claim.kind, claim.amount.pence, claim.anchor, claim.paid_up_to)

    def _priced(self, household: Household, account: int, price: Price) -> None:
        increase = self.calendar.increase_of(household.cycle)
        for first, last, weekly in _spans(household, price, increase):
            monthly = monthly_equivalent(Money(weekly), rent_free_weeks=household.rent_free_a_year).pence
            amount = weekly if household.cycle is ChargeCycle.WEEKLY else monthly
            self.book.add(charge_lines, account, price.kind, amount, price.eligible, first, last)

    def _garage(self, household: Household, tenancy: int) -> None:
        first = max(household.starts_on, self.calendar.since)
        due = list(charge_days(first, self.calendar.today, ChargeCycle.WEEKLY))
        lines = [Flow(day, PostingKind.CHARGE, GARAGE_A_WEEK, Payer.LANDLORD) for day in due]
        lines += [Flow(day, PostingKind.PAYMENT, -4 * GARAGE_A_WEEK, means=Means.CARD) for day in due[3::4]]
        lines.sort(key=lambda line: line.on)
        account = self._account(household, tenancy, AccountKind.GARAGE, lines, opened_on=household.starts_on)
        self.book.add(charge_lines, account, ChargeKind.GARAGE, GARAGE_A_WEEK, False, household.starts_on, None)

    def _single(self, household: Household, tenancy: int, extra: str) -> None:
        kind = AccountKind(extra)
        amount = 40_400 if kind is AccountKind.COURT_COSTS else self.luck.randint(4_000, 38_000)
        first = max(household.starts_on, self.calendar.since)
        day = first + timedelta(days=self.luck.randint(0, max(0, (self.calendar.today - first).days)))
        line = Flow(day, PostingKind.CHARGE, amount, Payer.LANDLORD, description=_FOR[extra])
        self._account(household, tenancy, kind, [line], opened_on=day)

    def _account(self, household: Household, tenancy: int, kind: AccountKind, lines: Sequence[Flow], *, opened_on: date) -> int:
        account = self.book.number(rent_accounts)
        owed = sum(line.pence for line in lines)
        self.book.add(rent_accounts, account, f"{household.reference}{_LETTER[kind]}", tenancy, kind, owed, opened_on, None)
        self._ledger(account, lines)
        return account

    def _ledger(self, account: int, lines: Sequence[Flow]) -> None:
        before = 0
        for number, line in enumerate(lines):
            posting = self.book.number(postings)
            # The nightly charge must find its own work done, so it is known by the same name.
            periodic = line.kind is PostingKind.CHARGE and not line.description
            source, name = (CHARGED, f"{account}:{line.on.isoformat()}") if periodic else (SOURCE, f"{account}:{number}")
            self.book.add(
                postings,
                posting,
                account,
                line.kind,
                line.pence,
                line.on,
                self._recorded(line.on),
                line.payer,
                line.means,
                source,
                name,
                line.description,
                before if line.undoes else None,
            )
            before = posting

    def _recorded(self, day: date) -> datetime:
        return min(self.now, _at(day))


def _spans(household: Household, price: Price, increase: date) -> Iterator[tuple[date, date | None, int]]:
    ends = household.ends_on
    if price.before == price.after or household.starts_on >= increase:
        yield household.starts_on, ends, price.after
        return
    eve = increase - timedelta(days=1)
    if ends and ends <= eve:
        yield household.starts_on, ends, price.before
        return
    yield household.starts_on, eve, price.before
    yield increase, ends, price.after


@lru_cache(maxsize=2_048)
def _at(day: date) -> datetime:
    return datetime.combine(day, _AT)
