"""The demo landlord behaves like one: its figures are the public ones, and the same seed makes the same landlord."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, timedelta

import pyotp
import pytest
from sqlalchemy import Connection, distinct, func, select

from rent.domain.account import AccountKind, ChargeKind
from rent.domain.benefit import BenefitKind
from rent.domain.officer import Role
from rent.domain.periods import ChargeCycle
from rent.domain.tenancy import Region
from rent.store import bulk, landlords, officers, postings
from rent.store.book import COLUMNS
from rent.store.tables.accounts import benefit_claims, charge_lines, rent_accounts
from rent.store.tables.accounts import postings as ledger
from rent.store.tables.homes import patches, properties, tenancies
from rent.store.tables.people import contact_points, persons, tenancy_members
from rent.usecases.accounts.post_charges import post_charges
from rent.usecases.demo.load_demo import UnableToLoadDemo, load_demo
from rent.usecases.demo.sign_ins import NotADemo, demo_sign_ins
from rent.usecases.officers.check_password import check_password
from tests.integration.demo.conftest import HOMES, NOW, TODAY

CURRENT = (rent_accounts.c.kind == AccountKind.CURRENT_RENT, tenancies.c.ends_on.is_(None))


def yearly_rent(demo: Connection) -> int:
    """Return a year's charges of every current tenancy, in pence."""
    accounts = rent_accounts.join(tenancies, tenancies.c.id == rent_accounts.c.tenancy_id).join(charge_lines)
    found = (
        select(charge_lines.c.amount_pence, tenancies.c.charge_cycle, tenancies.c.rent_free_weeks)
        .select_from(accounts)
        .where(*CURRENT, charge_lines.c.ends_on.is_(None))
    )
    return sum(pence * (12 if cycle is ChargeCycle.MONTHLY else 48 if free else 52) for pence, cycle, free in demo.execute(found))


def test_arrears_are_what_public_figures_say(demo: Connection) -> None:
    found = select(func.sum(rent_accounts.c.balance_pence)).join(tenancies).where(*CURRENT, rent_accounts.c.balance_pence > 0)
    owed = int(demo.execute(found).scalar_one())

    assert 0.020 <= owed / yearly_rent(demo) <= 0.035


def test_social_rent_is_about_a_hundred_and_twenty_pounds_a_week(demo: Connection) -> None:
    found = (
        select(func.avg(charge_lines.c.amount_pence))
        .join(rent_accounts, rent_accounts.c.id == charge_lines.c.account_id)
        .join(tenancies, tenancies.c.id == rent_accounts.c.tenancy_id)
        .where(*CURRENT, charge_lines.c.kind == ChargeKind.RENT, charge_lines.c.ends_on.is_(None))
        .where(tenancies.c.charge_cycle == ChargeCycle.WEEKLY)
    )

    assert 11_000 <= demo.execute(found).scalar_one() <= 13_000


def test_about_half_of_the_tenancies_are_on_universal_credit(demo: Connection) -> None:
    claims = demo.execute(select(func.count()).select_from(benefit_claims).where(benefit_claims.c.kind == BenefitKind.UNIVERSAL_CREDIT))

    assert 0.45 <= claims.scalar_one() / HOMES <= 0.55


def test_every_stored_balance_is_the_sum_of_its_postings(demo: Connection) -> None:
    assert postings.differences(demo) == {}


def test_the_ledger_reaches_back_eighteen_months_and_never_past_today(demo: Connection) -> None:
    first, last = demo.execute(select(func.min(ledger.c.value_date), func.max(ledger.c.value_date))).one()

    assert TODAY - timedelta(days=18 * 31) <= first <= TODAY - timedelta(days=18 * 30)
    assert last <= TODAY


def test_the_night_finds_this_weeks_rent_already_charged(demo: Connection) -> None:
    assert post_charges(demo, day=date(2026, 11, 16), now=NOW) == 0


def test_a_bounced_direct_debit_stands_beside_the_payment_it_undoes(demo: Connection) -> None:
    undone = ledger.alias()
    pairs = demo.execute(select(ledger, undone.c.amount_pence.label("paid")).join(undone, undone.c.id == ledger.c.reverses_id)).all()

    assert pairs
    assert {row.amount_pence + row.paid for row in pairs} == {0}


def test_sixteen_languages_are_spoken_and_every_kind_of_account_is_there(demo: Connection) -> None:
    spoken = select(func.count(distinct(persons.c.language)))
    kinds = set(demo.execute(select(rent_accounts.c.kind).distinct()).scalars())

    assert demo.execute(spoken).scalar_one() == 16
    assert kinds >= {AccountKind.CURRENT_RENT, AccountKind.GARAGE, AccountKind.RECHARGE, AccountKind.COURT_COSTS, AccountKind.FORMER_TENANT}


