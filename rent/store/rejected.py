"""What came from outside and could not be used: texts, payment events and rows of a load."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from rent.store.inbound import InboundId
from rent.store.tables.messages import inbound_messages
from rent.store.tables.records import import_rejects, import_runs


@dataclass(frozen=True, slots=True)
class FailedText:
    """A text nobody could handle yet. It carries neither the number nor the words: whoever replays need not know."""

    id: InboundId
    received_at: datetime
    attempts: int
    trouble: str


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row of a load that was set aside, without the row itself."""

    id: int
    run_id: int
    loaded_at: datetime
    file: str
    line: int
    reason: str


def failed_texts(session: Connection, *, limit: int) -> tuple[FailedText, ...]:
    """Return the texts that failed at least once and wait, newest first."""
    failed = inbound_messages.c.handled_at.is_(None) & (inbound_messages.c.attempts > 0)
    columns = (inbound_messages.c.id, inbound_messages.c.received_at, inbound_messages.c.attempts, inbound_messages.c.trouble)
    found = select(*columns).where(failed).order_by(inbound_messages.c.id.desc()).limit(limit)
    return tuple(FailedText(InboundId(number), at, attempts, trouble or "") for number, at, attempts, trouble in session.execute(found))


def try_text_anew(session: Connection, inbound_id: InboundId) -> bool:
    """Let a text that failed be tried again at once; return whether there was one."""
    failed = inbound_messages.c.handled_at.is_(None) & (inbound_messages.c.attempts > 0) & (inbound_messages.c.id == inbound_id)
    return session.execute(update(inbound_messages).where(failed).values(try_again_at=None)).rowcount == 1


def rows(session: Connection, *, limit: int) -> tuple[RejectedRow, ...]:
    """Return the rows that were set aside and not used since, newest first."""
    found = (
        select(
            import_rejects.c.id,
            import_rejects.c.run_id,
            import_runs.c.started_at,
            import_rejects.c.file,
            import_rejects.c.line,
            import_rejects.c.reason,
        )
        .join(import_runs, import_runs.c.id == import_rejects.c.run_id)
        .where(import_rejects.c.replayed_at.is_(None))
        .order_by(import_rejects.c.id.desc())
        .limit(limit)
    )
    return tuple(RejectedRow(*row) for row in session.execute(found))
