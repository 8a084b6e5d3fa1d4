"""Hide who a case is about from somebody who only checks how it was worked on."""

from __future__ import annotations

from dataclasses import replace

from rent.domain.masking import HIDDEN, masked_contact, masked_name, masked_postcode
from rent.domain.statement import Line
from rent.store.conversations import Thread
from rent.store.correspondence import Said
from rent.store.households import Member
from rent.usecases.cases.read import Case


def mask_case(case: Case) -> Case:
    """
    Return a case without names, addresses, birthdays, needs and words.

    Source: reliability.md 2.3 (the auditor reads, masked)
    """
    tenancy = replace(case.tenancy, address=HIDDEN, postcode=masked_postcode(case.tenancy.postcode))
    return replace(
        case,
        tenancy=tenancy,
        household=tuple(map(_member, case.household)),
        threads=tuple(map(_thread, case.threads)),
        messages=tuple(map(_said, case.messages)),
        statement=None if case.statement is None else replace(case.statement, lines=tuple(map(_line, case.statement.lines))),
        is_masked=True,
    )


def _member(member: Member) -> Member:
    contacts = tuple(replace(contact, value=masked_contact(contact.value)) for contact in member.contacts)
    return replace(member, full_name=masked_name(member.full_name), date_of_birth=None, needs=(), contacts=contacts)


def _thread(thread: Thread) -> Thread:
    return replace(thread, address=masked_contact(thread.address), state={})


def _line(line: Line) -> Line:
    # Who paid in is often named in the words beside it.
    return replace(line, posting=replace(line.posting, description=""))


def _said(said: Said) -> Said:
    return replace(said, body=HIDDEN)
