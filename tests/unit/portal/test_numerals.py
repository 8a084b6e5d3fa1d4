"""What a browser sends back to us as a number."""

import pytest

from portal.numerals import whole_number


def test_plain_digits_are_a_number():
    assert whole_number("2050") == 2050


@pytest.mark.parametrize("text", ["", "-1", "1.5", "1e3", " 1", "٢", "9" * 16, None])
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match="plain digits"):
        whole_number(text)
