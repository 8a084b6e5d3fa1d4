"""
What must come of each handler, for each caller: the whole table, cell by cell.

A handler that is not here fails the test: whoever writes one says here who may call it.
"""

from __future__ import annotations

from enum import StrEnum

from tests.integration.authorisation.world import Caller


class Outcome(StrEnum):
    """What a caller is told."""

    RUNS = "runs"
    SIGN_IN = "is sent to sign in"
    NOT_FOUND = "finds nothing"


Row = dict[Caller, Outcome]
R, S, N = Outcome.RUNS, Outcome.SIGN_IN, Outcome.NOT_FOUND


def row(*cells: Outcome) -> Row:
    """Return a row from its seven cells, in the order of the callers."""
    return dict(zip(Caller, cells, strict=True))


# The columns: nobody, this tenant, another tenant, officer on, officer off, auditor, admin.
ANYBODY = row(R, R, R, R, R, R, R)

# The portal knows no officers: to it their cookie is nobody's.
TENANTS = row(S, R, R, S, S, S, S)
PORTAL_UNMARKED = row(S, N, N, S, S, S, S)

# The console knows no tenants.
STAFF = row(S, S, S, R, R, R, R)
LOOKING = row(S, S, S, R, R, R, N)
CASEWORK = row(S, S, S, R, R, N, N)
REPLAYING = row(S, S, S, N, N, N, R)
CONSOLE_UNMARKED = row(S, S, S, N, N, N, N)

PORTAL: dict[str, Row] = {
    "landlord.load": ANYBODY,
    "home_state.load": ANYBODY,
    "messages_state.load": TENANTS,
    "pay_state.load": TENANTS,
    "pay_state.choose": TENANTS,
    "pay_state.look_over": TENANTS,
    "receipt_state.load": TENANTS,
    "receipt_state.follow": TENANTS,
    "preferences_state.load": TENANTS,
    "preferences_state.save": TENANTS,
    "preferences_state.choose_texts": TENANTS,
    "preferences_state.keep_neutral": TENANTS,
    "preferences_state.add_number": TENANTS,
    "statement_state.load": TENANTS,
    "statement_state.choose": TENANTS,
    "session_end.watch": ANYBODY,
    "session_end.stay": ANYBODY,
}

CONSOLE: dict[str, Row] = {
    "desk.load": ANYBODY,
    "desk.enter": STAFF,
    "session_end.watch": ANYBODY,
    "session_end.stay": ANYBODY,
    "search_state.search": LOOKING,
    "case_state.load": LOOKING,
    "case_state.give_reason": LOOKING,
    "case_state.refresh": LOOKING,
    "case_state.look_again": LOOKING,
    "case_state.pause": LOOKING,
    "case_state.show_account": LOOKING,
    "case_state.show_more": LOOKING,
    "reply_state.begin": LOOKING,
    "reply_state.count": CASEWORK,
    "reply_state.send": CASEWORK,
    "link_state.begin": LOOKING,
    "link_state.send": CASEWORK,
    "code_state.begin": LOOKING,
    "code_state.issue": CASEWORK,
    "thread_state.take": CASEWORK,
    "thread_state.give_back": CASEWORK,
    "waiting_state.load": CASEWORK,
    "waiting_state.refresh": CASEWORK,
    "rejected_state.load": REPLAYING,
    "rejected_state.replay_text": REPLAYING,
    "rejected_state.replay_event": REPLAYING,
}

# Reflex registers these on its own. A page cannot live without the first three; the next two do
# what the page does as it loads, which is a tenant's or an officer's; nobody may call the rest.
FRAMEWORK_NEEDED = {"state.hydrate", "state.set_is_hydrated", "on_load_internal_state.set_is_hydrated"}
FRAMEWORK_LOADS = {"state.hydrate_and_load", "on_load_internal_state.on_load_internal"}
FRAMEWORK_REFUSED = {"update_vars_internal", "handle_frontend_exception", "setvar"}


def expected(door: str, handler: str) -> Row | None:
    """Return the row of a handler such as ``case_state.load``, or nothing if nobody wrote one."""
    if handler in FRAMEWORK_NEEDED:
        return ANYBODY
    if handler in FRAMEWORK_LOADS:
        return TENANTS if door == "portal" else LOOKING
    if handler.rsplit(".", 1)[1] in FRAMEWORK_REFUSED:
        return PORTAL_UNMARKED if door == "portal" else CONSOLE_UNMARKED
    return (PORTAL if door == "portal" else CONSOLE).get(handler)
