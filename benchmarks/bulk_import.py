"""A landlord's postings from CSV extracts, through the whole import: checks, control totals, set-aside rows, balances."""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert

from benchmarks import landlord
from benchmarks.figures import Row, empty_house, per_second
from rent.domain.account import Means, Payer, PostingKind
from rent.store.tables.accounts import postings

POSTINGS = int(os.environ.get("BENCH_POSTINGS", "1000000"))
HOMES = 5_000
BATCH = 5_000
MEMORY_MB_MAX = 400


def run() -> list[Row]:
    """Return the row of the import."""
    with empty_house() as (engine, folder):
        extract = folder / "extract"
        _write(extract)
        command = [sys.executable, "-m", "rent.cli", "import", str(extract), "--landlord", "Bench Homes", "--phone", "01632 960000"]
        environment = os.environ | {"DATABASE_URL": str(engine.url)}
        ours = per_second(POSTINGS, lambda: subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    floor = _floor()
    kept = ours / floor >= 0.5 and memory < MEMORY_MB_MAX
    return [Row(f"import {POSTINGS:,} postings from CSV", "a second", ours, floor, ">= 0.5, memory flat", kept, f"peak {memory:.0f} MB")]


def _floor() -> float:
    with empty_house() as (engine, _), engine.connect().execution_options(writes=True) as session, session.begin():
        landlord.build(session, HOMES)

        def core() -> None:
            for first in range(0, POSTINGS, BATCH):
                session.execute(insert(postings), [_row(number) for number in range(first, first + BATCH)])

        return per_second(POSTINGS, core)


def _row(number: int) -> dict[str, object]:
    return {
        "account_id": number % HOMES + 1,
        "kind": PostingKind.CHARGE,
        "amount_pence": 12_000,
        "value_date": date(2026, 4, 6),
        "recorded_at": landlord.MADE_AT,
        "payer": Payer.LANDLORD,
        "means": Means.NONE,
        "source": "bench",
        "external_id": str(number),
        "description": "Rent for the week",
    }


def _write(extract: Path) -> None:
    extract.mkdir()
    tables: dict[str, tuple[str, Iterator[tuple[object, ...]]]] = {
        "properties": (
            "property,address,postcode,region,patch,patch_name",
            ((f"H{n}", f"{n} Mill Street", "EX4 7RT", "ENG", "QUAY", "Quay") for n in range(HOMES)),
        ),
        "tenancies": (
            "tenancy,property,regime,charge_cycle,rent_free_weeks,starts_on,ends_on",
            ((n, f"H{n}", "SECURE_ENG", "WEEKLY", "", "2015-04-06", "") for n in range(HOMES)),
        ),
        "people": (
            "person,tenancy,role,full_name,date_of_birth,language,phone,email,prefers,safe_to_text,safe_to_email,neutral_wording_only,needs,since,until,deceased_on",
            (
                (f"N{n}", n, "TENANT", f"Tenant {n}", "1980-01-01", "en", "", "", "", "Y", "Y", "N", "", "2015-04-06", "", "")
                for n in range(HOMES)
            ),
        ),
        "accounts": ("account,tenancy,kind,opened_on,closed_on", ((n, n, "CURRENT_RENT", "2015-04-06", "") for n in range(HOMES))),
        "charges": (
            "account,kind,amount,eligible_for_benefit,starts_on,ends_on",
            ((n, "RENT", "120.00", "Y", "2026-04-06", "") for n in range(HOMES)),
        ),
        "benefits": ("tenancy,kind,amount,anchor,paid_up_to,ends_on", iter(())),
        "postings": ("posting,account,kind,amount,value_date,payer,means,description,reverses", _postings()),
    }
    totals = {"charges": 120 * HOMES, "postings": 120 * POSTINGS}
    control = [("file", "rows", "total")]
    for name, (head, rows) in tables.items():
        count = _table(extract / f"{name}.csv", head, rows)
        control.append((f"{name}.csv", str(count), f"{totals.get(name, 0)}.00"))
    with (extract / "control.csv").open("w", newline="") as file:
        csv.writer(file).writerows(control)


def _postings() -> Iterator[tuple[object, ...]]:
    for number in range(POSTINGS):
        day = date(2020, 4, 6) + timedelta(weeks=number // HOMES)
        yield f"P{number}", number % HOMES, "CHARGE", "120.00", day.isoformat(), "LANDLORD", "NONE", "Rent for the week", ""


def _table(path: Path, head: str, rows: Iterator[tuple[object, ...]]) -> int:
    count = 0
    with path.open("w", newline="") as file:
        file.write(head + "\n")
        writer = csv.writer(file)
        for row in rows:
            writer.writerow(row)
            count += 1
    return count
