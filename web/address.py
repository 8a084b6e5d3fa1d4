"""Whose address a request came from, believing only the proxies we run ourselves."""

from collections.abc import Iterable, Mapping
from typing import Any

Headers = Iterable[tuple[bytes, bytes]]


def address_of(scope: Mapping[str, Any], trusted_hops: int = 0) -> str:
    """
    Return the client's address.

    ``trusted_hops`` is how many proxies of ours stand in front. Each adds the address it
    saw to the right of X-Forwarded-For; everything further left was written by the client.
    """
    client = scope.get("client") or ("unknown", 0)
    if not trusted_hops:
        return str(client[0])
    forwarded = header(scope["headers"], b"x-forwarded-for").split(",")
    seen = [part.strip() for part in forwarded if part.strip()]
    return seen[-trusted_hops] if len(seen) >= trusted_hops else str(client[0])


def header(headers: Headers, name: bytes) -> str:
    """Return a header's value, or an empty string."""
    return next((value.decode("latin-1") for key, value in headers if key.lower() == name), "")
