from datetime import date, time, timedelta

import pytest

from rent.domain.identity import CODE_LASTS
from rent.domain.payment import LINK_LASTS
from rent.domain.policy import Dated, Mark, NoPolicyInForce, in_force
from rent.domain.tenancy import Region
from rent.store.policies import DEFAULT, NotAPolicy, load, policy_on
from tests.builders import TODAY


def dated(value, effective_from):
    return Dated("tolerance_days", value, effective_from, Mark.CHOICE, "test")


BOOK = (dated(7, date(2027, 4, 5)), dated(5, date(2026, 4, 6)), dated(3, date(2025, 4, 7)))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2025, 4, 7), 3),
        (date(2026, 4, 5), 3),
        (date(2026, 4, 6), 5),
        (date(2027, 4, 4), 5),
        (date(2027, 4, 5), 7),
    ],
)
def test_the_latest_value_that_has_begun_is_in_force(day, value):
    assert in_force(BOOK, "tolerance_days", day).value == value


@pytest.mark.parametrize(("name", "day"), [("tolerance_days", date(2025, 4, 6)), ("no_such_thing", TODAY)])
def test_nothing_is_made_up_where_no_policy_has_begun(name, day):
    with pytest.raises(NoPolicyInForce):
        in_force(BOOK, name, day)


def test_the_policy_a_landlord_starts_with():
    policy = policy_on(TODAY)

    assert policy.tolerance == timedelta(days=5)
    assert (policy.contact_from, policy.contact_until) == (time(8), time(20))
    assert policy.contact_weekdays == {0, 1, 2, 3, 4, 5}
    assert policy.quiet_days == {(12, 25), (12, 26), (1, 1)}


def test_the_rules_keep_to_the_policy_a_landlord_starts_with():
    policy = policy_on(TODAY)

    assert (policy.link_lasts, policy.code_lasts) == (LINK_LASTS, CODE_LASTS)


def test_every_value_says_since_when_how_sure_we_are_and_where_it_is_from():
    assert all(entry.source and entry.effective_from <= TODAY for entry in load())


@pytest.mark.parametrize("region", Region)
def test_a_helpline_nobody_has_rung_is_marked_so(region):
    assert not policy_on(TODAY).advice[region].is_verified


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(("[[tolerance_days]]", "[[tolerence_days]]"), "tolerence_days", id="a name misspelt"),
        pytest.param(("value = 5\n", ""), "tolerance_days needs a value", id="a value left out"),
        pytest.param(("value = 5\n", 'value = "5"\n'), "tolerance_days needs a int", id="a word for a number"),
        pytest.param(('mark = "RECALLED"', 'mark = "SURE"'), "mark", id="a mark there is none of"),
        pytest.param(("value = 5\n", "value = \n"), "default.toml", id="no TOML at all"),
    ],
)
def test_a_policy_that_is_wrong_is_refused_with_what_to_put_right(tmp_path, change, told):
    broken = tmp_path / "default.toml"
    broken.write_text(DEFAULT.read_text(encoding="utf-8").replace(*change), encoding="utf-8")

    with pytest.raises(NotAPolicy, match=told):
        load(broken)


@pytest.mark.parametrize(
    ("change", "told"),
    [(('"12-25"', '"25-12"'), "25-12"), (('phone = "0800 144 8848"', 'number = "0800"'), "advice_england needs a name and a phone")],
)
def test_a_value_that_makes_no_sense_is_refused_by_name(tmp_path, change, told):
    broken = tmp_path / "default.toml"
    broken.write_text(DEFAULT.read_text(encoding="utf-8").replace(*change), encoding="utf-8")

    with pytest.raises(NotAPolicy, match=told):
        policy_on(TODAY, broken)
