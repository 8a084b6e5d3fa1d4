"""A load that is stopped half way leaves whole accounts only, and is finished by loading again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from rent.gateways.housing_systems import mapping as mappings
from rent.gateways.housing_systems.folder import read_folder
from rent.store.tables.accounts import postings
from rent.usecases.imports.load import load_extract
from tests.integration.imports.extracts import NOW, TODAY, Loads, say_again

ACCOUNTS, WEEKS = 240, 50


class Stopped(Exception):
    """The machine went away."""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return an extract of more postings than fit into one transaction, those of an account far apart."""
    folder = tmp_path / "many"
    folder.mkdir()
    weeks = [date(2025, 12, 1) + timedelta(weeks=week) for week in range(WEEKS)]
    files = {
        "properties": [
            "property,address,postcode,region,patch,patch_name",
            *(f"H{n},{n} Road,EX4 6QA,ENG,P,Patch" for n in range(ACCOUNTS)),
        ],
        "tenancies": [
            "tenancy,property,regime,charge_cycle,rent_free_weeks,starts_on,ends_on",
            *(f"T{n},H{n},SECURE_ENG,WEEKLY,,2020-01-06," for n in range(ACCOUNTS)),
        ],
        "accounts": ["account,tenancy,kind,opened_on,closed_on", *(f"T{n},T{n},CURRENT_RENT,2020-01-06," for n in range(ACCOUNTS))],
        "postings": [
            "posting,account,kind,amount,value_date,payer,means,description,reverses",
            *(f"P{n}-{week},T{n},CHARGE,110.00,{week},LANDLORD,NONE,," for week in weeks for n in range(ACCOUNTS)),
        ],
    }
    for name, lines in files.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    say_again(folder)
    return folder


def stop_after(batches: int) -> object:
    """Return what is told of each batch, and stops the load after so many."""
    told = iter(range(1, batches + 1))

    def say(words: str) -> None:
        if words.startswith("Loading") and next(told) == batches:
            raise Stopped

    return say


@pytest.mark.parametrize("batches", [1, 2, 3, 4])
def test_no_account_is_ever_loaded_by_half_and_loading_again_finishes_it(loads: Loads, many: Path, batches: int) -> None:
    spool = read_folder(many, mappings.load("evenkeel"))
    with pytest.raises(Stopped):
        load_extract(spool, transaction=loads.transaction, now=NOW, today=TODAY, write=True, say=stop_after(batches))
    spool.close()

    lengths = _postings_of_each_account(loads)
    assert set(lengths) <= {WEEKS}
    assert len(lengths) == loads.count("rent_accounts") < ACCOUNTS
    assert loads.balances_that_do_not_add_up() == 0
    loads.load(many)
    assert _postings_of_each_account(loads) == [WEEKS] * ACCOUNTS
    assert loads.balances_that_do_not_add_up() == 0


def _postings_of_each_account(loads: Loads) -> list[int]:
    with loads.transaction() as session:
        return list(session.execute(select(func.count()).select_from(postings).group_by(postings.c.account_id)).scalars())
