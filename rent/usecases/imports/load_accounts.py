"""Load whole accounts: what they are, what is charged, and every posting, all at once or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from rent import store
from rent.domain.extract import AccountLine, ChargeLine, Part, PostingLine
from rent.store import bulk, ledger_load
from rent.store.bulk import Refused, Row
from rent.store.spool import Spool
from rent.store.tables.accounts import charge_lines, rent_accounts
from rent.store.tables.homes import tenancies
from rent.usecases.imports.load_postings import load_postings
from rent.usecases.imports.loaded import Loaded, take_theirs

LINES_AT_ONCE: Final = 5_000
_account = attrgetter("account")


@dataclass(slots=True)
class Accounts:
    """All the lines of some accounts, and of no others."""

    accounts: list[AccountLine] = field(default_factory=list)
    charges: list[ChargeLine] = field(default_factory=list)
    postings: list[PostingLine] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.accounts) + len(self.charges) + len(self.postings)

    @property
    def references(self) -> set[str]:
        """Return the accounts the lines are of."""
        return {line.account for lines in (self.accounts, self.charges, self.postings) for line in lines}

    def take(self, line: AccountLine | ChargeLine | PostingLine) -> None:
        """Add a line."""
        match line:
            case AccountLine():
                self.accounts.append(line)
            case ChargeLine():
                self.charges.append(line)
            case PostingLine():
                self.postings.append(line)


def whole_accounts(spool: Spool) -> Iterator[Accounts]:
    """Yield batches of about so many lines that never part an account."""
    streams = spool.lines(Part.ACCOUNTS, "reference"), spool.lines(Part.CHARGES, "account"), spool.lines(Part.POSTINGS, "account")
    batch = Accounts()
    for _, lines in groupby(merge(*streams, key=_account), key=_account):
        for line in lines:
            batch.take(line)
        if len(batch) >= LINES_AT_ONCE:
            yield batch
            batch = Accounts()
    if len(batch):
        yield batch


def load_accounts(session: store.Session, *, batch: Accounts, source: str, now: datetime, write: bool) -> Mapping[Part, Loaded]:
    """
    Bring accounts up to date with their charge lines and postings, and move their balances.

    An account stays with its tenancy and kind: a line that says otherwise is refused.
    """
    told = {part: Loaded() for part in (Part.ACCOUNTS, Part.CHARGES, Part.POSTINGS)}
    held = bulk.ids_of(session, tenancies, (line.tenancy for line in batch.accounts))
    rows = [_account_row(line, held.get(line.tenancy)) for line in batch.accounts]
    outcomes = bulk.merge(session, rent_accounts, rows, key=("reference",), settle=_settle_account, write=write)
    told[Part.ACCOUNTS].note(_lines(batch.accounts), outcomes)
    ids = bulk.ids_of(session, rent_accounts, batch.references)
    if write:
        ledger_load.hold_accounts(session, ids.values())
    charges = [_charge_row(line, ids.get(line.account)) for line in batch.charges]
    outcomes = bulk.merge(session, charge_lines, charges, key=("account_id", "kind", "starts_on"), settle=take_theirs, write=write)
    told[Part.CHARGES].note(_lines(batch.charges), outcomes)
    told[Part.POSTINGS] = load_postings(session, lines=batch.postings, accounts=ids, source=source, now=now, write=write)
    return told


def _lines(lines: Sequence[AccountLine] | Sequence[ChargeLine]) -> Iterator[int]:
    return (line.line for line in lines)


def _account_row(line: AccountLine, tenancy: int | None) -> dict[str, Any]:
    return {
        "reference": line.reference,
        "tenancy_id": tenancy,
        "kind": line.kind,
        "opened_on": date.fromisoformat(line.opened_on),
        "closed_on": date.fromisoformat(line.closed_on) if line.closed_on else None,
    }


def _settle_account(ours: Row, theirs: Row) -> Row:
    if theirs["tenancy_id"] != ours["tenancy_id"]:
        raise Refused("here the account belongs to another tenancy, and its history may not move to other people")
    if theirs["kind"] != ours["kind"]:
        raise Refused(f"here the account is {ours['kind']}, and an account does not change its kind")
    return theirs


def _charge_row(line: ChargeLine, account: int | None) -> dict[str, Any]:
    return {
        "account_id": account,
        "kind": line.kind,
        "amount_pence": line.amount,
        "eligible_for_benefit": bool(line.eligible),
        "starts_on": date.fromisoformat(line.starts_on),
        "ends_on": date.fromisoformat(line.ends_on) if line.ends_on else None,
    }
