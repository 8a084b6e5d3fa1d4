from datetime import timedelta

import pytest
from sqlalchemy import select

from rent.domain.tenancy import MemberRole
from rent.store import officers, sessions
from rent.store.access import NoSuchRecord
from rent.store.tables.identity import sessions as kept
from rent.store.tables.people import tenancy_members
from rent.usecases.officers.find_session import find_officer_session
from rent.usecases.officers.open_session import Proved, open_session
from rent.usecases.people.choose_home import choose_home
from rent.usecases.people.end_session import end_session
from rent.usecases.people.find_session import find_session
from rent.usecases.people.forget_spent import forget_spent
from rent.usecases.people.keep_session import keep_session
from tests.builders import save_tenancy
from tests.integration.identity.people import (
    NOW,
    TODAY,
    a_tenant,
    an_officer_at_work,
    asks,
    code_on,
    minutes,
    public_id_of,
    signed_in,
    tries_code,
)

SECOND = timedelta(seconds=1)


def is_found(session, row_key, at):
    return find_session(session, row_key=row_key, now=at, today=at.date()) is not None


def used_every_ten_minutes(session, row_key, until):
    at = NOW
    while at < until:
        keep_session(session, row_key=row_key, now=at)
        at += minutes(10)
    keep_session(session, row_key=row_key, now=until - SECOND)


@pytest.mark.parametrize(
    ("after", "alive"),
    [
        pytest.param(minutes(15) - SECOND, True, id="just under fifteen minutes"),
        pytest.param(minutes(15), False, id="fifteen minutes"),
    ],
)
def test_a_tenant_who_does_nothing_is_signed_out_after(session, after, alive):
    row_key = signed_in(session, a_tenant(session)).row_key

    assert is_found(session, row_key, NOW + after) is alive


@pytest.mark.parametrize(
    ("after", "alive"),
    [
        pytest.param(timedelta(hours=8) - SECOND, True, id="just under eight hours"),
        pytest.param(timedelta(hours=8), False, id="eight hours"),
    ],
)
def test_a_tenant_who_never_rests_is_signed_out_after(session, after, alive):
    row_key = signed_in(session, a_tenant(session)).row_key

    used_every_ten_minutes(session, row_key, NOW + after)

    assert is_found(session, row_key, NOW + after) is alive


@pytest.mark.parametrize(
    ("after", "busy", "alive"),
    [
        pytest.param(minutes(30) - SECOND, False, True, id="just under thirty minutes of nothing"),
        pytest.param(minutes(30), False, False, id="thirty minutes of nothing"),
        pytest.param(timedelta(hours=12) - SECOND, True, True, id="just under twelve hours of work"),
        pytest.param(timedelta(hours=12), True, False, id="twelve hours of work"),
    ],
)
def test_an_officer_is_signed_out_after(session, after, busy, alive):
    _, email, _ = an_officer_at_work(session)
    row_key = sessions.row_key_of(session, open_session(session, proof=Proved(email, mfa_proven=True), now=NOW))
    if busy:
        used_every_ten_minutes(session, row_key, NOW + after)

    found = find_officer_session(session, row_key=row_key, now=NOW + after)

    assert (found is not None) is alive


def test_a_session_is_noted_as_used_once_a_minute_at_most(session):
    tenant = a_tenant(session)
    row_key = signed_in(session, tenant).row_key

    found = [find_session(session, row_key=row_key, now=NOW + timedelta(seconds=after), today=TODAY) for after in (1, 59, 60)]

    assert [one.needs_touch for one in found] == [False, False, True]


def test_signing_out_works_at_once_and_using_it_again_revives_nothing(session):
    tenant = a_tenant(session)
    welcome = tries_code(session, asks(session, tenant), code_on(session, tenant))
    row_key = sessions.row_key_of(session, welcome.token)

    end_session(session, cookie_token=welcome.token, now=NOW)
    keep_session(session, row_key=row_key, now=NOW + SECOND)

    assert not is_found(session, row_key, NOW + SECOND)


