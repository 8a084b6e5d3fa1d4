"""What needs an officer today."""

from dataclasses import dataclass

import reflex as rx

from officer_console.service import SERVICE
from web.components.table import rows, table
from web.localised import say
from web.shell import shell


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the worklist, in finished words."""

    tenant: str
    reason: str
    owed: str


class WorklistState(rx.State):
    """The officer's open work."""

    lines: list[Row] = rx.field(default_factory=list)


def title() -> str:
    """Return the page's title."""
    return say("Worklist")


def page() -> rx.Component:
    """Return the page."""
    headings = (say("Tenant"), say("What it needs"), say("Owed"))
    body = rows(WorklistState.lines, lambda line: (line.tenant, line.reason, line.owed), numeric=(2,))
    return shell(SERVICE, say("Worklist"), table(say("Accounts to look at"), headings, body, numeric=(2,)))
