"""Find the lines that say something twice, or speak of what does not exist."""

from __future__ import annotations

from functools import partial
from typing import Final

from rent import store
from rent.domain.extract import Part
from rent.store import bulk
from rent.store.spool import Spool
from rent.store.tables.accounts import rent_accounts
from rent.store.tables.homes import properties, tenancies

# Parents first, so that the lines of a home that was set aside are set aside too.
_PARENTS: Final = (
    (Part.TENANCIES, "property", Part.PROPERTIES, "property", properties),
    (Part.PEOPLE, "tenancy", Part.TENANCIES, "tenancy", tenancies),
    (Part.ACCOUNTS, "tenancy", Part.TENANCIES, "tenancy", tenancies),
    (Part.BENEFITS, "tenancy", Part.TENANCIES, "tenancy", tenancies),
    (Part.CHARGES, "account", Part.ACCOUNTS, "account", rent_accounts),
    (Part.POSTINGS, "account", Part.ACCOUNTS, "account", rent_accounts),
)


def check_references(session: store.Session, *, spool: Spool) -> None:
    """Set aside doubled lines, and those whose home, tenancy or account is neither in the extract nor here."""
    for part in Part:
        spool.set_aside_doubles(part)
    for part, column, parents, what, table in _PARENTS:
        spool.set_aside_orphans(part, column, parents, what=what, known=partial(bulk.ids_of, session, table))
