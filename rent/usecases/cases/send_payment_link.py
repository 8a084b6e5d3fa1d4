"""Let an officer text somebody a link to pay by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from rent import store
from rent.domain.account import AccountId
from rent.domain.message import Author, MessageClass
from rent.domain.money import Money
from rent.domain.officer import Action, Officer
from rent.domain.payment import LINK_LASTS, NotPayable, check_amount
from rent.domain.reach import number_to_text
from rent.domain.tenancy import Channel, PersonId
from rent.store import access, accounts, contacts, conversations, holds, homes, outbox, tenants
from rent.usecases.messages.settle_owner import settle_owner
from rent.usecases.payments.make_link import make_payment_link
from rent.words import _, money

TEMPLATE: Final = "officer_payment_link"


class UnableToSendLink(Exception):
    """The link cannot be sent, and this is why."""


class NobodyToText(UnableToSendLink):
    """There is no number of theirs that may be texted."""


class MayNotBeAsked(UnableToSendLink):
    """A hold stops asking them for money, or somebody else may read their texts."""


class NotThatAmount(UnableToSendLink):
    """A card cannot pay that amount."""


class SentBefore(Exception):
    """This very command was given before, and nothing is to be done again."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to pay how much, to which account. ``tenancy`` is its public id."""

    tenancy: str
    person_id: PersonId
    account_id: AccountId
    amount: Money


def send_payment_link(
    session: store.Session,
    *,
    command_id: str,
    officer: Officer,
    wanted: Wanted,
    reason: str,
    portal_origin: str,
    now: datetime,
    today: date,
) -> None:
    """
    Text a tenant a link for a fixed amount; it lasts an hour. The words name neither them nor their home.

    A link asks for money, so it is not sent while collection is on hold, nor to somebody whose texts are kept neutral.
    Source: domain.md BS-5, J1

    :raises NoSuchRecord: if the officer may not reach the tenancy, or the account or person is not of it
    :raises ReasonNeeded: if it is off their patch and they gave no reason
    :raises UnableToSendLink: if a card cannot pay the amount, or nobody may be texted or asked
    :raises SentBefore: if the command was given before; the caller undoes the transaction
    """
    found = access.tenancy_for_officer(session, officer, wanted.tenancy, action=Action.SEND_PAYMENT_LINK, reason=reason, now=now)
    tenant = tenants.tenant(session, wanted.person_id, found.id, today=today)
    if tenant is None or wanted.account_id not in {account.id for account in accounts.of_tenancy(session, found.id)}:
        raise access.NoSuchRecord
    if _may_not_be_asked(session, tenant, today):
        raise MayNotBeAsked
    number = number_to_text(contacts.of_person(session, tenant.person_id), today)
    if number is None:
        raise NobodyToText
    token = make_payment_link(
        session,
        account_id=wanted.account_id,
        amount=_payable(wanted.amount),
        person_id=tenant.person_id,
        language=tenant.language,
        actor=f"officer:{officer.id}",
        now=now,
        today=today,
    )
    thread = settle_owner(session, thread=conversations.open_for(session, Channel.SMS, number, now=now), today=today)
    said = outbox.put(
        session,
        command_id=command_id,
        channel=Channel.SMS,
        to_address=number,
        person_id=tenant.person_id,
        tenancy_id=found.id,
        conversation_id=thread.id,
        author=Author.OFFICER,
        officer_id=officer.id,
        message_class=MessageClass.REPLY,
        template=TEMPLATE,
        language=tenant.language,
        body=_words(session, wanted.amount, f"{portal_origin}/p/{token}", tenant.language),
        shown_as=_words(session, wanted.amount, "•••", tenant.language),
        facts={"collects": True},
        wanted_at=now,
        expires_at=now + LINK_LASTS,
    )
    if said is None:
        raise SentBefore


def _may_not_be_asked(session: store.Session, tenant: tenants.Tenant, today: date) -> bool:
    held = holds.not_lifted(session, [tenant.tenancy_id]).get(tenant.tenancy_id, ())
    on_hold = any(hold.covers(today) and hold.stops(MessageClass.COLLECTION) for hold in held)
    return on_hold or tenants.wants_neutral_wording(session, tenant.person_id)


def _payable(amount: Money) -> Money:
    try:
        return check_amount(amount)
    except NotPayable as why:
        raise NotThatAmount from why


def _words(session: store.Session, amount: Money, link: str, language: str) -> str:
    landlord = homes.the_landlord(session).name
    return _(
        "{landlord}: you can pay {amount} at {link} The link works for 1 hour.",
        language,
        landlord=landlord,
        amount=money(amount, language),
        link=link,
    )
