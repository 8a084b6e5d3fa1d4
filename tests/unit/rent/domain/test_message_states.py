from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.message import PROVIDER_SAYS, RANK, Delivery, Standing, hear, never_back

heard = st.lists(st.sampled_from(Delivery))


@pytest.mark.parametrize(
    ("now", "says", "then"),
    [
        (Delivery.CLAIMED, Delivery.SENT, Delivery.SENT),
        (Delivery.UNKNOWN, Delivery.DELIVERED, Delivery.DELIVERED),
        (Delivery.SENT, Delivery.DELIVERED, Delivery.DELIVERED),
        (Delivery.DELIVERED, Delivery.SENT, Delivery.DELIVERED),
        (Delivery.DELIVERED, Delivery.UNDELIVERED, Delivery.DELIVERED),
        (Delivery.FAILED, Delivery.SENT, Delivery.FAILED),
        (Delivery.UNDELIVERED, Delivery.FAILED, Delivery.UNDELIVERED),
        (Delivery.DROPPED, Delivery.DELIVERED, Delivery.DROPPED),
    ],
)
def test_a_callback_never_takes_a_message_back(now, says, then):
    assert never_back(now, says) is then


@given(st.sampled_from(Delivery), heard)
def test_a_message_only_ever_comes_further(now, callbacks):
    for callback in callbacks:
        later = never_back(now, callback)
        assert RANK[later] >= RANK[now]
        now = later


@given(st.sampled_from(Delivery), st.sampled_from(Delivery))
def test_the_same_callback_twice_changes_nothing_more(now, callback):
    once = never_back(now, callback)

    assert never_back(once, callback) is once


@pytest.mark.parametrize("order", list(permutations(["queued", "sent", "delivered"])), ids="-".join)
def test_whatever_order_the_provider_speaks_in_a_delivered_text_is_delivered(order):
    standing = Standing(Delivery.CLAIMED, None)

    for status in order:
        standing = hear(standing, status)

    assert standing == Standing(Delivery.DELIVERED, "delivered")


def test_a_word_nobody_knows_changes_nothing():
    standing = Standing(Delivery.SENT, "sent")

    assert hear(standing, "teleported") is standing


def test_every_delivery_state_has_a_rank():
    assert set(RANK) == set(Delivery)
    assert {delivery for _, delivery in PROVIDER_SAYS.values()} <= set(Delivery)
