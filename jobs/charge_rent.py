"""
Charge the rent that falls due, day by day, and prove the balances after.

Only where this ledger is the landlord's own: one fed by a housing system's extracts gets its charges from there.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import structlog

from rent import runtime
from rent.settings import settings
from rent.store import charges, landlords, work
from rent.usecases.accounts.post_charges import post_charges
from rent.usecases.accounts.reconcile import reconcile_balances

JOB: Final = "charge_rent"
DAYS_BEHIND_MAX: Final = 366
logger: Final = structlog.get_logger()


def run() -> int:
    """Charge each day since the last one finished; return how many accounts were charged. Nobody is charged twice."""
    today = runtime.today()
    with runtime.reading() as session:
        whose = landlords.find(session)
        ours = whose is not None and (settings().charges_rent or whose.is_demo)
        latest = work.latest_day(session, JOB)
    if not ours or latest == today:
        return 0
    first = today if latest is None else max(latest + timedelta(days=1), today - timedelta(days=DAYS_BEHIND_MAX))
    charged = sum(_charge(first + timedelta(days=number)) for number in range((today - first).days + 1))
    _prove()
    return charged


def _charge(day: date) -> int:
    began_at, charged = runtime.now(), 0
    with runtime.reading() as session:
        batches = tuple(charges.ranges(session))
    for batch in batches:
        # A batch to a transaction, so that texts are answered in between.
        with runtime.transaction() as session:
            charged += post_charges(session, day=day, now=runtime.now(), among=batch)
    with runtime.transaction() as session:
        work.finish(session, JOB, day, began_at=began_at, now=runtime.now(), counts={"charged": charged})
    return charged


def _prove() -> None:
    with runtime.reading() as session:
        wrong = reconcile_balances(session)
    if wrong:
        logger.error("balances are not the sums of their postings", count=len(wrong))
