"""What the environment says. Secrets come from nowhere else."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final, Self

from pydantic import SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SECRET_MIN_LENGTH: Final = 32


class Mode(StrEnum):
    """Whether this is the real thing."""

    DEMO = "demo"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """
    Everything an operator can set; ``docs/deploy.md`` explains each.

    The defaults run the whole product on one machine with stand-ins for Stripe and Twilio.
    """

    model_config = SettingsConfigDict(extra="ignore")

    evenkeel_mode: Mode = Mode.DEMO
    evenkeel_secret: SecretStr = SecretStr("")
    database_url: SecretStr = SecretStr("sqlite:///var/evenkeel.db")
    redis_url: SecretStr = SecretStr("")

    portal_origin: str = "http://localhost:3000"
    console_origin: str = "http://localhost:3001"
    webhook_origin: str = "http://localhost:3002"
    standin_origin: str = "http://127.0.0.1:3003"

    # How many proxies of one's own stand in front, each adding to X-Forwarded-For.
    trusted_hops: int = 0

    metrics_port: int = 9300

    # Off where a housing system's extracts bring the charges: two would charge twice.
    charges_rent: bool = False

    standin_payments_file: str = "var/standin-payments.db"
    stripe_api_key: SecretStr = SecretStr("")
    stripe_webhook_secret: SecretStr = SecretStr("")
    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = SecretStr("")
    twilio_messaging_service_sid: str = ""
    twilio_from: str = "+447700900999"
    standin_twilio_auth_token: SecretStr = SecretStr("")
    standin_texts_file: str = "var/standin-texts.db"

    @property
    def is_production(self) -> bool:
        """Return whether demo conveniences are off."""
        return self.evenkeel_mode is Mode.PRODUCTION

    @property
    def uses_standin_payments(self) -> bool:
        """Return whether card payments go to our own stand-in."""
        return not self.stripe_api_key.get_secret_value()

    @property
    def checkout_origin(self) -> str:
        """Return where the hosted checkout is, to which a form of ours may lead."""
        return self.standin_origin if self.uses_standin_payments else "https://checkout.stripe.com"

    @property
    def uses_standin_texts(self) -> bool:
        """Return whether texts go to our own phone simulator."""
        return not self.twilio_auth_token.get_secret_value()

    @property
    def texts_token(self) -> str:
        """Return what texts are signed with, by Twilio or by our own phone simulator; empty switches texting off."""
        return self.twilio_auth_token.get_secret_value() or self.standin_twilio_auth_token.get_secret_value()

    @property
    def texts_account(self) -> str:
        """Return the account texts are sent from."""
        return self.twilio_account_sid or f"AC{'0' * 32}"

    @model_validator(mode="after")
    def refuse_a_weak_production(self) -> Self:
        """Refuse to start a production house without its secrets."""
        if not self.is_production:
            return self
        needed = {
            "EVENKEEL_SECRET": self.evenkeel_secret,
            "STRIPE_API_KEY": self.stripe_api_key,
            "STRIPE_WEBHOOK_SECRET": self.stripe_webhook_secret,
            "TWILIO_AUTH_TOKEN": self.twilio_auth_token,
        }
        missing = [name for name, secret in needed.items() if not secret.get_secret_value()]
        if missing:
            raise ValueError(f"production needs {', '.join(missing)} in the environment")
        if len(self.evenkeel_secret.get_secret_value()) < SECRET_MIN_LENGTH:
            raise ValueError(f"EVENKEEL_SECRET needs at least {SECRET_MIN_LENGTH} characters")
        return self


@lru_cache
def settings() -> Settings:
    """Return the settings of this process, read once."""
    return Settings()
