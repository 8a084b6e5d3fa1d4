"""Rules of the grammar: words that mean something, and what they mean. The words are data, in ``phrases/``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from messaging.dialogue.understood import Intent, Risk, Wants, Who
from rent.domain.message import Why

PHRASES: Final = Path(__file__).parent / "phrases"


@dataclass(frozen=True, slots=True)
class Rule:
    """Any of these words, looked for in a text made plain, mean one intent. ``why`` is set where a person must look."""

    name: str
    intent: Intent
    pattern: re.Pattern[str]
    why: Why | None
    risk: Risk
    wants: Wants
    who: Who | None
    is_thanks: bool


def read(language: str) -> tuple[Rule, ...]:
    """Return the rules of a file in ``phrases/``, in its order."""
    return tuple(_rule(row) for row in tomllib.loads((PHRASES / f"{language}.toml").read_text())["rule"])


def first(rules: tuple[Rule, ...], plain: str) -> Rule | None:
    """Return the first rule one of whose phrases a text has."""
    return next((rule for rule in rules if rule.pattern.search(plain)), None)


def _rule(row: dict[str, Any]) -> Rule:
    why = Why(row["why"]) if "why" in row else None
    return Rule(
        name=row["name"],
        intent=Intent(row["intent"]),
        pattern=re.compile("|".join(rf"(?<!\w)(?:{phrase})(?!\w)" for phrase in row["phrases"])),
        why=why,
        risk=Risk(row.get("risk", Risk.ESCALATE if why else Risk.NONE)),
        wants=Wants(row.get("wants", Wants.BALANCE)),
        who=Who(row["who"]) if "who" in row else None,
        is_thanks=row.get("is_thanks", False),
    )
