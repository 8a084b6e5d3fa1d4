"""The stand-in reads forms as Stripe's clients write them."""

from __future__ import annotations

from typing import Any

import pytest

from rent.gateways.standin_payments.form import parse, whole
from rent.gateways.standin_payments.refusals import Refused


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("amount=500&currency=gbp", {"amount": "500", "currency": "gbp"}, id="plain"),
        pytest.param("a[b][c]=1", {"a": {"b": {"c": "1"}}}, id="nested"),
        pytest.param("x[0]=a&x[1]=b", {"x": ["a", "b"]}, id="indexed, as the libraries do"),
        pytest.param("x[]=a&x[]=b", {"x": ["a", "b"]}, id="bare, as the command line does"),
        pytest.param("x[10]=k&x[2]=c", {"x": ["c", "k"]}, id="in the order of their numbers"),
        pytest.param("l[0][p][n]=r%20t", {"l": [{"p": {"n": "r t"}}]}, id="objects in a list"),
        pytest.param("blank=", {"blank": ""}, id="blank"),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_a_form_is_read(written: str, read: dict[str, Any]):
    assert parse(written) == read


@pytest.mark.parametrize("written", ["a=1&a[b]=2", "x" + "[y]" * 13 + "=1"])
def test_a_form_that_makes_no_sense_is_refused(written: str):
    with pytest.raises(Refused):
        parse(written)


@pytest.mark.parametrize("typed", ["abc", "1.5", "", "9" * 20])
def test_what_is_no_whole_number_is_refused(typed: str):
    with pytest.raises(Refused):
        whole({"amount": typed}, "amount")
