"""Say whose homes are being loaded."""

from __future__ import annotations

from rent import store
from rent.domain.tenancy import Region
from rent.store import landlords


class UnableToImport(Exception):
    """Nothing may be loaded here; the message says what to do."""


def name_landlord(session: store.Session, *, name: str | None, region: Region, phone: str | None) -> None:
    """
    Record the landlord the first time; after that there is nothing to do.

    :raises UnableToImport: if nobody has said who it is, or the database holds a demo
    """
    found = landlords.find(session)
    if found is not None and found.is_demo:
        raise UnableToImport("This database holds the demo landlord, whose sign-ins everybody knows. Load real data into one of its own.")
    if found is not None:
        return
    if not name or not phone:
        raise UnableToImport("Say whose homes these are, this first time: --landlord “Name of the landlord” --phone 01632 960100")
    landlords.record(session, name=name, region=region, phone=phone, is_demo=False)
