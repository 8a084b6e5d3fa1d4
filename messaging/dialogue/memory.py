"""A conversation as plain values, so that it can be kept, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from messaging.dialogue.conversation import Conversation, Pending, Proof, Question, Topic
from rent.domain.message import PAUSED, PROOF, WRONG_PROOFS
from rent.domain.money import Money
from rent.domain.tenancy import PersonId, TenancyId


def kept(conversation: Conversation) -> dict[str, object]:
    """Return a conversation as values JSON has; what is nothing is left out."""
    state: dict[str, object] = {
        "language": conversation.language,
        WRONG_PROOFS: conversation.wrong_proofs,
        "lost_turns": conversation.lost_turns,
        "opted_out": conversation.opted_out,
        PAUSED: conversation.paused,
        PROOF: _kept_proof(conversation.proof),
        "pending": _kept_pending(conversation.pending),
    }
    return {name: value for name, value in state.items() if value}


def recalled(state: Mapping[str, Any], *, language: str) -> Conversation:
    """Return the conversation a state keeps; a new one begins in a language."""
    return Conversation(
        language=state.get("language", language),
        proof=_proof(state[PROOF]) if PROOF in state else None,
        wrong_proofs=state.get(WRONG_PROOFS, 0),
        lost_turns=state.get("lost_turns", 0),
        pending=_pending(state["pending"]) if "pending" in state else None,
        paused=state.get(PAUSED, False),
        opted_out=state.get("opted_out", False),
    )


def _kept_proof(proof: Proof | None) -> dict[str, object] | None:
    return None if proof is None else {"person": proof.person_id, "tenancy": proof.tenancy_id, "until": proof.until.isoformat()}


def _proof(state: Mapping[str, Any]) -> Proof:
    return Proof(PersonId(state["person"]), TenancyId(state["tenancy"]), date.fromisoformat(state["until"]))


def _kept_pending(pending: Pending | None) -> dict[str, object] | None:
    if pending is None:
        return None
    state: dict[str, object | None] = {
        "question": pending.question.value,
        "asked_at": pending.asked_at.isoformat(),
        "topic": pending.topic.value if pending.topic else None,
        "pence": pending.amount.pence if pending.amount else None,
        "born_on": pending.born_on.isoformat() if pending.born_on else None,
        "postcode": pending.postcode,
    }
    return {name: value for name, value in state.items() if value is not None}


def _pending(state: Mapping[str, Any]) -> Pending:
    return Pending(
        question=Question(state["question"]),
        asked_at=datetime.fromisoformat(state["asked_at"]),
        topic=Topic(state["topic"]) if "topic" in state else None,
        amount=Money(state["pence"]) if "pence" in state else None,
        born_on=date.fromisoformat(state["born_on"]) if "born_on" in state else None,
        postcode=state.get("postcode"),
    )
