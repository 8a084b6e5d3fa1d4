"""Two tenancies that must not know of each other, and everybody who may come to a door."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select, update

from rent import runtime
from rent.domain.account import AccountId
from rent.domain.identity import SessionKind
from rent.domain.message import Author, ConversationId, MessageClass
from rent.domain.officer import OfficerId, Role
from rent.domain.tenancy import Channel, PatchId, PersonId, TenancyId
from rent.store import conversations, inbound, officers, outbox, sessions
from rent.store.tables.homes import properties, tenancies
from rent.store.tables.people import persons
from tests import builders
from tests.journeys.house import House


class Caller(StrEnum):
    """Who comes to a door."""

    NOBODY = "nobody"
    THIS_TENANT = "this tenant"
    ANOTHER_TENANT = "another tenant"
    ON_PATCH = "officer on the patch"
    OFF_PATCH = "officer off the patch"
    AUDITOR = "auditor"
    ADMIN = "admin"


@dataclass(frozen=True)
class Home:
    """A tenancy in which every word that says who or where holds its canary."""

    canary: str
    phone: str
    patch: PatchId
    tenancy: TenancyId
    public_id: str
    reference: str
    person: PersonId
    account: AccountId
    thread: ConversationId

    @property
    def words(self) -> tuple[str, ...]:
        """Return what only those who may see the tenancy may be told."""
        return self.canary, self.phone


@dataclass(frozen=True)
class World:
    """The tenancy that is aimed at, another one, and a colleague with no patch at all."""

    this: Home
    other: Home
    staff: dict[Caller, OfficerId]

    def may_see(self, caller: Caller) -> tuple[Home, ...]:
        """Return the tenancies a caller may be told of."""
        seen = {Caller.THIS_TENANT: (self.this,), Caller.ANOTHER_TENANT: (self.other,), Caller.ON_PATCH: (self.this,)}
        return seen.get(caller, ())

    def secret_of(self, house: House, caller: Caller) -> str:
        """Sign a caller in behind the door; return the secret for their cookie."""
        tenants = {Caller.THIS_TENANT: self.this, Caller.ANOTHER_TENANT: self.other}
        if caller is Caller.NOBODY:
            return ""
        with house.writing() as session:
            if home := tenants.get(caller):
                return sessions.start(session, SessionKind.TENANT, now=runtime.now(), person_id=home.person, tenancy_id=home.tenancy)
            return sessions.start(session, SessionKind.OFFICER, now=runtime.now(), officer_id=self.staff[caller])


def settle(session: Connection) -> World:
    """Move two households in and take the staff on."""
    this, other = _home(session, "zquxalpha", "+447700900201"), _home(session, "zquxbeta", "+447700900202")
    staff = {
        Caller.ON_PATCH: _officer(session, Role.OFFICER, this.patch),
        Caller.OFF_PATCH: _officer(session, Role.OFFICER),
        Caller.AUDITOR: _officer(session, Role.AUDITOR),
        Caller.ADMIN: _officer(session, Role.ADMIN),
    }
    return World(this, other, staff)


def _home(session: Connection, canary: str, phone: str) -> Home:
    now, patch = runtime.now(), builders.save_patch(session)
    tenancy = builders.save_tenancy(session, patch_id=patch)
    row = session.execute(
        select(tenancies.c.public_id, tenancies.c.reference, tenancies.c.property_id).where(tenancies.c.id == tenancy)
    ).one()
    session.execute(update(properties).where(properties.c.id == row.property_id).values(address=f"1 {canary} Road"))
    person = builders.save_tenant(session, tenancy, name=f"{canary.title()} Person")
    session.execute(update(persons).where(persons.c.id == person).values(search_name=f"{canary} person"))
    builders.save_contact_point(session, person, phone, is_preferred=True)
    account = builders.save_account(session, tenancy, lines=[builders.a_line("£100")])
    builders.save_postings(session, builders.a_charge("£100", on=runtime.today(), account_id=account, description=f"charge {canary}"))
    thread = conversations.open_for(session, Channel.SMS, phone, now=now)
    conversations.belong_to(session, thread.id, person, tenancy)
    conversations.ask_for_a_person(session, thread.id, "ASKED")
    home = Home(canary, phone, patch, tenancy, row.public_id, row.reference, person, account, thread.id)
    _say(session, home)
    return home


def _say(session: Connection, home: Home) -> None:
    now = runtime.now()
    arrived = {"external_id": f"SM{home.canary}", "channel": Channel.SMS, "from_address": home.phone, "to_address": "+447700900999"}
    inbound.keep(session, [{**arrived, "body": f"words of {home.canary}", "media_count": 0, "received_at": now}])
    outbox.put(
        session,
        command_id=f"seed:{home.canary}",
        channel=Channel.SMS,
        to_address=home.phone,
        person_id=home.person,
        tenancy_id=home.tenancy,
        conversation_id=home.thread,
        author=Author.ASSISTANT,
        message_class=MessageClass.REPLY,
        template="seed",
        language="en",
        body=f"answer to {home.canary}",
        wanted_at=now,
    )


def _officer(session: Connection, role: Role, *patches: PatchId) -> OfficerId:
    email = f"{role.value.lower()}{len(patches)}@landlord.example"
    new = officers.add(session, email=email, name="A colleague", role=role, password_hash="", totp_secret="")
    assert new is not None
    officers.set_patches(session, new, patches)
    return new