def test_signing_out_twice_or_with_nothing_is_no_error(session):
    for token in ("", "a cookie nobody gave out"):
        end_session(session, cookie_token=token, now=NOW)

    assert session.execute(select(kept)).all() == []


def test_all_sessions_of_a_person_end_together_and_nobody_elses(session):
    tenant, other = a_tenant(session), a_tenant(session)
    at_home, at_work, others = signed_in(session, tenant), signed_in(session, tenant), signed_in(session, other)

    ended = sessions.end_all_of_person(session, tenant.person_id, NOW)

    assert ended == 2
    assert [is_found(session, one.row_key, NOW) for one in (at_home, at_work, others)] == [False, False, True]


def test_a_session_ends_with_the_tenancy(session):
    tenant = a_tenant(session)
    row_key = signed_in(session, tenant).row_key

    session.execute(
        tenancy_members.update().where(tenancy_members.c.person_id == tenant.person_id).values(ends_on=TODAY - timedelta(days=1))
    )

    assert not is_found(session, row_key, NOW)


def test_the_cookies_secret_is_nowhere_in_the_database(session):
    tenant = a_tenant(session)
    welcome = tries_code(session, asks(session, tenant), code_on(session, tenant))

    rows = session.execute(select(kept)).all()

    assert welcome.token not in str(rows)
    assert sessions.row_key_of(session, sessions.row_key_of(session, welcome.token)) is None


def test_an_officers_session_opens_no_tenants_door_nor_the_other_way_round(session):
    _, email, _ = an_officer_at_work(session)
    officers_key = sessions.row_key_of(session, open_session(session, proof=Proved(email, mfa_proven=True), now=NOW))
    tenants_key = signed_in(session, a_tenant(session)).row_key

    assert find_session(session, row_key=officers_key, now=NOW, today=TODAY) is None
    assert find_officer_session(session, row_key=tenants_key, now=NOW) is None


def test_an_officer_keeps_no_patch_that_was_taken_from_them(session):
    officer, email, _ = an_officer_at_work(session)
    row_key = sessions.row_key_of(session, open_session(session, proof=Proved(email, mfa_proven=True), now=NOW))

    officers.set_patches(session, officer.id, ())

    assert find_officer_session(session, row_key=row_key, now=NOW).officer.patches == frozenset()


def test_turning_to_another_home_ends_the_session_that_showed_the_first(session):
    tenant = a_tenant(session)
    second = save_tenancy(session)
    session.execute(tenancy_members.insert().values(tenancy_id=second, person_id=tenant.person_id, role=MemberRole.TENANT, starts_on=TODAY))
    before = signed_in(session, tenant)

    token = choose_home(session, signed_in=before, public_id=public_id_of(session, second), now=NOW + minutes(5), today=TODAY)

    after = find_session(session, row_key=sessions.row_key_of(session, token), now=NOW + minutes(5), today=TODAY)
    assert not is_found(session, before.row_key, NOW + minutes(5))
    assert (after.tenancy_id, after.proved_at) == (second, NOW)


def test_nobody_turns_to_a_home_of_somebody_else(session):
    tenant, other = signed_in(session, a_tenant(session)), a_tenant(session)

    with pytest.raises(NoSuchRecord):
        choose_home(session, signed_in=tenant, public_id=public_id_of(session, other.tenancy_id), now=NOW, today=TODAY)

    assert is_found(session, tenant.row_key, NOW)


def test_what_no_rule_can_ask_for_again_is_forgotten(session):
    row_key = signed_in(session, a_tenant(session)).row_key

    early, late = forget_spent(session, now=NOW + timedelta(days=1)), forget_spent(session, now=NOW + timedelta(days=3))

    assert early == 0
    assert late > 0
    assert not is_found(session, row_key, NOW)
