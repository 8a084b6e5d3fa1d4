"""Who is told of events: listed, by webhook, or on a socket."""

from __future__ import annotations

import secrets

from rent.gateways.standin_payments.api import Call, Endpoint
from rent.gateways.standin_payments.book import Thing
from rent.gateways.standin_payments.happenings import VERSION
from rent.gateways.standin_payments.refusals import missing


def _events(call: Call) -> Thing:
    wanted = call.params.get("types") or ([call.params["type"]] if "type" in call.params else [])
    found = call.book.all("event")
    return call.page([event for event in found if not wanted or event["type"] in wanted])


def _add(call: Call) -> Thing:
    if not call.params.get("url") or not call.params.get("enabled_events"):
        raise missing("enabled_events" if call.params.get("url") else "url")
    secret = f"whsec_{secrets.token_hex(16)}"
    made = call.book.new(
        "webhook_endpoint",
        "we",
        url=call.params["url"],
        enabled_events=call.params["enabled_events"],
        description=call.params.get("description"),
        api_version=call.params.get("api_version"),
        metadata=call.metadata(),
        _secret=secret,
    )
    # Said once, on making it, and never again.
    return {**made, "secret": secret}


def _listen(call: Call) -> Thing:
    listener = secrets.token_hex(8)
    return {
        "object": "stripecli.session",
        "websocket_url": f"{call.origin.replace('http', 'ws', 1)}/stripecli/{listener}",
        "websocket_id": listener,
        "websocket_authorized_feature": "webhooks",
        "secret": f"whsec_{listener}",
        "reconnect_delay": 1,
        "default_version": VERSION,
        "latest_version": VERSION,
    }


ENDPOINTS = (
    Endpoint("GET", "/v1/events", _events, "EventListParams"),
    Endpoint("GET", "/v1/events/{id}", lambda call: call.thing("event"), "EventRetrieveParams"),
    Endpoint("POST", "/v1/webhook_endpoints", _add, "WebhookEndpointCreateParams"),
    Endpoint("GET", "/v1/webhook_endpoints", lambda call: call.listed("webhook_endpoint"), "WebhookEndpointListParams"),
    Endpoint("POST", "/v1/stripecli/sessions", _listen),
)
