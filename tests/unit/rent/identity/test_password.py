import pytest

from rent.domain.password import Weakness, weakness_of


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        pytest.param("fourteen chars", Weakness.TOO_SHORT, id="fourteen characters"),
        pytest.param("fifteen charsss", None, id="fifteen characters"),
        pytest.param("long " * 26, Weakness.TOO_LONG, id="a hundred and thirty"),
        pytest.param("Correct Horse Battery Staple", Weakness.BREACHED, id="one from every list of breached ones"),
        pytest.param("abababababababab", Weakness.TOO_MUCH_ALIKE, id="two letters, over and over"),
        pytest.param("bev.price-bev.price", Weakness.NAMES_YOU, id="their own name"),
        pytest.param("drei Reiher am Wehr", None, id="plain words, and no digits needed"),
    ],
)
def test_a_password_of(password, weakness):
    assert weakness_of(password, email="Bev.Price@landlord.example") is weakness
