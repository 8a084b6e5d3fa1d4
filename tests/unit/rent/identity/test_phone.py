import pytest

from rent.domain.phone import NotAMobile, uk_mobile


@pytest.mark.parametrize("typed", ["07700 900123", "+44 7700 900123", "0044 7700-900123", "(07700) 900.123"])
def test_a_mobile_number_may_be_typed_as(typed):
    assert uk_mobile(typed) == "+447700900123"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("", id="nothing"),
        pytest.param("01248 555010", id="a landline"),
        pytest.param("07012 345678", id="a personal number, dear to call"),
        pytest.param("07612 345678", id="a pager"),
        pytest.param("07797 123456", id="Jersey"),
        pytest.param("07624 123456", id="the Isle of Man"),
        pytest.param("+1 555 0100 999", id="another country"),
        pytest.param("07700 90012", id="a digit too few"),
        pytest.param("07700 9001234", id="a digit too many"),
        pytest.param("07700 90012x", id="a letter"),
        pytest.param("٠٧٧٠٠٩٠٠١٢٣", id="digits of another script"),
    ],
)
def test_no_code_can_be_sent_to(typed):
    with pytest.raises(NotAMobile):
        uk_mobile(typed)
