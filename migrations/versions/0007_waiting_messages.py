"""When a message that could not be handled is tried again, and urgent texts first."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("inbound_messages", sa.Column("try_again_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_outbox_class_waiting", "outbox", ["delivery", "message_class", "not_before"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_outbox_class_waiting", "outbox")
    op.drop_column("inbound_messages", "try_again_at")
