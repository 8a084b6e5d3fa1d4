"""Whether anything on a tenancy has changed, asked often and so asked cheaply."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, ScalarSelect, func, select

from rent.domain.tenancy import TenancyId
from rent.store.correspondence import waits
from rent.store.tables.accounts import postings, rent_accounts
from rent.store.tables.messages import conversations, inbound_messages, outbox
from rent.store.tables.payments import payments
from rent.store.tables.records import timeline


def mark_of(session: Connection, tenancy_id: TenancyId) -> str:
    """
    Return a mark of everything an officer sees of a tenancy; another mark means that something is new.

    Messages are counted by how far they came, since the provider's word on one comes later.
    """
    newest = session.execute(select(*_newest(tenancy_id))).one()
    delivered = (
        select(outbox.c.delivery, func.count(), func.max(outbox.c.id)).where(outbox.c.tenancy_id == tenancy_id).group_by(outbox.c.delivery)
    )
    held = select(conversations.c.id, conversations.c.held_by, conversations.c.needs_a_person, conversations.c.why_a_person)
    threads = session.execute(held.where(conversations.c.tenancy_id == tenancy_id).order_by(conversations.c.id))
    return repr((tuple(newest), sorted(map(tuple, session.execute(delivered))), [tuple(row) for row in threads]))


def _newest(tenancy_id: TenancyId) -> tuple[ScalarSelect[Any], ...]:
    own = select(rent_accounts.c.id).where(rent_accounts.c.tenancy_id == tenancy_id)
    heard = select(func.max(inbound_messages.c.id))
    waiting = heard.join(conversations, waits()).where(conversations.c.tenancy_id == tenancy_id)
    return (
        select(func.max(timeline.c.id)).where(timeline.c.tenancy_id == tenancy_id).scalar_subquery(),
        select(func.max(postings.c.id)).where(postings.c.account_id.in_(own)).scalar_subquery(),
        select(func.max(payments.c.id)).where(payments.c.account_id.in_(own)).scalar_subquery(),
        select(func.max(payments.c.changed_at)).where(payments.c.account_id.in_(own)).scalar_subquery(),
        heard.where(inbound_messages.c.tenancy_id == tenancy_id).scalar_subquery(),
        waiting.scalar_subquery(),
    )
