"""Hand claimed messages over, once each, and say what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from rent.domain.message import Delivery
from rent.ports import ProviderTrouble, SendUnknown, Sent, TextMessages, Undelivered
from rent.store.outbox import Outcome, Waiting

# A leftover claim is looked up a minute after it was made, so nothing may be sent on one so old.
CLAIM_GOOD_FOR_SECONDS: Final = 20.0
LATER: Final = frozenset({Undelivered.TOO_FAST, Undelivered.OURS})


@dataclass(slots=True)
class HandedOver:
    """What came of a batch: outcomes to record, and messages surely not taken, to be tried again later."""

    outcomes: list[Outcome] = field(default_factory=list)
    again: list[Waiting] = field(default_factory=list)


def hand_over(texts: TextMessages, messages: Sequence[Waiting], *, clock: Callable[[], float] = time.monotonic) -> HandedOver:
    """Send each message once. When the provider is in trouble the rest is left for later, untried."""
    done, began = HandedOver(), clock()
    for number, message in enumerate(messages):
        if clock() - began > CLAIM_GOOD_FOR_SECONDS:
            done.again.extend(messages[number:])
            break
        try:
            sent = texts.send(to=message.to_address, body=message.body, reference=str(message.id))
        except ProviderTrouble:
            done.again.extend(messages[number:])
            break
        except SendUnknown:
            done.outcomes.append(Outcome(message.id, Delivery.UNKNOWN, why_not="NO_ANSWER"))
        else:
            _sort(done, message, sent)
    return done


def _sort(done: HandedOver, message: Waiting, sent: Sent) -> None:
    if sent.undelivered in LATER:
        done.again.append(message)
    elif sent.undelivered is not None:
        failed = Outcome(message.id, Delivery.FAILED, sent.provider_id, sent.status, sent.error_code, sent.undelivered.value)
        done.outcomes.append(failed)
    else:
        done.outcomes.append(Outcome(message.id, Delivery.SENT, sent.provider_id, sent.status))
