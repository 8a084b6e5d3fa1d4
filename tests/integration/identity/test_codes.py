from datetime import date, timedelta
from threading import Thread

import pytest
from sqlalchemy import select, update

from rent.domain.message import MessageClass
from rent.domain.tenancy import MemberRole, NumberStatus
from rent.store.tables.identity import one_time_codes, tries
from rent.store.tables.people import persons, tenancy_members
from tests.builders import save_tenancy, save_tenant
from tests.integration.identity.people import ADDRESS, HASHES, NOW, TODAY, a_tenant, another, asks, code_on, minutes, texts_to, tries_code

RENT_WORDS = ("rent", "arrears", "owe", "debt", "tenan", "£", "landlord", "eviction")


def test_a_code_to_the_phone_on_file_opens_the_record_once(session):
    tenant = a_tenant(session)
    browser = asks(session, tenant)
    code = code_on(session, tenant)

    first, second = tries_code(session, browser, code), tries_code(session, browser, code)

    assert first is not None
    assert second is None


def test_the_reference_may_be_typed_small_and_with_spaces(session):
    tenant = a_tenant(session)

    asks(session, tenant, reference=f" {tenant.reference.lower()[:1]} {tenant.reference[1:]} ")

    assert len(texts_to(session, tenant.phone)) == 1


def test_a_code_works_for_ten_minutes(session):
    tenant = a_tenant(session)
    browser = asks(session, tenant)
    code = code_on(session, tenant)

    too_late = tries_code(session, browser, code, at=NOW + minutes(10))
    in_time = tries_code(session, browser, code, at=NOW + minutes(10) - timedelta(seconds=1))

    assert too_late is None
    assert in_time is not None


def test_the_right_code_is_refused_in_another_browser(session):
    tenant, stranger = a_tenant(session), a_tenant(session)
    asks(session, tenant)
    code = code_on(session, tenant)

    assert tries_code(session, asks(session, stranger), code) is None
    assert tries_code(session, "a cookie nobody gave out", code) is None


def test_the_right_code_is_refused_after_five_wrong_ones(session):
    tenant = a_tenant(session)
    browser = asks(session, tenant)
    code = code_on(session, tenant)

    for _ in range(5):
        assert tries_code(session, browser, another(code)) is None

    assert tries_code(session, browser, code) is None


def test_four_wrong_codes_leave_one_try(session):
    tenant = a_tenant(session)
    browser = asks(session, tenant)
    code = code_on(session, tenant)

    for _ in range(4):
        tries_code(session, browser, another(code))

    assert tries_code(session, browser, code) is not None


def test_the_text_tells_nobody_what_it_is_about(session):
    tenant = a_tenant(session)
    asks(session, tenant)

    (text,) = texts_to(session, tenant.phone)

    assert not [word for word in RENT_WORDS if word in text.body.lower()]
    assert text.message_class is MessageClass.SECURITY
    assert code_on(session, tenant) not in text.shown_as
    assert text.expires_at == NOW + minutes(10)
    assert text.segments == 1


@pytest.mark.parametrize(
    "contact",
    [
        pytest.param({"is_safe": False}, id="another may read it"),
        pytest.param({"opted_out": True}, id="they said STOP"),
        pytest.param({"status": NumberStatus.WRONG_PERSON}, id="it is somebody else's"),
        pytest.param({"status": NumberStatus.UNREACHABLE}, id="it is dead"),
        pytest.param({"usable_from": TODAY + timedelta(days=1)}, id="it was changed less than 48 hours ago"),
    ],
)
def test_no_code_goes_to_a_phone_that(session, contact):
    tenant = a_tenant(session, contact=contact)

    browser = asks(session, tenant)

    assert browser
    assert texts_to(session, tenant.phone) == []


def test_a_phone_changed_more_than_48_hours_ago_receives_codes(session):
    tenant = a_tenant(session, contact={"usable_from": TODAY})

    asks(session, tenant)

    assert len(texts_to(session, tenant.phone)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"reference": "T000"}, id="the reference is unknown"),
        pytest.param({"born_on": date(1980, 3, 1)}, id="the birthday is another"),
    ],
)
def test_no_code_goes_out_when(session, wrong):
    tenant = a_tenant(session)

    asks(session, tenant, **wrong)

    assert texts_to(session, tenant.phone) == []


def test_an_occupant_gets_no_code(session):
    occupant = a_tenant(session, role=MemberRole.OCCUPANT)

    asks(session, occupant)

    assert texts_to(session, occupant.phone) == []


def test_somebody_who_moved_out_or_died_gets_no_code(session):
    moved, died = a_tenant(session), a_tenant(session)
    session.execute(update(tenancy_members).where(tenancy_members.c.person_id == moved.person_id).values(ends_on=TODAY - timedelta(days=1)))
    session.execute(update(persons).where(persons.c.id == died.person_id).values(deceased_on=TODAY))

    for person in (moved, died):
        asks(session, person)

    assert texts_to(session, moved.phone) + texts_to(session, died.phone) == []


