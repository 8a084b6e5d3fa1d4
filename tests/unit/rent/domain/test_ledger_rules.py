from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.account import ChargeKind, NotReversible, PostingKind, WrongSign, balance, charged_on, check_sign, eligible_on, reversal_of
from rent.domain.money import NOTHING, Money, pounds
from tests.builders import TODAY, a_charge, a_line, a_payment_in, a_posting, recorded

some_pence = st.integers(-(10**9), 10**9).filter(bool)
CHRISTMAS_EVE = date(2026, 12, 24)


def reversed_(posting):
    return reversal_of(posting, value_date=TODAY, source="test", external_id="undo", reason="entered twice")


@given(some_pence, st.sampled_from([kind for kind in PostingKind if kind is not PostingKind.REVERSAL]))
def test_a_posting_and_its_reversal_come_to_nothing(pence, kind):
    posting = recorded(replace(a_posting(kind=kind), amount=Money(pence)))

    assert balance([posting, reversed_(posting)]) == NOTHING


def test_a_reversal_points_at_what_it_undoes_and_keeps_whose_money_it_was():
    posting = recorded(a_payment_in("£20"), 77)

    undoing = reversed_(posting)

    assert (undoing.reverses, undoing.payer, undoing.means, undoing.kind) == (77, posting.payer, posting.means, PostingKind.REVERSAL)
    assert undoing.description == "entered twice"


@pytest.mark.parametrize(
    "posting",
    [
        pytest.param(a_charge(), id="one that is not in the ledger yet"),
        pytest.param(recorded(a_posting(kind=PostingKind.REVERSAL)), id="a reversal"),
    ],
)
def test_what_cannot_be_reversed(posting):
    with pytest.raises(NotReversible):
        reversed_(posting)


@pytest.mark.parametrize(
    ("kind", "amount", "fine"),
    [
        (PostingKind.CHARGE, "£120", True),
        (PostingKind.CHARGE, "-£120", False),
        (PostingKind.PAYMENT, "-£120", True),
        (PostingKind.PAYMENT, "£120", False),
        (PostingKind.REFUND, "£5", True),
        (PostingKind.REFUND, "-£5", False),
        (PostingKind.OPENING, "£5", True),
        (PostingKind.OPENING, "-£5", True),
        (PostingKind.ADJUSTMENT, "-£5", True),
        (PostingKind.REVERSAL, "£5", True),
        (PostingKind.ADJUSTMENT, "£0", False),
    ],
)
def test_an_amount_moves_the_balance_the_way_its_kind_must(kind, amount, fine):
    posting = a_posting(amount, kind=kind)

    if fine:
        assert check_sign(posting) is posting
    else:
        with pytest.raises(WrongSign):
            check_sign(posting)


@pytest.mark.parametrize(
    ("day", "charged", "covered"),
    [
        pytest.param(date(2026, 11, 23), "£128.50", "£124.00", id="rent and cleaning are covered, heating is not"),
        pytest.param(date(2026, 11, 29), "£128.50", "£124.00", id="the eve of the new rent"),
        pytest.param(date(2026, 11, 30), "£133.50", "£129.00", id="the new rent on its first day"),
        pytest.param(date(2020, 1, 1), "£0", "£0", id="nothing before the first"),
    ],
)
def test_what_is_charged_and_what_benefit_can_cover(day, charged, covered):
    lines = [
        a_line("£120", end=date(2026, 11, 30)),
        a_line("£125", start=date(2026, 11, 30)),
        a_line("£4", kind=ChargeKind.SERVICE_CHARGE),
        a_line("£4.50", kind=ChargeKind.HEATING, eligible=False),
    ]

    assert (charged_on(day, lines), eligible_on(day, lines)) == (pounds(charged), pounds(covered))
