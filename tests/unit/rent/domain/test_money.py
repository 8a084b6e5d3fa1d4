from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.money import NOTHING, Money, NotAnAmount, pounds, total

any_amount = st.integers(-(10**12), 10**12).map(Money)


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("20", 2000),
        ("£20", 2000),
        ("£ 20", 2000),
        (" 20.5 ", 2050),
        ("20.05", 2005),
        ("0.30", 30),
        ("1,234.56", 123456),
        ("£1,234,567", 123456700),
        ("0020", 2000),
    ],
)
def test_amounts_as_people_type_them(typed, pence):
    assert pounds(typed) == Money(pence)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "£",
        "twenty",
        "-20",
        "+20",
        "20.",
        ".50",
        "20.505",
        "20,5",
        "1,23",
        "12,34,567",
        "20p",
        "1e3",
        "£20 £30",
        "20 30",
        "nan",
        "9999999999",
    ],
)
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(NotAnAmount):
        pounds(typed)


@pytest.mark.parametrize("wrong", [1.0, True, "1", Decimal(1), None])
def test_money_is_whole_pence_only(wrong):
    with pytest.raises(TypeError):
        Money(wrong)


@pytest.mark.parametrize("wrong", [1.5, True, Decimal(2)])
def test_money_is_multiplied_by_whole_numbers_only(wrong):
    with pytest.raises(TypeError):
        Money(1) * wrong


@pytest.mark.parametrize(
    ("amount", "part", "whole", "expected"),
    [
        pytest.param(100, 1, 3, 33, id="a third of a pound"),
        pytest.param(100, 2, 3, 67, id="two thirds of a pound"),
        pytest.param(1, 1, 2, 1, id="half a penny goes up"),
        pytest.param(-1, 1, 2, -1, id="and away from nothing on a credit"),
        pytest.param(12000, 52, 12, 52000, id="£120 a week is £520 a month"),
        pytest.param(9737, 48, 12, 38948, id="with four rent-free weeks"),
    ],
)
def test_a_part_of_an_amount(amount, part, whole, expected):
    assert Money(amount).prorata(part, whole) == Money(expected)


@given(any_amount, st.integers(0, 1000), st.integers(1, 1000))
def test_a_part_is_the_nearest_penny_to_the_exact_share(amount, part, whole):
    exact = Fraction(amount.pence * part, whole)

    assert abs(Fraction(amount.prorata(part, whole).pence) - exact) <= Fraction(1, 2)


@given(any_amount, st.integers(1, 1000))
def test_the_whole_of_an_amount_is_the_amount(amount, whole):
    assert amount.prorata(whole, whole) == amount


@given(st.lists(any_amount, max_size=12))
def test_a_total_does_not_depend_on_the_order(amounts):
    assert total(amounts) == total(reversed(amounts)) == Money(sum(amount.pence for amount in amounts))


@given(any_amount, any_amount)
def test_what_is_added_can_be_taken_away(one, other):
    assert one + other - other == one
    assert one - other == -(other - one)


@given(st.integers(0, 10**10))
def test_what_is_written_out_is_read_back(pence):
    written = Decimal(pence).scaleb(-2).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

    assert pounds(f"£{written:,}") == Money(pence)


def test_nothing_is_false_and_a_credit_is_not_collected():
    assert not NOTHING
    assert Money(-5).or_nothing() == NOTHING
    assert Money(5).or_nothing() == Money(5)
