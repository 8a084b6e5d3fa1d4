"""Gather what is true, for one turn of a conversation."""

from __future__ import annotations

from datetime import date, datetime

from messaging.dialogue.conversation import TURNS_COUNTED_FOR, Account, Facts, Holder
from messaging.planner.hours import office_at
from rent import store
from rent.domain.account import AccountKind
from rent.domain.tenancy import Channel, TenancyId
from rent.gateways.bank_holidays import bank_holidays
from rent.settings import settings
from rent.store import holds, homes, numbers, sent
from rent.store.conversations import Thread
from rent.usecases.accounts.summarise import summarise_tenancy
from rent.words import LOCALES, LONDON


def gather(session: store.Session, thread: Thread, *, only_media: bool, now: datetime, today: date) -> Facts:
    """Return what is true of a thread now."""
    landlord = homes.the_landlord(session)
    known = numbers.holders(session, thread.channel, thread.address, today=today)
    office = office_at(now.astimezone(LONDON), bank_holidays(landlord.region, today.year))
    held = holds.not_lifted(session, {holder.tenancy_id for holder in known})
    return Facts(
        now=now,
        today=today,
        channel=thread.channel,
        landlord=landlord.name,
        phone=landlord.phone,
        portal=settings().portal_origin.partition("://")[2],
        languages=frozenset(LOCALES),
        holders=tuple(
            Holder(
                person_id=holder.person_id,
                tenancy_id=holder.tenancy_id,
                born_on=holder.date_of_birth,
                postcode=holder.postcode,
                account=_account(session, holder.tenancy_id, today),
                holds=frozenset(hold.kind for hold in held.get(holder.tenancy_id, ()) if hold.covers(today)),
                # Help is sent even to a number that is not safe, so its words must be.
                neutral_wording_only=holder.neutral_wording_only or not holder.is_safe,
                has_died=holder.deceased_on is not None,
                usable_from=holder.usable_from,
            )
            for holder in known
        ),
        is_open=office.is_open,
        answers_on=office.answers_on,
        held_by_officer=thread.held_by is not None,
        # One of several can stop their own texts; the word STOP from the phone itself stops everybody's.
        opted_out=thread.channel is Channel.SMS and bool(known) and all(holder.opted_out for holder in known),
        only_media=only_media,
        answered_lately=sent.answered(session, thread.id, since=now - TURNS_COUNTED_FOR),
    )


def language_of(session: store.Session, thread: Thread, *, today: date) -> str:
    """Return the language on file for a number, which a conversation begins in."""
    known = numbers.holders(session, thread.channel, thread.address, today=today)
    return known[0].language if known and known[0].language in LOCALES else LOCALES[0]


def _account(session: store.Session, tenancy_id: TenancyId, today: date) -> Account | None:
    summary = summarise_tenancy(session, tenancy_id=tenancy_id, today=today)
    current = next((account for account in summary.accounts if account.kind is AccountKind.CURRENT_RENT), None)
    if current is None:
        return None
    return Account(current.id, summary.owed, summary.benefit_due, summary.next_charge_on, summary.next_charge)