def test_a_code_is_refused_once_they_are_no_tenant_any_more(session):
    tenant = a_tenant(session)
    browser = asks(session, tenant)
    session.execute(
        update(tenancy_members).where(tenancy_members.c.person_id == tenant.person_id).values(ends_on=TODAY - timedelta(days=1))
    )

    assert tries_code(session, browser, code_on(session, tenant)) is None


def test_joint_tenants_each_get_codes_on_their_own_phone_only(session):
    anna = a_tenant(session)
    ben = a_tenant(session, tenancy_id=anna.tenancy_id, born=date(1984, 6, 1))

    asks(session, ben)

    assert len(texts_to(session, ben.phone)) == 1
    assert texts_to(session, anna.phone) == []


def test_joint_tenants_with_one_birthday_cannot_be_told_apart_and_get_none(session):
    tenant = a_tenant(session)
    save_tenant(session, tenant.tenancy_id, born=tenant.born)

    asks(session, tenant)

    assert texts_to(session, tenant.phone) == []


def test_the_text_is_in_the_language_they_chose(session):
    tenant = a_tenant(session, language="cy")

    asks(session, tenant)

    assert texts_to(session, tenant.phone)[0].language == "cy"


def test_the_sixth_code_within_an_hour_is_not_sent_and_the_next_hour_is_new(session):
    tenant = a_tenant(session)
    for minute in range(6):
        asks(session, tenant, at=NOW + minutes(minute))
    within_the_hour = len(texts_to(session, tenant.phone))

    asks(session, tenant, at=NOW + minutes(61))

    assert within_the_hour == 5
    assert len(texts_to(session, tenant.phone)) == 6


def test_the_eleventh_code_within_a_day_is_not_sent(session):
    tenant = a_tenant(session)

    for hour in range(12):
        asks(session, tenant, at=NOW + timedelta(hours=hour))

    assert len(texts_to(session, tenant.phone)) == 10


def test_ten_failures_lock_a_reference_for_fifteen_minutes(session):
    tenant = a_tenant(session)
    browser = asks(session, tenant)
    code = code_on(session, tenant)
    for _ in range(10):
        asks(session, tenant, born_on=date(1999, 1, 1))

    asks(session, tenant, at=NOW + minutes(1))
    while_locked = len(texts_to(session, tenant.phone)), tries_code(session, browser, code, at=NOW + minutes(1))
    asks(session, tenant, at=NOW + minutes(15))

    assert while_locked == (1, None)
    assert len(texts_to(session, tenant.phone)) == 2


def test_trying_while_locked_does_not_keep_the_lock_on(session):
    tenant = a_tenant(session)
    for _ in range(10):
        asks(session, tenant, born_on=date(1999, 1, 1))
    for minute in range(1, 15):
        asks(session, tenant, at=NOW + minutes(minute), born_on=date(1999, 1, 1))

    asks(session, tenant, at=NOW + minutes(16))

    assert len(texts_to(session, tenant.phone)) == 1


def test_the_twenty_first_try_within_a_minute_from_one_address_finds_nobody(session):
    tenant = a_tenant(session)
    for number in range(20):
        asks(session, tenant, reference=f"NOBODY{number}")

    asks(session, tenant)
    from_here = len(texts_to(session, tenant.phone))
    asks(session, tenant, address="203.0.113.8")

    assert from_here == 0
    assert len(texts_to(session, tenant.phone)) == 1


def test_a_right_code_is_refused_from_an_address_that_tried_too_often(session):
    tenant = a_tenant(session)
    browser = asks(session, tenant)
    for number in range(20):
        asks(session, tenant, reference=f"NOBODY{number}")

    assert tries_code(session, browser, code_on(session, tenant)) is None
    assert tries_code(session, browser, code_on(session, tenant), address="203.0.113.8") is not None


def test_what_is_kept_to_count_and_compare_names_nobody_and_no_code(session):
    tenant = a_tenant(session)
    browser = asks(session, tenant)
    tries_code(session, browser, another(code_on(session, tenant)))

    counted = session.execute(select(tries.c.whose)).scalars().all()
    kept = session.execute(select(one_time_codes.c.code_hash, one_time_codes.c.request_id)).all()

    assert HASHES.of("account", tenant.reference) in counted
    assert all(len(whose) == 64 for whose in counted)
    assert not [words for words in (*counted, *kept[0]) if browser in words or tenant.reference in words or ADDRESS in words]


def test_two_who_use_one_code_at_once_are_one_session(engine):
    with engine.connect().execution_options(writes=True) as session, session.begin():
        tenant = a_tenant(session)
        browser = asks(session, tenant)
        code = code_on(session, tenant)
    welcomes = []

    def use() -> None:
        with engine.connect().execution_options(writes=True) as session, session.begin():
            welcomes.append(tries_code(session, browser, code))

    threads = [Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len([welcome for welcome in welcomes if welcome]) == 1


def test_a_person_with_two_homes_is_told_there_is_a_choice(session):
    tenant = a_tenant(session)
    session.execute(
        tenancy_members.insert().values(
            tenancy_id=save_tenancy(session), person_id=tenant.person_id, role=MemberRole.TENANT, starts_on=TODAY
        )
    )

    welcome = tries_code(session, asks(session, tenant), code_on(session, tenant))

    assert welcome is not None
    assert welcome.has_other_homes
