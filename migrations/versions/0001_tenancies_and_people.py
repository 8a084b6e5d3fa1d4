"""Tenancies, their homes and their people."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# SQLite only counts up by itself on a plain INTEGER primary key.
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "landlord",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("region", sa.String(32), nullable=False),
        sa.Column("phone", sa.String(length=32), nullable=False),
        sa.Column("is_demo", BIG_ID, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_landlord_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_landlord")),
    )
    op.create_table(
        "patches",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patches")),
        sa.UniqueConstraint("code", name=op.f("uq_patches_code")),
    )
    op.create_table(
        "properties",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=240), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("patch_id", BIG_ID, nullable=False),
        sa.Column("region", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["patch_id"], ["patches.id"], name=op.f("fk_properties_patch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_properties")),
        sa.UniqueConstraint("reference", name=op.f("uq_properties_reference")),
    )
    op.create_index(op.f("ix_properties_patch_id"), "properties", ["patch_id"], unique=False)
    op.create_index(op.f("ix_properties_postcode"), "properties", ["postcode"], unique=False)
    op.create_table(
        "tenancies",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("property_id", BIG_ID, nullable=False),
        sa.Column("regime", sa.String(32), nullable=False),
        sa.Column("charge_cycle", sa.String(32), nullable=False),
        sa.Column("rent_free_weeks", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["property_id"], ["properties.id"], name=op.f("fk_tenancies_property_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenancies")),
        sa.UniqueConstraint("public_id", name=op.f("uq_tenancies_public_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_tenancies_reference")),
    )
    op.create_index(op.f("ix_tenancies_property_id"), "tenancies", ["property_id"], unique=False)
    op.create_table(
        "persons",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("full_name", sa.String(length=160), nullable=False),
        sa.Column("search_name", sa.String(length=160), nullable=False),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("neutral_wording_only", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("deceased_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.UniqueConstraint("reference", name=op.f("uq_persons_reference")),
    )
    op.create_index(op.f("ix_persons_search_name"), "persons", ["search_name"], unique=False)
    op.create_table(
        "tenancy_members",
        sa.Column("tenancy_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_tenancy_members_person_id")),
        sa.ForeignKeyConstraint(["tenancy_id"], ["tenancies.id"], name=op.f("fk_tenancy_members_tenancy_id")),
        sa.PrimaryKeyConstraint("tenancy_id", "person_id", name=op.f("pk_tenancy_members")),
    )
    op.create_index(op.f("ix_tenancy_members_person_id"), "tenancy_members", ["person_id"], unique=False)
    op.create_table(
        "contact_points",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("value", sa.String(length=254), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("is_safe", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("is_preferred", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("opted_out", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("usable_from", sa.Date(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_contact_points_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_points")),
        sa.UniqueConstraint("person_id", "channel", "value", name=op.f("uq_contact_points_person_id_channel_value")),
    )
    op.create_index("ix_contact_points_channel_value", "contact_points", ["channel", "value"], unique=False)
    op.create_table(
        "needs",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("need", sa.String(32), nullable=False),
        sa.Column("purpose", sa.String(length=200), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_needs_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs")),
        sa.UniqueConstraint("person_id", "need", name=op.f("uq_needs_person_id_need")),
    )
    op.create_index(op.f("ix_needs_person_id"), "needs", ["person_id"], unique=False)
    op.create_table(
        "holds",
        sa.Column("id", BIG_ID, autoincrement=True, nullable=False),
        sa.Column("tenancy_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("placed_by", sa.String(length=80), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.String(length=80), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["tenancy_id"], ["tenancies.id"], name=op.f("fk_holds_tenancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    op.create_index(op.f("ix_holds_tenancy_id"), "holds", ["tenancy_id"], unique=False)


def downgrade() -> None:
    op.drop_table("holds")
    op.drop_table("needs")
    op.drop_table("contact_points")
    op.drop_table("tenancy_members")
    op.drop_table("persons")
    op.drop_table("tenancies")
    op.drop_table("properties")
    op.drop_table("patches")
    op.drop_table("landlord")
