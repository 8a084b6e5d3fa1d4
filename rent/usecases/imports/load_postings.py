"""Load the postings of whole accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from rent import store
from rent.domain.account import PostingKind
from rent.domain.extract import Outcome, PostingLine
from rent.store import ledger_load
from rent.store.ledger_load import Recorded
from rent.usecases.imports.loaded import Loaded

There = Mapping[str, Recorded]


def load_postings(
    session: store.Session, *, lines: Sequence[PostingLine], accounts: Mapping[str, int], source: str, now: datetime, write: bool
) -> Loaded:
    """
    Record the postings that are not there yet, and move the balances.

    The ledger only grows: a line that would change a posting is refused, and so is one that undoes a
    posting the same account does not have.
    """
    there = ledger_load.recorded(session, source, [line.reference for line in lines] + [line.reverses for line in lines if line.reverses])
    loaded = Loaded()
    new = [line for line in lines if _is_new(line, there, accounts, loaded)]
    plain = [line for line in new if line.reverses is None]
    undoing = _undoing(new, plain, there, accounts, loaded)
    if write:
        ledger_load.append(session, [_row(line, accounts, source, now, None) for line in plain])
        undone = ledger_load.recorded(session, source, (line.reverses for line in undoing if line.reverses))
        ledger_load.append(session, [_row(line, accounts, source, now, undone[line.reverses or ""].id) for line in undoing])
    loaded.outcomes.update((line.line, Outcome.NEW) for line in (*plain, *undoing))
    return loaded


def _is_new(line: PostingLine, there: There, accounts: Mapping[str, int], loaded: Loaded) -> bool:
    found = there.get(line.reference)
    if found is None:
        return True
    if found[1:] == (accounts.get(line.account), line.kind, line.amount, date.fromisoformat(line.value_date)):
        loaded.outcomes[line.line] = Outcome.SAME
    else:
        loaded.refused[line.line] = (
            f"posting {line.reference} is on the ledger with another account, kind, amount or date, and the ledger is never changed: "
            "undo it with a reversal and post it anew"
        )
    return False


def _undoing(
    new: Sequence[PostingLine], plain: Sequence[PostingLine], there: There, accounts: Mapping[str, int], loaded: Loaded
) -> list[PostingLine]:
    here = {(line.account, line.reference) for line in plain if line.kind != PostingKind.REVERSAL}
    good = list[PostingLine]()
    for line in new:
        if line.reverses is None:
            continue
        found = there.get(line.reverses)
        on_ledger = found is not None and found.account_id == accounts.get(line.account) and found.kind is not PostingKind.REVERSAL
        if on_ledger or (line.account, line.reverses) in here:
            good.append(line)
        else:
            loaded.refused[line.line] = (
                f"it undoes posting {line.reverses}, which account {line.account} does not have, or which is itself a reversal"
            )
    return good


def _row(line: PostingLine, accounts: Mapping[str, int], source: str, now: datetime, reverses: int | None) -> tuple[Any, ...]:
    return (
        accounts[line.account],
        line.kind,
        line.amount,
        date.fromisoformat(line.value_date),
        now,
        line.payer,
        line.means,
        source,
        line.reference,
        line.description,
        reverses,
    )
