"""Faults put in on purpose: each is what somebody in a hurry might have written, and the checks must find it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, create_engine

from messaging.delivery.claim import claim
from messaging.delivery.deliver import URGENT, mark
from messaging.delivery.hand_over import hand_over
from messaging.delivery.sender import texts
from rent import runtime
from rent.domain import settlement
from rent.domain.payment import Status
from rent.domain.tenancy import Region
from rent.gateways.housing_systems import mapping as mappings
from rent.gateways.housing_systems.folder import read_folder
from rent.ports import ProviderTrouble
from rent.store import external_events, payments, postings
from rent.store.external_events import KeptEvent
from rent.usecases.imports.name_landlord import name_landlord
from rent.usecases.imports.record_run import record_run
from rent.usecases.payments.handle_event import claim_events
from rent.usecases.payments.receive_event import SOURCE
from tests.integration.killing import work


def send_and_only_then_mark() -> int:
    """Deliver the outbox, and commit the claim only once the messages have left."""
    with runtime.transaction() as session:
        claimed, looked_at = claim(session, URGENT, limit=200, now=runtime.now(), today=runtime.today())
        if claimed:
            mark(session, claimed, hand_over(texts(), claimed), now=runtime.now(), today=runtime.today())
    return looked_at


def post_without_a_key() -> int:
    """Credit paid payments that are not marked as paid yet, and mark them afterwards; no outside id keeps one from being credited twice."""
    with runtime.transaction() as session:
        waiting = claim_events(session, now=runtime.now())
    for event in waiting:
        _credit(event)
        with runtime.transaction() as session:
            external_events.handled(session, event.id, at=runtime.now())
    return len(waiting)


def _credit(event: KeptEvent) -> None:
    with runtime.transaction() as session:
        payment = payments.by_public_id(session, event.payload["payment"] or "")
    if payment is None or payment.session_id is None or payment.status is Status.PAID:
        return
    try:
        heard = runtime.card_payments().look_up(payment.session_id)
    except ProviderTrouble:
        return
    if heard.provider_id is None or heard.received_on is None:
        return
    due = settlement.credit(
        payment,
        provider_id=f"{heard.provider_id}:{secrets.token_hex(4)}",
        received=heard.received,
        received_on=heard.received_on,
        means=heard.means,
        source=SOURCE,
    )
    with runtime.transaction() as session:
        postings.add(session, due, recorded_at=runtime.now())
    with runtime.transaction() as session:
        payments.save(session, replace(payment, status=Status.PAID), changed_at=runtime.now())


def import_in_parts(database: str, folder: str) -> int:
    """Load an extract with each statement a transaction of its own."""
    work.use(database)
    engine = create_engine(database, isolation_level="AUTOCOMMIT")

    @contextmanager
    def statement_by_statement() -> Iterator[Connection]:
        with engine.connect() as session:
            yield session

    with statement_by_statement() as session:
        name_landlord(session, name="Afon Homes", region=Region.ENGLAND, phone="0300 555 0100")
    with closing(read_folder(Path(folder), mappings.load("evenkeel"))) as spool:
        return record_run(spool, transaction=statement_by_statement, now=runtime.now(), today=runtime.today()).number
