"""Run migrations on the database the caller named, else on the one in the environment."""

from alembic import context

from rent import runtime
from rent.settings import settings
from rent.store.tables import accounts, homes, identity, messages, payments, people, records  # noqa: F401 (fills the metadata)
from rent.store.tables.base import metadata

address = context.config.attributes.get("address") or settings().database_url.get_secret_value()

with runtime.engine_for(address).connect().execution_options(writes=True) as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
