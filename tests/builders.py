"""Things tests need. Each builder asks only for what the test is about, and makes up the rest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, insert

from rent.domain.account import AccountId, AccountKind, ChargeKind, ChargeLine, Means, Payer, Posting, PostingId, PostingKind
from rent.domain.benefit import BenefitKind, Claim
from rent.domain.money import Money, pounds
from rent.domain.officer import Officer, OfficerId, Role
from rent.domain.payment import Payment, PaymentId, Status
from rent.domain.periods import ChargeCycle, Period
from rent.domain.tenancy import Channel, ContactId, ContactPoint, MemberRole, NumberStatus, PatchId, PersonId, Regime, Region, TenancyId
from rent.store import postings as ledger
from rent.store.tables.accounts import benefit_claims, charge_lines, rent_accounts
from rent.store.tables.homes import landlord, patches, properties, tenancies
from rent.store.tables.payments import payments
from rent.store.tables.people import contact_points, persons, tenancy_members

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
LONG_AGO = date(2020, 4, 6)
_number = count(1)


def signed(text: str) -> Money:
    """Return an amount such as ``-£5.00``, as a table in a test has it."""
    return -pounds(text.removeprefix("-")) if text.startswith("-") else pounds(text)


def a_posting(amount: str = "£10", *, on: date = TODAY, kind: PostingKind = PostingKind.ADJUSTMENT, **said: Any) -> Posting:
    """Return a posting. Its external id is new each time."""
    given = {"account_id": AccountId(1), "source": "test", "external_id": str(next(_number))} | said
    return Posting(kind=kind, amount=signed(amount), value_date=on, **given)


def a_charge(amount: str = "£120", *, on: date = TODAY, **said: Any) -> Posting:
    """Return a charge."""
    return a_posting(amount, on=on, kind=PostingKind.CHARGE, **({"payer": Payer.LANDLORD} | said))


def a_payment_in(amount: str = "£120", *, on: date = TODAY, **said: Any) -> Posting:
    """Return money received, given as what was paid: ``£20`` lowers the balance by twenty pounds."""
    return a_posting(f"-{amount}", on=on, kind=PostingKind.PAYMENT, **({"means": Means.CARD} | said))


def recorded(posting: Posting, posting_id: int = 1) -> Posting:
    """Return a posting as it is once it stands in the ledger."""
    return Posting(**{name: getattr(posting, name) for name in Posting.__slots__} | {"id": PostingId(posting_id)})


def a_line(
    amount: str = "£120",
    *,
    kind: ChargeKind = ChargeKind.RENT,
    eligible: bool = True,
    start: date = LONG_AGO,
    end: date | None = None,
) -> ChargeLine:
    """Return a charge line; ``end`` is the first day it no longer stands."""
    return ChargeLine(kind, pounds(amount), eligible, Period(start, end))


def a_uc_claim(amount: str = "£500", *, anchor: date, paid_up_to: date, ends_on: date | None = None) -> Claim:
    """Return a Universal Credit award."""
    return Claim(BenefitKind.UNIVERSAL_CREDIT, pounds(amount), anchor, paid_up_to, ends_on)


def an_hb_claim(amount: str = "£400", *, anchor: date, paid_up_to: date, ends_on: date | None = None) -> Claim:
    """Return a Housing Benefit award."""
    return Claim(BenefitKind.HOUSING_BENEFIT, pounds(amount), anchor, paid_up_to, ends_on)


def a_payment(status: Status = Status.CREATED, amount: str = "£20") -> Payment:
    """Return an attempt to pay."""
    return Payment(PaymentId(1), "pay_1", AccountId(1), pounds(amount), status, NOW)


def a_contact_point(**said: Any) -> ContactPoint:
    """Return a mobile number that may be used."""
    given: dict[str, Any] = {
        "id": ContactId(1),
        "person_id": PersonId(1),
        "channel": Channel.SMS,
        "value": "+447700900123",
        "status": NumberStatus.CONFIRMED,
        "is_safe": True,
        "is_preferred": True,
        "opted_out": False,
    }
    return ContactPoint(**given | said)


def an_officer(role: Role = Role.OFFICER, *, patches: Collection[int] = (1,)) -> Officer:
    """Return an officer with some patches."""
    return Officer(OfficerId(1), "Bev Price", role, frozenset(map(PatchId, patches)))


def save_landlord(session: Connection, *, name: str = "Afon Homes", region: Region = Region.WALES) -> None:
    """Keep the landlord."""
    _save(session, landlord, id=1, name=name, region=region, phone="0300 555 0100", is_demo=0)


def save_patch(session: Connection) -> PatchId:
    """Keep a patch."""
    number = next(_number)
    return PatchId(_save(session, patches, code=f"P{number}", name=f"Patch {number}"))


def save_tenancy(
    session: Connection,
    *,
    patch_id: PatchId | None = None,
    cycle: ChargeCycle = ChargeCycle.WEEKLY,
    rent_free: Collection[date] = (),
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
) -> TenancyId:
    """Keep a tenancy with a home of its own."""
    number = next(_number)
    home = _save(
        session,
        properties,
        reference=f"H{number}",
        address=f"{number} Station Road",
        postcode="LL57 1AA",
        patch_id=patch_id or save_patch(session),
        region=Region.WALES,
    )
    kept = _save(
        session,
        tenancies,
        reference=f"T{number}",
        public_id=f"ten{number}",
        property_id=home,
        regime=Regime.SECURE_WALES,
        charge_cycle=cycle,
        rent_free_weeks=[day.isoformat() for day in rent_free],
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return TenancyId(kept)


def save_tenant(
    session: Connection,
    tenancy_id: TenancyId,
    *,
    name: str = "Ceri Bowen",
    born: date = date(1980, 2, 29),
    language: str = "en",
    role: MemberRole = MemberRole.TENANT,
) -> PersonId:
    """Keep a person and make them a tenant."""
    values = {"reference": f"N{next(_number)}", "full_name": name, "search_name": name.lower(), "date_of_birth": born, "language": language}
    person = PersonId(_save(session, persons, **values))
    session.execute(insert(tenancy_members).values(tenancy_id=tenancy_id, person_id=person, role=role, starts_on=LONG_AGO))
    return person


def save_contact_point(session: Connection, person_id: PersonId, value: str = "+447700900123", **said: Any) -> ContactId:
    """Keep a way to reach a person: a mobile number that was confirmed, unless it is said otherwise."""
    given: dict[str, Any] = {"channel": Channel.SMS, "status": NumberStatus.CONFIRMED, "since": NOW - timedelta(days=365)}
    return ContactId(_save(session, contact_points, person_id=person_id, value=value, **given | said))


def save_account(
    session: Connection,
    tenancy_id: TenancyId | None = None,
    *,
    kind: AccountKind = AccountKind.CURRENT_RENT,
    lines: Collection[ChargeLine] = (),
    opened_on: date = LONG_AGO,
    closed_on: date | None = None,
) -> AccountId:
    """Keep an account with its charge lines, on a tenancy of its own unless one is given."""
    account = AccountId(
        _save(
            session,
            rent_accounts,
            reference=f"A{next(_number)}",
            tenancy_id=tenancy_id or save_tenancy(session),
            kind=kind,
            opened_on=opened_on,
            closed_on=closed_on,
        )
    )
    for line in lines:
        last_day = None if line.period.end is None else line.period.end - timedelta(days=1)
        _save(
            session,
            charge_lines,
            account_id=account,
            kind=line.kind,
            amount_pence=line.amount.pence,
            eligible_for_benefit=line.eligible_for_benefit,
            starts_on=line.period.start,
            ends_on=last_day,
        )
    return account


def save_claim(session: Connection, tenancy_id: TenancyId, claim: Claim) -> None:
    """Keep a benefit award."""
    _save(
        session,
        benefit_claims,
        tenancy_id=tenancy_id,
        kind=claim.kind,
        amount_pence=claim.amount.pence,
        anchor=claim.anchor,
        paid_up_to=claim.paid_up_to,
        ends_on=claim.ends_on,
    )


def save_postings(session: Connection, *made: Posting) -> tuple[PostingId | None, ...]:
    """Put postings on the ledger through the house's own door."""
    return tuple(ledger.add(session, posting, recorded_at=NOW) for posting in made)


def save_payment(session: Connection, account_id: AccountId, amount: str = "£20", status: Status = Status.CREATED) -> PaymentId:
    """Keep an attempt to pay."""
    values = {"account_id": account_id, "amount_pence": pounds(amount).pence, "status": status, "created_at": NOW, "changed_at": NOW}
    return PaymentId(_save(session, payments, public_id=f"pay{next(_number)}", **values))


def _save(session: Connection, table: Table, **values: Any) -> int:
    return int(session.execute(insert(table).values(**values).returning(table.c.id)).scalar_one())
