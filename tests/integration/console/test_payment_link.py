"""An officer texts a tenant a link to pay by."""

import pytest
from sqlalchemy import select

from messaging.delivery.claim import claim
from messaging.delivery.deliver import URGENT
from rent.domain.hold import Hold, HoldKind
from rent.domain.money import pounds
from rent.domain.officer import Role
from rent.store import holds, tenants
from rent.store.access import NoSuchRecord, ReasonNeeded
from rent.store.tables.messages import outbox
from rent.store.tables.people import contact_points
from rent.usecases.cases.send_payment_link import MayNotBeAsked, NobodyToText, NotThatAmount, SentBefore, Wanted, send_payment_link
from tests import builders
from tests.builders import NOW, TODAY


def sent(session, officer, wanted, *, command_id="one", reason=""):
    send_payment_link(
        session,
        command_id=command_id,
        officer=officer,
        wanted=wanted,
        reason=reason,
        portal_origin="https://rent.example",
        now=NOW,
        today=TODAY,
    )


def fifteen_pounds(home, **said):
    return Wanted(**{"tenancy": home.public_id, "person_id": home.person, "account_id": home.account, "amount": pounds("15")} | said)


def test_the_text_names_nobody_and_the_thread_keeps_no_link(session, home, officer_of):
    sent(session, officer_of(Role.OFFICER, home.patch), fifteen_pounds(home))

    message = session.execute(select(outbox)).mappings().one()
    assert message["body"].startswith("Afon Homes: you can pay £15 at https://rent.example/p/")
    assert message["shown_as"] == "Afon Homes: you can pay £15 at ••• The link works for 1 hour."
    assert message["to_address"] == "+447700900123"
    assert message["segments"] == 1


def test_the_same_command_twice_is_refused_so_that_nothing_is_kept_of_it(session, home, officer_of):
    officer = officer_of(Role.OFFICER, home.patch)
    sent(session, officer, fifteen_pounds(home))

    with pytest.raises(SentBefore):
        sent(session, officer, fifteen_pounds(home))


@pytest.mark.parametrize("amount", ["0.29", "10000.01"])
def test_a_card_cannot_pay(session, home, officer_of, amount):
    with pytest.raises(NotThatAmount):
        sent(session, officer_of(Role.OFFICER, home.patch), fifteen_pounds(home, amount=pounds(amount)))


@pytest.mark.parametrize("mark", [{"is_safe": False}, {"opted_out": True}])
def test_a_number_that_may_not_be_texted_is_not(session, home, officer_of, mark):
    session.execute(contact_points.update().values(**mark))

    with pytest.raises(NobodyToText):
        sent(session, officer_of(Role.OFFICER, home.patch), fifteen_pounds(home))


@pytest.mark.parametrize("kind", list(HoldKind))
def test_nobody_is_asked_for_money_while_collection_is_on_hold(session, home, officer_of, kind):
    holds.place(session, Hold(home.tenancy, kind, TODAY), reason="told us", placed_by="officer:1", now=NOW)

    with pytest.raises(MayNotBeAsked):
        sent(session, officer_of(Role.OFFICER, home.patch), fifteen_pounds(home))


def test_somebody_whose_texts_are_kept_neutral_is_not_texted_an_amount(session, home, officer_of):
    tenants.keep_wording_neutral(session, home.person)

    with pytest.raises(MayNotBeAsked):
        sent(session, officer_of(Role.OFFICER, home.patch), fifteen_pounds(home))


def test_a_hold_placed_before_the_link_has_left_stops_it(session, home, officer_of):
    sent(session, officer_of(Role.OFFICER, home.patch), fifteen_pounds(home))
    holds.place(session, Hold(home.tenancy, HoldKind.BREATHING_SPACE, TODAY), reason="told us", placed_by="officer:1", now=NOW)

    claimed, _ = claim(session, URGENT, limit=10, now=NOW, today=TODAY)

    assert claimed == ()
    assert session.execute(select(outbox.c.why_not)).scalar_one() == "ON_HOLD_BREATHING_SPACE"


def test_the_account_of_another_tenancy_is_not_found(session, home, officer_of):
    elsewhere = builders.save_account(session)

    with pytest.raises(NoSuchRecord):
        sent(session, officer_of(Role.OFFICER, home.patch), fifteen_pounds(home, account_id=elsewhere))


def test_off_the_patch_it_takes_a_reason(session, home, officer_of):
    officer = officer_of(Role.OFFICER)

    with pytest.raises(ReasonNeeded):
        sent(session, officer, fifteen_pounds(home))
    sent(session, officer, fifteen_pounds(home), reason="They rang me")

    assert session.execute(select(outbox.c.id)).all()


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_who_does_no_casework_sends_nothing(session, home, officer_of, role):
    with pytest.raises(NoSuchRecord):
        sent(session, officer_of(role, home.patch), fifteen_pounds(home), reason="Please")
