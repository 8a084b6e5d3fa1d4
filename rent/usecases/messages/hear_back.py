"""Record what the provider says of a text later."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.message import MessageId, hear
from rent.store import callbacks, sent
from rent.usecases.messages.learn_from_error import learn_from_error


def hear_back(
    session: store.Session,
    *,
    provider_id: str,
    reference: MessageId | None,
    status: str,
    error_code: int | None,
    now: datetime,
    today: date,
) -> bool:
    """
    Move a text to where the provider says it is, never a step back; return whether we know the text.

    A callback about a text we never sent is kept for whoever asks.
    """
    message = sent.for_callback(session, provider_id, reference)
    if message is None:
        callbacks.keep_unknown(session, provider_id=provider_id, status=status, error_code=error_code, now=now)
        return False
    standing = hear(message.standing, status)
    if standing != message.standing:
        sent.move(session, message.id, standing, provider_id=provider_id, error_code=error_code)
        learn_from_error(session, channel=message.channel, address=message.to_address, error_code=error_code, now=now, today=today)
    return True
