"""Whoever asks about an account must first show who they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from messaging.dialogue.conversation import PROOF_LASTS, Conversation, Facts, Holder, Pending, Proof, Question, Topic
from messaging.dialogue.repairs.ask_a_person import handed, when_answered
from messaging.dialogue.say import HandToOfficer, RecordLock, RecordProof, Say, Template, Turn
from messaging.dialogue.understood import Understood
from rent.domain.message import Why


def proved(conversation: Conversation, facts: Facts) -> Holder | None:
    """Return the tenant who proved to be at this number, while that is still believed and the number is still theirs."""
    proof = conversation.proof
    if proof is None or proof.until <= facts.today:
        return None
    return next((holder for holder in facts.holders if _is(holder, proof) and not holder.has_died), None)


def ask_who(conversation: Conversation, facts: Facts, topic: Topic) -> Turn:
    """
    Ask for a date of birth and a postcode before anything about an account is said.

    A number nobody has on file, one too new to be trusted and a locked conversation are told to call instead.

    Source: assistant/intents.md 6.1; reliability.md 2.3 (contact change)
    """
    if not facts.holders:
        words = Say(Template.NUMBER_NOT_ON_FILE, {"landlord": facts.landlord, "phone": facts.phone})
        return Turn(conversation.settled(), say=(words,), do=(HandToOfficer(Why.UNKNOWN_NUMBER),))
    if conversation.is_locked:
        return Turn(conversation.settled(), say=(Say(Template.LOCKED, {"phone": facts.phone}), when_answered(facts)))
    if usable_from := _too_new(facts):
        return Turn(conversation.settled(), say=(Say(Template.NUMBER_TOO_NEW, {"day": usable_from, "phone": facts.phone}),))
    pending = Pending(Question.WHO_ARE_YOU, facts.now, topic)
    return Turn(replace(conversation.settled(), pending=pending), say=(Say(Template.WHO_ARE_YOU, {"landlord": facts.landlord}),))


def check(conversation: Conversation, pending: Pending, understood: Understood, facts: Facts) -> Turn | Holder:
    """
    Return the tenant an answer proves, or the turn that asks again. Which part was wrong is never said.

    The two parts may come in two messages. A third wrong answer locks the conversation.

    Source: assistant/intents.md 6.1
    """
    born_on = understood.slots.born_on or pending.born_on
    postcode = understood.slots.postcode or pending.postcode
    if born_on is None or postcode is None:
        so_far = replace(pending, born_on=born_on, postcode=postcode)
        return Turn(replace(conversation, pending=so_far), say=(Say(Template.BOTH_PLEASE),))
    matching = [holder for holder in facts.holders if _matches(holder, born_on, postcode) and not _is_too_new(holder, facts)]
    return matching[0] if matching else _wrong(conversation, pending, facts)


def believe(conversation: Conversation, holder: Holder, facts: Facts) -> tuple[Conversation, RecordProof]:
    """Return the conversation with its proof, and the command that records it."""
    proof = Proof(holder.person_id, holder.tenancy_id, facts.today + PROOF_LASTS)
    return replace(conversation.settled(), proof=proof, wrong_proofs=0), RecordProof(holder.person_id, holder.tenancy_id)


def _wrong(conversation: Conversation, pending: Pending, facts: Facts) -> Turn:
    tried = replace(conversation, wrong_proofs=conversation.wrong_proofs + 1)
    if tried.is_locked:
        return handed(replace(tried, pending=None), facts, Why.LOCKED).having_done(RecordLock())
    again = replace(tried, pending=Pending(Question.WHO_ARE_YOU, facts.now, pending.topic))
    return Turn(again, say=(Say(Template.NO_MATCH),))


def _matches(holder: Holder, born_on: date, postcode: str) -> bool:
    return holder.born_on == born_on and _squeezed(holder.postcode) == _squeezed(postcode) and not holder.has_died


def _squeezed(postcode: str) -> str:
    return "".join(postcode.split()).upper()


def _too_new(facts: Facts) -> date | None:
    held_back = [holder.usable_from for holder in facts.holders if holder.usable_from is not None and _is_too_new(holder, facts)]
    return min(held_back) if len(held_back) == len(facts.holders) else None


def _is_too_new(holder: Holder, facts: Facts) -> bool:
    """Source: reliability.md 2.3 (contact change)."""
    return holder.usable_from is not None and holder.usable_from > facts.today


def _is(holder: Holder, proof: Proof) -> bool:
    return holder.person_id == proof.person_id and holder.tenancy_id == proof.tenancy_id