def test_only_numbers_no_network_gives_out_are_on_file(demo: Connection) -> None:
    values = demo.execute(select(contact_points.c.value)).scalars().all()

    assert all(value.startswith("+447700900") or value.endswith("@example.org") for value in values)


def test_the_same_seed_makes_the_same_landlord_and_another_seed_another(demo_digest: Callable[[int], str]) -> None:
    first = demo_digest(3)

    assert demo_digest(3) == first
    assert demo_digest(4) != first


@pytest.fixture
def demo_digest(session: Connection) -> Callable[[int], str]:
    """Return what loads a small demo, takes the digest of its ordered rows, and undoes it."""

    def digest(seed: int) -> str:
        with session.begin_nested() as attempt:
            load_demo(session, homes=60, seed=seed, now=NOW, today=TODAY)
            said = hashlib.sha256()
            for table, columns in COLUMNS.items():
                # Numbers count on after an undone load on PostgreSQL, so rows are known by what they say.
                wanted = [table.c[name] for name in columns if table.c[name].name not in {"id", "reverses_id"}]
                for row in session.execute(select(*wanted).order_by(*table.primary_key.columns)):
                    said.update(repr(tuple(row)).encode())
            attempt.rollback()
        return said.hexdigest()

    return digest


def test_everybody_on_the_sign_in_list_is_as_it_says(demo: Connection) -> None:
    known = demo_sign_ins(demo)

    for tenant in known.tenants:
        found = (
            select(persons.c.full_name, persons.c.date_of_birth, properties.c.postcode, contact_points.c.value)
            .select_from(rent_accounts)
            .join(tenancies, tenancies.c.id == rent_accounts.c.tenancy_id)
            .join(properties, properties.c.id == tenancies.c.property_id)
            .join(tenancy_members, tenancy_members.c.tenancy_id == rent_accounts.c.tenancy_id)
            .join(persons, persons.c.id == tenancy_members.c.person_id)
            .outerjoin(contact_points, (contact_points.c.person_id == persons.c.id) & (contact_points.c.channel == "SMS"))
            .where(rent_accounts.c.reference == tenant.reference, persons.c.full_name == tenant.name)
        )
        assert demo.execute(found).one() == (tenant.name, tenant.date_of_birth, tenant.postcode, tenant.phone)
        shared = select(func.count()).select_from(contact_points).where(contact_points.c.value == tenant.phone)
        assert demo.execute(shared).scalar_one() == (1 if tenant.phone else 0)


def test_each_officer_on_the_list_signs_in_with_the_password_and_code_it_gives(demo: Connection) -> None:
    known = demo_sign_ins(demo)

    assert {officer.role for officer in known.officers} == set(Role)
    for officer in known.officers:
        credentials = officers.credentials_of(demo, officer.email)
        assert credentials is not None
        assert check_password(credentials, officer.password).is_right
        assert pyotp.TOTP(credentials.totp_secret).now() == pyotp.TOTP(officer.totp_secret).now()
        assert officer.password not in credentials.password_hash


def test_the_officer_has_one_patch_of_two_and_the_homes_are_shared_between_them(demo: Connection) -> None:
    (officer,) = (each for each in demo_sign_ins(demo).officers if each.role is Role.OFFICER)
    found = officers.id_of(demo, officer.email)
    assert found is not None
    known = officers.get(demo, found)
    homes = demo.execute(select(properties.c.patch_id, func.count()).group_by(properties.c.patch_id)).all()

    assert known is not None
    assert len(known.patches) == 1
    assert demo.execute(select(func.count()).select_from(patches)).scalar_one() == 2
    assert {count for _, count in homes} == {HOMES // 2}


def test_no_demo_is_loaded_over_a_landlord(session: Connection) -> None:
    landlords.record(session, name="A real landlord", region=Region.WALES, phone="01632 960100", is_demo=False)

    with pytest.raises(UnableToLoadDemo, match="holds a landlord already"):
        load_demo(session, homes=HOMES, seed=7, now=NOW, today=TODAY)
    with pytest.raises(NotADemo):
        demo_sign_ins(session)
    assert bulk.next_id(session, tenancies) == 1


def test_rows_made_after_the_demo_are_numbered_after_its_own(demo: Connection) -> None:
    before = bulk.next_id(demo, patches)

    bulk.append(demo, patches, ("code", "name"), [("NEW", "New")])

    assert demo.execute(select(patches.c.id).where(patches.c.code == "NEW")).scalar_one() == before
