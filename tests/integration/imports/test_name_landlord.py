"""Whose homes are loaded is said once, and never mixed with a demo's."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from rent.domain.tenancy import Region
from rent.store import landlords
from rent.usecases.imports.name_landlord import UnableToImport, name_landlord


def test_the_first_import_must_say_whose_homes_these_are(session: Connection) -> None:
    with pytest.raises(UnableToImport, match="--landlord"):
        name_landlord(session, name=None, region=Region.ENGLAND, phone=None)


def test_a_landlord_is_named_once_and_a_later_import_need_not_say_it(session: Connection) -> None:
    name_landlord(session, name="Afon Homes", region=Region.WALES, phone="0300 555 0100")
    name_landlord(session, name=None, region=Region.ENGLAND, phone=None)

    found = landlords.find(session)
    assert found is not None
    assert (found.name, found.region, found.is_demo) == ("Afon Homes", Region.WALES, False)


def test_real_data_is_not_loaded_beside_a_demo_whose_sign_ins_everybody_knows(session: Connection) -> None:
    landlords.record(session, name="A demo", region=Region.ENGLAND, phone="+447700900990", is_demo=True)

    with pytest.raises(UnableToImport, match="demo landlord"):
        name_landlord(session, name="Afon Homes", region=Region.WALES, phone="0300 555 0100")
