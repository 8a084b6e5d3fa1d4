"""What may leave, when, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from messaging.planner.hours import office_at
from messaging.planner.send_gate import Allowed, Deferred, Dropped, Leaving, NumberNow, may_leave
from rent.domain.hold import Hold, HoldKind
from rent.domain.message import Author, MessageClass
from rent.domain.money import pounds
from rent.domain.tenancy import Channel, NumberStatus, TenancyId
from rent.words import LONDON

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
NUMBER = NumberNow(NumberStatus.CONFIRMED, is_safe=True, opted_out=False, usable_from=None, has_died=False)
EVERY_CLASS = list(MessageClass)


def leaving(message_class=MessageClass.COLLECTION, **said):
    return Leaving(
        **{"channel": Channel.SMS, "message_class": message_class, "author": Author.SYSTEM, "number": NUMBER, "holds": ()} | said
    )


def verdict(message, at=MONDAY):
    return may_leave(message, local=at, quiet_days=CHRISTMAS)


def hold(kind, ends=None):
    return Hold(TenancyId(1), kind, date(2026, 11, 1), ends)


@pytest.mark.parametrize("message_class", EVERY_CLASS)
def test_on_a_monday_morning_with_nothing_against_it_anything_leaves(message_class):
    assert verdict(leaving(message_class)) == Allowed()


@pytest.mark.parametrize(
    ("what", "message", "why"),
    [
        ("an opted out number", leaving(number=replace(NUMBER, opted_out=True)), "OPTED_OUT"),
        ("a wrong number", leaving(number=replace(NUMBER, status=NumberStatus.WRONG_PERSON)), "WRONG_NUMBER"),
        ("a dead line", leaving(number=replace(NUMBER, status=NumberStatus.UNREACHABLE)), "UNREACHABLE"),
        ("an unsafe number", leaving(number=replace(NUMBER, is_safe=False)), "NOT_SAFE_TO_CONTACT"),
        ("somebody who died", leaving(number=replace(NUMBER, has_died=True)), "DECEASED"),
        ("a number nobody has on file", leaving(number=None), "NUMBER_NOT_ON_FILE"),
        ("a number changed yesterday", leaving(number=replace(NUMBER, usable_from=date(2026, 11, 25))), "NUMBER_TOO_NEW"),
        ("breathing space", leaving(holds=(hold(HoldKind.BREATHING_SPACE),)), "ON_HOLD_BREATHING_SPACE"),
        ("a dispute", leaving(holds=(hold(HoldKind.DISPUTE),)), "ON_HOLD_DISPUTE"),
        ("a crisis", leaving(holds=(hold(HoldKind.CRISIS),)), "ON_HOLD_CRISIS"),
        ("a balance that moved", leaving(owed_then=pounds("£97.40"), owed_now=pounds("£77.40")), "BALANCE_MOVED"),
        ("a reminder six days ago", leaving(latest_collection_at=MONDAY - timedelta(days=6)), "TOO_OFTEN"),
        ("one whose time is over", leaving(expires_at=MONDAY), "EXPIRED"),
        ("an email", leaving(channel=Channel.EMAIL), "NO_SENDER_FOR_THIS_CHANNEL"),
    ],
)
def test_a_reminder_is_dropped_for(what, message, why):
    assert verdict(message) == Dropped(why), what


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("help in a crisis to a number that opted out", leaving(MessageClass.SAFETY, number=replace(NUMBER, opted_out=True))),
        ("a sign-in code to a number that opted out", leaving(MessageClass.SECURITY, number=replace(NUMBER, opted_out=True))),
        ("the confirmation of an opt-out", leaving(MessageClass.REPLY, number=replace(NUMBER, opted_out=True), is_last_word=True)),
        ("an answer in a dispute", leaving(MessageClass.REPLY, holds=(hold(HoldKind.DISPUTE),))),
        ("an answer in a crisis", leaving(MessageClass.REPLY, holds=(hold(HoldKind.CRISIS),))),
        ("news of current rent in breathing space", leaving(MessageClass.ONGOING_RENT, holds=(hold(HoldKind.BREATHING_SPACE),))),
        ("an answer to a number thought dead", leaving(MessageClass.REPLY, number=replace(NUMBER, status=NumberStatus.UNREACHABLE))),
        ("an answer to a number nobody has on file", leaving(MessageClass.REPLY, number=None)),
        ("a reminder after a hold has ended", leaving(holds=(hold(HoldKind.BREATHING_SPACE, date(2026, 11, 22)),))),
        ("a reminder eight days after the last", leaving(latest_collection_at=MONDAY - timedelta(days=8))),
        ("an officer's text after yesterday's reminder", leaving(author=Author.OFFICER, latest_collection_at=MONDAY - timedelta(days=1))),
        ("a balance as it was", leaving(owed_then=pounds("£97.40"), owed_now=pounds("£97.40"))),
    ],
)
def test_what_leaves_all_the_same(what, message):
    assert verdict(message) == Allowed(), what


@pytest.mark.parametrize("message_class", EVERY_CLASS)
def test_nothing_at_all_leaves_for_somebody_who_died(message_class):
    by_record = verdict(leaving(message_class, number=replace(NUMBER, has_died=True)))
    by_hold = verdict(leaving(message_class, holds=(hold(HoldKind.DECEASED),)))

    assert by_record == by_hold == Dropped("DECEASED")


@pytest.mark.parametrize(
    ("at", "from_"),
    [
        pytest.param("2026-11-23T07:59", "2026-11-23T08:00", id="a minute before eight waits a minute"),
        pytest.param("2026-11-23T20:00", "2026-11-24T08:00", id="eight at night waits for the morning"),
        pytest.param("2026-11-28T20:30", "2026-11-30T08:00", id="Saturday night waits for Monday"),
        pytest.param("2026-11-29T12:00", "2026-11-30T08:00", id="Sunday waits for Monday"),
        pytest.param(
            "2026-12-24T21:00", "2026-12-26T08:00", id="Christmas Eve waits for Boxing Day, a Saturday that is no bank holiday here"
        ),
        pytest.param("2026-12-27T12:00", "2026-12-29T08:00", id="a Sunday before a bank holiday waits for Tuesday"),
    ],
)
@pytest.mark.parametrize("message_class", [MessageClass.COLLECTION, MessageClass.ONGOING_RENT])
def test_money_is_talked_of_in_decent_hours_only(at, from_, message_class):
    at, from_ = (datetime.fromisoformat(said).replace(tzinfo=LONDON) for said in (at, from_))

    assert verdict(leaving(message_class), at) == Deferred(from_, "OUT_OF_HOURS")


@pytest.mark.parametrize("message_class", [MessageClass.REPLY, MessageClass.SECURITY, MessageClass.SAFETY, MessageClass.NEUTRAL])
def test_an_answer_leaves_at_any_hour(message_class):
    assert verdict(leaving(message_class), datetime(2026, 11, 29, 3, 0, tzinfo=LONDON)) == Allowed()


@pytest.mark.parametrize(
    ("at", "is_open", "answers_on"),
    [
        pytest.param("2026-11-23T10:00", True, date(2026, 11, 23), id="Monday morning"),
        pytest.param("2026-11-23T08:00", False, date(2026, 11, 23), id="before nine, the same day"),
        pytest.param("2026-11-23T17:00", False, date(2026, 11, 24), id="five o'clock, the next day"),
        pytest.param("2026-11-27T22:00", False, date(2026, 11, 30), id="Friday night, Monday"),
        pytest.param("2026-12-24T18:00", False, date(2026, 12, 29), id="Christmas Eve, past the bank holidays"),
    ],
)
def test_when_a_person_answers(at, is_open, answers_on):
    office = office_at(datetime.fromisoformat(at).replace(tzinfo=LONDON), CHRISTMAS)

    assert (office.is_open, office.answers_on) == (is_open, answers_on)
