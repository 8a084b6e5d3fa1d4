"""Place a hold because of what somebody wrote."""

from __future__ import annotations

from datetime import date, datetime

from rent import store
from rent.domain.hold import Hold, HoldKind
from rent.domain.tenancy import TenancyId
from rent.store import holds, timeline


def pause_collection(
    session: store.Session, *, tenancy_id: TenancyId, kind: HoldKind, reason: str, actor: str, now: datetime, today: date
) -> None:
    """Hold all collection on a tenancy until a person lifts the hold. One of a kind is enough."""
    if holds.place(session, Hold(tenancy_id, kind, today), reason=reason, placed_by=actor, now=now):
        timeline.write(session, tenancy_id, timeline.Happened.HOLD_PLACED, actor=actor, at=now, today=today, kind=kind.value)
