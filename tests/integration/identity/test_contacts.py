from datetime import date, timedelta

import pytest

from rent.domain.message import MessageClass
from rent.store import contacts, timeline
from rent.store.access import NoSuchRecord
from rent.store.tables.people import persons
from rent.usecases.people.add_contact import UnableToAddContact, WhyNot, add_contact
from rent.usecases.people.change_preferences import UnableToChangePreferences, change_preferences
from tests.builders import save_contact_point, save_landlord
from tests.integration.identity.people import NOW, TODAY, a_tenant, asks, minutes, signed_in, texts_to

NEW = "07700 900 777"


def test_a_new_number_is_told_to_the_old_one_and_receives_no_code_for_48_hours(session):
    save_landlord(session)
    tenant = a_tenant(session)
    who = signed_in(session, tenant)

    added = add_contact(session, signed_in=who, number=NEW, now=NOW, today=TODAY)
    contacts.prefer(session, tenant.person_id, added)
    asks(session, tenant, at=NOW + timedelta(hours=47))
    too_early = len(texts_to(session, "+447700900777"))
    asks(session, tenant, at=NOW + timedelta(days=3))

    code, warning, *_ = texts_to(session, tenant.phone)
    assert (code.template, warning.template) == ("sign_in_code", "contact_added")
    assert warning.message_class is MessageClass.SECURITY
    assert "0300 555 0100" in warning.body
    assert too_early == 0
    assert len(texts_to(session, "+447700900777")) == 1


def test_an_officer_sees_on_the_timeline_that_a_contact_changed(session):
    save_landlord(session)
    tenant = a_tenant(session)

    add_contact(session, signed_in=signed_in(session, tenant), number=NEW, now=NOW, today=TODAY)

    line = timeline.of_tenancy(session, tenant.tenancy_id, limit=1)[0]
    assert line.happened is timeline.Happened.CONTACT_CHANGED
    assert line.detail == {"channel": "SMS", "ends_with": "777", "usable_from": "2026-11-26"}


def test_the_other_tenant_does_not_see_it(session):
    save_landlord(session)
    tenant = a_tenant(session)
    other = a_tenant(session, tenancy_id=tenant.tenancy_id, born=date(1990, 1, 1))

    add_contact(session, signed_in=signed_in(session, tenant), number=NEW, now=NOW, today=TODAY)

    assert timeline.of_tenancy(session, tenant.tenancy_id, limit=9, seen_by=other.person_id) == ()


@pytest.mark.parametrize(
    ("number", "later", "why"),
    [
        pytest.param(NEW, minutes(10), WhyNot.NEEDS_A_NEW_CODE, id="the code they came in with is ten minutes old"),
        pytest.param("01248 555 0100", minutes(1), WhyNot.NOT_A_MOBILE, id="it is no mobile number"),
    ],
)
def test_a_contact_is_not_added_when(session, number, later, why):
    who = signed_in(session, a_tenant(session))

    with pytest.raises(UnableToAddContact) as refusal:
        add_contact(session, signed_in=who, number=number, now=NOW + later, today=TODAY)

    assert refusal.value.why is why


def test_one_code_is_good_for_one_new_number(session):
    save_landlord(session)
    who = signed_in(session, a_tenant(session))
    add_contact(session, signed_in=who, number=NEW, now=NOW, today=TODAY)

    with pytest.raises(UnableToAddContact) as refusal:
        add_contact(session, signed_in=who, number="07700 900 778", now=NOW, today=TODAY)

    assert refusal.value.why is WhyNot.NEEDS_A_NEW_CODE


def test_a_number_already_on_file_is_not_added_again(session):
    tenant = a_tenant(session)

    with pytest.raises(UnableToAddContact) as refusal:
        add_contact(session, signed_in=signed_in(session, tenant), number=tenant.phone, now=NOW, today=TODAY)

    assert refusal.value.why is WhyNot.ALREADY_ON_FILE


def test_an_unsafe_phone_is_not_told_about_the_new_number(session):
    save_landlord(session)
    tenant = a_tenant(session)
    save_contact_point(session, tenant.person_id, "+447700900888", is_safe=False)

    add_contact(session, signed_in=signed_in(session, tenant), number=NEW, now=NOW, today=TODAY)

    assert texts_to(session, "+447700900888") == []


def test_language_and_preferred_phone_are_kept(session):
    tenant = a_tenant(session, contact={"is_preferred": True})
    second = save_contact_point(session, tenant.person_id, "+447700900666")

    change_preferences(
        session, person_id=tenant.person_id, tenancy_id=tenant.tenancy_id, language="cy", preferred=second, now=NOW, today=TODAY
    )
    asks(session, tenant)

    assert [contact.is_preferred for contact in contacts.of_person(session, tenant.person_id)] == [False, True]
    assert session.execute(persons.select().where(persons.c.id == tenant.person_id)).one().language == "cy"
    assert len(texts_to(session, "+447700900666")) == 1


def test_preferences_are_refused_for_a_language_nobody_speaks_and_a_phone_of_somebody_else(session):
    tenant, other = a_tenant(session), a_tenant(session)
    (theirs,) = contacts.of_person(session, other.person_id)
    facts = {"person_id": tenant.person_id, "tenancy_id": tenant.tenancy_id, "now": NOW, "today": TODAY}

    with pytest.raises(UnableToChangePreferences):
        change_preferences(session, language="tlh", preferred=None, **facts)
    with pytest.raises(UnableToChangePreferences):
        change_preferences(session, language="en", preferred=theirs.id, **facts)
    with pytest.raises(NoSuchRecord):
        change_preferences(session, language="en", preferred=None, **facts | {"tenancy_id": other.tenancy_id})
