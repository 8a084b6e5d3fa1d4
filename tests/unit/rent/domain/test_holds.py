from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.hold import STATUTORY, Hold, HoldKind
from rent.domain.message import MessageClass
from tests.builders import TODAY

COLLECTION, ONGOING, NEUTRAL = MessageClass.COLLECTION, MessageClass.ONGOING_RENT, MessageClass.NEUTRAL
REPLY, SECURITY, SAFETY = MessageClass.REPLY, MessageClass.SECURITY, MessageClass.SAFETY


def a_hold(kind=HoldKind.BREATHING_SPACE, starts_on=TODAY, ends_on=None):
    return Hold(1, kind, starts_on, ends_on)


@pytest.mark.parametrize(
    ("kind", "stopped"),
    [
        pytest.param(HoldKind.BREATHING_SPACE, {COLLECTION}, id="breathing space: rent to come may be spoken of (BS-6)"),
        pytest.param(HoldKind.MENTAL_HEALTH_CRISIS, {COLLECTION}, id="mental health crisis moratorium"),
        pytest.param(HoldKind.DISPUTE, {COLLECTION}, id="dispute"),
        pytest.param(HoldKind.OFFICER_PAUSE, {COLLECTION}, id="an officer's pause"),
        pytest.param(HoldKind.CRISIS, {COLLECTION, ONGOING, NEUTRAL}, id="crisis: no word of money, but an answer (J10)"),
        pytest.param(HoldKind.DECEASED, set(MessageClass), id="deceased: silence (J13)"),
    ],
)
def test_what_a_hold_stops(kind, stopped):
    assert {one for one in MessageClass if a_hold(kind).stops(one)} == stopped


@pytest.mark.parametrize("kind", HoldKind)
def test_no_hold_lets_a_collection_message_through(kind):
    assert a_hold(kind).stops(COLLECTION)


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), True),
        (date(2027, 1, 21), True),
        (date(2027, 1, 22), False),
    ],
)
def test_a_hold_covers_its_first_day_to_its_last(day, covered):
    assert a_hold(starts_on=date(2026, 11, 23), ends_on=date(2027, 1, 21)).covers(day) is covered


@given(st.integers(0, 10_000))
def test_an_open_hold_does_not_run_out(days):
    assert a_hold(HoldKind.MENTAL_HEALTH_CRISIS).covers(TODAY + timedelta(days=days))


def test_the_two_moratoria_are_statutory():
    assert {HoldKind.BREATHING_SPACE, HoldKind.MENTAL_HEALTH_CRISIS} == STATUTORY
