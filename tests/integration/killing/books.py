"""Our books against the provider's own, which nobody kills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from rent.domain.account import AccountId
from rent.domain.payment import Status
from rent.gateways.stripe_payments.events import SUBJECTS
from rent.store.tables.accounts import postings, rent_accounts
from rent.store.tables.payments import payments
from rent.store.tables.records import external_events, timeline
from rent.store.timeline import Happened
from tests.integration.killing.house import House, rows

DASHBOARD: Final = {"authorization": "Bearer sk_test_dashboard"}


@dataclass(frozen=True)
class Provider:
    """Everything the provider knows."""

    sessions: Sequence[Mapping[str, Any]]
    lines: Sequence[Mapping[str, Any]]
    events: Sequence[Mapping[str, Any]]


def ask(house: House) -> Provider:
    """Return everything the provider knows."""
    return Provider(listed(house, "checkout/sessions"), listed(house, "balance_transactions", "data.source"), listed(house, "events"))


def listed(house: House, what: str, *expand: str) -> list[dict[str, Any]]:
    """Return every object of a kind."""
    asked = {"limit": "100000"} | {f"expand[{number}]": path for number, path in enumerate(expand)}
    answer = house.ask.get(f"/v1/{what}", params=asked, headers=DASHBOARD)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["data"])


def wrongs(house: House, provider: Provider, account: AccountId, *, ends: Status, posted: Sequence[int]) -> list[str]:
    """Return what is wrong with the one payment of an account that must end so, with these postings; nothing, if all is well."""
    with house.transaction() as session:
        (payment,) = rows(session, select(payments).where(payments.c.account_id == account))
        (own,) = rows(session, select(rent_accounts).where(rent_accounts.c.id == account))
        ledger = rows(session, select(postings).where(postings.c.account_id == account))
        told = rows(session, select(timeline.c.happened).where(timeline.c.tenancy_id == own["tenancy_id"]))
        inbox = rows(session, select(external_events).where(external_events.c.source == "stripe"))
    opened = [each for each in provider.sessions if each["client_reference_id"] == payment["public_id"]]
    intents = {each["payment_intent"] for each in opened}
    events = {event["id"] for event in provider.events if event["type"] in SUBJECTS and _is_about(event, opened, intents)}
    kept = [event for event in inbox if event["external_id"] in events]
    by_card = Counter(row["amount_pence"] for row in ledger if row["source"] == "stripe")
    happened = Counter(row["happened"] for row in told)
    checks = {
        "there is not one checkout": len(opened) == 1,
        "our ledger is not the provider's book": by_card == Counter(-line["amount"] for line in _lines(provider, intents)),
        "something is not posted, or posted twice": by_card == Counter(posted),
        "the balance is not the sum": own["balance_pence"] == sum(row["amount_pence"] for row in ledger),
        f"it is {payment['status']} and not {ends}": payment["status"] is ends and not payment["needs_a_person"],
        "an event is lost": Counter(row["external_id"] for row in kept) == Counter(events),
        "an event is neither handled nor in trouble": all(row["handled_at"] or row["trouble"] for row in kept),
        "its beginning is not told once": happened[Happened.PAYMENT_STARTED] == 1,
        "its coming is not told once": happened[Happened.PAYMENT_RECEIVED] == min(1, len(posted)),
        "its leaving is not told once": happened[Happened.PAYMENT_GIVEN_BACK] == sum(1 for pence in posted if pence > 0),
    }
    return [wrong for wrong, is_well in checks.items() if not is_well]


def _lines(provider: Provider, intents: set[str]) -> list[Mapping[str, Any]]:
    return [line for line in provider.lines if isinstance(line["source"], dict) and line["source"].get("payment_intent") in intents]


def _is_about(event: Mapping[str, Any], opened: Sequence[Mapping[str, Any]], intents: set[str]) -> bool:
    about = event["data"]["object"]
    return about["id"] in intents | {each["id"] for each in opened} or (about.get("payment_intent") or "") in intents
