"""A production house does not open without its secrets."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rent.settings import Mode, Settings

SECRETS = {
    "evenkeel_secret": "s" * 32,
    "stripe_api_key": "rk_live_abc",
    "stripe_webhook_secret": "whsec_abc",
    "twilio_auth_token": "token",
}


def test_a_demo_needs_nothing_and_uses_stand_ins():
    here = Settings(_env_file=None)

    assert here.uses_standin_payments
    assert here.uses_standin_texts


def test_production_with_every_secret_opens_and_uses_no_stand_in():
    here = Settings(evenkeel_mode=Mode.PRODUCTION, **SECRETS)

    assert not here.uses_standin_payments
    assert not here.uses_standin_texts


@pytest.mark.parametrize("missing", sorted(SECRETS))
def test_production_names_the_secret_it_misses(missing: str):
    with pytest.raises(ValidationError, match=missing.upper()):
        Settings(evenkeel_mode=Mode.PRODUCTION, **{**SECRETS, missing: ""})


def test_production_refuses_a_short_secret():
    with pytest.raises(ValidationError, match="at least 32 characters"):
        Settings(evenkeel_mode=Mode.PRODUCTION, **{**SECRETS, "evenkeel_secret": "short"})


def test_a_secret_does_not_show_when_settings_are_printed():
    assert "rk_live_abc" not in repr(Settings(evenkeel_mode=Mode.PRODUCTION, **SECRETS))
