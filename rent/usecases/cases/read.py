"""Read everything an officer sees of a tenancy they have reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rent import store
from rent.domain.account import AccountId, AccountKind
from rent.domain.hold import Hold
from rent.domain.officer import OfficerId
from rent.domain.periods import Period
from rent.domain.statement import Statement
from rent.store import attempts, changes, colleagues, conversations, correspondence, holds, households, timeline
from rent.store.access import Tenancy
from rent.usecases.accounts.draw_up_statement import draw_up_statement
from rent.usecases.accounts.summarise import AccountSummary, TenancySummary, summarise_tenancy

PAYMENTS_MAX: Final = 20
MESSAGES_MAX: Final = 100
LINES_MAX: Final = 60
WEEKS_FIRST: Final = 13
WEEKS_MORE: Final = 26
WEEKS_MAX: Final = 6 * 53
OFFICER: Final = "officer:"


@dataclass(frozen=True, slots=True)
class Shown:
    """Which account's postings are in view, the current rent account's when none is named, and how far back."""

    account_id: AccountId | None = None
    weeks: int = WEEKS_FIRST


@dataclass(frozen=True, slots=True)
class Case:
    """A tenancy as an officer sees it. ``mark`` changes as soon as anything in it does."""

    tenancy: Tenancy
    patch: str
    household: tuple[households.Member, ...]
    holds: tuple[Hold, ...]
    money: TenancySummary
    account: AccountSummary | None
    statement: Statement | None
    payments: tuple[attempts.Attempt, ...]
    threads: tuple[conversations.Thread, ...]
    messages: tuple[correspondence.Said, ...]
    timeline: tuple[timeline.Line, ...]
    officers: Mapping[OfficerId, str]
    mark: str
    is_masked: bool = False


def read_case(session: store.Session, tenancy: Tenancy, *, shown: Shown, today: date) -> Case:
    """Return a tenancy's case. Whoever asks has shown that they may know."""
    # The mark comes first: what changes meanwhile is then read again, and never missed.
    mark = changes.mark_of(session, tenancy.id)
    money = summarise_tenancy(session, tenancy_id=tenancy.id, today=today)
    account = _in_view(money.accounts, shown.account_id)
    period = Period(today - timedelta(weeks=min(max(shown.weeks, 1), WEEKS_MAX)), today + timedelta(days=1))
    threads = conversations.of_tenancy(session, tenancy.id)
    messages = correspondence.of_tenancy(session, tenancy.id, limit=MESSAGES_MAX)
    lines = timeline.of_tenancy(session, tenancy.id, limit=LINES_MAX)
    return Case(
        tenancy=tenancy,
        patch=colleagues.patch_name(session, tenancy.patch_id),
        household=households.of_tenancy(session, tenancy.id),
        holds=tuple(hold for hold in holds.not_lifted(session, [tenancy.id]).get(tenancy.id, ()) if hold.covers(today)),
        money=money,
        account=account,
        statement=None if account is None else draw_up_statement(session, account_id=account.id, period=period),
        payments=attempts.of_tenancy(session, tenancy.id, limit=PAYMENTS_MAX),
        threads=threads,
        messages=messages,
        timeline=lines,
        officers=colleagues.names_of(session, _officers(threads, messages, lines)),
        mark=mark,
    )


def officer_of(actor: str) -> OfficerId | None:
    """Return the officer behind a timeline's actor, if it was one."""
    number = actor.removeprefix(OFFICER)
    return OfficerId(int(number)) if actor.startswith(OFFICER) and number.isdecimal() else None


def _in_view(accounts: tuple[AccountSummary, ...], wanted: AccountId | None) -> AccountSummary | None:
    by_id = (account for account in accounts if account.id == wanted)
    rent = (account for account in accounts if account.kind is AccountKind.CURRENT_RENT)
    return next(by_id, None) or next(rent, None) or next(iter(accounts), None)


def _officers(
    threads: tuple[conversations.Thread, ...], messages: tuple[correspondence.Said, ...], lines: tuple[timeline.Line, ...]
) -> set[OfficerId]:
    named = {thread.held_by for thread in threads} | {said.officer_id for said in messages} | {officer_of(line.actor) for line in lines}
    return {officer for officer in named if officer is not None}
