"""Rent accounts, the ledger and payments."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# SQLite only counts up by itself on a plain INTEGER primary key.
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "rent_accounts",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("tenancy_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("balance_pence", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["tenancy_id"], ["tenancies.id"], name=op.f("fk_rent_accounts_tenancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rent_accounts")),
        sa.UniqueConstraint("reference", name=op.f("uq_rent_accounts_reference")),
    )
    op.create_index(op.f("ix_rent_accounts_tenancy_id"), "rent_accounts", ["tenancy_id"], unique=False)
    op.create_table(
        "charge_lines",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("account_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("eligible_for_benefit", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["rent_accounts.id"], name=op.f("fk_charge_lines_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charge_lines")),
        sa.UniqueConstraint("account_id", "kind", "starts_on", name=op.f("uq_charge_lines_account_id_kind_starts_on")),
    )
    op.create_index(op.f("ix_charge_lines_account_id"), "charge_lines", ["account_id"], unique=False)
    op.create_table(
        "benefit_claims",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("tenancy_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("paid_up_to", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["tenancy_id"], ["tenancies.id"], name=op.f("fk_benefit_claims_tenancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_claims")),
        sa.UniqueConstraint("tenancy_id", "kind", "anchor", name=op.f("uq_benefit_claims_tenancy_id_kind_anchor")),
    )
    op.create_index(op.f("ix_benefit_claims_tenancy_id"), "benefit_claims", ["tenancy_id"], unique=False)
    op.create_table(
        "payment_links",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["rent_accounts.id"], name=op.f("fk_payment_links_account_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_payment_links_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_links")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_payment_links_token_hash")),
    )
    op.create_table(
        "payments",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("account_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.Column("link_id", BIG_ID, nullable=True),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("session_id", sa.String(length=120), nullable=True),
        sa.Column("checkout_url", sa.Text(), nullable=True),
        sa.Column("provider_id", sa.String(length=120), nullable=True),
        sa.Column("needs_a_person", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["rent_accounts.id"], name=op.f("fk_payments_account_id")),
        sa.ForeignKeyConstraint(["link_id"], ["payment_links.id"], name=op.f("fk_payments_link_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_payments_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_payments_provider_id")),
        sa.UniqueConstraint("public_id", name=op.f("uq_payments_public_id")),
        sa.UniqueConstraint("session_id", name=op.f("uq_payments_session_id")),
    )
    op.create_index(op.f("ix_payments_account_id"), "payments", ["account_id"], unique=False)
    op.create_index(op.f("ix_payments_link_id"), "payments", ["link_id"], unique=False)
    op.create_index(op.f("ix_payments_status"), "payments", ["status"], unique=False)
    op.create_table(
        "postings",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("account_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("value_date", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payer", sa.String(32), nullable=False),
        sa.Column("means", sa.String(32), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("external_id", sa.String(length=120), nullable=False),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.Column("reverses_id", BIG_ID, nullable=True),
        sa.Column("payment_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["rent_accounts.id"], name=op.f("fk_postings_account_id")),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], name=op.f("fk_postings_payment_id")),
        sa.ForeignKeyConstraint(["reverses_id"], ["postings.id"], name=op.f("fk_postings_reverses_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postings")),
        sa.UniqueConstraint("source", "external_id", name=op.f("uq_postings_source_external_id")),
    )
    op.create_index("ix_postings_account_id_value_date", "postings", ["account_id", "value_date", "id"], unique=False)
    op.create_index(op.f("ix_postings_payment_id"), "postings", ["payment_id"], unique=False)
    op.create_table(
        "payouts",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("provider_id", sa.String(length=120), nullable=False),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("arrives_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("difference_pence", sa.BigInteger(), nullable=False),
        sa.Column("reconciled_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payouts")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_payouts_provider_id")),
    )
    op.create_table(
        "payout_lines",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("payout_id", BIG_ID, nullable=False),
        sa.Column("provider_id", sa.String(length=120), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("fee_pence", sa.BigInteger(), nullable=False),
        sa.Column("net_pence", sa.BigInteger(), nullable=False),
        sa.Column("payment_id", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], name=op.f("fk_payout_lines_payment_id")),
        sa.ForeignKeyConstraint(["payout_id"], ["payouts.id"], name=op.f("fk_payout_lines_payout_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payout_lines")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_payout_lines_provider_id")),
    )
    op.create_index(op.f("ix_payout_lines_payment_id"), "payout_lines", ["payment_id"], unique=False)
    op.create_index(op.f("ix_payout_lines_payout_id"), "payout_lines", ["payout_id"], unique=False)


def downgrade() -> None:
    op.drop_table("payout_lines")
    op.drop_table("payouts")
    op.drop_table("postings")
    op.drop_table("payments")
    op.drop_table("payment_links")
    op.drop_table("benefit_claims")
    op.drop_table("charge_lines")
    op.drop_table("rent_accounts")
