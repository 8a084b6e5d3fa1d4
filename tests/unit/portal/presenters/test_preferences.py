"""What a tenant sees of how we reach them."""

from datetime import date, timedelta

import pytest

from portal.presenters.preferences import masked, preferences
from rent.domain.tenancy import Channel, NumberStatus
from rent.usecases.people.see_own_preferences import Preferences
from tests.builders import TODAY, a_contact_point


@pytest.mark.parametrize(
    ("channel", "value", "shown"),
    [
        (Channel.SMS, "+447700900123", "Phone ending in 123"),
        (Channel.EMAIL, "ceri@example.org", "Email c…@example.org"),
        (Channel.LETTER, "1 Station Road", "Letter"),
    ],
)
def test_a_contact_is_known_to_its_owner_and_learnt_by_nobody(channel, value, shown):
    assert masked(a_contact_point(channel=channel, value=value), "en") == shown


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "We send texts to this number."),
        ({"opted_out": True}, "We send no texts to this number. You cannot get a code to sign in with it."),
        ({"usable_from": TODAY + timedelta(days=2)}, "New. We use it from 25 November 2026."),
        ({"is_safe": False}, "Marked as not safe. We send nothing to it."),
    ],
)
def test_a_number_says_what_may_be_sent_to_it(told, said):
    view = preferences(Preferences("en", neutral_wording_only=False, contacts=(a_contact_point(**told),)), TODAY, "en")

    assert [number.state for number in view.numbers] == [said]


def test_somebody_elses_number_is_not_shown():
    strangers = a_contact_point(status=NumberStatus.WRONG_PERSON)

    view = preferences(Preferences("en", neutral_wording_only=False, contacts=(strangers,)), date(2026, 11, 23), "en")

    assert view.numbers == []
    assert view.contacts == []


def test_the_language_kept_is_the_one_chosen():
    view = preferences(Preferences("cy", neutral_wording_only=True, contacts=()), TODAY, "en")

    assert [option.words for option in view.languages if option.is_chosen] == ["Cymraeg"]
    assert view.is_neutral
