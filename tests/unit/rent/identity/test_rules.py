from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.identity import as_typed, is_fresh, usable_from, where_to_send
from rent.domain.tenancy import Channel, ContactId
from tests.builders import NOW, TODAY, a_contact_point

OLD, NEW, MAIL = ContactId(1), ContactId(2), ContactId(3)


def contact(number, **said):
    return a_contact_point(id=number, **{"is_preferred": False} | said)


@pytest.mark.parametrize(
    ("on_file", "chosen"),
    [
        pytest.param([], None, id="nothing on file"),
        pytest.param([contact(OLD), contact(NEW)], OLD, id="the oldest where none is preferred"),
        pytest.param([contact(OLD), contact(NEW, is_preferred=True)], NEW, id="the preferred one"),
        pytest.param([contact(OLD), contact(NEW, is_preferred=True, is_safe=False)], OLD, id="never an unsafe one, preferred or not"),
        pytest.param([contact(OLD, opted_out=True)], None, id="none that said STOP"),
        pytest.param([contact(OLD, usable_from=TODAY + timedelta(days=1))], None, id="none that is new"),
        pytest.param([contact(MAIL, channel=Channel.EMAIL, value="a@b.example")], None, id="no email, while nothing sends any"),
    ],
)
def test_a_code_goes_to(on_file, chosen):
    found = where_to_send(on_file, TODAY)

    assert (found and found.id) == chosen


@given(st.dates(min_value=date(2026, 1, 1), max_value=date(2036, 1, 1)), st.times())
def test_a_new_contact_waits_at_least_48_hours_at_whatever_hour_it_changed(day, hour):
    changed, first_moment = datetime.combine(day, hour), datetime.combine(usable_from(day), time.min)

    assert first_moment - changed >= timedelta(hours=48)


def test_a_reference_reads_the_same_however_it_is_typed():
    assert as_typed(" ek 100\t42 ") == as_typed("EK10042") == "EK10042"


@pytest.mark.parametrize(("ago", "fresh"), [(timedelta(minutes=10) - timedelta(seconds=1), True), (timedelta(minutes=10), False)])
def test_a_proof_is_fresh_for_ten_minutes(ago, fresh):
    assert is_fresh(NOW - ago, NOW) is fresh
