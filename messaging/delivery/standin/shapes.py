"""A message in the shape of Twilio's API."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

from messaging.delivery.standin.rules import PENCE_A_SEGMENT
from messaging.delivery.standin.state import Message


def message(made: Message, account: str) -> dict[str, object]:
    """Return a message as Twilio's JSON has it. Dates are RFC 2822, the price negative and in pounds."""
    path = f"/2010-04-01/Accounts/{account}/Messages/{made.sid}"
    return {
        "sid": made.sid,
        "account_sid": account,
        "messaging_service_sid": None,
        "to": made.recipient,
        "from": made.sender,
        "body": made.body,
        "status": made.status,
        "direction": "inbound" if made.direction == "inbound" else "outbound-api",
        "num_segments": str(made.segments),
        "num_media": "0",
        "price": None if made.direction == "inbound" else f"-{made.segments * PENCE_A_SEGMENT / 100:.4f}",
        "price_unit": "GBP",
        "error_code": made.error_code if made.status in {"undelivered", "failed"} else None,
        "error_message": None,
        "date_created": _rfc2822(made.created_at),
        "date_updated": _rfc2822(made.sent_at or made.created_at),
        "date_sent": None if made.sent_at is None else _rfc2822(made.sent_at),
        "api_version": "2010-04-01",
        "uri": f"{path}.json",
        "subresource_uris": {"media": f"{path}/Media.json"},
    }


def _rfc2822(at: float) -> str:
    return format_datetime(datetime.fromtimestamp(at, UTC))
