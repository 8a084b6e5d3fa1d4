"""What came of the lines of a batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rent.domain.extract import Outcome
from rent.store.bulk import Refused, Row


@dataclass(slots=True)
class Loaded:
    """The outcome of each line that was used, and why each other line was not."""

    outcomes: dict[int, Outcome] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)

    def note(self, lines: Iterable[int], outcomes: Sequence[Outcome | Refused]) -> None:
        """Keep what came of lines; a line that leads to several rows keeps the greatest outcome."""
        for line, outcome in zip(lines, outcomes, strict=True):
            if isinstance(outcome, Refused):
                self.refused[line] = str(outcome)
                self.outcomes.pop(line, None)
            elif line not in self.refused:
                self.outcomes[line] = max(outcome, self.outcomes.get(line, outcome))


def take_theirs(_ours: Row, theirs: Row) -> Row:
    """Bring every column up to date with the extract."""
    return theirs


def keep_ours(_ours: Row, _theirs: Row) -> Row:
    """Leave what is there as it is."""
    return {}
