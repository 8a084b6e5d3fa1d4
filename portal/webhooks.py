"""What providers call. It stands beside the portal as a process of its own, so that a busy page never delays a text."""

from __future__ import annotations

from typing import Final

from starlette.applications import Starlette

from messaging import webhook
from portal import stripe_webhook
from rent import log
from web import health

log.configure("webhooks")
app: Final = Starlette(routes=[*health.routes(), *webhook.routes(), *stripe_webhook.routes()])
