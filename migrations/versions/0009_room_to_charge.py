"""Room in the pages of accounts for a moved balance, and no index entry for the many postings without a payment."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

HAS_PAYMENT = sa.text("payment_id IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_postings_payment_id", "postings")
    op.create_index("ix_postings_payment_id", "postings", ["payment_id"], postgresql_where=HAS_PAYMENT, sqlite_where=HAS_PAYMENT)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE rent_accounts SET (fillfactor = 60)")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE rent_accounts RESET (fillfactor)")
    op.drop_index("ix_postings_payment_id", "postings")
    op.create_index("ix_postings_payment_id", "postings", ["payment_id"], unique=False)
