"""What each file of an extract must tell us, whatever its columns are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rent.domain.account import AccountKind, ChargeKind, Means, Payer, PostingKind
from rent.domain.benefit import BenefitKind
from rent.domain.extract import Part
from rent.domain.periods import ChargeCycle
from rent.domain.tenancy import Channel, MemberRole, Need, Regime, Region
from rent.gateways.housing_systems import readers
from rent.gateways.housing_systems.readers import Reader, Value


@dataclass(frozen=True, slots=True)
class Field:
    """
    One thing a line says. ``read`` is missing for dates, which each system writes its own way.

    A required field must have a column and something in it; for any other, ``blank`` stands in.
    """

    name: str
    read: Reader | None
    required: bool = True
    blank: Value = None


def _may(name: str, read: Reader | None, blank: Value = None) -> Field:
    return Field(name, read, required=False, blank=blank)


_reference: Final = readers.text(40)

FIELDS: Final[Mapping[Part, tuple[Field, ...]]] = {
    Part.PROPERTIES: (
        Field("reference", _reference),
        Field("address", readers.text(240)),
        Field("postcode", readers.postcode),
        _may("region", readers.word(Region), Region.ENGLAND.value),
        Field("patch", readers.text(32)),
        _may("patch_name", readers.text(120), ""),
    ),
    Part.TENANCIES: (
        Field("reference", _reference),
        Field("property", _reference),
        Field("regime", readers.word(Regime)),
        _may("cycle", readers.word(ChargeCycle), ChargeCycle.WEEKLY.value),
        _may("rent_free", readers.mondays, ""),
        Field("starts_on", None),
        _may("ends_on", None),
    ),
    Part.PEOPLE: (
        Field("reference", _reference),
        Field("tenancy", _reference),
        _may("role", readers.word(MemberRole), MemberRole.TENANT.value),
        Field("full_name", readers.text(160)),
        _may("date_of_birth", None),
        _may("language", readers.text(8), "en"),
        _may("phone", readers.phone),
        _may("email", readers.email),
        _may("prefers", readers.word(Channel)),
        _may("safe_to_text", readers.flag, 1),
        _may("safe_to_email", readers.flag, 1),
        _may("neutral_wording_only", readers.flag, 0),
        _may("needs", readers.words(Need), ""),
        Field("since", None),
        _may("until", None),
        _may("deceased_on", None),
    ),
    Part.ACCOUNTS: (
        Field("reference", _reference),
        Field("tenancy", _reference),
        _may("kind", readers.word(AccountKind), AccountKind.CURRENT_RENT.value),
        Field("opened_on", None),
        _may("closed_on", None),
    ),
    Part.CHARGES: (
        Field("account", _reference),
        Field("kind", readers.word(ChargeKind)),
        Field("amount", readers.pence),
        Field("eligible", readers.flag),
        Field("starts_on", None),
        _may("ends_on", None),
    ),
    Part.BENEFITS: (
        Field("tenancy", _reference),
        Field("kind", readers.word(BenefitKind)),
        Field("amount", readers.pence),
        Field("anchor", None),
        Field("paid_up_to", None),
        _may("ends_on", None),
    ),
    Part.POSTINGS: (
        Field("reference", readers.text(120)),
        Field("account", _reference),
        Field("kind", readers.word(PostingKind)),
        Field("amount", readers.pence),
        Field("value_date", None),
        _may("payer", readers.word(Payer), Payer.TENANT.value),
        _may("means", readers.word(Means), Means.NONE.value),
        _may("description", readers.text(200), ""),
        _may("reverses", readers.text(120)),
    ),
}
