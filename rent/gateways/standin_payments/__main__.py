"""Run the stand-in by itself, for this machine only: ``python -m rent.gateways.standin_payments``."""

from __future__ import annotations

from urllib.parse import urlsplit

from granian import Granian
from granian.constants import Interfaces

from rent.settings import settings

if __name__ == "__main__":
    Granian(
        "rent.gateways.standin_payments.app:application",
        factory=True,
        address="127.0.0.1",
        port=urlsplit(settings().standin_origin).port or 3003,
        interface=Interfaces.ASGI,
        websockets=True,
    ).serve()
