"""Whose each text was, since a number can go to somebody else and what was said does not go with it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COLUMNS = ("person_id", "tenancy_id")


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("inbound_messages", sa.Column(column, BIG_ID, nullable=True))
        op.create_index(f"ix_inbound_messages_{column}", "inbound_messages", [column], unique=False)
    op.execute(
        "UPDATE inbound_messages SET"
        " person_id = (SELECT person_id FROM conversations WHERE conversations.id = inbound_messages.conversation_id),"
        " tenancy_id = (SELECT tenancy_id FROM conversations WHERE conversations.id = inbound_messages.conversation_id)"
        " WHERE conversation_id IS NOT NULL"
    )


def downgrade() -> None:
    for column in COLUMNS:
        op.drop_index(f"ix_inbound_messages_{column}", "inbound_messages")
        op.drop_column("inbound_messages", column)
