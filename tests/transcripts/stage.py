"""
A stage for golden conversations: a tenant, what is true of them, and what both sides say.

    given owes £97.40
    tenant> what do I owe
    us> This is Afon Homes. ...
    then proved who they are

``play`` returns the transcript as it comes out now; a test compares it with the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from messaging.card_numbers import strike_out
from messaging.dialogue import memory
from messaging.dialogue.conversation import Account, Conversation, Facts, Holder, Proof
from messaging.dialogue.say import (
    Command,
    HandToOfficer,
    MakeLink,
    MarkWrongNumber,
    PlaceHold,
    RecordLock,
    RecordOptIn,
    RecordOptOut,
    RecordProof,
    Turn,
)
from messaging.dialogue.turn import take_turn
from messaging.planner.hours import office_at
from messaging.understanding.understand import understand
from messaging.wording.render import render
from rent.domain.account import AccountId
from rent.domain.hold import HoldKind
from rent.domain.money import Money, pounds
from rent.domain.tenancy import Channel, PersonId, TenancyId
from rent.words import LOCALES, LONDON, money
from tests.builders import signed

PERSON, TENANCY = PersonId(1), TenancyId(1)
LINK = "https://rent.example/p/abc"


@dataclass
class Stage:
    """What is true while a transcript plays."""

    now: datetime = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)
    conversation: Conversation = field(default_factory=lambda: Conversation("en"))
    account: Account = field(default_factory=lambda: Account(AccountId(1), pounds("97.40"), Money(0), date(2026, 11, 30), pounds("120")))
    holder: Holder = field(default_factory=lambda: Holder(PERSON, TENANCY, date(1980, 2, 29), "LL57 1AA", None))
    holders: int = 1
    channel: Channel = Channel.SMS
    opted_out: bool = False
    held: bool = False

    def facts(self, *, only_media: bool) -> Facts:
        """Return the facts of a turn."""
        holder = replace(self.holder, account=self.account)
        office = office_at(self.now, frozenset({date(2026, 12, 25)}))
        return Facts(
            now=self.now, today=self.now.date(), channel=self.channel, landlord="Afon Homes", phone="0300 555 0100", portal="rent.example",
            languages=frozenset(LOCALES), holders=(holder,) * self.holders, is_open=office.is_open, answers_on=office.answers_on,
            held_by_officer=self.held, opted_out=self.opted_out, only_media=only_media,
        )  # fmt: skip


def play(script: str) -> str:
    """Return a script with everything we say and do now, in place of what it says we do."""
    stage, lines = Stage(), []
    for line in script.splitlines():
        if line.startswith(("us> ", "then ")):
            continue
        lines.append(line)
        if line.startswith(("given ", "later ")):
            _set(stage, line)
        elif line.startswith("tenant> "):
            lines.extend(_reply(stage, line.removeprefix("tenant> ")))
    return "\n".join(lines) + "\n"


def _reply(stage: Stage, said: str) -> Iterator[str]:
    only_media = said == "(a picture)"
    text = "" if only_media else strike_out(said)
    turn = take_turn(stage.conversation, understand(text, today=stage.now.date()), stage.facts(only_media=only_media))
    # What is remembered must survive being kept.
    stage.conversation = memory.recalled(memory.kept(turn.conversation), language="en")
    yield f"us> {_words(turn)}" if turn.say else "us> (silence)"
    for command in turn.do:
        _do(stage, command)
        yield f"then {_in_words(command)}"


def _words(turn: Turn) -> str:
    makes_link = any(isinstance(command, MakeLink) for command in turn.do)
    return render(turn.say, turn.conversation.language, link=LINK if makes_link else None).body


def _do(stage: Stage, command: Command) -> None:
    match command:
        case RecordOptOut():
            stage.opted_out = True
        case RecordOptIn():
            stage.opted_out = False
        case PlaceHold(_, kind, _):
            stage.holder = replace(stage.holder, holds=stage.holder.holds | {kind})
        case _:
            pass


def _in_words(command: Command) -> str:
    match command:
        case HandToOfficer(why):
            return f"handed to an officer: {why}"
        case MarkWrongNumber(who):
            return f"the number is marked: {who}"
        case PlaceHold(_, kind, _):
            return f"collection is on hold: {kind}"
        case MakeLink(_, _, amount):
            return f"a link to pay {money(amount, 'en')} is made"
    return {
        RecordOptOut: "the number is opted out",
        RecordOptIn: "the number is opted in",
        RecordProof: "they proved who they are",
        RecordLock: "the conversation is locked",
    }[type(command)]


def _set(stage: Stage, line: str) -> None:
    kind, _, rest = line.partition(" ")
    if kind == "later":
        number, unit = rest.split(" ")
        stage.now += timedelta(**{unit: int(number)})
        return
    name = max((known for known in GIVEN if rest.startswith(known)), key=len)
    GIVEN[name](stage, rest.removeprefix(name).strip())


def _account(**change: Callable[[str], object]) -> Callable[[Stage, str], None]:
    def given(stage: Stage, value: str) -> None:
        stage.account = replace(stage.account, **{name: made(value) for name, made in change.items()})

    return given


def _holder(**change: Callable[[str], object]) -> Callable[[Stage, str], None]:
    def given(stage: Stage, value: str) -> None:
        stage.holder = replace(stage.holder, **{name: made(value) for name, made in change.items()})

    return given


def _stage(**change: Callable[[str], object]) -> Callable[[Stage, str], None]:
    def given(stage: Stage, value: str) -> None:
        for name, made in change.items():
            setattr(stage, name, made(value))

    return given


def _conversation(**change: Callable[[str], object]) -> Callable[[Stage, str], None]:
    def given(stage: Stage, value: str) -> None:
        stage.conversation = replace(stage.conversation, **{name: made(value) for name, made in change.items()})

    return given


GIVEN: dict[str, Callable[[Stage, str], None]] = {
    "owes": _account(owed=signed),
    "benefit due": _account(benefit_due=signed),
    "no more rent": _account(next_charge_on=lambda _: None),
    "proved": _conversation(proof=lambda _: Proof(PERSON, TENANCY, date(2027, 5, 1))),
    "proof ran out": _conversation(proof=lambda _: Proof(PERSON, TENANCY, date(2026, 11, 23))),
    "language": _conversation(language=str),
    "opted out": _stage(opted_out=lambda _: True),
    "an officer holds the thread": _stage(held=lambda _: True),
    "an unknown number": _stage(holders=lambda _: 0),
    "on web chat": _stage(channel=lambda _: Channel.WEB),
    "it is": _stage(now=lambda said: datetime.fromisoformat(said).replace(tzinfo=LONDON)),
    "another may read the phone": _holder(neutral_wording_only=lambda _: True),
    "the tenant died": _holder(has_died=lambda _: True),
    "hold": _holder(holds=lambda kind: frozenset({HoldKind(kind)})),
    "number usable from": _holder(usable_from=date.fromisoformat),
}
