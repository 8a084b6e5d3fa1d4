"""What an officer types, read as what it can be."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from rent.domain.lookup import Lookup, NothingToLookFor, read_lookup


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("Ceri  Bowen ", Lookup(words=("ceri", "bowen")), id="a name"),
        pytest.param("12 Station Road", Lookup(words=("12", "station", "road")), id="an address"),
        pytest.param("ll571aa", Lookup(postcode="LL57 1AA"), id="a postcode typed as one word"),
        pytest.param("EC1A 1BB", Lookup(postcode="EC1A 1BB"), id="a postcode of the City"),
        pytest.param("07700 900123", Lookup(phone="+447700900123"), id="a mobile number"),
        pytest.param("+44 (7700) 900-123", Lookup(phone="+447700900123"), id="a number from abroad"),
        pytest.param("0044 7700 900123", Lookup(phone="+447700900123"), id="a number dialled from abroad"),
        pytest.param("1234567890", Lookup(words=("1234567890",)), id="digits that are no phone number may be a reference"),
        pytest.param("O'Neill, Siân", Lookup(words=("o'neill", "siân")), id="punctuation stays inside words only"),
        pytest.param("100%", Lookup(words=("100%",)), id="a percent sign is only a sign"),
    ],
)
def test_what_was_typed_is_read(typed, read):
    assert read_lookup(typed) == read


@pytest.mark.parametrize("typed", ["", "  ", "a", "a b", "x" * 81])
def test_too_little_or_too_much_is_not_looked_for(typed):
    with pytest.raises(NothingToLookFor):
        read_lookup(typed)


@given(text(max_size=200))
def test_anything_at_all_is_read_or_refused(typed):
    try:
        read = read_lookup(typed)
    except NothingToLookFor:
        return

    assert sum(map(bool, (read.words, read.phone, read.postcode))) == 1
