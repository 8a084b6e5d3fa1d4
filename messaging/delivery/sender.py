"""Who takes our texts: Twilio, or the phone simulator when there is no key."""

from __future__ import annotations

from functools import lru_cache

from messaging.delivery.twilio import TwilioTexts
from rent.ports import TextMessages
from rent.settings import settings


@lru_cache
def texts() -> TextMessages:
    """Return this process's way to send texts."""
    house = settings()
    return TwilioTexts(
        account=house.texts_account,
        token=house.texts_token,
        sender=house.twilio_from,
        service=house.twilio_messaging_service_sid,
        status_callback=f"{house.webhook_origin.rstrip('/')}/webhooks/twilio/status",
        base_url=house.standin_origin if house.uses_standin_texts else None,
    )
