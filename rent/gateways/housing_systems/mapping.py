"""A mapping: where another system's extract keeps what we need. It is a TOML file, no code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from rent.domain.extract import Part
from rent.gateways.housing_systems.fields import FIELDS

MAPPINGS: Final = Path(__file__).parent / "mappings"
_NAME_MAX: Final = 24


class NotAMapping(Exception):
    """The mapping cannot be used; the message says what to put right."""


class Sign(StrEnum):
    """How an extract writes which way an amount moves a balance."""

    OWED_IS_PLUS = "owed-is-plus"
    OWED_IS_MINUS = "owed-is-minus"
    TWO_COLUMNS = "two-columns"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where one field comes from: columns joined by a word, or a constant.

    ``table`` turns the other system's codes into ours; ``otherwise`` stands for a code it does not have.
    """

    columns: tuple[str, ...] = ()
    joined_by: str = " "
    table: ReadOnly[str, str] | None = None
    otherwise: str | None = None
    always: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """The columns an amount is in, and their sign convention. The marks are what an indicator may say."""

    sign: Sign
    columns: tuple[str, ...]
    debit_mark: str = ""
    credit_mark: str = ""


@dataclass(frozen=True, slots=True)
class FileMapping:
    """One file of an extract."""

    file: str
    fields: ReadOnly[str, Source]
    amount: Amount | None

    @property
    def columns(self) -> frozenset[str]:
        """Return every column the file must have."""
        named = (column for source in self.fields.values() for column in source.columns)
        return frozenset((*named, *(self.amount.columns if self.amount else ())))


@dataclass(frozen=True, slots=True)
class Control:
    """The file with each file's number of rows and sum of amounts."""

    file: str
    name: str
    rows: str
    total: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """All of an extract."""

    name: str
    encoding: str
    delimiter: str
    dates: str
    date_example: str
    no_date: frozenset[str]
    control: Control
    files: ReadOnly[Part, FileMapping]


def names() -> tuple[str, ...]:
    """Return the mappings that come with the product."""
    return tuple(sorted(path.stem for path in MAPPINGS.glob("*.toml")))


def load(name: str) -> Mapping:
    """
    Return a mapping by its name, or from a TOML file of the landlord's own.

    :raises NotAMapping: if there is none, or it leaves out something we need
    """
    path = Path(name) if name.endswith(".toml") else MAPPINGS / f"{name}.toml"
    if not path.is_file() or (path.parent == MAPPINGS and path.stem not in names()):
        raise NotAMapping(f"There is no mapping “{name}”. Use {', '.join(names())}, or the path of a TOML file of your own.")
    try:
        return _mapping(path.stem, tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as why:
        raise NotAMapping(f"The mapping “{name}” cannot be used: {why}. Compare it with {MAPPINGS.name}/evenkeel.toml.") from why


def _mapping(name: str, raw: dict[str, Any]) -> Mapping:
    if len(name) > _NAME_MAX:
        raise ValueError(f"its name is longer than {_NAME_MAX} characters")
    return Mapping(
        name=name,
        encoding=raw["encoding"],
        delimiter=raw["delimiter"],
        dates=raw["dates"],
        date_example=raw["date_example"],
        no_date=frozenset(raw.get("no_date", ())),
        control=Control(**raw["control"]),
        files={Part(part.upper()): _file(Part(part.upper()), file) for part, file in raw["files"].items()},
    )


def _file(part: Part, raw: dict[str, Any]) -> FileMapping:
    fields = {name: _source(source) for name, source in raw["columns"].items()}
    for codes in raw.get("codes", ()):
        fields.update(_coded(codes))
    amount = _amount(raw["amount"]) if "amount" in raw else None
    known = {field.name for field in FIELDS[part]}
    if strange := sorted(set(fields) - known):
        raise ValueError(f"{part.lower()} has no field {strange[0]}; it has {', '.join(sorted(known))}")
    told = set(fields) | ({"amount"} if amount else set())
    if missing := [field.name for field in FIELDS[part] if field.required and field.name not in told]:
        raise ValueError(f"{part.lower()} says nothing of {missing[0]}")
    return FileMapping(raw["file"], fields, amount)


def _amount(raw: dict[str, Any]) -> Amount:
    return Amount(Sign(raw["sign"]), tuple(raw["columns"]), raw.get("debit_mark", ""), raw.get("credit_mark", ""))


def _source(raw: str | list[str] | dict[str, Any]) -> Source:
    if isinstance(raw, str):
        return Source((raw,))
    if isinstance(raw, list):
        return Source(tuple(raw))
    columns = raw.get("columns", [raw["column"]] if "column" in raw else [])
    return Source(tuple(columns), raw.get("joined_by", " "), raw.get("table"), raw.get("otherwise"), raw.get("always"))


def _coded(codes: dict[str, Any]) -> dict[str, Source]:
    columns = (codes["column"],)
    return {
        name: Source(columns, table={code: meanings[place] for code, meanings in codes["table"].items()})
        for place, name in enumerate(codes["gives"])
    }
