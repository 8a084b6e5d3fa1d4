from hypothesis import given
from hypothesis import strategies as st

from rent.domain.keyed_hash import KeyedHash

ours, theirs = KeyedHash(b"our secret"), KeyedHash(b"their secret")


def test_a_hash_tells_nothing_without_the_secret():
    assert ours.of("account", "T42") != theirs.of("account", "T42")
    assert "our secret" not in repr(ours)


def test_the_same_words_for_another_purpose_are_another_hash():
    assert ours.of("account", "T42") != ours.of("address", "T42")


@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_different_words_never_pass_for_each_other(some, others):
    assert ours.agrees(ours.of("code", *some), "code", *others) == (some == others)


@given(st.text())
def test_whatever_somebody_made_up_is_compared_and_refused(typed):
    assert not ours.agrees(typed, "form", "cookie")
