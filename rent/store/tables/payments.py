"""Attempts to pay, links to pay by, and the provider's payouts."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Date, ForeignKey, String, Table, Text

from rent.domain.payment import Status
from rent.store.tables.base import BigId, Moment, Pence, Word, id_column, metadata, required

payments: Final = Table(
    "payments",
    metadata,
    id_column(),
    # Chosen before the provider is asked, so that a retry is a read.
    required("public_id", String(40), unique=True),
    required("account_id", BigId, ForeignKey("rent_accounts.id"), index=True),
    Column("person_id", BigId, ForeignKey("persons.id")),
    Column("link_id", BigId, ForeignKey("payment_links.id"), index=True),
    required("amount_pence", Pence),
    required("status", Word(Status), index=True),
    required("created_at", Moment),
    required("changed_at", Moment),
    Column("session_id", String(120), unique=True),
    Column("checkout_url", Text),
    Column("provider_id", String(120), unique=True),
    required("needs_a_person", Boolean, default=False, server_default="0"),
    # When to ask the provider unasked; empty once it has said its last word.
    Column("look_again_at", Moment, index=True),
)

payment_links: Final = Table(
    "payment_links",
    metadata,
    id_column(),
    required("token_hash", String(64), unique=True),
    required("account_id", BigId, ForeignKey("rent_accounts.id")),
    Column("person_id", BigId, ForeignKey("persons.id")),
    required("amount_pence", Pence),
    required("language", String(8)),
    required("created_at", Moment),
    required("expires_at", Moment),
)

payouts: Final = Table(
    "payouts",
    metadata,
    id_column(),
    required("provider_id", String(120), unique=True),
    required("amount_pence", Pence),
    required("arrives_on", Date),
    required("status", String(32)),
    # What the lines add up to less what the provider says: nothing, or somebody must look.
    required("difference_pence", Pence),
    required("reconciled_at", Moment),
)

payout_lines: Final = Table(
    "payout_lines",
    metadata,
    id_column(),
    required("payout_id", BigId, ForeignKey("payouts.id"), index=True),
    required("provider_id", String(120), unique=True),
    required("category", String(40)),
    required("amount_pence", Pence),
    required("fee_pence", Pence),
    required("net_pence", Pence),
    Column("payment_id", BigId, ForeignKey("payments.id"), index=True),
)
