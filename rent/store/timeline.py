"""What happened on a tenancy, in order. It only grows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, or_, select

from rent.domain.tenancy import PersonId, TenancyId
from rent.store.tables.records import timeline


class Happened(StrEnum):
    """The kinds of line a timeline has."""

    PAYMENT_STARTED = "PAYMENT_STARTED"
    PAYMENT_RECEIVED = "PAYMENT_RECEIVED"
    PAYMENT_FAILED = "PAYMENT_FAILED"
    PAYMENT_GIVEN_BACK = "PAYMENT_GIVEN_BACK"
    PAYMENT_NEEDS_A_PERSON = "PAYMENT_NEEDS_A_PERSON"
    PAYMENT_LINK_MADE = "PAYMENT_LINK_MADE"
    SIGNED_IN = "SIGNED_IN"
    SIGN_IN_CODE_ISSUED = "SIGN_IN_CODE_ISSUED"
    CONTACT_CHANGED = "CONTACT_CHANGED"
    PREFERENCES_CHANGED = "PREFERENCES_CHANGED"
    OPTED_OUT = "OPTED_OUT"
    OPTED_IN = "OPTED_IN"
    WRONG_NUMBER = "WRONG_NUMBER"
    IDENTITY_PROVED = "IDENTITY_PROVED"
    IDENTITY_LOCKED = "IDENTITY_LOCKED"
    HANDED_TO_OFFICER = "HANDED_TO_OFFICER"
    OFFICER_TOOK_OVER = "OFFICER_TOOK_OVER"
    OFFICER_HANDED_BACK = "OFFICER_HANDED_BACK"
    MESSAGE_SENT = "MESSAGE_SENT"
    MESSAGE_DROPPED = "MESSAGE_DROPPED"
    HOLD_PLACED = "HOLD_PLACED"
    HOLD_LIFTED = "HOLD_LIFTED"
    POSTING_REVERSED = "POSTING_REVERSED"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline."""

    at: datetime
    on_date: date
    happened: Happened
    actor: str
    detail: Mapping[str, object]
    person_id: PersonId | None


def write(
    session: Connection,
    tenancy_id: TenancyId,
    happened: Happened,
    *,
    actor: str,
    at: datetime,
    today: date,
    person_id: PersonId | None = None,
    **detail: str | int | bool,
) -> None:
    """Add a line. ``detail`` holds plain words and figures; amounts in pence."""
    session.execute(
        insert(timeline).values(
            tenancy_id=tenancy_id,
            person_id=person_id,
            on_date=today,
            at=at,
            happened=happened.value,
            actor=actor,
            detail=detail,
        )
    )


def of_tenancy(session: Connection, tenancy_id: TenancyId, *, limit: int, seen_by: PersonId | None = None) -> tuple[Line, ...]:
    """
    Return the latest lines, newest first.

    With ``seen_by``, leave out the lines that concern another tenant only.
    """
    found = select(timeline).where(timeline.c.tenancy_id == tenancy_id).order_by(timeline.c.at.desc(), timeline.c.id.desc())
    if seen_by is not None:
        found = found.where(or_(timeline.c.person_id.is_(None), timeline.c.person_id == seen_by))
    return tuple(
        Line(row["at"], row["on_date"], Happened(row["happened"]), row["actor"], row["detail"], row["person_id"])
        for row in session.execute(found.limit(limit)).mappings()
    )
