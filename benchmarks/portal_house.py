"""The real portal on a free port, with tenants who are signed in already."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from benchmarks import landlord
from benchmarks.figures import empty_house
from benchmarks.load import free_port, wait_for
from rent.domain.account import AccountId, Means, Payer, Posting, PostingKind
from rent.domain.identity import SessionKind
from rent.domain.money import Money
from rent.domain.tenancy import PersonId, TenancyId
from rent.store import postings, sessions

POSTINGS = 50


@dataclass(frozen=True)
class Portal:
    """Where it is, and a cookie's secret for each tenant."""

    origin: str
    secrets: tuple[str, ...]


@contextmanager
def portal(tenants: int) -> Iterator[Portal]:
    """Serve the built portal to so many tenants, each with fifty postings and a live session."""
    with empty_house() as (engine, folder):
        with engine.connect().execution_options(writes=True) as session, session.begin():
            landlord.build(session, tenants)
            for number in range(1, tenants + 1):
                for posting in _history(number):
                    postings.add(session, posting, recorded_at=landlord.MADE_AT)
            now = datetime.now(UTC)
            secrets = tuple(
                sessions.start(session, SessionKind.TENANT, now=now, person_id=PersonId(number), tenancy_id=TenancyId(number))
                for number in range(1, tenants + 1)
            )
        port = free_port()
        origin = f"http://localhost:{port}"
        environment = os.environ | {
            "DATABASE_URL": str(engine.url),
            "PORTAL_ORIGIN": origin,
            "EVENKEEL_SECRET": "b" * 64,
            # Each tab comes from an address of its own, as tenants do.
            "TRUSTED_HOPS": "1",
            "STRIPE_WEBHOOK_SECRET": "whsec_bench",
            "STANDIN_TWILIO_AUTH_TOKEN": "b" * 32,
        }
        log = (folder / "portal.log").open("wb")
        process = subprocess.Popen([sys.executable, "-m", "rent.cli", "serve", "portal"], env=environment, stdout=log, stderr=log)
        try:
            wait_for(f"{origin}/healthz")
            yield Portal(origin, secrets)
        finally:
            process.terminate()
            process.wait()


def _history(account: int) -> Iterator[Posting]:
    for week in range(POSTINGS):
        charge = week % 2 == 0
        yield Posting(
            account_id=AccountId(account),
            kind=PostingKind.CHARGE if charge else PostingKind.PAYMENT,
            amount=Money(landlord.RENT_PENCE if charge else 500 - landlord.RENT_PENCE),
            value_date=date.today() - timedelta(days=week),  # noqa: DTZ011 (a benchmark's own day)
            source="bench",
            external_id=f"{account}:{week}",
            payer=Payer.LANDLORD if charge else Payer.TENANT,
            means=Means.NONE if charge else Means.CARD,
        )
