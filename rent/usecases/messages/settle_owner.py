"""Find out whose a conversation is now, since numbers change hands."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from rent import store
from rent.domain.message import PROOF
from rent.domain.tenancy import NumberStatus, PersonId, TenancyId
from rent.store import conversations, numbers
from rent.store.conversations import Thread
from rent.store.numbers import Holder

Owner = tuple[PersonId | None, TenancyId | None]


def settle_owner(session: store.Session, *, thread: Thread, today: date) -> Thread:
    """
    Return the thread, given to the tenant and tenancy its number leaves no doubt about, so that officers find it.

    Where several have the number it is whoever proved to be there, else nobody's in particular. A number nobody
    has on file leaves the thread as it is; one that went to somebody else takes neither proof nor officer along.

    Source: domain.md F (recycled numbers)
    """
    known = _believed(numbers.holders(session, thread.channel, thread.address, today=today), today)
    owner = _owner(thread, known, today)
    if not known or owner == (thread.person_id, thread.tenancy_id):
        return thread
    gone = thread.tenancy_id is not None and not any(_is_theirs(thread, holder) for holder in known)
    give = conversations.pass_on if gone else conversations.belong_to
    give(session, thread.id, *owner)
    return conversations.get(session, thread.id)


def _believed(known: Collection[Holder], today: date) -> Collection[Holder]:
    """Return those the number is most likely with: the living, not known to be wrong, and not only just added."""
    right = [holder for holder in known if holder.status is not NumberStatus.WRONG_PERSON and holder.deceased_on is None]
    settled = [holder for holder in right if holder.usable_from is None or holder.usable_from <= today]
    return settled or right or known


def _owner(thread: Thread, known: Collection[Holder], today: date) -> Owner:
    proof = thread.state.get(PROOF)
    if proof and date.fromisoformat(proof["until"]) > today:
        proved = (PersonId(proof["person"]), TenancyId(proof["tenancy"]))
        if proved in {(holder.person_id, holder.tenancy_id) for holder in known}:
            return proved
    persons, tenancies = {holder.person_id for holder in known}, {holder.tenancy_id for holder in known}
    person = next(iter(persons)) if len(persons) == 1 else None
    if len(tenancies) == 1:
        return person, next(iter(tenancies))
    return (person, thread.tenancy_id) if thread.tenancy_id in tenancies else (None, None)


def _is_theirs(thread: Thread, holder: Holder) -> bool:
    return holder.tenancy_id == thread.tenancy_id and thread.person_id in {None, holder.person_id}
