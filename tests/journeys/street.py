"""A few neighbours, each with a story told by their rent account up to today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from rent.domain.account import AccountId, AccountKind, ChargeKind, Means, Payer
from rent.domain.periods import WEEK, monday_of
from rent.domain.tenancy import PersonId, TenancyId
from rent.store.tables.homes import tenancies
from tests import builders

WEEKLY = "£118.40"


@dataclass(frozen=True)
class Neighbour:
    """A tenant, and what they sign in with."""

    person: PersonId
    tenancy: TenancyId
    account: AccountId
    reference: str
    born: date
    phone: str


@dataclass(frozen=True)
class Street:
    """Who lives there."""

    in_arrears: Neighbour
    up_to_date: Neighbour
    in_credit: Neighbour


def settle(session: Connection, today: date) -> Street:
    """Move everybody in."""
    builders.save_landlord(session)
    street = Street(
        in_arrears=_move_in(session, today, "Ceri Bowen", "+447700900101", missed=2),
        up_to_date=_move_in(session, today, "Aled Pugh", "+447700900102", missed=0),
        in_credit=_move_in(session, today, "Nia Rees", "+447700900103", missed=-1),
    )
    _universal_credit(session, street.in_arrears, today)
    _garage(session, street.in_arrears, today)
    return street


def _move_in(session: Connection, today: date, name: str, phone: str, *, missed: int) -> Neighbour:
    born = date(1984, 3, 27)
    tenancy = builders.save_tenancy(session)
    person = builders.save_tenant(session, tenancy, name=name, born=born)
    builders.save_contact_point(session, person, phone, is_preferred=True)
    account = builders.save_account(session, tenancy, lines=[builders.a_line(WEEKLY)])
    mondays = [monday_of(today) - WEEK * number for number in range(20, -1, -1)]
    paid = len(mondays) - missed
    for day in mondays:
        builders.save_postings(session, builders.a_charge(WEEKLY, on=day, account_id=account))
    for number in range(paid):
        day = min(mondays[min(number, len(mondays) - 1)] + timedelta(days=number % 3), today)
        means = (Means.CARD, Means.DIRECT_DEBIT, Means.CASH)[number % 3]
        builders.save_postings(session, builders.a_payment_in(WEEKLY, on=day, account_id=account, means=means))
    return Neighbour(person, tenancy, account, _reference(session, tenancy), born, phone)


def _universal_credit(session: Connection, who: Neighbour, today: date) -> None:
    anchor = today - timedelta(days=40)
    builders.save_claim(session, who.tenancy, builders.a_uc_claim("£90", anchor=anchor, paid_up_to=today - timedelta(days=10)))
    payment = builders.a_payment_in("£60", on=today - timedelta(days=3), account_id=who.account, payer=Payer.UNIVERSAL_CREDIT)
    builders.save_postings(session, payment)


def _garage(session: Connection, who: Neighbour, today: date) -> None:
    line = builders.a_line("£12.50", kind=ChargeKind.GARAGE, eligible=False)
    garage = builders.save_account(session, who.tenancy, kind=AccountKind.GARAGE, lines=[line])
    builders.save_postings(session, builders.a_charge("£12.50", on=monday_of(today), account_id=garage))


def _reference(session: Connection, tenancy: TenancyId) -> str:
    return session.execute(select(tenancies.c.reference).where(tenancies.c.id == tenancy)).scalar_one()
