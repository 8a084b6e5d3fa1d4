"""When to ask about a payment that nobody has told us of."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("payments", sa.Column("look_again_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_payments_look_again_at", "payments", ["look_again_at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_payments_look_again_at", "payments")
    op.drop_column("payments", "look_again_at")
