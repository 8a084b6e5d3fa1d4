"""Rent accounts, what is charged, benefit awards, and the ledger."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, String, Table, UniqueConstraint, text

from rent.domain.account import AccountKind, ChargeKind, Means, Payer, PostingKind
from rent.domain.benefit import BenefitKind
from rent.store.tables.base import BigId, Moment, Pence, Word, id_column, metadata, required

_HAS_PAYMENT: Final = text("payment_id IS NOT NULL")

rent_accounts: Final = Table(
    "rent_accounts",
    metadata,
    id_column(),
    required("reference", String(40), unique=True),
    required("tenancy_id", BigId, ForeignKey("tenancies.id"), index=True),
    required("kind", Word(AccountKind)),
    # Moved in the posting's own transaction, and proved against the sum.
    required("balance_pence", Pence, default=0, server_default="0"),
    required("opened_on", Date),
    Column("closed_on", Date),
)

charge_lines: Final = Table(
    "charge_lines",
    metadata,
    id_column(),
    required("account_id", BigId, ForeignKey("rent_accounts.id"), index=True),
    required("kind", Word(ChargeKind)),
    required("amount_pence", Pence),
    required("eligible_for_benefit", Boolean),
    required("starts_on", Date),
    Column("ends_on", Date),
    UniqueConstraint("account_id", "kind", "starts_on"),
)

benefit_claims: Final = Table(
    "benefit_claims",
    metadata,
    id_column(),
    required("tenancy_id", BigId, ForeignKey("tenancies.id"), index=True),
    required("kind", Word(BenefitKind)),
    required("amount_pence", Pence),
    required("anchor", Date),
    required("paid_up_to", Date),
    Column("ends_on", Date),
    UniqueConstraint("tenancy_id", "kind", "anchor"),
)

postings: Final = Table(
    "postings",
    metadata,
    id_column(),
    required("account_id", BigId, ForeignKey("rent_accounts.id")),
    required("kind", Word(PostingKind)),
    required("amount_pence", Pence),
    required("value_date", Date),
    required("recorded_at", Moment),
    required("payer", Word(Payer)),
    required("means", Word(Means)),
    required("source", String(32)),
    required("external_id", String(120)),
    required("description", String(200)),
    Column("reverses_id", BigId, ForeignKey("postings.id")),
    Column("payment_id", BigInteger, ForeignKey("payments.id")),
    UniqueConstraint("source", "external_id"),
    # Only for those that have one: charges are many, and come all at once.
    Index("ix_postings_payment_id", "payment_id", postgresql_where=_HAS_PAYMENT, sqlite_where=_HAS_PAYMENT),
    Index("ix_postings_account_id_value_date", "account_id", "value_date", "id"),
)
