"""What officers read: figures with their signs in words, contacts with what to do, texts with their length."""

from datetime import date

import pytest

from officer_console.forms import TooLong, is_command, number_of, public_id_of, typed
from officer_console.presenters import names
from officer_console.presenters.people import people
from officer_console.presenters.segments import length
from officer_console.presenters.tenancy import balance
from officer_console.presenters.timeline import _TITLES
from rent.domain.message import Why
from rent.domain.money import pounds
from rent.domain.payment import Status
from rent.domain.reach import WhyNot, number_to_text, why_not
from rent.domain.tenancy import Channel, MemberRole, NumberStatus, PersonId, Regime
from rent.store.households import Member
from rent.store.timeline import Happened
from tests.builders import TODAY, a_contact_point, signed


@pytest.mark.parametrize(("amount", "words"), [("£5.00", "£5.00"), ("£0", "£0.00"), ("-£5.00", "£5.00 credit")])
def test_a_credit_is_said_in_a_word(amount, words):
    assert balance(signed(amount), "en") == words


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        pytest.param({}, None, id="a confirmed number may be texted"),
        pytest.param({"is_safe": False, "opted_out": True}, WhyNot.NOT_SAFE, id="safety is said before anything else"),
        pytest.param({"status": NumberStatus.WRONG_PERSON}, WhyNot.WRONG_PERSON, id="somebody else's number"),
        pytest.param({"opted_out": True}, WhyNot.OPTED_OUT, id="an opt-out"),
        pytest.param({"status": NumberStatus.UNREACHABLE}, WhyNot.UNREACHABLE, id="a dead number"),
        pytest.param({"usable_from": date(2026, 11, 25)}, WhyNot.TOO_NEW, id="a number changed yesterday"),
    ],
)
def test_why_a_number_is_not_texted(mark, why):
    assert why_not(a_contact_point(**mark), TODAY) is why


def test_the_preferred_number_is_texted_unless_it_may_not_be():
    first, preferred = a_contact_point(value="+1", is_preferred=False), a_contact_point(value="+2")

    assert number_to_text([first, preferred], TODAY) == "+2"
    assert number_to_text([first, a_contact_point(value="+2", is_safe=False)], TODAY) == "+1"
    assert number_to_text([a_contact_point(channel=Channel.EMAIL)], TODAY) is None


def test_a_person_is_shown_with_what_is_safe():
    unsafe = a_contact_point(value="+447700900999", is_safe=False)
    member = Member(PersonId(7), "Ceri Bowen", MemberRole.TENANT, "cy", date(1980, 2, 29), True, None, None, (unsafe,), ())

    (shown,) = people(type("Case", (), {"household": (member,)}), TODAY, "en")

    assert (shown.language, shown.born, shown.may_be_texted) == ("Cymraeg", "29 February 1980", False)
    assert shown.contacts[0].standing == "Not safe to use. Somebody else may see it"
    assert shown.needs.startswith("Say nothing of rent in texts")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Hello", "5 characters, sent as 1 text"),
        ("x" * 161, "161 characters, sent as 2 texts"),
        ("Bore da ŵ", "9 characters, sent as 1 text. A letter or sign in it makes each text much shorter"),
        ("x" * 920, "Too long. Remove 2 characters"),
    ],
)
def test_the_length_of_a_text(body, words):
    assert length(body, 918, "en") == words


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        (names.REGIMES, Regime),
        (names.PAYMENTS, Status),
        (names.WHY_A_PERSON, Why),
        (names.REFUSED, WhyNot),
        (_TITLES, Happened),
    ],
)
def test_every_kind_has_a_name(table, kinds):
    assert set(kinds) - set(table) == set()


@pytest.mark.parametrize("said", [None, [], {}, True, -1, "-1", "1e3", "٣", "9" * 19, 1.5])
def test_what_is_no_number_is_nobodys(said):
    assert number_of(said) == 0


def test_a_number_is_read():
    assert (number_of("12"), number_of(12)) == (12, 12)


@pytest.mark.parametrize("said", [None, "", "a b", "x" * 25, "a\0", "../etc"])
def test_what_is_no_public_id_is_nothing(said):
    assert public_id_of(said) == ""


@pytest.mark.parametrize("form", [None, [], "words", {"words": 3}, {"other": "x"}])
def test_a_form_that_is_none_says_nothing(form):
    assert typed(form, "words", at_most=5) == ""


def test_what_is_typed_is_trimmed_and_kept_within_its_room():
    assert typed({"words": " a\0b "}, "words", at_most=5) == "ab"
    with pytest.raises(TooLong):
        typed({"words": "abcdef"}, "words", at_most=5)


def test_only_an_id_a_page_made_is_a_command():
    assert is_command("0" * 32)
    assert not is_command("' OR 1=1 --")


def test_amounts_are_whole_pence():
    assert balance(pounds("1,234.5"), "en") == "£1,234.50"
