"""What came from outside and could not be used."""

from dataclasses import dataclass

from rent.usecases.cases.list_rejected import Rejected
from rent.words import _, moment


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing that could not be used."""

    id: str
    what: str
    at: str
    trouble: str


@dataclass(frozen=True, slots=True)
class RejectedView:
    """The three kinds of things."""

    is_ready: bool = False
    texts: tuple[ItemView, ...] = ()
    events: tuple[ItemView, ...] = ()
    rows: tuple[ItemView, ...] = ()


def rejected(found: Rejected, locale: str) -> RejectedView:
    """Show what somebody has to look at."""
    return RejectedView(
        is_ready=True,
        texts=tuple(
            ItemView(str(text.id), _("Text {number}", locale, number=text.id), moment(text.received_at, locale), text.trouble)
            for text in found.texts
        ),
        events=tuple(
            ItemView(str(event.id), f"{event.kind} {event.external_id}", moment(event.received_at, locale), event.trouble or "")
            for event in found.events
        ),
        rows=tuple(
            ItemView(
                str(row.id),
                _("Import {run}, {file} line {line}", locale, run=row.run_id, file=row.file, line=row.line),
                moment(row.loaded_at, locale),
                row.reason,
            )
            for row in found.rows
        ),
    )
