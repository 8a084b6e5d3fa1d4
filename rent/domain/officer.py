"""Officers: what each role may do, and how far it may look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from rent.domain.tenancy import PatchId

OfficerId = NewType("OfficerId", int)


class Role(StrEnum):
    """
    Who works here.

    Source: reliability.md 2.3
    """

    OFFICER = "OFFICER"
    SENIOR = "SENIOR"
    TEAM_LEADER = "TEAM_LEADER"
    ADMIN = "ADMIN"
    AUDITOR = "AUDITOR"


class Action(StrEnum):
    """What an officer can ask of the house."""

    SEARCH = "SEARCH"
    SEE_TENANCY = "SEE_TENANCY"
    SEND_TEXT = "SEND_TEXT"
    TAKE_OVER_CONVERSATION = "TAKE_OVER_CONVERSATION"
    ISSUE_SIGN_IN_CODE = "ISSUE_SIGN_IN_CODE"
    SEND_PAYMENT_LINK = "SEND_PAYMENT_LINK"
    REPLAY_REJECTED = "REPLAY_REJECTED"
    SEE_AUDIT = "SEE_AUDIT"
    MANAGE_OFFICERS = "MANAGE_OFFICERS"


class Reach(StrEnum):
    """Whose records an action reaches."""

    NONE = "NONE"
    PATCH = "PATCH"
    PATCH_OR_REASON = "PATCH_OR_REASON"
    ALL = "ALL"
    ALL_MASKED = "ALL_MASKED"


_CASEWORK: Final[Mapping[Action, Reach]] = {
    Action.SEARCH: Reach.PATCH_OR_REASON,
    Action.SEE_TENANCY: Reach.PATCH_OR_REASON,
    Action.SEND_TEXT: Reach.PATCH_OR_REASON,
    Action.TAKE_OVER_CONVERSATION: Reach.PATCH_OR_REASON,
    Action.ISSUE_SIGN_IN_CODE: Reach.PATCH,
    Action.SEND_PAYMENT_LINK: Reach.PATCH_OR_REASON,
}

REACH: Final[Mapping[Role, Mapping[Action, Reach]]] = {
    Role.OFFICER: _CASEWORK,
    Role.SENIOR: _CASEWORK,
    Role.TEAM_LEADER: {
        **dict.fromkeys(_CASEWORK, Reach.ALL),
        Action.REPLAY_REJECTED: Reach.ALL,
    },
    Role.ADMIN: {Action.MANAGE_OFFICERS: Reach.ALL, Action.REPLAY_REJECTED: Reach.ALL},
    Role.AUDITOR: {
        Action.SEARCH: Reach.ALL_MASKED,
        Action.SEE_TENANCY: Reach.ALL_MASKED,
        Action.SEE_AUDIT: Reach.ALL,
    },
}


@dataclass(frozen=True, slots=True)
class Officer:
    """Someone who signed in to the console."""

    id: OfficerId
    name: str
    role: Role
    patches: frozenset[PatchId]


def reach_of(role: Role, action: Action) -> Reach:
    """Return how far a role's action reaches; an action nobody listed reaches nothing."""
    return REACH[role].get(action, Reach.NONE)


def may(role: Role, action: Action) -> bool:
    """Return whether a role may take an action at all."""
    return reach_of(role, action) is not Reach.NONE


def may_reach(officer: Officer, action: Action, patch: PatchId, *, reason: str) -> bool:
    """Return whether this officer may take this action on a tenancy of a patch."""
    match reach_of(officer.role, action):
        case Reach.NONE:
            return False
        case Reach.PATCH:
            return patch in officer.patches
        case Reach.PATCH_OR_REASON:
            return patch in officer.patches or bool(reason.strip())
        case Reach.ALL | Reach.ALL_MASKED:
            return True
